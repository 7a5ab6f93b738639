"""Whether a lemma of the attribution lexicon gives somebody a voice where it stands.

Only if the sentence shows that words are passed on. The rules are few and named; each asks one
question of the words around:

- a finite verb must govern something (`framing.attribution.governing`); it is no cue after a
  preposition or right behind another verb (there the same letters are a noun), in the future, as a
  purpose, behind more than (أكثر مما تعلنه), or as a trait (الذي كان ينتقد);
- a participle counts where it accompanies a verb (مضيفاً، مؤكدة), never as an epithet or a
  predicate (كان متهماً);
- a noun of saying counts only with its content (إعلان ... عن، بمطالبة ... ب), no purpose (للمطالبة
  ب) and no claim taken up (ذلك الزعم);
- a particle (بحسب، وفق) counts where a source follows in the sentence;
- a statement counts without a verb where it opens its sentence (وفي تصريح للإذاعة، أن);
- what only proves something is no voice (التحاليل أكدت), a document is;
- a verb must be one for the reader's own tagger too, if there is one (`framing.text.parsing`).

What only looks like a cue stands in tests/attribution/kinds/no_cue.toml.
"""

from functools import lru_cache

from framing.attribution.actors import begins_actor
from framing.attribution.governing import CONTENT_WINDOW, finds, governs, opens_clause
from framing.lexicon.entries import load_lexicon
from framing.lexicon.evidence import prepositions_of
from framing.lexicon.matching import Hit
from framing.text.characters import PAUSES, QUOTATION_MARKS
from framing.text.function_words import (
    AUXILIARIES,
    COMPLEMENTISERS,
    COPULAS,
    DEMONSTRATIVES,
    ELATIVES,
    EVIDENCE,
    GENITIVE_GOVERNORS,
    HYPOTHETICALS,
    NEGATIONS,
    RELATIVE_MA,
    RELATIVES,
    SUBJUNCTIVE_PARTICLES,
    TENS,
    YA_WORDS,
    conjoined,
    folded,
)
from framing.text.orthography import NUNATION, SHADDA, fold
from framing.text.tokens import Words

NOUN_WINDOW = 6  # words in which a noun of saying shows its content

# right behind these a verb with a pronoun says what stood before (ما ذكره), so that it needs to
# govern nothing; not so behind والتي or a dual, which more often go on about the noun itself
_TAKEN_UP_BY_PRONOUN = RELATIVE_MA | folded("الذي التي الذين", ("",))
_OF_VERBS = ("object", "quote", "clause", "colon")  # governed by verbs, not by their nouns
_FACTS = conjoined(DEMONSTRATIVES) | folded("ما مما")  # what shows something
_HAL_ENDINGS = ("ا", "ة", "ين", "ان", "تين", "ية", "يا")


def is_cue(words: Words, hit: Hit) -> bool:
    """Decide whether a hit of the lexicon gives somebody a voice here."""
    part = hit.head.stem.part
    if not hit.entry.governs:
        return not _reaches_over(words, hit)  # it only keeps a shorter entry from counting
    if hit.entry.kind == "particle":
        return governs(words, hit)
    if _opens_speech(words, hit) or _is_proof(words, hit) or _is_bare_form(words, hit):
        return False
    if hit.entry.subtype == "venue":
        return stated_at(words, hit) is not None
    if part == "verb":
        return _is_tagged_so(words, hit) and _verb_reports(words, hit)
    if part == "participle":
        return _participle_reports(words, hit)
    if part == "masdar" or hit.entry.kind == "noun":
        return _noun_reports(words, hit)
    return _stands_free(words, hit) and governs(words, hit)


def _is_proof(words: Words, hit: Hit) -> bool:
    """التحاليل أكدت, أظهرت صور: what proves something says nothing; a document does (التقرير)."""
    before = hit.first - 1 - (words.folded(hit.first - 1) in RELATIVES)
    around = words.folded(before), words.folded(hit.last + 1)
    return not EVIDENCE.isdisjoint(around)


def _is_bare_form(words: Words, hit: Hit) -> bool:
    """دون: the lemma's own form, which is a verb only where its shadda is printed."""
    is_doubtful = hit.entry.subtype == "vowelled" and hit.head.stem.text == hit.entry.lemma
    return is_doubtful and SHADDA not in words.form(hit.first)


def _is_tagged_so(words: Words, hit: Hit) -> bool:
    """Whether a reader's own tagger, if there is one, does not deny that it is a verb."""
    return words.parse is None or words.parse.is_verb(hit.first) is not False


def _reaches_over(words: Words, hit: Hit) -> bool:
    """Whether a phrase that is no cue spans a word its lemma governs, so that the lemma is one."""
    governed = _governed_by(hit.entry.lemma)
    return any(words.folded(place) in governed for place in range(hit.first + 1, hit.last))


@lru_cache(maxsize=1024)
def _governed_by(lemma: str) -> frozenset[str]:
    entries = load_lexicon("attribution").entries
    governed = {word for entry in entries if entry.lemma == lemma for word in entry.governs}
    names = frozenset(map(fold, governed))
    return names | COMPLEMENTISERS if "that" in governed else names


