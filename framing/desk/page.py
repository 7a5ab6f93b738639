"""The page that holds the desk: its style and its one script inside it, nothing from elsewhere."""

import json
from base64 import b64encode
from hashlib import sha256
from importlib import resources
from typing import Any

from framing.corpus.articles import Lang
from framing.desk.phrases import phrases
from framing.showing.shelf import template

_DESK = ("desk.js", "views.js")


def front(*names: str) -> str:
    """Files of the front end, one behind the other."""
    folder = resources.files("framing.desk") / "front"
    return "\n".join((folder / name).read_text("utf-8") for name in names)


def widget_script() -> str:
    """The module that a notebook loads."""
    return front(*_DESK, "widget.js")


def style() -> str:
    """How the desk looks, in a page as in a notebook."""
    return front("desk.css")


def look(lang: Lang) -> dict[str, Any]:
    """What the front end is told of itself: its language, and what it says."""
    return {"lang": lang, "say": phrases(lang)["page"]}


def policy(script: str, sources: str) -> str:
    """What a browser may do in a page: run this script, and what the sources of answers need."""
    digest = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    return (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        f"script-src 'sha256-{digest}' {sources}"
    )


def page(title: str, lang: Lang, start: dict[str, Any], sources: str) -> tuple[str, str]:
    """The page, and its policy.

    `start` says where answers come from, `sources` what a policy must allow for that: further
    scripts, and then directives.
    """
    told = json.dumps(start | look(lang), ensure_ascii=True).replace("<", "\\u003c")
    opened = f'openPage(document.getElementById("desk"), {told});'
    script = "\n".join((front(*_DESK, "page.js"), opened, ""))
    allowed = policy(script, sources)
    html = template("page", "framing.desk", "front").render(
        title=title,
        lang=lang,
        policy=allowed,
        style=style(),
        script=script,
        noscript=phrases(lang)["page"]["noscript"],
    )
    return html, allowed
