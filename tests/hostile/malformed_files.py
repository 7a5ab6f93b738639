"""Lexicons, propositions, codings and clusters that are not what they should be."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

from damage import ENCODINGS, Families, file_of, spoilt_text, unreadable
from malformed_corpora import CELLS, CSVS, JSON_LINES, ROWS, json_lines

from framing.questions.analysis_plan import TEMPLATE

HEAD = """format = 1
name = "own"
version = "1.0.0"
transliteration = "ALA-LC"
description = "Kings."
"""
LEXICON = f"""{HEAD}
[categories.king]
gloss = "king"
gloss_ar = "ملك"
definition = "The title."
[lists]
places = ["مدينة", "ميناء"]
[[word]]
lemma = "مالك"
kind = "adjective"
[[entry]]
id = "malik"
lemma = "ملك"
kind = "noun"
plurals = ["ملوك"]
category = "king"
gloss = "king"
translit = "malik"
source = "framing-language"
not_after = ["@places"]
[[entry]]
id = "usra-malika"
lemma = "الأسرة المالكة"
kind = "phrase"
words = ["أسرة", "مالك"]
category = "king"
gloss = "royal family"
translit = "usra"
source = "framing-language"
"""
ACTORS = f"""{HEAD}
[categories.lebanon]
gloss = "Lebanon"
gloss_ar = "لبنان"
definition = "Lebanon."
[[entry]]
id = "the-party"
lemma = "الحزب"
kind = "name"
category = "lebanon"
actor = "group"
entity = "hezbollah"
source_type = "institution"
gloss = "the party"
translit = "al-ḥizb"
source = "framing-language"
"""
ENTRY_FIELDS = (
    "id lemma kind root form vowel forms plurals masdars exclude definite category gloss translit "
    "source note words gap span after before not_after not_before name target facet facet_after "
    "governs bleached continues polarity needs_cue anaphor extends quoted subtype actor entity "
    "source_type stranger"
).split()

# Values as TOML writes them.
VALUES = (
    "1", "-1", "99", "1.5", "nan", "inf", "true", '""', '" "', '"ملك"', '"@places"', '"@nobody"',
    "[]", "[1, 2]", '["ملك"]', '["ملك", "مالك"]', '[" "]', '["@places"]', '["@nobody"]', '["a|"]',
    '["ملك|مالك", "|"]', "{}", "{a = 1}", '{a = ["ملك"]}', "2016-07-16", "2016-07-16T00:00:00Z",
    '"noun"', '"verb"', '"phrase"', '"IX"', '"قول"', '"قولقول"', '"malik"', '"\\u202e\\u0000"',
    "9" * 30, "9" * 9999, f'"{"ملك" * 33_333}"', f'["{"ملك" * 33_333}"]', "[" * 60 + "]" * 60,
    "[" + ",".join(['"ملك"'] * 9999) + "]", '"""ملك\n\nملك"""', '"ﷺ"', '"ملك الملوك كلهم"', '"*"',
)  # fmt: skip


def _with_field(chance: Random) -> str:
    """A sound lexicon but for one field of one entry or word."""
    field, value = chance.choice(ENTRY_FIELDS), chance.choice(VALUES)
    before, heading, record = LEXICON.rpartition(chance.choice(("[[entry]]\n", "[[word]]\n")))
    kept = "\n".join(line for line in record.split("\n") if not line.startswith(f"{field} ="))
    return f"{before}{heading}{field} = {value}\n{kept}"


def _with_verb(chance: Random) -> str:
    root = "".join(chance.choice("قولءاأويىةت x1") for _ in range(chance.randrange(6)))
    form = chance.choice(("I", "II", "VIII", "X", "QI", "QII", "XV", ""))
    verb = f'lemma = "قال"\nkind = "verb"\nroot = "{root}"\nform = "{form}"'
    return LEXICON.replace('lemma = "ملك"\nkind = "noun"', verb)


def _with_head(text: str, *fields: str) -> Callable[[Random], str]:
    """A sound file but for one field at its head."""

    def content(chance: Random) -> str:
        field = chance.choice((*fields, "format", "name", "description", "stranger"))
        lines = [line for line in text.split("\n") if not line.startswith(f"{field} =")]
        return "\n".join([f"{field} = {chance.choice(VALUES)}", *lines])

    return content


def _circles(_: Random) -> str:
    """Lists that name each other, and contexts that hold each other back."""
    text = LEXICON.replace('"ميناء"', '"ميناء", "@places", "@others"')
    return text.replace("[[word]]", 'others = ["@places"]\n[[word]]') + 'not_before = ["ملك"]\n'


def _many_entries(chance: Random) -> str:
    entry = LEXICON.rpartition("[[entry]]")[2]
    times = chance.choice((50, 500))
    return LEXICON + "".join(
        f"[[entry]]{entry}".replace("usra-malika", f"usra-{n}") for n in range(times)
    )


LEXICONS: Families = {
    state: file_of("own.toml", content)
    for state, content in {
        "a field of another kind": _with_field,
        "a verb that is none": _with_verb,
        "a head of another kind": _with_head(LEXICON, "version", "entry", "lists"),
        "damaged": lambda chance: spoilt_text(LEXICON, chance),
        "in another encoding": lambda chance: LEXICON.encode(chance.choice(ENCODINGS), "replace"),
        "circles": _circles,
        "many entries": _many_entries,
        "a head only": HEAD,
        "nested 5,000 deep": f"{HEAD}a = {'[' * 5000}{']' * 5000}",
        "a name nested 5,000 deep": HEAD + "[categories" + ".a" * 5000 + "]\n",
        "braces nested 5,000 deep": f"{HEAD}a = {'{a = ' * 5000}1{'}' * 5000}",
        "a number of 100,000 digits": f"{HEAD}a = {'9' * 100_000}",
        "categories of odd names": LEXICON.replace("king", '"=1\\n\\u202e<b>"', 1),
        "a category of a sheet's column": LEXICON.replace("[categories.king]", "[categories.row]"),
        "one entry twice": LEXICON.replace("usra-malika", "malik"),
        "controls": LEXICON.replace("king", "ki\x00ng"),
        "line ends of the Mac": LEXICON.replace("\n", "\r"),
        "10,000 unknown fields": HEAD + "".join(f"k{n} = 1\n" for n in range(10_000)),
    }.items()
} | unreadable("own.toml")

PROPOSITION_SET = """format = 1
name = "moscow"
description = "Kerry in Moscow."
[[proposition]]
id = "attack"
gloss = "An attack"
gloss_ar = "هجوم"
terms = ["هاجموا | انسحب*", "المدينة | التنظيم"]
denied = ["نفى"]
"""


def _with_proposition_field(chance: Random) -> str:
    field = chance.choice(("id", "gloss", "gloss_ar", "terms", "denied", "stranger"))
    kept = [line for line in PROPOSITION_SET.split("\n") if not line.startswith(f"{field} =")]
    return "\n".join([*kept, f"{field} = {chance.choice(VALUES)}"])


PROPOSITIONS: Families = {
    state: file_of("own.toml", content)
    for state, content in {
        "a field of another kind": _with_proposition_field,
        "a head of another kind": _with_head(PROPOSITION_SET, "proposition"),
        "damaged": lambda chance: spoilt_text(PROPOSITION_SET, chance),
        "in another encoding": lambda chance: PROPOSITION_SET.encode(
            chance.choice(ENCODINGS), "replace"
        ),
        "a list of numbers": 'format = 1\nname = "a"\ndescription = "b"\nproposition = [1, 2]\n',
        "nested 5,000 deep": f"proposition = {'[' * 5000}{']' * 5000}",
        "a number of 100,000 digits": f"format = {'9' * 100_000}\n",
        "one id twice": PROPOSITION_SET + PROPOSITION_SET[PROPOSITION_SET.index("[[") :],
        "10,000 alternatives": PROPOSITION_SET.replace("هاجموا", " | ".join(["ملك"] * 10_000)),
        "100 terms": PROPOSITION_SET.replace('["هاجموا', '["' + 'ملك", "' * 100 + "هاجموا"),
        "200 propositions": PROPOSITION_SET + "".join(
            PROPOSITION_SET[PROPOSITION_SET.index("[[") :].replace("attack", f"attack-{n}")
            for n in range(200)
        ),
    }.items()
} | unreadable("own.toml")  # fmt: skip


PLAN = TEMPLATE


def _with_plan_field(chance: Random) -> str:
    fields = ("what", "lexicons", "of", "voice", "by", "clusters", "method", "smallest", "seed",
              "articles", "holding", "stranger")  # fmt: skip
    field = chance.choice(fields)
    line = f"{field} = {chance.choice(VALUES)}"
    if field == "stranger":
        return PLAN.replace("[test]", f"[test]\n{line}")
    return "\n".join(line if one.startswith(f"{field} =") else one for one in PLAN.split("\n"))


PLANS: Families = {
    state: file_of("own.toml", content)
    for state, content in {
        "a field of another kind": _with_plan_field,
        "a head of another kind": _with_head(PLAN, "count"),
        "damaged": lambda chance: spoilt_text(PLAN, chance),
        "in another encoding": lambda chance: PLAN.replace("whom", "مَن").encode(
            chance.choice(ENCODINGS), "replace"
        ),
        "a table of another kind": PLAN.replace("[test]", "[[test]]"),
        "nested 5,000 deep": f"guards = {'[' * 5000}{']' * 5000}",
        "a number of 100,000 digits": PLAN.replace("seed = 2016", f"seed = {'9' * 100_000}"),
        "guards below the package's": PLAN.replace("holding = 10", "holding = 2"),
        "no ratio": PLAN.replace("smallest = 0.0", "smallest = 0.5"),
        "a lexicon of no name": PLAN.replace('"militancy"]', '"militency"]'),
    }.items()
} | unreadable("own.toml")


def _coded(row: dict[str, Any], layer: str, name: str, form: str) -> dict[str, Any]:
    start = row["text"].index(form)
    place = {"doc": row["doc_id"], "layer": layer, "start": start, "end": start + len(form)}
    return {**place, "text": form, "class": name, "source_text": None, "note": "x"}


CODING = [
    _coded(ROWS[0], "militancy", "terror", "الإرهابيين"),
    _coded(ROWS[0], "attribution", "neutral", "قال"),
    _coded(ROWS[1], "attribution", "denial", "ونفى"),
    _coded(ROWS[3], "leak", "leaked-document", "وثيقة مسربة"),
]
CODING_FIELDS = (
    "doc layer start end text class source_text source_start source_end content_start content_end "
    "voice side type entity target stance label_quoted scare stranger"
).split()


def _with_coded_field(chance: Random) -> str:
    field, cell = chance.choice(CODING_FIELDS), chance.choice((*CELLS, "-1", "0", "99999", "5"))
    every = chance.random() < 0.3
    return "".join(
        json.dumps({key: value for key, value in record.items() if key != field})[:-1]
        + f', "{field}": {cell}}}\n'
        if every or at == 0
        else json.dumps(record) + "\n"
        for at, record in enumerate(CODING)
    )


def _records(**change: Any) -> str:
    return json_lines([record | change for record in CODING])


CODINGS: Families = {
    state: file_of("gold.jsonl", content)
    for state, content in {
        "a field of another kind": _with_coded_field,
        "damaged": lambda chance: spoilt_text(json_lines(CODING), chance),
        "in another encoding": lambda chance: json_lines(CODING).encode(chance.choice(ENCODINGS)),
        "arrays": "[1, 2]\n" * 9,
        "nested 100,000 deep": "[" * 100_000,
        "ends before starts": _records(start=9, end=2, text=None),
        "nothing coded twice": _records(start=0, end=0, text=""),
        "all records twice": json_lines(CODING * 2),
        "10,000 records": json_lines(CODING * 2500),
        "a stranger's article": _records(doc="x" * 9999),
        "halves of characters": _records(note="\ud800", doc="\udfff"),
        "odd fields": _records(**{"\ud800": 1, "": "a", "=1\n": "b"}),
    }.items()
} | unreadable("gold.jsonl")

CLUSTERS: Families = {
    state: file_of("clusters.csv", content)
    for state, content in {
        "strangers": "doc_id,cluster\nx,1\n",
        "one article twice": "doc_id,cluster\n001,1\n001,2\n",
        "no cluster": "doc_id,cluster\n001,\n002,\n",
        "all in one": "doc_id,cluster\n001,1\n002,1\n003,1\n004,1\n",
    }.items()
} | {
    "lists": file_of("clusters.jsonl", '{"doc_id": "001", "cluster": [1]}\n'),
    "numbers": file_of("clusters.jsonl", '{"doc_id": 1, "cluster": 1e999}\n{"doc_id": 2}\n'),
    "halves": file_of("clusters.jsonl", '{"doc_id": "\\ud800", "cluster": "\\udfff"}\n'),
    **CSVS,
    **{state: JSON_LINES[state] for state in ("a cell of another kind", "damaged", "arrays")},
}