def _verb_reports(words: Words, hit: Hit) -> bool:
    head = hit.head
    if head.prefix in ("س", "ل") or _is_nunated(words, hit) or not _stands_free(words, hit):
        return False
    if head.stem.slot == "perfect" and (
        _is_object_of_verb(words, hit) or _is_noun_with_pronoun(words, hit)
    ):
        return False
    if _is_told_by_facts(words, hit):
        return False
    before = words.folded(hit.first - 1)
    if before in RELATIVE_MA and words.folded(hit.first - 2) in ELATIVES:
        return False  # أكثر مما تعلنه
    if head.pronoun and before in _TAKEN_UP_BY_PRONOUN:
        return True
    if before in AUXILIARIES and words.folded(hit.first - 2) in RELATIVES:
        return finds(words, hit, "that") or finds(words, hit, "colon")  # الذي كان ينتقد
    return governs(words, hit)


def _is_object_of_verb(words: Words, hit: Hit) -> bool:
    """نرفض وصف جيراننا, يعيد نشر الصور: right behind a verb the same letters are its object."""
    place = hit.first - 1
    if hit.head.conjunction or begins_actor(words, place) or not words.gap(place).isspace():
        return False
    word = words.folded(place)
    opens = place == 0 or not words.gap(place - 1).isspace()
    is_ours = opens and word.startswith("ن") and len(word) in (4, 5)
    return is_ours or (word.startswith("ي") and len(word) > 3 and word not in YA_WORDS)


def _is_noun_with_pronoun(words: Words, hit: Hit) -> bool:
    """ونقلهم لمستشفى, ورفضها في: no subject and nothing governed behind it, so its verbal noun.

    أيده الله: a blessing. ما ذكره needs nothing behind it.
    """
    head, behind = hit.head, words.folded(hit.last + 1)
    if not head.pronoun or words.folded(hit.first - 1) in _TAKEN_UP_BY_PRONOUN:
        return False
    if behind == "الله":
        return True
    if hit.entry.form != "I" or head.stem.text != hit.entry.lemma or not head.conjunction:
        return False
    has_subject = behind.startswith("ال") or begins_actor(words, hit.last + 1)
    letters = prepositions_of(hit.entry.governs)[1]
    is_governed = bool(letters) and behind.startswith(letters)
    return not (has_subject or is_governed or opens_clause(words, hit.last + 1))


def _is_told_by_facts(words: Words, hit: Hit) -> bool:
    """، ما يشير إلى ركود; وهذا يؤكد أن: what happened shows something, and says nothing."""
    before = words.folded(hit.first - 1)
    is_present = hit.head.stem.slot != "perfect" and not hit.head.pronoun
    is_fact = before in _FACTS and not hit.head.conjunction
    return is_present and is_fact and hit.entry.category in ("pointing", "assertive")


def _is_nunated(words: Words, hit: Hit) -> bool:
    """Printed nunation shows a noun: شكاً is doubt, not the verb شكا."""
    return not NUNATION.isdisjoint(words.form(hit.first))


def _stands_free(words: Words, hit: Hit) -> bool:
    """Whether no governor, subjunctive particle, conditional or negation stands before it."""
    before = "" if hit.head.conjunction else words.folded(hit.first - 1)
    if before in NEGATIONS:
        return hit.entry.category == "denial"
    if before in SUBJUNCTIVE_PARTICLES:
        return hit.head.stem.slot == "perfect"
    if hit.entry.after and hit.head.pronoun:  # من سماهم
        return True
    is_governed = before in GENITIVE_GOVERNORS and words.skeletons[hit.first - 1] != "علي"
    return not is_governed and before not in HYPOTHETICALS


def _participle_reports(words: Words, hit: Hit) -> bool:
    head = hit.head
    if head.article or head.prefix or head.pronoun or not head.stem.text.endswith(_HAL_ENDINGS):
        return False
    before = words.folded(hit.first - 1)
    if before in COPULAS or before.isdigit() or before in TENS:  # تسعين متهما
        return False
    return governs(words, hit)


def _noun_reports(words: Words, hit: Hit) -> bool:
    if hit.head.prefix == "ل" or words.folded(hit.first - 1) in DEMONSTRATIVES:
        return False  # to demand; that claim
    governed = [word for word in hit.entry.governs if word not in _OF_VERBS]
    return any(finds(words, hit, word, NOUN_WINDOW) for word in governed)


def _opens_speech(words: Words, hit: Hit) -> bool:
    """Whether a hit is the first word of a quotation: it is content, no cue."""
    if hit.first == 0:
        return False
    gap = words.gap(hit.first - 1)
    is_mark = bool(gap) and gap[-1] in QUOTATION_MARKS
    return is_mark and (len(gap) == 1 or gap[-2].isspace() or gap[-2] == ":")


def stated_at(words: Words, hit: Hit) -> int | None:
    """The أن behind the comma behind a statement that opens its sentence: وفي حديث للقناة، | أن."""
    sentence = words.sentence_words(hit.first)
    behind = range(hit.last + 1, min(sentence.stop, hit.last + 1 + CONTENT_WINDOW))
    if hit.first > sentence.start:
        return None
    return next(
        (
            place
            for place in behind
            if opens_clause(words, place) and not PAUSES.isdisjoint(words.gap(place - 1))
        ),
        None,
    )
