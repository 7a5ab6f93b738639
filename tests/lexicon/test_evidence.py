"""What speaks for a reading and against it: every piece of evidence, by example."""

import pandas as pd
import pytest

from framing.corpus.articles import read_corpus
from framing.layers.span_tables import attributions, mentions
from framing.lexicon.entries import load_lexicon
from framing.lexicon.evidence import BASE, THRESHOLD, WEIGHTS, evidence, score
from framing.lexicon.matching import find
from framing.text.tokens import read_words

VERB_OR_NOUN = """
format = 1
name = "homograph"
version = "1.0.0"
transliteration = "ALA-LC"
description = "A verb whose noun is printed with the same letters, and no context."

[categories.one]
gloss = "one"
gloss_ar = "واحد"
definition = "All of it."

[[entry]]
id = "nashara"
lemma = "نشر"
kind = "verb"
root = "نشر"
form = "I"
category = "one"
gloss = "publish"
translit = "nashara"
source = "framing-language"
"""


@pytest.fixture
def homograph(tmp_path):
    path = tmp_path / "homograph.toml"
    path.write_text(VERB_OR_NOUN, encoding="utf-8")
    return load_lexicon(path)


def hits(sentence, lexicon="attribution"):
    words = read_words(sentence)
    return words, find(words, load_lexicon(lexicon), lambda _, hit: len(hit.readings) == 1)


def named(sentence, entry, lexicon="attribution"):
    words, found = hits(sentence, lexicon)
    return [name for hit in found if hit.entry.id == entry for name in evidence(words, hit)]


@pytest.mark.parametrize(
    ("name", "entry", "holds", "fails"),
    [
        ("shape", "naqala", "الصحيفة ينقل عنها", "الصحيفة نقل عنها"),
        ("opening", "naqala", "ونقل عن شهود", "الأمس نقل عن شهود"),
        ("particle", "naqala", "وقد نقل عن شهود", "أمس نقل عن شهود"),
        ("article", "naqala", "المراسل نقل عن شهود", "أمس نقل عن شهود"),
        ("agreement", "alana", "مبادرة أعلنت أمس", "برنامج أعلن أمس"),
        ("that", "alana", "أمس أعلن الوزير أن السد اكتمل", "أمس أعلن الوزير اكتمال السد"),
        ("quote", "alana", "أمس أعلن الوزير: اكتمل السد", "أمس أعلن الوزير اكتمال السد"),
        ("preposition", "kashafa", "أمس كشف الوزير عن السد", "أمس كشف الوزير السد"),
        ("incomplete", "afada", "أمس أفاد الوزير السد", "أمس أفاد الوزير بأن السد اكتمل"),
        ("pronoun", "alana", "أمس أعلنه الوزير", "أمس أعلن الوزير"),
        ("confirmed", "sarraha", "أمس صرّح بأن السد اكتمل", "أمس صرح بأن السد اكتمل"),
    ],
)
def test_each_piece_of_evidence_holds_here_and_not_there(name, entry, holds, fails):
    assert name in named(holds, entry)
    assert name not in named(fails, entry)


def test_a_noun_read_where_only_a_verb_can_stand_loses_half():
    words, (hit,) = hits("لقد إرهابي", "militancy")
    assert evidence(words, hit) == ["verb particle"]
    assert score(words, hit) == pytest.approx(BASE["noun"] + WEIGHTS["verb particle"])


def test_a_phrase_is_its_own_evidence():
    words = read_words("رفضت الشركة التعليق على الخبر")
    scores = [score(words, hit) for hit in find(words, load_lexicon("attribution"))]
    assert scores == [1.0]


def test_a_noun_that_takes_a_genitive_or_printed_vowels_speak_against_a_verb(homograph):
    assert named("حق نشر الملف", "nashara", homograph) == ["governor"]
    assert named("أمس نَشْر الملف", "nashara", homograph) == ["contradicted"]
    assert named("أمس نَشَر الملف", "nashara", homograph) == []


def test_a_score_stays_between_nought_and_one(homograph):
    words, (certain,) = hits("وقد صرّح: «نعم، إنه أن»")
    assert score(words, certain) == 1.0
    words, (noun,) = hits("حق نَشْرٍ", homograph)
    assert sum(WEIGHTS[name] for name in evidence(words, noun)) < -BASE["verb"]
    assert score(words, noun) == 0.0


def test_the_threshold_decides_which_hits_count_and_is_an_option(homograph):
    text = "حق نشر الملف. ونشر المراسل الملف."
    corpus = read_corpus(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    strict = mentions(corpus, homograph)
    lenient = mentions(corpus, homograph, least_score=0)
    assert strict["form"].tolist() == ["ونشر"]
    assert lenient["form"].tolist() == ["نشر", "ونشر"]
    assert (lenient["score"] < THRESHOLD).tolist() == [True, False]


def test_the_threshold_is_asked_of_cues_beside_their_rules():
    corpus = read_corpus(
        pd.DataFrame({"doc_id": ["a"], "text": ["أمس أفاد الوزير بأن السد اكتمل."]})
    )
    (found,) = attributions(corpus)["score"]
    assert len(attributions(corpus, least_score=found)) == 1
    assert attributions(corpus, least_score=found + 0.05).empty
