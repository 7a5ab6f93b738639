"""Pages of sentences: behind every number of a report, the sentences it was counted from.

A page is a column of a table, one outlet's; a section of it is a number, and holds as many
sentences as the number says. Files go by the number of their outlet, so that no name of an outlet
is ever part of a path.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd

from framing.base.files import write_whole
from framing.corpus.articles import Lang
from framing.counting.features import WORDS
from framing.layers.concordance import show
from framing.lexicon.entries import load_lexicon
from framing.questions.survey import WHOLE, Survey
from framing.showing.estimates import rate_text, share_text
from framing.showing.evidence import Evidence, Key, Number, Place, key_of
from framing.showing.shelf import template
from framing.showing.summaries import feature_label, one_line
from framing.showing.wording import class_label, side_label, wording

FOLDER = "sentences"
MOST_IN_ALL = 60_000  # sentences on all pages together, some 30 MB
_FEWER = (100_000, 1_000, 200, 50, 20, 10)  # sentences of one number, if there are too many
_PLAIN = re.compile(r"[a-z0-9.+ -]+")


@dataclass(frozen=True)
class Addresses:
    """Where the sentences of a number stand, seen from the report's page.

    `outlets` are the outlets in the order of the corpus, `articles` the articles that have a page,
    each with the page's name without its ending.
    """

    outlets: Sequence[str]
    articles: Mapping[str, str]

    def of(self, row: Mapping[Any, Any]) -> str:
        """The address of the number that a row of a table of rates or shares is."""
        key = key_of(row)
        return f"{FOLDER}/{self.page(key)}#{anchor(key)}"

    def page(self, key: Key) -> str:
        """The file with the sentences of a number."""
        number = "all" if key.outlet == WHOLE else str(self.outlets.index(key.outlet) + 1)
        return f"{key.kind}-{_plain(key.table)}-{number}.html"


def anchor(key: Key) -> str:
    """The section of its page that holds the sentences of a number."""
    return "-".join(_plain(part) for part in (key.side, key.category, key.voice) if part)


def table_title(kind: str, table: str, lang: Lang) -> str:
    """What a table of the report is called: of rates by its lexicon, a share in words."""
    words = wording(lang)
    if kind == "share":
        return str(words["shares"].get(table, table))
    return str(words["headings"][WORDS] if table == WORDS else words["page"]["rates"]).format(
        lexicon=table
    )


def table_anchor(kind: str, table: str) -> str:
    """The id of a table of rates or shares on the report's page."""
    return f"{kind}-{_plain(table)}"


def write_sentences(found: Survey, addresses: Addresses, folder: Path, lang: Lang) -> int | None:
    """Write the pages of sentences of a survey.

    Args:
        found: the corpus, measured.
        addresses: where each number's sentences are to stand.
        folder: of the report; the pages come into `sentences/` inside it.
        lang: language of the headings, "en" or "ar".

    Returns:
        How many sentences of a number are shown at most, None if all are.
    """
    numbers = list(Evidence(found).numbers())
    counts = [len(one.places) for one in numbers]
    most = next(
        (one for one in _FEWER if sum(min(count, one) for count in counts) <= MOST_IN_ALL),
        _FEWER[-1],
    )
    lines = _lines(found, (place for one in numbers for place in one.places[:most]), lang)
    names = dict(zip(found.outlets["outlet"], found.outlets[lang], strict=True))
    by_page = sorted(numbers, key=lambda one: addresses.page(one.key))
    for page, group in groupby(by_page, key=lambda one: addresses.page(one.key)):
        inside = list(group)
        key = inside[0].key
        sections = [_section(one, lines, most, addresses, lang) for one in inside]
        set_page = template("sentences").render(
            lang=lang,
            say=wording(lang)["sentences"],
            table=table_title(key.kind, key.table, lang),
            outlet=one_line(names.get(key.outlet, wording(lang)["sentences"]["all"])),
            back="../report.html#"
            + ("tables" if key.table == WORDS else table_anchor(key.kind, key.table)),
            sections=sections,
        )
        write_whole(folder / FOLDER / page, set_page.encode())
    return most if max(counts, default=0) > most else None


