#!/usr/bin/env bash
# Draw docs/images/*.png in a real QGIS, filled from the demo's layers, and the report in Chromium where there is one.
# Usage: scripts/pictures.sh [FOLDER]    (default: docs/images)
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
plugin=training_data_exporter
pictures=$(realpath "${1:-docs/images}")

demo/fetch.sh

work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/plugins" "$work/profiles/profiles/default/QGIS" "$work/srv/olinda"
ln -s "$checkout" "$work/plugins/$plugin"
cat > "$work/profiles/profiles/default/QGIS/QGIS3.ini" <<INI
[PythonPlugins]
$plugin=true
processing=true

[qgis]
checkVersion=false
INI
cp demo/cache/usr/lib/R/site-library/stars/tif/L7_ETMs.tif \
    demo/cache/usr/lib/R/site-library/sf/shape/olinda1.* "$work/srv/olinda"

export HOME=$work TMPDIR=$work XDG_RUNTIME_DIR=$work QT_QPA_PLATFORM=xcb PYTHONDONTWRITEBYTECODE=1
export QGIS_PLUGINPATH=$work/plugins
export PICTURE_DATA=/srv/olinda PICTURE_FOLDER=$pictures PICTURE_MODEL=$checkout/models/export_and_check.model3
chmod 700 "$work"

# QGIS cannot draw offscreen, and a dialog that fails would stay open for ever.
# Dialog and log show paths: for this one program, /srv is our folder, so that they are the same everywhere.
as_root=()
[[ "$(id -u)" -eq 0 ]] || as_root=(--user --map-root-user)
unshare "${as_root[@]}" --mount bash -c 'mount --bind "$0" /srv && exec "$@"' "$work/srv" \
    timeout --kill-after=10 240 xvfb-run --auto-servernum --server-args="-screen 0 1600x1400x24" \
    qgis --nologo --noversioncheck --profiles-path "$work/profiles" --code scripts/pictures.py

if command -v chromium >/dev/null; then
    # A headless window is never narrower than 500 pixels, so the phone is a frame of 390.
    echo '<style>body { margin: 0 } iframe { border: 0; width: 390px; height: 1900px }</style>' \
        '<iframe src="report.html"></iframe>' > "$work/srv/olinda/phone.html"
    shoot() {
        timeout 60 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size="$2,1900" "${@:4}" \
            --screenshot="$pictures/$1.png" "file://$work/srv/olinda/$3.html" 2>/dev/null
    }
    shoot report 880 report
    shoot report_dark 880 report --blink-settings=preferredColorScheme=0
    shoot report_phone 390 phone
fi

# Few colours do for screens and take a third of the space.
.venv/bin/python - "$pictures" <<'PYTHON'
import sys
from pathlib import Path

from PIL import Image

dialogs = ("dialog", "dialog_advanced", "dialog_advanced_end", "log", "running", "plan_log", "model_raster_active", "model_vector_active")
windows = ("results_viewer", "chip_index", "plan")
for name in (*dialogs, *windows, "report", "report_dark", "report_phone"):
    path = Path(sys.argv[1]) / f"{name}.png"
    if path.exists():
        Image.open(path).convert("RGB").quantize(192, dither=Image.Dither.NONE).save(path, optimize=True)
PYTHON
