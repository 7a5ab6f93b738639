"""What a figure is to who asks for it by name: its words in either language, its drawing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from framing.questions.survey import Survey
from framing.showing.figures.phrases import About, about
from framing.showing.figures.save import Figure
from framing.showing.figures.style import LANGUAGES, Language


@dataclass(frozen=True)
class FigureKind:
    """A figure of a survey.

    Attributes:
        name: what its files are called.
        draw: the function that draws it.
        of_propositions: whether it shows propositions, and is left out where none were named.
        about: its title, its caption and its lexicons, by language. A place that is left for
            a number or a name stands there in braces.

    Raises `UnknownNameError` if nothing is said of such a figure in `phrases.toml`.
    """

    name: str
    draw: Callable[[Survey, Language], Figure]
    of_propositions: bool = False
    about: Mapping[Language, About] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        known = {lang: about(self.name, lang) for lang in LANGUAGES}
        object.__setattr__(self, "about", known)
