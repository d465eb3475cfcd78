#!/usr/bin/env bash
# Install the Debian packages that development needs, or, as "debian_packages.sh demo", those of the demo alone;
# does nothing when all are there.
set -euo pipefail

packages=(qgis python3-qgis qgis-providers python3-gdal python3-lxml python3-numpy python3-pil fonts-dejavu-core)
if [[ ${1:-} != demo ]]; then
    packages+=(
        gdal-bin python3-venv python3-pip
        xvfb xauth qttools5-dev-tools libtiff-tools
        locales  # the tests make one with a decimal comma
        cgi-mapserver qgis-server-bin qgis-server-wms qgis-server-wmts  # what the tests of web services ask
    )
fi

is_installed() {
    [[ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

as_root() {
    if [[ "$(id -u)" -eq 0 ]]; then env "$@"; else sudo env "$@"; fi
}

missing=()
for package in "${packages[@]}"; do
    is_installed "$package" || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

echo "Installing Debian packages: ${missing[*]}"
as_root apt-get update --quiet=2
as_root DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends \
    "${missing[@]}" >/dev/null
