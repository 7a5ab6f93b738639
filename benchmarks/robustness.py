"""What is lost when articles are spelled in another house's way.

    python benchmarks/robustness.py --shared DIR     # the seeds, and DIR/gold: articles and coding
    python benchmarks/robustness.py --errors         # every loss and every gain, with its words

Articles are respelled in six ways, everything else stays. A hit counts as kept if the same entry
(of cues: the same lemma and stance) is found in the same place; places are led back to the
untouched text. Hits in the untouched text are the measure, right or wrong; beside them the recall
of coded cues shows what a loss means. `gained` are hits that only the respelled text has.

- no hamza: أ إ آ as ا, ؤ as و, ئ as ي
- fatha: after half of the letters a fatha, which rules out no reading that is asked for
- random vowels: after half of the letters a short vowel or sukun, seldom the right one; a hit may
  then be lost because printed vowels speak against it (see `framing.lexicon.evidence`), as they
  should
- tatweel: in a third of the words, one to three after a letter that joins the next
- final ى as ي, and final ي as ى
"""

import argparse
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import regex
from rich.console import Console
from rich.table import Table

from framing.coding.agreement import score
from framing.coding.records import as_coded, read_coding
from framing.corpus.articles import read_corpus
from framing.layers.span_tables import attributions, leaks, mentions

ROOT = Path(__file__).parent.parent
SEED = 7
MOST_LOST_RECALL = 0.005  # of coded cues; of mentions none may be lost
LEXICONS = ("militancy", "state", "sourcing")
_SAME = ["doc_id", "layer", "entry", "start", "end"]
_FATHA = "\u064e"
_VOWELS = "\u064e\u064f\u0650\u0652"
_NO_HAMZA = str.maketrans("أإآؤئ", "اااوي")
_LETTER = regex.compile(r"[[ء-غف-ي]--[اآىة]](?!\p{M})", regex.V1)  # may bear a vowel, bears no mark
_JOINT = regex.compile(r"[بتثجحخسشصضطظعغفقكلمنهيئ](?=[ء-غف-ي])")
_ALIF_AT_END = regex.compile(r"(?<=\p{L})ى(?![\p{L}\p{M}])")
_YA_AT_END = regex.compile(r"(?<=\p{L})ي(?![\p{L}\p{M}])")

# A text respelled: for every character what stands in its place, with what was added after it.
Respelling = Callable[[str, np.random.Generator], list[str]]


@dataclass(frozen=True)
class Respelled:
    """A text in another spelling that knows the way back."""

    text: str
    places: list[int]  # of every character of the untouched text, and of its end

    def home(self, start: int, end: int) -> tuple[int, int]:
        """Lead a span home."""
        return bisect_right(self.places, start) - 1, bisect_left(self.places, end)


def main() -> None:
    """Find everything in the untouched texts and in each respelling; print what differs."""
    options = _options()
    corpora = [read_corpus(ROOT / "seeds"), read_corpus(options.shared / "gold" / "dev")]
    corpus = pd.concat(corpora, ignore_index=True).assign(title=None)
    codings = (ROOT / "seeds" / "coding" / "seeds.jsonl", options.shared / "gold" / "dev.jsonl")
    coding = pd.concat(map(read_coding, codings), ignore_index=True)
    console = Console(width=120, markup=False, highlight=False, soft_wrap=True)
    console.print(f"{len(corpus)} articles, {len(coding)} coded spans")
    plain = find_all(corpus)
    for name, respelling in RESPELLINGS.items():
        random = np.random.default_rng(SEED)
        texts = [respell(text, respelling, random) for text in corpus["text"]]
        found = home(find_all(corpus.assign(text=[one.text for one in texts])), texts, corpus)
        n_changed = sum(map(_n_changed, corpus["text"], texts))
        console.print(_table(f"{name}: {n_changed} places changed", plain, found))
        console.print(_recall_line(plain, found, coding))
        if options.errors:
            _print_changes(console, plain, found, corpus)


def find_all(corpus: pd.DataFrame) -> pd.DataFrame:
    """All hits of all layers; `entry` is whatever tells entries apart, `class` is the coding's."""
    cues = attributions(corpus)
    references = leaks(corpus)
    kinds = references["category"] + "/" + references["subtype"].fillna("")
    found = (
        cues.assign(layer="cues", entry=cues["lemma"] + "/" + cues["stance"]),
        *(mentions(corpus, lexicon).assign(layer=lexicon) for lexicon in LEXICONS),
        references.assign(layer="references", entry=kinds),
    )
    table = pd.concat(found, ignore_index=True)
    return table.assign(**{"class": table["stance"].fillna(table["category"])})[[*_SAME, "class"]]


def respell(text: str, respelling: Respelling, random: np.random.Generator) -> Respelled:
    """Spell a text in another way."""
    pieces = respelling(text, random)
    return Respelled("".join(pieces), [0, *accumulate(map(len, pieces))])


