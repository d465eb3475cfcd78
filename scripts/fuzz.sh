#!/usr/bin/env bash
# Export random input CASES times, beginning with SEED, and recount every folder; then export into folders that
# a stranger has changed, and kill KILLS exports at random moments and finish them (tests/fuzz).
set -euo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
.venv/bin/python tests/fuzz/fuzz.py --seed "${SEED:-1}" --cases "${CASES:-2000}" ${CASE:+--case "$CASE"}
if [[ -z "${CASE:-}" ]]; then
    .venv/bin/python tests/fuzz/odd_folders.py
    .venv/bin/python tests/fuzz/kills.py --seed "${SEED:-1}" --kills "${KILLS:-200}"
fi
