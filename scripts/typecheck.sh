#!/usr/bin/env bash
# Run mypy (strict, see pyproject.toml) on every module of the plugin and of the demo; what comes from QGIS and
# GDAL, which have no stubs, is Any.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
export MYPY_CACHE_DIR=$checkout/.mypy_cache

# Relative imports need the package's name, which the checkout's folder need not have: go through a link.
parent=$(mktemp --directory)
trap 'rm -rf "$parent"' EXIT
ln -s "$checkout" "$parent/training_data_exporter"

module_name() {
    local path=training_data_exporter/${1%.py}
    path=${path%/__init__}
    echo "${path//\//.}"
}

modules=()
for file in $(scripts/shipped_modules.sh) demo/*.py; do
    modules+=(--module "$(module_name "$file")")
done

cd "$parent"
"$checkout/.venv/bin/python" -m mypy --config-file "$checkout/pyproject.toml" "${modules[@]}"
