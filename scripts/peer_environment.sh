#!/usr/bin/env bash
# Make .venv-peers: the tools that the benchmark compares with.
set -euo pipefail
cd "$(dirname "$0")/.."

/usr/bin/python3 -m venv .venv-peers
.venv-peers/bin/python -m pip install --quiet rasterio==1.4.4 geopandas==1.2.0 pillow tqdm
# Its dependencies hold torch; the one function that is measured needs what is listed above.
.venv-peers/bin/python -m pip install --quiet --no-deps geoai-py==0.40.1
