"""Whose party a source is: its side, read from the phrase, else from where the article is at home.

Rules, in this order, each with its examples in tests/attribution/test_sides.py; which one holds
stands in the table beside the side (`framing.attribution.rules`):

- medium: an outlet is media, whatever its country;
- named: a person has his own side, whatever stands beside him; so has a group or body that the
  phrase begins with;
- party: an armed group without a name is of no state (ميليشيات في العراق);
- office: an office, institution or people is of the first actor beside it, but no other party's:
  behind a preposition of direction (المبعوث إلى ليبيا), behind who opposes or backs it (المعارض
  للتدخل الروسي), in a relative clause; a family name that looks like a people's is none (سامي
  التركي), nor is a rank's where an office says more (اللواء التركي، المتحدث ...);
- place: a town stands for its country (شرطة الموصل), but not for itself;
- divided: in a country with two governments an office of the state belongs to the one that the
  codebook gives the country to (مسؤول يمني), other people to neither (مصادر يمنية);
- home, country before: a state's office or institution, and residents, without a country are of
  the country that the article names more often than all others together, or else named last
  before them.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from framing.attribution.actors import actors_and_parts, group_of, has_side
from framing.attribution.noun_phrases import Place, joins
from framing.attribution.rules import MEDIA, NOTHING, UNKNOWN, Known
from framing.lexicon.matching import Hit
from framing.text.function_words import RELATIVES, conjoined, folded
from framing.text.once import once
from framing.text.tokens import Words

_PARTIES = ("houthi", "syria-opposition", "armed-group")
_NO_NATIONS = (*_PARTIES, "un", "media", "office")
_NATION = {  # whose names count for one country
    "syria-government": "syria",
    "libya-east": "libya",
    "pmf": "iraq",
    "stc": "yemen-government",
    "wagner": "russia",
}
_STATE = {"syria": "syria-government"}  # where the state's offices have a side of their own
_PEOPLE = {"yemen-government": UNKNOWN, "syria-government": "syria"}  # where the people have
_TOWARDS = folded("مع إلى لدى ضد على عن بشأن حول نحو تجاه", ("",))
_OF_THE_STATE = folded(
    "رسمي حكومي أمني عسكري قضائي رسمية حكومية أمنية عسكرية قضائية رسميون رسميين حكوميون "
    "حكوميين أمنيون أمنيين عسكريون عسكريين الحكومة"
)

# whoever opposes or backs somebody, or lives somewhere, is of another party: المعارض لطهران
_STANCES = conjoined(
    folded(
        "معارض معارضة معارضون معارضين معارضو معارضي مناهض مناهضة مناهضون مناهضين مناوئ مناوئة "
        "رافض رافضة رافضون رافضين منتقد منتقدة منتقدون منتقدين مؤيد مؤيدة مؤيدون مؤيدين داعم داعمة "
        "داعمون داعمين مدعوم مدعومة مدعومون مدعومين معاد معادي معادية مقيم مقيمة مقيمون "
        "مقيمين عائد عائدة عائدون عائدين قادم قادمة قادمون قادمين",
        ("", "ال"),
    )
)
_ISSUED = folded("صادر صادرة", ("", "ال"))  # صادر عن: of whoever issued it
_BEHIND_STANCES = folded("من في على ب", ("",))
# before a family name; behind them a nisba may be one
_RANKS = folded(
    "لواء عميد عقيد رائد مقدم نقيب ملازم فريق مشير رقيب دكتور دكتورة شيخ سيد سيدة أستاذ أستاذة "
    "مهندس مهندسة آنسة",
    ("ال",),
)
OFTEN = 2  # times that the country is named where an article is at home
FATHERS = 3  # words of a name between the given name and the family's


def side_of(words: Words, place: Place, actors: Sequence[Hit], named: Hit | None) -> Known:
    """The side that a phrase names: of its outlet, person, group, country or institution."""
    if actors and actors[0].entry.source_type == "media" and not is_reported(actors):
        return Known(MEDIA, "medium")
    if named is not None:
        return Known(named.entry.category, "named")
    end = _own_end(words, place)
    own = [hit for hit in actors if hit.last <= end]
    sided = [hit for hit in own if has_side(hit) and _is_own(words, hit, place)]
    beside = next(iter(sided), None)
    rule = "named" if beside is not None and beside.first == place[0] else "office"
    if rule == "office" and _are_militia(place, own):
        sides = (hit.entry.category for hit in sided)
        party = next((side for side in sides if group_of(words, side) in _PARTIES), None)
        is_office = own[0].entry.subtype != "militia"  # قائد ميليشيا
        return Known(party or "armed-group", "office" if party or is_office else "party")
    if beside is None:
        return NOTHING
    if beside.entry.actor == "place":
        rule = "place"
    side = _divided(words, place, actors, beside)
    return Known(side, rule) if side != UNKNOWN else NOTHING


def _are_militia(place: Place, actors: Sequence[Hit]) -> bool:
    """Whether a phrase is of an armed group, or of an office or somebody of one."""
    is_headed = bool(actors) and actors[0].first == place[0]
    is_paper = is_headed and actors[0].entry.source_type == "document"
    return is_headed and not is_paper and any(hit.entry.subtype == "militia" for hit in actors)


def is_reported(actors: Sequence[Hit]) -> bool:
    """تقارير الأمم المتحدة: reports, which are a body's own where it is named behind them."""
    if actors[0].entry.subtype != "reports" or len(actors) < 2:
        return False
    is_body = has_side(actors[1]) and actors[1].entry.actor not in ("people", "place")
    return is_body and actors[1].first == actors[0].last + 1


