#!/usr/bin/env bash
# Builds the source archive and, from it, the wheel, twice to the same bytes; checks that a registry would
# take them; installs the wheel in a clean environment and runs it from an empty folder outside the checkout.
# Usage: scripts/check_wheel.sh PYTHON   (a Python that has the packages `build` and `twine`)
set -euo pipefail

python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for dist in dist again; do
    "$python" -m build --outdir "$scratch/$dist" . >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log"; exit 1; }
done
diff -r "$scratch/dist" "$scratch/again" && echo "built twice to the same bytes"
"$python" -m twine check --strict "$scratch"/dist/*
"$python" -m venv "$scratch/clean"
"$scratch/clean/bin/python" -m pip install --quiet --disable-pip-version-check "$scratch"/dist/*.whl

mkdir "$scratch/empty"
cd "$scratch/empty"
unset PYTHONPATH QUOTES_DB
export PATH="$scratch/clean/bin:$PATH"

quotes --version
quotes demo >demo.txt 2>demo.log || { cat demo.txt demo.log; exit 1; }
quotes list --db quotes-demo.db --limit 1 --format csv --no-headers >one.csv
test -s one.csv
# the reader page is made from files that are no Python
python - <<'PYTHON'
import io
from pathlib import Path
from quotes.export import html
from quotes.storage import Database, Filter

with Database.open(Path("quotes-demo.db")) as database:
    html.write(database, Filter(limit=1), page := io.BytesIO())
assert page.getvalue().rstrip().endswith(b"</html>")
PYTHON
# web pages, the server and charts need extras, which are not here
echo '<html>' | quotes extract - 2>page.log && exit 1
grep -q 'pip install "quotes\[html\]"' page.log || { cat page.log; exit 1; }
quotes serve --db quotes-demo.db 2>serve.log && exit 1
grep -q 'pip install "quotes\[serve\]"' serve.log || { cat serve.log; exit 1; }
quotes stats --db quotes-demo.db --by month --plot chart.svg 2>plot.log && exit 1
grep -q 'pip install "quotes\[plot\]"' plot.log || { cat plot.log; exit 1; }
echo "wheel: installed and run outside the checkout"
