#!/usr/bin/env bash
# Export a Landsat 7 scene of Olinda, Brazil, with its census tracts, and draw a sheet of the chips.
set -euo pipefail
cd "$(dirname "$0")"

r_library=cache/usr/lib/R/site-library
scene=$PWD/$r_library/stars/tif/L7_ETMs.tif
tracts=$PWD/$r_library/sf/shape/olinda1.shp
output=$PWD/output/olinda

./fetch.sh

# The algorithm never overwrites chips, so an earlier result has to go first.
rm -rf "$output"
../scripts/qgis_process.sh run trainingdata:exporttrainingdatafordeeplearning -- \
    IN_RASTER="$scene" \
    OUT_FOLDER="$output" \
    IN_CLASS_DATA="$tracts" \
    IMAGE_CHIP_FORMAT=TIFF \
    TILE_SIZE_X=64 TILE_SIZE_Y=64 \
    STRIDE_X=48 STRIDE_Y=48 \
    OUTPUT_NOFEATURE_TILES=ONLY_TILES_WITH_FEATURES \
    METADATA_FORMAT=PASCAL_VOC_rectangles \
    CLASS_VALUE_FIELD=TIPO

/usr/bin/python3 contact_sheet.py "$output" output/contact_sheet.png
echo "Training data: $output"
echo "Picture:       $PWD/output/contact_sheet.png"
