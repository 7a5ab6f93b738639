"""A lexicon is checked whole: all errors, all collisions, what it catches in a corpus."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.base.errors import FramingError, LexiconError, UnknownNameError
from framing.corpus.articles import read_corpus
from framing.layers.span_tables import mentions
from framing.lexicon import stem_table
from framing.lexicon.entries import SHAPES, load_lexicon
from framing.lexicon.schema import examine
from framing.lexicon.source_files import SourceFile, lexicon_files, lexicon_names
from framing.questions.lexicon_catches import find_catches
from framing.questions.lexicon_collisions import Collision, find_collisions
from framing.showing.lexicon_check import check_lexicon

ROOT = Path(__file__).parents[2]
HEAD = """format = 1
name = "own"
version = "0.1.0"
transliteration = "ALA-LC"
description = "A lexicon of its own for tests."
[categories.king]
gloss = "king"
gloss_ar = "ملك"
definition = "The title."
"""
KING = {
    "id": "malik",
    "lemma": "ملك",
    "kind": "noun",
    "category": "king",
    "gloss": "king",
    "translit": "malik",
    "source": "framing-language",
}


def record(table: str = "entry", /, **fields: Any) -> str:
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())
    return f"[[{table}]]\n" + "".join(f"{line}\n" for line in lines)


def entry(**fields: Any) -> str:
    return record(**(KING | fields))


def problems(text: str) -> list[tuple[int, str]]:
    _, found = examine([SourceFile("own.toml", text.encode("utf-8"))], SHAPES)
    return [(one.line, one.said_of("own.toml")) for one in found]


@pytest.fixture
def own(tmp_path: Path) -> Callable[..., Path]:
    def write(*parts: str) -> Path:
        path = tmp_path / f"own{len(list(tmp_path.iterdir()))}.toml"
        path.write_text(HEAD + "".join(parts), encoding="utf-8")
        return path

    return write


def articles(*texts: str) -> pd.DataFrame:
    rows = {"doc_id": [str(number) for number in range(len(texts))], "text": list(texts)}
    return read_corpus(pd.DataFrame(rows))


# Errors


def test_all_errors_are_found_at_once_each_on_its_line() -> None:
    text = (
        HEAD.replace('version = "0.1.0"', "version = 3")
        + 'scord = false\n[lists]\nplaces = "مدينة"\n'
        + entry(kind="nuon", gloss=" ", not_after=["@towns"], gap=-1)
        + entry(category="kin", source="nobody", plurals="ملوك", definite="yes")
        + record(id="phrase", kind="phrase", words=["a"], span=2, facet_after=0)
        + entry(id="empty", kind="phrase")
        + record("word", lemma="أسرة", kind="noun", gloss="family")
    )
    assert problems(text) == [
        (3, "own.toml: version is 3. Write a text in quotation marks."),
        (
            12,
            "own.toml, list 'places': it is 'مدينة'. Write a list of texts, as in [\"…\", \"…\"].",
        ),
        (
            10,
            "own.toml, category 'king': There is no field named 'scord'. Did you mean 'scored'? "
            "Known: definition, gloss, gloss_ar, group, scored.",
        ),
        (13, "own.toml, entry 1 ('malik') lacks gloss. Add it to the file."),
        (
            16,
            "own.toml, entry 1 ('malik'): There is no kind named 'nuon'. Did you mean 'noun'? "
            "Known: adjective, name, noun, particle, phrase, verb.",
        ),
        (
            21,
            "own.toml, entry 1 ('malik'): There is no list named 'towns'. Known: places.",
        ),
        (22, "own.toml, entry 1 ('malik'): gap is -1. Write a whole number, 0 or more."),
        (
            31,
            "own.toml, entry 2 ('malik'): plurals is 'ملوك'. Write a list of texts, as in "
            '["…", "…"].',
        ),
        (32, "own.toml, entry 2 ('malik'): definite is 'yes'. Write true or false."),
        (
            27,
            "own.toml, entry 2 ('malik'): There is no category named 'kin'. Did you mean 'king'? "
            "Known: king.",
        ),
        (
            30,
            "own.toml, entry 2 ('malik'): There is no source named 'nobody'. "
            "Known: framing-codebook, framing-knowledge, framing-language, framing-tables.",
        ),
        (
            33,
            "own.toml, entry 3 ('phrase') lacks lemma, category, gloss, translit, source. "
            "Add it to the file.",
        ),
        (
            38,
            "own.toml, entry 3 ('phrase'): facet_after is 0. "
            'Write a table of lists, as in { event = ["…"] }.',
        ),
        (
            37,
            "own.toml, entry 3 ('phrase'): span is 2 of 1 words. Write 0 to mark them all.",
        ),
        (
            39,
            "own.toml, entry 4 ('empty') is a phrase without words. Add words, one pattern a word.",
        ),
        (
            50,
            "own.toml, word 1 ('أسرة'): There is no field named 'gloss'. "
            "Known: definite, exclude, form, forms, kind, lemma, masdars, plurals, root, vowel.",
        ),
        (24, "own.toml has two entries with the id 'malik'. Rename one."),
    ]


def test_who_speaks_and_as_what_source_is_one_of_a_closed_list() -> None:
    text = HEAD + entry(actor="persn", source_type="medium", entity="king")
    assert problems(text) == [
        (
            18,
            "own.toml, entry 1 ('malik'): There is no actor named 'persn'. Did you mean 'person'? "
            "Known: country, document, group, institution, medium, name, office, people, person, "
            "place.",
        ),
        (
            19,
            "own.toml, entry 1 ('malik'): There is no source type named 'medium'. "
            "Did you mean 'media'? "
            "Known: anonymous, document, expert, institution, media, official.",
        ),
    ]


def test_names_of_one_actor_share_an_entity_that_is_else_the_entrys_own(
    own: Callable[..., Path],
) -> None:
    lexicon = load_lexicon(own(entry(), entry(id="jalala", lemma="جلالة", entity="malik")))
    assert [(one.id, one.entity) for one in lexicon.entries] == [
        ("malik", "malik"),
        ("jalala", "malik"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("format = 1\nname =\n", 2, "own.toml is not readable as TOML: Invalid value (at line 2, "),
        ("format = 1\nname = [\n", 2, "own.toml is not readable as TOML: "),
        ("format = 2\nversoin = 1\n", 1, "own.toml lacks name, version, transliteration, "),
        (HEAD + "[[entries]]\n", 10, "own.toml: There is no field or table named 'entries'. Did"),
        (HEAD + "[entry]\n", 10, "own.toml: 'entry' is not the table it must be. Write [[entry]]."),
        (HEAD.partition("[")[0], 1, "own.toml has no categories. Add at least one [categories."),
        ("categories = 3\n" + HEAD.partition("[")[0], 1, "own.toml: 'categories' is not the table"),
    ],
)
def test_the_first_error_of_a_file_that_is_wrong_altogether(
    text: str, line: int, message: str
) -> None:
    first_line, first = problems(text)[0]
    assert first_line == line
    assert first.startswith(message)


def test_a_newer_format_is_not_looked_into() -> None:
    text = HEAD.replace("format = 1", "format = 2") + "[[entries]]\n"
    assert problems(text) == [(1, "own.toml has format 2; this version reads format 1.")]


def test_bytes_that_are_no_utf8_are_found_on_their_line() -> None:
    (problem,) = examine([SourceFile("own.toml", HEAD.encode() + b'"\xde"')], SHAPES)[1]
    assert problem.line == 10
    assert problem.said_of("own.toml") == (
        f"own.toml: it is not utf-8: byte {len(HEAD.encode()) + 1} (0xDE) cannot be read. "
        "Save it as UTF-8."
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (entry(span=99), 18, "span is 99 of 1 words. Write 0 to mark them all."),
        (entry(gap=51), 18, "gap is 51. Write at most 50."),
        (
            entry(lemma="م" * 100_000),
            12,
            f"lemma holds '{'م' * 79}…. Write at most 200 characters.",
        ),
        (entry(after=["م" * 201]), 18, f"after holds ['{'م' * 78}…. Write at most 200 characters."),
    ],
)
def test_what_no_phrase_or_word_can_have_is_an_error(text: str, line: int, message: str) -> None:
    assert problems(HEAD + text) == [(line, f"own.toml, entry 1 ('malik'): {message}")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x = " + "[" * 5000 + "]" * 5000, "it is nested more than 50 deep"),
        ("x = " + "[" * 60 + "]" * 60, "it is nested more than 50 deep"),
        ("x." * 60 + "x = 1", "it is nested more than 50 deep"),
        ("x = 0x" + "f" * 9999, "it holds a number too long; at most 100 are read"),
    ],
    ids=["arrays", "fewer arrays", "tables", "number"],
)
def test_toml_too_deep_or_too_large_is_an_error(text: str, message: str) -> None:
    said = f"own.toml is not readable as TOML: {message}. Correct it there."
    assert problems(f"{text}\n{HEAD}") == [(1, said)]


def test_a_lexicon_may_begin_with_a_byte_order_mark(own: Callable[..., Path]) -> None:
    path = own(entry())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_lexicon(path).name == "own"
    assert check_lexicon(path).errors == ()


DAMAGE = ["[", "]", "'", '"', "=", "\x00", "9" * 5000, "0x" + "f" * 999, "[" * 999, "{a=" * 99]
DAMAGE += ["[[entry]]\n", "2016-01-01", "nan", "'" * 3, "\ufeff", "م" * 9999, "[lists]\n", "\ud800"]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from(DAMAGE)), min_size=1, max_size=3))
def test_a_damaged_file_loads_or_is_refused_in_a_bounded_sentence(
    damage: list[tuple[int, str]],
) -> None:
    text = HEAD + entry(gap=1, plurals=["ملوك"])
    for place, spoilt in damage:
        text = text[:place] + spoilt + text[place:]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own.toml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        message = ""
        try:
            load_lexicon(path)
        except FramingError as refused:
            message = str(refused)
        assert len(message) < 3000
        assert check_lexicon(path).errors or not message


def test_loading_stops_at_the_first_error_that_checking_finds(own: Callable[..., Path]) -> None:
    path = own(entry(kind="nuon"), entry(gloss=""))
    with pytest.raises(LexiconError) as refusal:
        load_lexicon(path)
    errors = check_lexicon(path).errors
    assert len(errors) == 3
    assert str(refusal.value) == errors[0].said_of(str(path))


def test_verbs_that_cannot_be_conjugated_are_errors_too(own: Callable[..., Path]) -> None:
    path = own(
        entry(id="qala", lemma="قال", kind="verb"),
        entry(id="raa", lemma="رأى", kind="verb", root="رأي", form="XI", gloss=""),
        record("word", lemma="نفى", kind="verb", root="نف", form="I"),
    )
    assert [(error.line, error.subject, error.message.split(".")[0]) for error in
            check_lexicon(path).errors] == [
        (10, "entry 1 ('qala')", ": The verb 'قال' has no root or no form"),
        (18, "entry 2 ('raa')", "lacks gloss"),
        (26, "entry 2 ('raa')", ": The verb 'رأى' has root 'رأي' and form 'XI'"),
        (31, "word 1 ('نفى')", ": The verb 'نفى' has root 'نف' and form 'I'"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", lexicon_names())
def test_a_shipped_lexicon_has_no_errors(name: str) -> None:
    assert examine(lexicon_files(name), SHAPES)[1] == ()


def test_a_lexicon_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="There is no lexicon file at"):
        check_lexicon(tmp_path / "own.toml")
    with pytest.raises(UnknownNameError, match="Did you mean 'state'"):
        check_lexicon("stat")


VALUES = st.recursive(
    st.sampled_from(["", " ", "ملك", "@places", "noun", "phrase", "verb", "king", "I"])
    | st.integers(-2, 3)
    | st.booleans(),
    lambda inner: st.lists(inner, max_size=2),
    max_leaves=3,
)
FIELDS = st.dictionaries(
    st.sampled_from(["id", "lemma", "kind", "category", "words", "gap", "span", "root", "after"])
    | st.sampled_from(["definite", "source", "form", "lema", "plurals"]),
    VALUES,
)


@given(st.lists(FIELDS, max_size=3), st.lists(FIELDS, max_size=2))
def test_whatever_a_record_holds_loads_or_is_an_error(
    entries: list[dict[str, Any]], words: list[dict[str, Any]]
) -> None:
    text = HEAD + "".join(entry(**one) for one in entries)
    text += "".join(record("word", **one) for one in words)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own.toml"
        path.write_text(text, encoding="utf-8")
        found = check_lexicon(path, articles("الملك ملك"))
        if found.errors:
            lines = text.count("\n")
            assert all(1 <= error.line <= lines for error in found.errors)
        else:
            assert len(load_lexicon(path).entries) == len(entries)


# Remarks


def test_what_no_entry_uses_is_remarked_and_is_no_error(own: Callable[..., Path]) -> None:
    path = own(
        '[categories.house]\ngloss = "house"\ngloss_ar = "أسرة"\ndefinition = "The family."\n',
        '[lists]\nplaces = ["مدينة"]\nhouses = ["أسرة", "بيت"]\n',
        entry(id="bayt-malik", lemma="بيت مالك", kind="phrase", words=["@houses", "مالك"]),
        entry(id="malik-kabir", lemma="ملك كبير"),
        record("word", lemma="بيت", kind="noun"),
        record("word", lemma="قصر", kind="noun"),
    )
    found = check_lexicon(path)
    assert found.errors == ()
    assert [(one.line, one.said_of("own")) for one in found.remarks] == [
        (10, "own, category 'house' has no entry."),
        (15, "own, list 'places' is named by no entry."),
        (
            26,
            "own, entry 2 ('malik-kabir') is a noun of several words, which does not inflect. "
            "Make it a phrase.",
        ),
        (37, "own, word 2 ('قصر') stands in no phrase."),
    ]


def test_a_shipped_lexicon_changed_since_its_table_was_made_can_be_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(stem_table, "_SHIPPED", tmp_path)
    table = "framing/lexicon/shipped/state.stems.tsv"
    assert check_lexicon("state").remarks[0].said_of("state.toml") == (
        f"state.toml has changed since {table} was made. "
        f"Make it anew: framing lexicon stems state --out {table}"
    )


# Collisions


def collisions(path: Path) -> list[tuple[str, str, str]]:
    return [(one.winner, one.loser, one.why) for one in find_collisions(load_lexicon(path))]


def test_two_entries_of_one_form_collide_and_the_first_counts(own: Callable[..., Path]) -> None:
    path = own(
        entry(not_after=["مدينة"], plurals=["ملوك"]),
        entry(id="malaka", lemma="ملك", kind="verb", root="ملك", form="I", before=["أسهم"]),
        entry(id="wazir", lemma="وزير"),
    )
    (collision,) = find_collisions(load_lexicon(path))
    assert collision == Collision(
        winner="malik",
        loser="malaka",
        why="first",
        forms=("ملك", "ملكا"),
        kept_apart_by={"malik": {"not_after": ("مدينة",)}, "malaka": {"before": ("أسهم",)}},
    )
    assert not collision.is_shadowed


def test_an_entry_is_shadowed_where_nothing_holds_the_first_back(own: Callable[..., Path]) -> None:
    twins = (entry(after=["جلالة"]), entry(id="second", after=["جلالة"], before=["البلاد"]))
    (collision,) = find_collisions(load_lexicon(own(*twins)))
    assert collision.kept_apart_by == {"malik": {}, "second": {"before": ("البلاد",)}}
    assert collision.is_shadowed
    (collision,) = find_collisions(load_lexicon(own(*reversed(twins))))
    assert (collision.winner, collision.is_shadowed) == ("second", False)


def test_house_spellings_and_clitics_make_words_collide(own: Callable[..., Path]) -> None:
    spelling = own(entry(id="fajr", lemma="فأر"), entry(id="far", lemma="فار"))
    assert collisions(spelling) == [("fajr", "far", "first")]
    waw = own(entry(id="wasf", lemma="وصف"), entry(id="saff", lemma="صف"))
    assert collisions(waw) == [("wasf", "saff", "first")]
    pronoun = own(entry(id="katib", lemma="كتاب"), entry(id="kitaba", lemma="كتابة"))
    (one,) = find_collisions(load_lexicon(pronoun))
    assert one.forms == ("كتابه",)


def test_words_that_only_resemble_each_other_do_not_collide(own: Callable[..., Path]) -> None:
    deny = entry(id="nafa", lemma="نفى", kind="verb", root="نفي", form="I")
    (one,) = find_collisions(load_lexicon(own(deny, entry(id="nafy", lemma="نفي"))))
    assert one.forms == ("نفى",)  # the noun may be spelled so, the verb never نفي
    assert collisions(own(entry(definite=True), entry(id="second", definite=False))) == []


def test_a_phrase_wins_over_a_word_in_it_being_longer(own: Callable[..., Path]) -> None:
    path = own(
        entry(),
        entry(id="bayt-malik", lemma="بيت الملك", kind="phrase", words=["بيت|قصر", "ملك"]),
        record("word", lemma="بيت", kind="noun"),
    )
    (collision,) = find_collisions(load_lexicon(path))
    assert (collision.winner, collision.loser, collision.why, collision.is_shadowed) == (
        *("bayt-malik", "malik", "longer"),
        False,
    )
    assert collision.forms == ("بيت الملك", "بيت ملك", "قصر ملك")


def test_a_word_that_is_a_phrase_by_itself_collides(own: Callable[..., Path]) -> None:
    path = own(
        entry(id="any-house", lemma="بيت", kind="phrase", words=["بيت"]),
        entry(id="bayt", lemma="بيت", plurals=["بيوت"]),
        record("word", lemma="بيت", kind="noun"),
    )
    assert collisions(path) == [("any-house", "bayt", "first")]


# Catches


def test_forms_are_counted_by_entry_the_most_frequent_first(own: Callable[..., Path]) -> None:
    path = own(entry(plurals=["ملوك"], not_after=["مدينة"]), entry(id="wazir", lemma="وزير"))
    corpus = articles("زار الملك مدينة الملك، ثم الملك و\nملوك", "قال وزير", "")
    found = check_lexicon(path, corpus)
    assert [(one.entry, one.form, one.count, one.doc_id) for one in found.catches] == [
        ("malik", "الملك", 2, "0"),
        ("malik", "ملوك", 1, "0"),
        ("wazir", "وزير", 1, "1"),
    ]
    first = found.catches[0]
    assert (first.left, first.node, first.right) == ("زار", "الملك", "مدينة الملك، ثم الملك و")
    assert found.not_found == ()
    assert check_lexicon(path, articles("وزير")).not_found == ("malik",)
    assert check_lexicon(path).not_found == ()


def test_titles_are_read_too(own: Callable[..., Path]) -> None:
    corpus = pd.DataFrame({"doc_id": ["a"], "title": ["الملك"], "text": [""]})
    (one,) = find_catches(load_lexicon(own(entry())), read_corpus(corpus))
    assert (one.form, one.count, one.doc_id, one.node) == ("الملك", 1, "a", "الملك")


def test_a_form_that_another_entry_claims_is_marked(own: Callable[..., Path]) -> None:
    path = own(
        entry(),
        entry(id="malaka", lemma="ملك", kind="verb", root="ملك", form="I"),
        entry(id="bayt-malik", lemma="بيت الملك", kind="name"),
    )
    also = {one.form: one.also for one in check_lexicon(path, articles("ملك، بيت الملك")).catches}
    assert also == {"ملك": ("malaka",), "بيت الملك": ()}


def test_a_form_spelled_otherwise_is_marked(own: Callable[..., Path]) -> None:
    path = own(entry(id="amir", lemma="أمير"))
    found = check_lexicon(path, articles("الأمير والامير")).catches
    assert [(one.form, one.is_variant) for one in found] == [("الأمير", False), ("والامير", True)]


def test_clitics_are_marked_where_the_word_never_stands_without(own: Callable[..., Path]) -> None:
    path = own(entry(id="saff", lemma="صف", plurals=["صفوف"]))
    (alone,) = check_lexicon(path, articles("وصف الوزير")).catches
    assert (alone.form, alone.split) == ("وصف", "و+صف")
    for text in ("وصف الوزير الصف", "وصف الوزير صفوف الجيش"):
        assert [one.split for one in check_lexicon(path, articles(text)).catches] == ["", ""]


def test_nothing_caught_is_no_failure(own: Callable[..., Path]) -> None:
    assert find_catches(load_lexicon(own(entry())), articles("نعم", "")) == ()
    assert check_lexicon(own(), articles("نعم")).catches == ()


def test_the_seeds_are_caught_as_often_as_they_are_mentioned() -> None:
    seeds = read_corpus(ROOT / "seeds")
    caught: dict[str, int] = {}
    for one in find_catches(load_lexicon("militancy"), seeds):
        caught[one.entry] = caught.get(one.entry, 0) + one.count
    assert caught == mentions(seeds, "militancy")["entry"].value_counts().to_dict()
