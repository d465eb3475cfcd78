#!/usr/bin/env bash
# Run qgis_process with this checkout as its plugin, in a profile that is thrown away afterwards.
# Example: scripts/qgis_process.sh help trainingdata:exporttrainingdatafordeeplearning
set -euo pipefail
checkout=$(cd "$(dirname "$0")/.." && pwd)
plugin=training_data_exporter

home=$(mktemp --directory)
trap 'rm -rf "$home"' EXIT
mkdir -p "$home/plugins" "$home/qgis/profiles/default/QGIS"
ln -s "$checkout" "$home/plugins/$plugin"
printf '[PythonPlugins]\n%s=true\n' "$plugin" > "$home/qgis/profiles/default/QGIS/QGIS3.ini"

# Debian 12's qgis_process is a wrapper that passes an option which the program behind it refuses.
program=$(command -v qgis_process.bin || command -v qgis_process) || {
    echo "qgis_process was not found: run 'make setup' first." >&2
    exit 1
}
HOME=$home QGIS_CUSTOM_CONFIG_PATH=$home/qgis QGIS_PLUGINPATH=$home/plugins \
    XDG_RUNTIME_DIR=$home QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1 "$program" "$@"
