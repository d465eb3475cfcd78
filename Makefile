# Training Data Exporter: development commands. The longer steps live in scripts/.

SHELL := /bin/bash
PYTHON := .venv/bin/python
QGIS_PROFILE ?= $(HOME)/.local/share/QGIS/QGIS3/profiles/default

.DEFAULT_GOAL := help
.PHONY: help setup debian-packages demo test test-matrix bench bench-scale bench-workers demo-cluster fuzz lint translations help-page pictures package install clean

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

setup: debian-packages .venv/.complete .venv-readers/.complete .venv-qt6/.complete  ## install QGIS (Debian packages) and the virtual environments

debian-packages:
	@scripts/debian_packages.sh

# System site packages: QGIS and GDAL bindings exist as Debian packages only.
.venv/.complete: requirements-dev.txt | debian-packages
	/usr/bin/python3 -m venv --system-site-packages .venv
	$(PYTHON) -m pip install --quiet --requirement requirements-dev.txt
	@touch $@

# The dataset readers need a newer numpy than the QGIS of Debian 12 can load: they get a process of their own.
.venv-readers/.complete: requirements-readers.txt scripts/reader_environment.sh | debian-packages
	scripts/reader_environment.sh
	@touch $@

# Qt 6 beside QGIS's own Qt 5, to look up names in.
.venv-qt6/.complete: requirements-qt6.txt | debian-packages
	/usr/bin/python3 -m venv .venv-qt6
	.venv-qt6/bin/python -m pip install --quiet --requirement requirements-qt6.txt
	@touch $@

demo:  ## export a Landsat scene with qgis_process and draw a contact sheet; needs QGIS alone
	@scripts/debian_packages.sh demo
	demo/run.sh

demo-cluster: setup  ## export a scene with two workers of a Dask cluster, and look at it on its dashboard
	demo/fetch.sh
	$(PYTHON) demo/cluster.py

test: setup  ## run the tests, a process for each core (PYTEST_ARGS="-k grid" to choose)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest --numprocesses auto --dist loadfile $(PYTEST_ARGS)

fuzz: setup  ## export random input and recount it, kill exports and finish them (SEED=1 CASES=2000 KILLS=200; CASE=n for one)
	SEED="$(SEED)" CASES="$(CASES)" CASE="$(CASE)" KILLS="$(KILLS)" scripts/fuzz.sh

lint: setup  ## ruff, mypy, bandit, and Qt's names looked up in Qt 6
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	scripts/typecheck.sh
	scripts/shipped_modules.sh | xargs $(PYTHON) -m bandit --quiet
	scripts/shipped_modules.sh | xargs .venv-qt6/bin/python scripts/qt6_names.py

bench: setup .venv-peers/.complete  ## measure speed against other tools (BENCH_ARGS=--quick, or "--only PNG" to choose)
	cd tests/benchmarks && ../../$(PYTHON) run.py $(BENCH_ARGS)

bench-workers: setup  ## measure worker processes, and tell by arithmetic what more cores would give
	cd tests/benchmarks && ../../$(PYTHON) workers.py

bench-scale: setup  ## measure memory and time as scenes and layers grow
	cd tests/benchmarks && ../../$(PYTHON) scale.py && ../../$(PYTHON) sparse_memory.py && ../../$(PYTHON) vertices.py

.venv-peers/.complete: scripts/peer_environment.sh
	scripts/peer_environment.sh
	@touch $@

translations: setup  ## bring i18n/*.ts in step with the texts, compile them, and write models/ in each language
	$(PYTHON) scripts/translations.py
	$(PYTHON) scripts/example_model.py

pictures: setup  ## draw docs/images anew in a real QGIS
	scripts/pictures.sh

help-page: setup  ## write docs/help.html and the README's table of parameters anew from the texts of the dialog
	$(PYTHON) scripts/help_page.py
	$(PYTHON) scripts/parameter_table.py

test-matrix: setup  ## run the tests on QGIS 3.22, 3.40 and 3.44 (as root; MATRIX_ROOT keeps the trees)
	scripts/test_matrix.sh $(if $(PYTEST_ARGS),-- $(PYTEST_ARGS))

package:  ## zip of the last commit for plugins.qgis.org, in dist/
	scripts/package.sh

install:  ## link this checkout into a QGIS profile (QGIS_PROFILE=folder)
	scripts/install.sh "$(QGIS_PROFILE)"

clean:  ## remove everything that was made or fetched, except the virtual environments
	git clean -dX --force --quiet --exclude='!.venv*/'