def _lines(
    found: Survey, places: Iterable[Place], lang: Lang
) -> dict[tuple[Any, ...], dict[Any, Any]]:
    """The whole sentence round each place, with what parts the place from the words round it."""
    names = ["doc_id", "field", "start", "end"]
    wanted = pd.DataFrame(list(dict.fromkeys(place[:4] for place in places)), columns=names)
    rows = show(found.reading, wanted, lang=lang).table.to_dict("records")
    texts = found.reading.at((row["doc_id"], row["field"]) for row in rows)
    lines = {}
    for row in rows:
        text, start, end = texts[row["doc_id"], row["field"]].text, row["start"], row["end"]
        before, behind = (
            " " if one.isspace() else "" for one in (text[start - 1 : start], text[end : end + 1])
        )
        gaps = {"before": before, "behind": behind}
        lines[tuple(row[name] for name in names)] = row | gaps
    return lines


def _section(
    number: Number,
    lines: Mapping[tuple[Any, ...], dict[Any, Any]],
    most: int,
    addresses: Addresses,
    lang: Lang,
) -> dict[str, Any]:
    """A number as a page shows it: what it is, its estimate, its sentences."""
    say = wording(lang)["sentences"]
    places = number.places
    is_cut = len(places) > most
    n_words = sum(place.weight for place in places) if _counts_words(number.key) else 0
    runs = say["runs"].format(words=f"{n_words:,}", runs=f"{len(places):,}")
    cut = say["cut"].format(shown=f"{most:,}", total=f"{len(places):,}", way=_way(number.key))
    return {
        "anchor": anchor(number.key),
        "heading": _heading(number.key, lang),
        "estimate": _estimate(number.row, lang),
        "runs": runs if n_words else "",
        "cut": cut if is_cut else "",
        "lines": [
            lines[place[:4]]
            | {"weight": place.weight, "article": _article(place, addresses, not n_words)}
            for place in places[:most]
            if place[:4] in lines
        ],
        "is_words": bool(n_words),
    }


def _counts_words(key: Key) -> bool:
    return key.table == WORDS or key.table.startswith("quoted ")


def _article(place: Place, addresses: Addresses, is_mark: bool) -> str:
    """Where the whole article stands; a mention is marked in it, a run of words is not."""
    page = addresses.articles.get(place.doc_id)
    at = f"#{place.field}-{place.start}" if is_mark else ""
    return f"../articles/{page}.html{at}" if page else ""


def _heading(key: Key, lang: Lang) -> str:
    return " · ".join(_parts(key, lang))


def _parts(key: Key, lang: Lang) -> Iterator[str]:
    """What a number is called: whose words, which class, in which voice."""
    if key.side:
        yield side_label(key.side, lang=lang)
    if key.kind == "rate" and key.table != WORDS:
        yield feature_label(f"{key.table}.{key.category}", load_lexicon(key.table), lang=lang)
    elif key.kind == "share":
        yield class_label(key.table, key.category, lang=lang)
    if key.voice != "all":
        yield wording(lang)["voices"][key.voice]


def _estimate(row: Mapping[Any, Any], lang: Lang) -> tuple[str, str]:
    """The estimate, and in words what it is per or of."""
    words = wording(lang)
    say, unit, cells = words["sentences"], words["units"].get(row["unit"], row["unit"]), dict(row)
    if "share" in row:
        return share_text(cells, words), say["share"].format(unit=unit)
    if row["feature"] == WORDS:
        return f"{row['count']:,}", ""
    return rate_text(cells, words), say["rate"].format(unit=unit, base=f"{row['base']:,}")


def _way(key: Key) -> str:
    """The call that shows all sentences of a number."""
    if key.kind == "rate" and key.table in ("militancy", "state") and key.category.count(".") == 0:
        return (
            f'fr.kwic(news, fr.mentions(news, "{key.table}"), width=None, '
            f'category="{key.category}", voice="{key.voice}")'
        )
    table = "features" if key.kind == "rate" else "shares"
    return f"fr.show(news, spans) of the span_ids in tables/{table}.csv"


def _plain(name: str) -> str:
    """A name that is safe in a path and an address; of any other its digest."""
    if _PLAIN.fullmatch(name):
        return name.replace(" ", "-")
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
