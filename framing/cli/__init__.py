"""The command line: what may be asked (`*_commands.py`), and what is answered (`*_answers.py`).

Commands import typer and the lazy names of `framing`, nothing that reads or counts, so that help,
version and a word typed wrongly are answered at once. What they answer with beyond the face is
listed in `framing/cli/__init__.pyi`, and loaded when a command runs.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach_stub(__name__, __file__)
