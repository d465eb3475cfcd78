#!/usr/bin/env bash
# Export random input CASES times, beginning with SEED, and recount every folder; then export into folders
# that a stranger has changed (tests/fuzz).
set -euo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
.venv/bin/python tests/fuzz/fuzz.py --seed "${SEED:-1}" --cases "${CASES:-2000}" ${CASE:+--case "$CASE"}
[[ -n ${CASE:-} ]] || .venv/bin/python tests/fuzz/odd_folders.py
