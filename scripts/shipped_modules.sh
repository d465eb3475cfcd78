#!/usr/bin/env bash
# Print the Python files that the plugin zip will contain, one a line.
set -euo pipefail
cd "$(dirname "$0")/.."

git ls-files --cached --others --exclude-standard -- '*.py' ':!tests' ':!demo' ':!docs' ':!scripts' \
    | while read -r file; do [[ -e "$file" ]] && echo "$file"; done
