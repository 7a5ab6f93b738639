"""Groups of options spread: every field of one is an argument or option of the command.

Typer reads a command's signature, so the command is given one that has the fields in the place of
the group; what is then typed is put together again (see `framing.cli.options`).
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from typing import Any, get_args

from typer.models import ArgumentInfo

from framing.cli.options import Asked
from framing.cli.output import saying


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """Make every field of a command's groups a parameter; hand it the groups whole.

    Arguments stand in the order in which the command names them, then its own options, then
    those of its groups.
    """
    own = inspect.signature(command).parameters.values()
    groups: dict[str, type] = {
        one.name: one.annotation
        for one in own
        if isinstance(one.annotation, type) and is_dataclass(one.annotation)
    }
    fields = {name: list(_parameters(group)) for name, group in groups.items()}
    every = [one for mine in own for one in fields.get(mine.name, [mine])]
    shared = [one for name in fields for one in fields[name]]
    in_order = sorted(every, key=lambda one: 0 if _is_argument(one) else 2 if one in shared else 1)

    def run(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group(**{one.name: given.pop(one.name) for one in fields[name]})
        asked = next((one for one in given.values() if isinstance(one, Asked)), None)
        with saying(asked is not None and asked.quiet):
            command(**given)
        if asked is not None:
            asked.finish()

    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__annotations__ = {one.name: one.annotation for one in in_order}
    keywords = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in in_order]
    vars(run)["__signature__"] = inspect.Signature(keywords)
    return run


def _parameters(group: type) -> Iterator[inspect.Parameter]:
    """The fields of a group as parameters, those of what it stands on last."""
    for owner in group.__mro__:
        for name, annotation in inspect.get_annotations(owner).items():
            default = vars(owner).get(name, inspect.Parameter.empty)
            yield inspect.Parameter(
                name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
            )


def _is_argument(parameter: inspect.Parameter) -> bool:
    return any(isinstance(one, ArgumentInfo) for one in get_args(parameter.annotation))
