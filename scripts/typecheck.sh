#!/usr/bin/env bash
# Run mypy (strict, see pyproject.toml) on every module that does not import qgis.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
export MYPY_CACHE_DIR=$checkout/.mypy_cache

# Relative imports need the package's name, which the checkout's folder need not have: go through a link.
parent=$(mktemp --directory)
trap 'rm -rf "$parent"' EXIT
ln -s "$checkout" "$parent/training_data_exporter"

module_name() {
    local path=${1%.py}
    path=${path%/__init__}
    echo "training_data_exporter.${path//\//.}"
}

modules=()
for file in $(scripts/shipped_modules.sh | xargs grep -LE '^\s*(from|import)\s+qgis\b'); do
    modules+=(--module "$(module_name "$file")")
done

(cd "$parent" && "$checkout/.venv/bin/python" -m mypy \
    --config-file "$checkout/pyproject.toml" "${modules[@]}")
.venv/bin/python -m mypy demo/*.py
