#!/usr/bin/env bash
# Link this checkout as a plugin into the QGIS profile folder given as the only argument.
set -euo pipefail
checkout=$(cd "$(dirname "$0")/.." && pwd)
link=$1/python/plugins/training_data_exporter

if [[ -e "$link" && ! -L "$link" ]]; then
    echo "$link is a folder, not a link: remove that installation first." >&2
    exit 1
fi
mkdir -p "$(dirname "$link")"
ln -sfn "$checkout" "$link"
echo "Linked $link -> $checkout"
echo "Enable it in QGIS: Plugins, Manage and Install Plugins, Installed, Training Data Exporter."
