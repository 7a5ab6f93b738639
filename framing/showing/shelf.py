"""The templates of pages: whatever they print passes the one escape there is."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from framing.base.markup import escape


@lru_cache
def template(name: str, package: str = "framing.showing", folder: str = "templates") -> Template:
    """The template of a page, by its name without `.html.j2`, in a folder of a package."""
    shelf = Environment(
        loader=PackageLoader(package, folder),
        autoescape=True,
        finalize=_escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return shelf.get_template(f"{name}.html.j2")


def _escaped(value: object) -> Markup:
    """What the template prints, escaped unless it is HTML already."""
    return value if isinstance(value, Markup) else Markup(escape(value))  # noqa: S704  # escaped