def _own_end(words: Words, place: Place) -> int:
    """The last word before others than the source itself are named."""
    folds = words.folds[place[0] : place[1] + 1]
    if _STANCES.isdisjoint(folds) and RELATIVES.isdisjoint(folds):
        return place[1]
    for at in range(place[0], place[1]):
        following = words.folded(at + 1)
        if at > place[0] and words.folded(at) in RELATIVES:
            return at - 1
        leads = following in _BEHIND_STANCES or (following.startswith("ل") and len(following) > 2)
        if words.folded(at) in _STANCES and leads:
            return at
    return place[1]


def without_names(words: Words, found: Sequence[Hit]) -> list[Hit]:
    """The actors of a phrase but given and family names: خالد الهندي, اللواء التركي، المتحدث ..."""
    if not found:
        return []
    given = [hit.last for hit in found if hit.entry.actor == "name"]
    actors = [
        hit
        for hit in found
        if hit.entry.actor != "name" and not any(_bears(words, name, hit) for name in given)
    ]
    first = next((hit for hit in actors if has_side(hit)), None)
    if first is not None and _may_be_name(words, first, actors):
        actors.remove(first)
    return actors


def _may_be_name(words: Words, nisba: Hit, actors: Sequence[Hit]) -> bool:
    """Whether a people's name is rather a family's: behind a name, or a rank with an office later.

    An adjective with the article stands behind a noun with it (الوزير التركي): behind any other
    word it may belong to a name that no gazetteer has (سامي التركي، وزير الطاقة ...).
    """
    before = words.folded(nisba.first - 1)
    if not is_nisba(nisba) or not joins(words, nisba.first - 1):
        return False
    is_rank = before in _RANKS
    if words.skeletons[nisba.first - 1] == "علي":  # no preposition, with this letter
        return True
    if before.startswith(("ال", "لل", "بال", "وال")) and not is_rank:
        return False
    if not is_rank and any(hit.last == nisba.first - 1 for hit in actors):
        return False
    if not is_rank and words.folded(nisba.first - 2) in _RANKS:
        return True
    behind = [hit for hit in actors if hit.first > nisba.last]
    office = next((hit.first for hit in behind if not has_side(hit)), None)
    says_more = office is not None and any(has_side(hit) for hit in behind if hit.last > office)
    return says_more and not (is_rank and joins(words, nisba.last))


