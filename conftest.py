"""nbval runs a cell outside the history, where IPython takes no notice of a trailing `;`: the value that the notebook
hides would then be compared with nothing. Run inside the history, a cell prints what it prints for a reader.
"""

from nbval.kernel import RunningKernel


def _execute_in_history(self: RunningKernel, cell_input: str | None = None, allow_stdin: bool | None = None) -> str:
    return self.kc.execute(cell_input, store_history=True, allow_stdin=allow_stdin, stop_on_error=False)


RunningKernel.execute_cell_input = _execute_in_history
