#!/usr/bin/env bash
# Export random input CASES times, beginning with SEED, and recount every folder (tests/fuzz).
set -euo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
exec .venv/bin/python tests/fuzz/fuzz.py --seed "${SEED:-1}" --cases "${CASES:-2000}" ${CASE:+--case "$CASE"}
