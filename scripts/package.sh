#!/usr/bin/env bash
# Write dist/training_data_exporter-VERSION.zip from the last commit; .gitattributes says what stays out.
# Usage: scripts/package.sh [FOLDER]    (default: dist)
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version=//p' metadata.txt)
folder=${1:-dist}
archive=$folder/training_data_exporter-$version.zip

if [[ -n "$(git status --porcelain)" ]]; then
    echo "Note: the zip holds the last commit; uncommitted changes are not in it." >&2
fi
mkdir -p "$folder"
git archive --format=zip --prefix=training_data_exporter/ --output="$archive" HEAD
echo "$archive"
