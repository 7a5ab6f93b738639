"""`python -m framing` is the command `framing`."""

from framing.cli.main import run

run()
