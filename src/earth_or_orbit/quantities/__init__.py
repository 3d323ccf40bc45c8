"""The model: one module per discipline, one function per quantity, wired by name in `facilities.py`."""