def home(found: pd.DataFrame, texts: list[Respelled], corpus: pd.DataFrame) -> pd.DataFrame:
    """Lead all hits in respelled texts home."""
    by_doc = dict(zip(corpus["doc_id"], texts, strict=True))
    spans = [
        by_doc[doc].home(start, end)
        for doc, start, end in found[["doc_id", "start", "end"]].itertuples(index=False)
    ]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    return found.assign(start=starts, end=ends)


def _n_changed(text: str, respelled: Respelled) -> int:
    places = respelled.places
    after = (respelled.text[a:b] for a, b in pairwise(places))
    return sum(piece != character for piece, character in zip(after, text, strict=True))


def changes(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """Hits of one table that the other has not: `change` says lost or gained."""
    sides = before[_SAME].merge(after[_SAME].drop_duplicates(), how="outer", indicator="change")
    names = {"left_only": "lost", "right_only": "gained", "both": "kept"}
    sides["change"] = sides["change"].astype(str).map(names)
    return sides


def _no_hamza(text: str, _: np.random.Generator) -> list[str]:
    return list(text.translate(_NO_HAMZA))


def _vowelled(vowels: str) -> Respelling:
    def respelling(text: str, random: np.random.Generator) -> list[str]:
        pieces = list(text)
        for match in _LETTER.finditer(text):
            if random.random() < 0.5:
                pieces[match.start()] += vowels[random.integers(len(vowels))]
        return pieces

    return respelling


def _tatweel(text: str, random: np.random.Generator) -> list[str]:
    pieces = list(text)
    for word in regex.finditer(r"\w+", text):
        joints = [match.start() for match in _JOINT.finditer(text, *word.span())]
        if joints and random.random() < 1 / 3:
            pieces[joints[random.integers(len(joints))]] += "ـ" * int(random.integers(1, 4))
    return pieces


def _replaced(letters: regex.Pattern[str], by: str) -> Respelling:
    return lambda text, _: list(letters.sub(by, text))


RESPELLINGS: dict[str, Respelling] = {
    "no hamza": _no_hamza,
    "fatha": _vowelled(_FATHA),
    "random vowels": _vowelled(_VOWELS),
    "tatweel": _tatweel,
    "final ى as ي": _replaced(_ALIF_AT_END, "ي"),
    "final ي as ى": _replaced(_YA_AT_END, "ى"),
}


def _table(name: str, plain: pd.DataFrame, found: pd.DataFrame) -> Table:
    table = Table("layer", "hits", "lost", "gained", "kept", title=name)
    for layer in plain["layer"].unique():
        sides = (one[one["layer"] == layer] for one in (plain, found))
        counts = changes(*sides)["change"].value_counts()
        lost, gained, kept = (int(counts.get(key, 0)) for key in ("lost", "gained", "kept"))
        share = f"{kept / (kept + lost):.1%}" if kept + lost else "–"
        table.add_row(layer, *map(str, (kept + lost, lost, gained)), share)
    return table


def _recall_line(plain: pd.DataFrame, found: pd.DataFrame, coding: pd.DataFrame) -> str:
    before, after = (_cue_recall(one, coding) for one in (plain, found))
    lost = changes(*(one[one["layer"].isin(LEXICONS)] for one in (plain, found)))["change"]
    n_lost = int((lost == "lost").sum())
    fits = "yes" if before - after <= MOST_LOST_RECALL else "NO"
    return (
        f"recall of coded cues: {before:.4f} untouched, {after:.4f} respelled, "
        f"{100 * (after - before):+.2f} points; at most {100 * MOST_LOST_RECALL:.1f} lost: {fits}\n"
        f"mentions lost: {n_lost}; none: {'yes' if n_lost == 0 else 'NO'}\n"
    )


def _cue_recall(found: pd.DataFrame, coding: pd.DataFrame) -> float:
    cues = found[found["layer"] == "cues"].drop(columns="class").assign(field="text", form="")
    stances = cues["entry"].str.rpartition("/")[2]
    coded = as_coded(cues.assign(stance=stances), "attribution")
    coded_cues = coding[coding["layer"] == "attribution"]
    return float(score(coded, coded_cues, same_class=False)["recall"].iloc[0])


def _print_changes(
    console: Console, plain: pd.DataFrame, found: pd.DataFrame, corpus: pd.DataFrame
) -> None:
    texts = dict(zip(corpus["doc_id"], corpus["text"], strict=True))
    sides = changes(plain, found)
    rows: list[Any] = sides[sides["change"] != "kept"].sort_values(_SAME).to_dict("records")
    for row in rows:
        text, start, end = texts[row["doc_id"]], row["start"], row["end"]
        around = text[max(0, start - 25) : end + 40].replace("\n", " ")
        console.print(
            f"{row['change']} {row['layer']} {row['doc_id']} {start}-{end} "
            f"{text[start:end]} = {row['entry']}\n    {around}"
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--errors", action="store_true", help="list what is lost and gained")
    return parser.parse_args()


if __name__ == "__main__":
    main()
