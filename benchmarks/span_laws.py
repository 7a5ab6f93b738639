"""The laws of every span of every table, and articles made to break them.

A span is null, or lies inside its text, begins before it ends, and its form is what stands there.
Which columns are spans is taken from the columns of the tables, so that a new table is held to
the laws by itself. No article may be missing from what is counted unless `errors` says so.

The articles put cues, quotation marks, أن, names and numbers where rules look past an edge: first,
last, before a mark, inside one another.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from random import Random

import pandas as pd

import framing as fr
from framing.copying.copies import clusters, independence
from framing.layers.span_tables import zones

Tables = Iterable[tuple[str, pd.DataFrame]]

CUES = (
    "قال قالت وقال قائلا أكد أكدت وأكد مؤكدا أضاف وأضاف مضيفا زعم يزعم نفى ينفي اعتبر أعلن وأعلن "
    "أعرب ذكر ذكرت نقل نقلت نقلا أفاد أفادت كشف كشفت وصف يصف دعا اتهم رفض حذر محذرا يقول تقول "
    "بحسب حسب وفق وفقا تصريح تصريحات بيان"
).split()
THAT = "أن إن أنه إنه بأن بأنه أنّ إلى على عن في من لـ".split()
NAMES = (
    "كيري جون لافروف سيرغي بوتين الأسد داعش النصرة القاعدة البنتاغون الكرملين روسيا سوريا واشنطن "
    "حلب الوزير وزير الخارجية الأمريكي الروسي الرئيس المتحدث باسم مصدر مصادر مطلع مطلعة "
    "مسؤول مسؤولون رفض الكشف هويته صحيفة الصحيفة واشنطن بوست وكالة رويترز أ.ف.ب موقع "
    "قناة الجيش المعارضة النظام"
).split()
LABELS = (
    "الإرهابيين إرهابي الإرهاب المتطرفين الجهادية جهاديون مسلحين المسلحة الدولة الإسلامية تنظيم "
    "القوات وثائق مسربة تسريبات التسريبات وثيقة سرية ويكيليكس"
).split()
OTHER = (
    "هدنة الهدنة انسحبت قتلوا أمس الجمعة الذي التي قد لم لا كان حيث بعد قبل هذا وهو ثم 15 2016 ٣٠ "
    "1.5 و وفي وعلى والتي (CNN) Reuters a😀 ـ ً لمّا طويلةجداً شيء"
).split()
MARKS = (
    *("«", "»", '"', "“", "”", "‘", "’", "''", "(", ")", "[", "]", "‹", "›"),
    *(".", "،", ":", "؛", "!", "؟", "...", "-", "–", "/", "\u200f", "\u202b", "\ufeff", "\u00a0"),
)
DAMAGE = (
    "quot;الإرهابيينquot; &quot;داعش&quot; &#39;مسلحون&#39; مدينةالإرهابيين \\nقال "
    "&laquo;نعم&raquo; &nbsp; الإرهٰبيين وفللإرهابيين كتب:الإرهابيون ISIS &amp;quot; quot; \\n"
).split()
EDGES = ("\n", "\n\n", " ", "", "\t", "\r\n", "\u2028", "\x85")
_PAIRS = (("«", "»"), ('"', '"'), ("”", "“"), ("“", "”"), ("»", "«"), ("(", ")"), ("'", "'"))
_KINDS = (CUES, CUES, THAT, THAT, NAMES, NAMES, LABELS, OTHER, MARKS, DAMAGE)
_SIDE = re.compile(r"^(?:(?P<part>\w+)_)?start(?:_(?P<side>[ab]))?$")


def article(chance: Random) -> str:
    """One article; `chance` decides everything."""
    paragraphs = [_phrase(chance, chance.choice((0, 1, 2, 3))) for _ in range(chance.randint(1, 4))]
    text = chance.choice(EDGES[:3]).join(paragraphs)
    return "".join((_edge(chance), text, _edge(chance)))


def corpus_of(chance: Random, n: int) -> pd.DataFrame:
    """Articles of three outlets; some have a title, some are nearly another one."""
    texts: list[str] = []
    for _ in range(n):
        text = article(chance)
        if texts and chance.random() < 0.4:  # a copy, in which a word or a mark is another one
            pieces = chance.choice(texts).split(" ")
            pieces[chance.randrange(len(pieces))] = _word(chance)
            text = " ".join(pieces)
        texts.append(text)
    titles = [article(chance).replace("\n", " ") if chance.random() < 0.3 else "" for _ in texts]
    return pd.DataFrame(
        {
            "doc_id": [f"{row:06d}" for row in range(n)],
            "outlet": [chance.choice(("x", "y", "رويترز")) for _ in texts],
            "title": titles,
            "text": texts,
        }
    )


def _edge(chance: Random) -> str:
    return chance.choice(EDGES) + chance.choice(("", "", _word(chance), chance.choice(MARKS)))


def _word(chance: Random) -> str:
    return chance.choice(chance.choice(_KINDS))


def _phrase(chance: Random, depth: int) -> str:
    """Words in a row; deeper ones hold a phrase in marks, or behind a cue and أن."""
    pieces = [_word(chance) for _ in range(chance.randint(0, 6))]
    if depth:
        inner = _phrase(chance, depth - 1)
        opening, closing = chance.choice(_PAIRS)
        shape = chance.randrange(4)
        if shape == 0:
            inner = f"{opening}{inner}{closing}"
        elif shape == 1:
            inner = f"{chance.choice(CUES)} {chance.choice(NAMES)} {chance.choice(THAT)} {inner}"
        elif shape == 2:
            inner = f"{opening}{inner}"
        else:
            inner = f"{inner}{closing} {chance.choice(CUES)} {chance.choice(NAMES)}"
        pieces.insert(chance.randint(0, len(pieces)), inner)
    gap = chance.choice((" ", " ", " ", "  ", "،", ". ", "\n"))
    return gap.join(pieces)


LAYERS: dict[str, Callable[[fr.AnnotatedCorpus], pd.DataFrame]] = {
    "militancy": lambda news: fr.mentions(news, least_score=0),
    "state": lambda news: fr.mentions(news, "state"),
    "cues": lambda news: fr.mentions(news, "attribution", least_score=0),
    "sourcing": lambda news: fr.mentions(news, "sourcing", least_score=0),
    "attributions": lambda news: fr.attributions(news, least_score=0),
    "leaks": fr.leaks,
    "quotations": fr.quotations,
    "zones": zones,
    "shared_quotations": fr.shared_quotations,
    "coverage": lambda news: fr.coverage(news, "moscow-2016").passages,
    "kwic": lambda news: fr.kwic(news, "كيري").table,
}


def tables_of(reading: fr.AnnotatedCorpus) -> Iterator[tuple[str, pd.DataFrame]]:
    """Every table that has a span."""
    for name, layer in LAYERS.items():
        yield name, layer(reading)
    pairs = fr.reuse(reading, least_similarity=0)
    yield "reuse", pairs
    yield "edits", fr.edits(reading, pairs, spelling=True)
    yield "clusters", clusters(reading, pairs)


def breaches(reading: fr.AnnotatedCorpus, seen: Counter[str]) -> Iterator[str]:
    """Every span that breaks a law, and every article that is missing in silence.

    `seen` counts the rows of each table.
    """
    cells = reading.articles[["doc_id", "title", "text"]].itertuples(index=False, name=None)
    texts = {
        (doc_id, field): text if isinstance(text, str) else ""
        for doc_id, *fields in cells
        for field, text in zip(("title", "text"), fields, strict=True)
    }
    for name, table in tables_of(reading):
        seen[name] += len(table)
        for column in table.columns:
            if named := _SIDE.match(column):
                yield from _of_spans(name, table, column, named["part"], named["side"], texts)
        if "span_id" in table and not table["span_id"].is_unique:
            yield f"{name}: two rows have one span_id"
    for name, counted in (
        ("features", fr.features(reading)["doc_id"]),
        ("independence", independence(reading, fr.reuse(reading))["doc_id"]),
    ):
        lost = set(reading.articles["doc_id"]) - set(counted) - set(reading.errors["doc_id"])
        yield from (f"{name}: article {doc_id} is missing" for doc_id in sorted(lost))


def _of_spans(
    name: str,
    table: pd.DataFrame,
    column: str,
    part: str | None,
    side: str | None,
    texts: dict[tuple[str, str], str],
) -> Iterator[str]:
    behind = f"_{side}" if side else ""
    form = (part or "form") + behind if f"{part or 'form'}{behind}" in table else None
    named = [f"doc_id{behind}", f"field{behind}", column, column.replace("start", "end")]
    forms = table[form] if form else [None] * len(table)
    if name == "kwic":
        forms = table["node"]
    for (doc_id, field, start, end), printed in zip(
        table[named].itertuples(index=False, name=None), forms, strict=True
    ):
        where = f"{name}: {column} {start}-{end} of {doc_id} {field}"
        if pd.isna(start) or pd.isna(end):
            if pd.isna(start) != pd.isna(end) or (form and isinstance(printed, str) and printed):
                yield f"{where} is half null, or null with a form"
            continue
        text = texts[doc_id, field]
        if not 0 <= start < end <= len(text):
            yield f"{where} is not inside a text of {len(text)}"
        elif printed is not None and text[start:end] != printed:
            yield f"{where} is {text[start:end]!r}, not {printed!r}"
        elif not text[start:end].strip():
            yield f"{where} holds nothing"
