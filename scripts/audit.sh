#!/usr/bin/env bash
# Asks the registry for known vulnerabilities of everything that quotes and its extras install. Needs network.
# Usage: scripts/audit.sh
set -euo pipefail

cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -m venv "$scratch/quotes"
"$scratch/quotes/bin/pip" install --quiet --disable-pip-version-check ".[html,notebook,parquet,plot,serve]"
python3 -m venv "$scratch/audit"
"$scratch/audit/bin/pip" install --quiet --disable-pip-version-check pip-audit
"$scratch/audit/bin/pip-audit" --strict --path "$scratch/quotes/lib/python3."*/site-packages
