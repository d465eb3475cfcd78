#!/usr/bin/env bash
# Unpack the demo's raster and polygons out of two Debian packages into demo/cache, once.
set -euo pipefail
cd "$(dirname "$0")"

r_library=cache/usr/lib/R/site-library

download() {
    (cd cache && apt-get download --quiet=2 "$@")
}

update_package_lists() {
    if [[ "$(id -u)" -eq 0 ]]; then apt-get update --quiet=2; else sudo apt-get update --quiet=2; fi
}

if [[ -e $r_library/stars/tif/L7_ETMs.tif && -e $r_library/sf/shape/olinda1.shp ]]; then
    exit 0
fi
echo "Fetching the demo data (Debian packages r-cran-stars and r-cran-sf, 7 MB)"
mkdir -p cache
download r-cran-stars r-cran-sf 2>/dev/null || { update_package_lists && download r-cran-stars r-cran-sf; }
for package in cache/r-cran-*.deb; do
    dpkg-deb --extract "$package" cache
done
rm cache/r-cran-*.deb
