"""How a command ends that fails: what is said on standard error, and the exit code.

What was foreseen is a `FramingError`, whose words say it all. Anything else is a fault of this
package; it is told in a sentence too, since a traceback helps nobody but its authors, who ask for
one by an environment variable.
"""

import os
import traceback

from framing.base.errors import MOST_OF_A_PATH, FramingError, OutputError, cut, frames_of, place_of
from framing.cli.output import remark

INPUT_FAILED, OUTPUT_FAILED, SET_ASIDE, BUG = 1, 3, 4, 5
TRACEBACK = "FRAMING_TRACEBACK"


def end(failure: Exception) -> int:
    """Say why a command failed, and give its exit code."""
    if isinstance(failure, FramingError):
        remark(str(failure))
        return OUTPUT_FAILED if isinstance(failure, OutputError) else INPUT_FAILED
    if isinstance(failure, OSError):
        place = f"'{cut(str(failure.filename), MOST_OF_A_PATH)}'" if failure.filename else "A file"
        state = failure.strerror or type(failure).__name__
        remark(f"{place} cannot be used: {state}. Give the path of what you may read.")
        return INPUT_FAILED
    if isinstance(failure, MemoryError):
        remark("There is not enough memory for this. Give fewer or shorter articles at once.")
        return INPUT_FAILED
    remark(_of_a_bug(failure))
    if os.environ.get(TRACEBACK):
        remark("".join(traceback.format_exception(failure)))
    return BUG


def _of_a_bug(failure: Exception) -> str:
    frames = frames_of(failure)
    where = place_of(frames[-1]) if frames else ""
    return (
        f"This is a bug of framing, not of your files: {type(failure).__name__}"
        f"{where and f' in {where}'} ({cut(str(failure)) or 'no more is known'}). Please report it "
        f"with the command and, if you may pass it on, what it was given; {TRACEBACK}=1 in the "
        "environment shows where it happened."
    )
