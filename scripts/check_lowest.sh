#!/usr/bin/env bash
# Installs the lowest versions that pyproject.toml allows, of what quotes needs and of its extras, in an
# environment of its own, and runs the tests with them. The tools of the tests are the newest ones.
# Usage: scripts/check_lowest.sh [pytest arguments]
set -euo pipefail

cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 - >"$scratch/lowest.txt" <<'PYTHON'
import re
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
extras = project["optional-dependencies"]
for group in (project["dependencies"], *(extras[name] for name in extras if name != "dev")):
    for wanted in group:
        if not wanted.startswith("quotes["):
            name, version = re.match(r"([\w-]+)>=([\w.]+)", wanted).groups()
            print(f"{name}=={version}")
PYTHON
cat "$scratch/lowest.txt"
python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check --constraint "$scratch/lowest.txt" --editable '.[dev]'
"$scratch/venv/bin/pytest" -n 2 "$@"
