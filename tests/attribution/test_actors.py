"""The actors of the gazetteer that a text names, and those a reader brings along."""

from pathlib import Path

import pandas as pd
import pytest

import framing as fr
from framing.attribution.actors import (
    actors_and_parts,
    actors_at,
    actors_in,
    known_actors,
    persons_at,
)
from framing.base.errors import LexiconError
from framing.copying.word_keys import numbers_of
from framing.text.resources import NOTHING, Resources
from framing.text.tokens import read_words

OWN = """
format = 1
name = "my-actors"
version = "0.1.0"
description = "Actors of a town"
transliteration = "ALA-LC"

[categories.town]
gloss = "the town"
gloss_ar = "البلدة"
definition = "The town, its bodies and citizens."

[[entry]]
id = "lantern-society"
category = "town"
actor = "institution"
source_type = "institution"
lemma = "جمعية الفوانيس"
kind = "name"
gloss = "Lantern Society"
translit = "Jamʿīyat al-Fawānīs"
source = "framing-language"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "my-actors.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def news(text: str) -> pd.DataFrame:
    return fr.read_corpus(pd.DataFrame({"doc_id": ["1"], "outlet": ["x"], "text": [text]}))


TEXT = "قالت جمعية الفوانيس إن السوق مفتوح. وقال الكرملين إن اللقاء مفيد."


def test_actors_of_a_readers_own_are_known_in_what_is_read_with_them(own: Path) -> None:
    before = fr.attributions(news(TEXT))
    within = fr.attributions(fr.annotate(news(TEXT), actors=own))
    assert within["side"].tolist() == ["town", "russia"]
    assert within["entity"].tolist() == ["lantern-society", "kremlin"]
    assert before["side"].tolist()[0] != "town"
    assert fr.attributions(news(TEXT)).equals(before)


SIDES = """
format = 1
name = "my-sides"
version = "0.1.0"
description = "Hezbollah as Lebanese, Hamas counted with Palestine"
transliteration = "ALA-LC"

[categories.lebanon]
gloss = "Lebanon"
gloss_ar = "لبنان"
definition = "Lebanon and Hezbollah."

[categories.palestine]
gloss = "Palestine"
gloss_ar = "فلسطين"
definition = "Palestine and Hamas."

[categories.hamas]
gloss = "Hamas"
gloss_ar = "حماس"
definition = "Hamas."
group = "palestine"

[[entry]]
id = "my-hezbollah"
entity = "hezbollah"
category = "lebanon"
actor = "group"
source_type = "institution"
lemma = "حزب الله اللبناني"
kind = "name"
gloss = "Hezbollah"
translit = "Ḥizb Allāh al-Lubnānī"
source = "framing-language"
"""


def test_a_reader_may_choose_the_side_of_an_actor_and_the_group_of_a_side(tmp_path: Path) -> None:
    (tmp_path / "sides.toml").write_text(SIDES, encoding="utf-8")
    text = (
        "أعلن حزب الله أن اللقاء مفيد. وقالت حركة حماس إن الجسر مغلق. وقال الكرملين إن الأمر انتهى."
    )
    shipped = fr.attributions(news(text))
    chosen = fr.attributions(fr.annotate(news(text), actors=tmp_path / "sides.toml"))
    assert shipped["side"].tolist() == ["hezbollah", "hamas", "russia"]
    assert shipped["side_group"].tolist() == ["armed-group", "armed-group", "russia"]
    assert chosen["side"].tolist() == ["lebanon", "hamas", "russia"]
    assert chosen["side_group"].tolist() == ["arab", "palestine", "russia"]


def test_a_lexicon_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"no lexicon file at .*none\.toml"):
        known_actors(tmp_path / "none.toml")


def test_under_a_longer_name_without_a_side_stands_one_with_a_side() -> None:
    words = read_words("قال رئيس البرلمان العربي إن اللقاء مفيد.")
    whole = {(hit.first, hit.last) for hit in actors_in(words)}
    parts = {(hit.first, hit.last) for hit in actors_and_parts(words)}
    assert whole <= parts
    assert {hit.entry.category for hit in actors_at(words, (1, 3))} > {"office"}


def test_words_of_a_persons_name_are_told() -> None:
    words = read_words("قال سيرغي لافروف إن اللقاء مفيد.")
    assert persons_at(words) == {1, 2}


def test_names_that_a_reader_brought_tell_nothing_of_copying(own: Path) -> None:
    def telling(resources: Resources) -> list[bool]:
        return numbers_of(read_words("زارت جمعية الفوانيس المصنع", resources))[1].tolist()

    assert telling(NOTHING) == [True, False, True, True]  # a society is an actor, lanterns are not
    assert telling(Resources(gazetteer=known_actors(own))) == [True, False, False, True]
