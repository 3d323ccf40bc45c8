# Earth or Orbit. A machine with Python 3.11 or newer, git and make needs nothing else: `make report`, `make test`.

# The first Python that is new enough; `make PYTHON=/some/python` chooses another.
IS_NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name $(IS_NEW_ENOUGH) && echo $$name && exit; done; echo python3)
WORKERS ?= 2
UV_VERSION := 0.13.9
# The interpreter on which the committed figures were drawn; on another one their numbers are compared, their bytes not.
FIGURES_PYTHON := 3.11

BUILD := $(CURDIR)/build
VENV_PYTHON := .venv/bin/python
MODEL := $(VENV_PYTHON) -m earth_or_orbit
STAMP := .venv/.set-up-for

# Nothing of the user's own Python set-up reaches a run, and no run writes outside build/.
unexport PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH VIRTUAL_ENV CONDA_PREFIX UV_PYTHON UV_NO_DEV MPLBACKEND
export UV_COMPILE_BYTECODE := 1
export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
# Trust what the machine trusts, so that set-up works behind an organisation's proxy.
export UV_SYSTEM_CERTS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export JUPYTER_CONFIG_PATH := $(CURDIR)/.jupyter
export JUPYTER_PLATFORM_DIRS := 1
# Two notebooks at a time share the cores; a thread pool each would only get in each other's way.
export OPENBLAS_NUM_THREADS ?= 1

RUN_FOLDERS := JUPYTER_CONFIG_DIR=$(BUILD)/jupyter/config JUPYTER_DATA_DIR=$(BUILD)/jupyter/data \
	JUPYTER_RUNTIME_DIR=$(BUILD)/jupyter/runtime IPYTHONDIR=$(BUILD)/ipython MPLCONFIGDIR=$(BUILD)/matplotlib

# A machine without a writable home gets one under build/.
ifneq ($(shell test -n "$$HOME" && test -d "$$HOME" && test -w "$$HOME" && echo yes),yes)
export HOME := $(BUILD)/home
$(shell mkdir -p "$(BUILD)/home")
endif

# An environment that was made in another folder and copied here still points at that folder: set it up again.
ifneq ($(shell cat $(STAMP) 2>/dev/null),$(CURDIR))
.PHONY: $(STAMP)
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help setup report report-all test check-results lab notebooks figures results datapackage fields lint format bench clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: $(STAMP)  ## make .venv from the lock (every other target does this by itself)
	@:

$(STAMP): pyproject.toml uv.lock
	@$(PYTHON) $(IS_NEW_ENOUGH) || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1 | tail -n 1). Try: make PYTHON=python3.13" >&2; exit 1; }
	@echo "setting up .venv from uv.lock"
	@test -x $(VENV_PYTHON) && $(VENV_PYTHON) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv || \
		{ echo "$(PYTHON) cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@$(VENV_PYTHON) -m uv --version 2>/dev/null | grep -qF " $(UV_VERSION)" || \
		$(VENV_PYTHON) -m pip install --quiet "uv==$(UV_VERSION)"
	@$(VENV_PYTHON) -m uv sync --quiet --locked --inexact --python $(VENV_PYTHON)
	@printf '%s\n' "$(CURDIR)" > $(STAMP)

report: setup  ## the main job: the core notebooks for the three default pairs -> build/report/index.html
	@$(RUN_FOLDERS) $(MODEL) report

report-all: setup  ## every notebook and every pair -> build/report/index.html
	@$(RUN_FOLDERS) $(MODEL) report --all

test: setup  ## ruff, all tests, and every notebook run again and compared with its committed outputs
	@$(VENV_PYTHON) -m ruff check .
	@$(RUN_FOLDERS) $(VENV_PYTHON) -m pytest -n $(WORKERS) --dist loadfile --durations=10 \
		--nbval --nbval-current-env --nbval-sanitize-with tests/nbval_sanitize.cfg tests notebooks

check-results: setup  ## rebuild results/ and figures/ aside and fail on a difference
	@$(RUN_FOLDERS) $(MODEL) results --check
	@if $(VENV_PYTHON) --version | grep -qF " $(FIGURES_PYTHON)."; then $(RUN_FOLDERS) $(MODEL) figures --check; \
		else echo "figures are compared byte for byte on Python $(FIGURES_PYTHON) only"; fi

lab: setup  ## open JupyterLab on the collection (options: make lab LAB="--no-browser --port=9000")
	@$(VENV_PYTHON) -m jupyter lab --notebook-dir=notebooks $(LAB)

notebooks: setup  ## run every notebook in place, ready to commit
	@$(RUN_FOLDERS) $(MODEL) notebooks

figures: setup  ## draw figures/ again
	@$(RUN_FOLDERS) $(MODEL) figures

results: setup  ## compute results/ again
	@$(RUN_FOLDERS) $(MODEL) results

datapackage: setup  ## write data/datapackage.json for the files that data/ now holds
	@$(VENV_PYTHON) -m earth_or_orbit.datapackage

fields: setup  ## compute the heavy tables of data/series/ again, as fields/README.md says (40 minutes, optional packages)
	@$(VENV_PYTHON) -m uv sync --quiet --locked --inexact --group fields --python $(VENV_PYTHON)
	@mkdir -p $(BUILD)/home
	@for script in trapped_dose anomaly cell_damage solar_protons air_density climate_hours solar_supply; do \
		HOME=$(BUILD)/home $(VENV_PYTHON) fields/$$script.py || exit 1; done

lint: setup  ## ruff and the house rules only
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m pytest tests/house tests/notebooks/test_notebook_rules.py

format: setup  ## what ruff can mend by itself
	@$(VENV_PYTHON) -m ruff check --fix .

bench: setup  ## time the commands, each as a whole process -> bench/results.csv
	@$(RUN_FOLDERS) $(VENV_PYTHON) bench/run.py

clean:  ## remove what was built; the environment stays
	rm -rf build .pytest_cache .ruff_cache
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
