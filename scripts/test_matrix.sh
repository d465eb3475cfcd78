#!/usr/bin/env bash
# Run the tests on several real QGIS versions: this machine's own and those of other Debian releases.
#
#   scripts/test_matrix.sh [TARGET ...] [-- PYTEST_ARGS]
#
# TARGET is "host" or a Debian release with a QGIS of its own; default: host trixie forky, which is QGIS 3.22
# (on Debian 12), 3.40 and 3.44. A release's tree is made with debootstrap the first time (2 GB each, root only),
# and kept in MATRIX_ROOT, default /var/tmp/qgis-matrix. Each run gets a copy of the checkout.
set -euo pipefail
cd "$(dirname "$0")/.."

root=${MATRIX_ROOT:-/var/tmp/qgis-matrix}
packages=(
    qgis python3-qgis qgis-providers python3-gdal gdal-bin python3-lxml python3-numpy python3-pil
    python3-pytest python3-pytest-timeout python3-hypothesis locales xvfb xauth make git ca-certificates
    python3-distributed cgi-mapserver qgis-server-bin qgis-server-wms qgis-server-wcs qgis-server-wmts libtiff-tools
)

targets=()
while [[ $# -gt 0 && $1 != -- ]]; do
    targets+=("$1")
    shift
done
[[ ${#targets[@]} -gt 0 ]] || targets=(host trixie forky)
[[ ${1:-} == -- ]] && shift

# The package archive that this machine uses; in the tree its address stands only while apt runs.
mirror() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
        sed -nE 's/^URIs: *([^ ]+).*/\1/p; s/^deb (\[[^]]*\] )?(https?:[^ ]+).*/\2/p' |
        grep -v security | head -1
}

# Run a command in a tree: in namespaces of its own, so that no mount and no process is left behind.
inside() {
    local tree=$1 copy=$2
    shift 2
    TREE=$tree COPY=$copy unshare --mount --propagation private --pid --fork --kill-child bash -euc '
        mount -t proc proc "$TREE/proc"
        mount --rbind /dev "$TREE/dev"
        mount -t tmpfs tmpfs "$TREE/run"
        mount -t tmpfs -o mode=1777 tmpfs "$TREE/tmp"
        for file in /etc/resolv.conf /etc/hosts; do
            [[ ! -e $file ]] || { touch "$TREE$file"; mount --bind -o ro "$file" "$TREE$file"; }
        done
        if [[ -n $COPY ]]; then
            mkdir -p "$TREE/mnt/checkout"
            mount --bind "$COPY" "$TREE/mnt/checkout"
        fi
        mkdir -m 700 "$TREE/run/user"
        chroot "$TREE" /usr/bin/env -i HOME=/tmp/home PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM=dumb \
            XDG_RUNTIME_DIR=/run/user QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1 \
            sh -c "mkdir -p /tmp/home; \"\$@\"; exit \$?" sh "$@"
    ' bash "$@"
}

make_tree() {
    local release=$1 tree=$root/$1 script=/usr/share/debootstrap/scripts/$1 archive
    archive=$(mirror)
    command -v debootstrap >/dev/null || apt-get install --yes --quiet=2 --no-install-recommends debootstrap
    [[ -e $script ]] || script=/usr/share/debootstrap/scripts/sid # a release newer than this debootstrap
    rm -rf "$tree"
    debootstrap --variant=minbase "$release" "$tree" "$archive" "$script" >/dev/null
    rm -f "$tree/etc/apt/sources.list" "$tree"/etc/apt/sources.list.d/*
    printf '#!/bin/sh\nexit 101\n' > "$tree/usr/sbin/policy-rc.d"
    chmod +x "$tree/usr/sbin/policy-rc.d"
}

install_packages() {
    local release=$1 tree=$root/$1 list
    list=$tree/etc/apt/sources.list.d/matrix.list
    mkdir -p "$(dirname "$list")"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(mirror) $release main" > "$list"
    # A testing release's index may have expired by the time it is fetched.
    inside "$tree" "" sh -euc "
        apt-get --quiet=2 -o APT::Sandbox::User=root -o Acquire::Check-Valid-Until=false update
        DEBIAN_FRONTEND=noninteractive apt-get --quiet=2 --yes --no-install-recommends \
            -o APT::Sandbox::User=root install ${packages[*]} >/dev/null
        apt-get clean" || { rm -f "$list"; return 1; }
    rm -f "$list"
    echo "${packages[*]}" > "$tree/.test-matrix-packages"
}

ready() {
    local tree=$root/$1
    [[ -x $tree/usr/bin/qgis_process.bin || -x $tree/usr/bin/qgis_process ]] || make_tree "$1"
    [[ "$(cat "$tree/.test-matrix-packages" 2>/dev/null)" == "${packages[*]}" ]] || install_packages "$1"
}

copy_checkout() {
    git ls-files -z --cached --others --exclude-standard --exclude='.venv*' |
        while IFS= read -r -d '' file; do [[ ! -e $file ]] || printf '%s\0' "$file"; done |
        tar --null --files-from=- --create --file=- | tar --directory="$1" --extract --file=-
    # The packaging test archives a commit.
    git -C "$1" init --quiet
    git -C "$1" add --all
    git -C "$1" -c user.name=matrix -c user.email=matrix@localhost commit --quiet --message="The checkout"
    # What was fetched for the demo is fetched once.
    [[ ! -d demo/cache ]] || cp -r demo/cache "$1/demo/cache"
}

test_in() {
    local target=$1 copy status=0
    shift
    mkdir -p "$root"
    copy=$(mktemp --directory "$root/run.$target.XXXXXX")
    copy_checkout "$copy"
    if [[ $target == host ]]; then
        ln -s "$PWD/.venv" "$copy/.venv"
        ln -s "$PWD/.venv-readers" "$copy/.venv-readers"
        (cd "$copy" && QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest "$@") || status=$?
    else
        ready "$target"
        inside "$root/$target" "$copy" sh -c 'cd /mnt/checkout && exec python3 -m pytest "$@"' sh \
            -p no:cacheprovider "$@" || status=$?
    fi
    rm -rf "$copy"
    return "$status"
}

version_of() {
    if [[ $1 == host ]]; then
        dpkg-query --show --showformat='QGIS ${Version}' qgis
    else
        chroot "$root/$1" dpkg-query --show --showformat='QGIS ${Version}' qgis 2>/dev/null || echo "?"
    fi
}

summary=()
failed=0
for target in "${targets[@]}"; do
    echo "===== $target"
    if test_in "$target" "$@"; then outcome=passed; else outcome=FAILED failed=1; fi
    summary+=("$(printf '%-8s %-28s %s' "$target" "$(version_of "$target")" "$outcome")")
done
printf '===== result\n'
printf '%s\n' "${summary[@]}"
exit "$failed"
