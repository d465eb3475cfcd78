#!/usr/bin/env bash
# Make .venv-readers: the libraries that must be able to read an exported folder.
set -euo pipefail
cd "$(dirname "$0")/.."

torch_cpu_index=https://download.pytorch.org/whl/cpu

answers() {
    /usr/bin/python3 - "$1" 2>/dev/null <<'PYTHON'
import sys
import urllib.request

urllib.request.urlopen(sys.argv[1], timeout=5)
PYTHON
}

# torch without CUDA is a fifth of the download; PyTorch's own index is the usual place for it.
index_options=()
if answers "$torch_cpu_index/torch/"; then
    index_options=(--extra-index-url "$torch_cpu_index")
fi

/usr/bin/python3 -m venv .venv-readers
# The file lists every dependency: torchvision's own torch pin would exclude the torch in it.
.venv-readers/bin/python -m pip install --quiet --no-deps "${index_options[@]}" \
    --requirement requirements-readers.txt