def _bears(words: Words, given: int, hit: Hit) -> bool:
    """Whether a people's name stands behind a given name, the father's let in between."""
    between = range(given + 1, hit.first)
    return (
        is_nisba(hit)
        and len(between) <= FATHERS
        and given < hit.first
        and all(joins(words, at) for at in range(given, hit.first))
        and not any(words.folded(at).startswith("ال") for at in between)
    )


def is_nisba(hit: Hit) -> bool:
    """Whether an actor is a people's name with the article, as a family may be called."""
    return hit.entry.actor == "people" and has_side(hit) and hit.head.article


def _is_own(words: Words, hit: Hit, place: Place) -> bool:
    """Whether an actor gives the phrase its side: no town as head, no other party (مع موسكو)."""
    if hit.first == place[0]:
        return hit.entry.actor != "place"
    return words.folded(hit.first - 1) not in _TOWARDS or words.folded(hit.first - 2) in _ISSUED


def _divided(words: Words, place: Place, actors: Sequence[Hit], sided: Hit) -> str:
    side = sided.entry.category
    if sided.entry.actor not in ("country", "place", "people"):
        return side
    if is_of_the_state(words, place, actors):
        return _STATE.get(side, side) if sided.entry.actor == "people" else side
    is_unnamed = any(hit.entry.source_type == "anonymous" for hit in actors)
    return _PEOPLE.get(side, side) if is_unnamed else side


def is_of_the_state(words: Words, place: Place, actors: Sequence[Hit]) -> bool:
    """Whether a phrase has an office or institution, or calls its people official."""
    if any(words.folded(at) in _OF_THE_STATE for at in range(place[0], place[1] + 1)):
        return True
    return any(
        hit.entry.subtype == "court-paper"
        or (
            hit.entry.source_type in ("official", "institution")
            and hit.entry.actor in ("office", "institution")
            and hit.entry.subtype != "movement"
            and not (hit.entry.subtype == "area" and hit.first > place[0])
        )
        for hit in actors
    )


def is_at_home(words: Words, place: Place, actors: Sequence[Hit]) -> bool:
    """Whether a phrase without a country may be of the article's: the state's, or residents."""
    if any(hit.entry.subtype == "residents" for hit in actors):
        return True
    are_people = any(hit.first == place[0] and hit.entry.actor == "people" for hit in actors)
    return not are_people and is_of_the_state(words, place, actors)


def home_of(words: Words, place: Place, *, of_the_state: bool) -> Known:
    """The side of the country where the article is at home, seen from a phrase."""
    most = _most_named(words, place)
    home = most or _named_before(words, place[0])
    side = (_STATE if of_the_state else _PEOPLE).get(home, home)
    return Known(side, "home" if most else "country before") if side != UNKNOWN else NOTHING


def _most_named(words: Words, place: Place) -> str | None:
    """The country that a text names more often than all others together, a phrase left out."""
    counts = Counter(_counts(words))
    nations = _nations(words)
    number = bisect_left(nations, place[0], key=lambda hit: hit.first)
    while number < len(nations) and nations[number].first <= place[1]:
        counts[_nation(nations[number])] -= 1
        number += 1
    least = max(OFTEN, counts.total() // 2 + 1)
    return next((side for side, times in counts.items() if times >= least), None)


@once
def _counts(words: Words) -> Counter[str]:
    """How often a text names each country."""
    return Counter(map(_nation, _nations(words)))


def _named_before(words: Words, place: int) -> str:
    """The country named last before a word."""
    nations = _nations(words)
    number = bisect_left(nations, place, key=lambda hit: hit.first) - 1
    while number >= 0 and nations[number].last >= place:
        number -= 1
    return _nation(nations[number]) if number >= 0 else UNKNOWN


def _nation(hit: Hit) -> str:
    return _NATION.get(hit.entry.category, hit.entry.category)


@once
def _nations(words: Words) -> tuple[Hit, ...]:
    """The countries that a text names, in order: by name, town, people, institution."""
    return tuple(
        hit
        for hit in actors_and_parts(words)
        if has_side(hit)
        and (group := group_of(words, hit.entry.category)) not in _NO_NATIONS
        and (hit.entry.actor in ("country", "place", "people") or group != "other")
        and hit.entry.actor != "group"
    )
