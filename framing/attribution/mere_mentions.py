"""Heads of sources that refer to nobody: whose words they are is not said by them.

- of another: the adjective of a phrase that describes another noun (تقرير عن مسرب);
- no speaker: what is likened to a source (كمواقع), an outlet's own site (على موقعها), any source at
  all (لم يؤكده أي مصدر), reports of a body (تقارير الأمم المتحدة), and whoever is named after all
  (أحد الشهود ويدعى سيف);
- origin: where something comes from (مصدر القذائف, مصادرهم الخاصة), whom somebody tells (للمصدر
  ذاته);
- statement: المصدر ذاته behind a communiqué is that paper;
- unnamed: an official is one only without a name.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence

from framing.attribution.actors import actors_at, actors_in, has_side
from framing.attribution.cues import Cue
from framing.lexicon.matching import Hit
from framing.text.function_words import (
    AUXILIARIES,
    CALLED,
    DEMONSTRATIVES,
    NEGATIONS,
    PERFECT_PARTICLES,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    folded,
)
from framing.text.tokens import Words

_ANY = folded("أي", ("", "ل", "ب"))
_BODY_WORDS = 4  # of the name of a body
_OWN_WITHIN = 4  # words from a verb to the sources of its subject: علمت من مصادرها
# behind a bare title these are no name of whoever bears it, but go on with the sentence
NO_NAMES = RELATIVES | DEMONSTRATIVES | PERSONAL_PRONOUNS
NO_NAMES |= AUXILIARIES | PERFECT_PARTICLES | NEGATIONS
NO_NAMES |= folded(
    "أن إن أنه أنها إنه إنها إنهم في من على إلى عن بعد قبل خلال مع عبر بين ضد حول لدى "
    "ما كما أو ثم حيث لأن اليوم أمس قال قالت رفض رفضت رفضوا طلب طلبت طلبوا فضل فضلت اشترط",
    ("",),
)
_NAMING = CALLED | PERSONAL_PRONOUNS  # but وهو goes on: ضابط كبير وهو يتفقد جنوده
_PLURALS = ("ون", "ين")


def speaks_not(words: Words, hit: Hit, last: int) -> bool:
    """Whether nobody is meant who speaks, or somebody whose name follows."""
    is_own = bool(hit.head.pronoun) and hit.entry.category == "media-as-source"
    is_any = words.folded(hit.first - 1) in _ANY
    is_named = words.folded(last + 1) in CALLED
    return hit.head.prefix == "ك" or is_own or is_any or is_named or _are_of_body(words, hit)


def _are_of_body(words: Words, hit: Hit) -> bool:
    """تقارير الأمم المتحدة: what a body reports, not what is in the news."""
    if hit.entry.subtype != "reports":
        return False
    behind = actors_at(words, (hit.last + 1, hit.last + _BODY_WORDS))
    return any(
        one.first == hit.last + 1 and has_side(one) and one.entry.actor not in ("people", "place")
        for one in behind
    )


def statements(words: Words) -> list[int]:
    """Where a text has statements and communiqués, in order."""
    return [hit.first for hit in actors_in(words) if hit.entry.subtype == "statement"]


def is_statement(words: Words, hit: Hit, last: int, statements: Sequence[int], before: int) -> bool:
    """المصدر ذاته behind a communiqué, with no other reference in between: it is that paper."""
    if hit.entry.subtype != "source" or not hit.head.article or last > hit.last:
        return False
    if hit.head.stem.text in hit.entry.plurals:
        return False
    number = bisect_left(statements, hit.first) - 1
    return number >= 0 and statements[number] > before


def is_origin(words: Words, hit: Hit, cues: Sequence[Cue]) -> bool:
    """مصدر القذائف, مصادرهم الخاصة: where something comes from, not who says it.

    A single source with a genitive behind it is one, and so are sources of somebody's that do not
    stand right behind their verb; للمصدر ذاته is whom somebody tells.
    """
    following = words.folded(hit.last + 1)
    is_one = hit.head.stem.text not in hit.entry.plurals
    if is_one and not (hit.head.article or hit.head.pronoun):
        return following.startswith("ال") and words.gap(hit.last).isspace()
    cue = _cue_before(cues, hit.first)
    if hit.head.pronoun:
        return cue is None or hit.first - cue.last > _OWN_WITHIN
    is_told = hit.head.prefix == "ل" and hit.head.article
    return is_told and not (cue and cue.entry.kind == "particle" and cue.last == hit.first - 1)


def _cue_before(cues: Sequence[Cue], place: int) -> Cue | None:
    number = bisect_left(cues, place, key=lambda cue: cue.first)
    return cues[number - 1] if number else None


def is_of_another(words: Words, hit: Hit) -> bool:
    """The adjective of a phrase after a preposition describes another noun (تقرير عن مسرب)."""
    is_adjective = hit.entry.kind == "phrase" and hit.readings[-1].lexeme.kind == "adjective"
    return is_adjective and words.folded(hit.last - 1) in PREPOSITIONS


def is_unnamed(words: Words, hit: Hit, last: int, named: Collection[str]) -> bool:
    """An official with no name: indefinite, in the plural, or pointing back to one."""
    if hit.head.article:
        is_plural = hit.head.stem.text.endswith(_PLURALS) or hit.head.stem.text.startswith("قاد")
        return is_plural or hit.entry.category in named
    following = words.folded(last + 1)
    if following in _NAMING:
        return False
    is_title = last == hit.last and words.gap(last).isspace() and following not in NO_NAMES
    return not (is_title and following)
