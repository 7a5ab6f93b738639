"""How long the desk takes to answer: the first reading, then each kind of question.

    python benchmarks/desk.py SHARED [ARTICLES]

SHARED holds the news that `news.py` reads; ARTICLES takes some of it only. Printed are the seconds
of processor time of the first answer, which reads and counts everything, and of every kind of
question the median and the longest: charts of some classes in two voices, for all articles and
for two outlets, the sentences of the mark with most, in every order, and an article.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any

from news import read_outlets

import framing as fr
from framing.desk import Desk
from framing.desk.charts import marks_of

ORDERS = ("text", "before", "after", "node", "outlet", "date")


def questions(choices: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The views: of each lexicon its first classes, of each share its first."""
    two = [one["key"] for one in choices["outlets"][:2]]
    for outlets in ([], two):
        for lexicon, voice in product(choices["lexicons"], ("narrator", "all")):
            for feature in lexicon["features"][:2]:
                yield {
                    "view": "rates",
                    "feature": feature["key"],
                    "voice": voice,
                    "outlets": outlets,
                }
        for share in choices["shares"]:
            first = {"share": share["key"], "category": share["classes"][0]["key"]}
            for voice in share["voices"][:1] + share["voices"][3:]:
                yield {"view": "shares", "voice": voice, "outlets": outlets, **first}
        yield {"view": "calls", "voice": "all", "outlets": outlets}


def timed(desk: Desk, asked: dict[str, Any], seconds: dict[str, list[float]], kind: str) -> Any:
    """An answer, its seconds noted under its kind."""
    begun = time.process_time()
    answer = desk.answer(asked)
    seconds[kind].append(time.process_time() - begun)
    if answer["kind"] == "error":
        raise SystemExit(f"{asked}: {answer['text']}")
    return answer


def main(shared: Path, most: int | None) -> Iterator[str]:
    """The lines that are printed."""
    desk = Desk(fr.read_corpus(read_outlets(shared).head(most) if most else read_outlets(shared)))
    seconds: dict[str, list[float]] = defaultdict(list)
    choices = timed(desk, {"want": "choices"}, seconds, "first reading")
    for asked in questions(choices):
        marks = marks_of(timed(desk, asked, seconds, f"chart: {asked['view']}"))
        if not marks:
            continue
        key = max(marks, key=lambda mark: mark["count"])["key"]
        for order in ORDERS:
            opened = asked | {"want": "sentences", "mark": key, "sort": order}
            places = timed(desk, opened, seconds, f"sentences: {order}")["places"]
        for _, at in places[:1]:
            timed(desk, {"want": "article", "at": at}, seconds, "article")
    yield f"{len(desk.reading):,} articles"
    for kind, taken in seconds.items():
        yield f"{kind:20} {len(taken):4} median {median(taken):7.2f} s, longest {max(taken):7.2f} s"
    shared_once: dict[str, list[float]] = defaultdict(list)
    for which in ("first", "again"):
        timed(desk, {"view": "swaps", "outlets": []}, shared_once, which)
        yield f"swaps, {which:13} {shared_once[which][0]:12.2f} s"


if __name__ == "__main__":
    for line in main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None):
        print(line, flush=True)  # noqa: T201  # printing is what it is for
