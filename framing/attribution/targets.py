"""What a militancy label is put on: an organisation, an act, a phenomenon, or nobody named.

By the rules of the codebook, the first that holds; examples in tests/attribution/test_targets.py
and tests/attribution/kinds/targets.toml:

- state: the terror of a state (إرهاب الدولة), by the target of the label's entry;
- of a name: whose terror it is (إرهاب تنظيم داعش); of whom it frightens, an attack (إرهاب الآمنين);
- phenomenon: terrorism as such (مكافحة الإرهاب), by the facet of the mention, and an idea (الفكر
  المتطرف, تطرف);
- attack: an act or threat of violence (الاعتداء الإرهابي), by the facet of the mention;
- classed: whom a verb of naming, classing or accusing puts it on (صنفت الحوثيين جماعة إرهابية);
- beside: a named organisation or the opposition right beside the label, an apposition too (تنظيم
  داعش الإرهابي; بوكو حرام، الجماعة الإرهابية), with those joined to it;
- taken up: التنظيم الإرهابي is the organisation named last;
- state, settlers: by the noun that the label stands on (النظام الإرهابي, مستوطنون متطرفون);
- other: a person by name (الإرهابي أسامة بن لادن);
- of the label before, which it is joined to (الإرهابية والمتطرفة);
- generic: unnamed people or groups.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from framing.attribution.actors import persons_at
from framing.lexicon.clitics import names_of
from framing.lexicon.matching import Hit
from framing.text.characters import QUOTATION_MARKS
from framing.text.function_words import ORGANISATIONS, WAW_WORDS, folded
from framing.text.tokens import Words

LABELS = ("terror", "radical", "jihadist", "takfiri")
LABELLED_WITHIN = 4  # words from a label to the organisation it is put on
CLASSED_WITHIN = 10  # words from a verb of classing to the label it ends with
_ADJECTIVES = 2  # words from the opposition to its label
_FACETS = {"counter-terror": "phenomenon", "event": "attack"}
_NAMED = ("organisation", "opposition")
_ALLIED = frozenset({"daesh", "nusra"})  # the codebook has a class for both together
_MANY = ("ين", "ون", "ان")
_PARTED = frozenset("؛.:\n!؟")
_COMMAS = frozenset("،,")
_GROUPS = folded(
    "تنظيم تنظيما تنظيمي تنظيمات جماعة جماعات حركة حركات منظمة منظمات فرع ميليشيا مليشيا ميليشيات "
    "مليشيات عناصر مسلحي مقاتلي عصابة عصابات مجموعة مجموعات فصيل فصائل خلية خلايا حزب",
    ("", "ال", "و", "وال"),
)
_APPOSED = folded("مصنف مصنفة مدرج مدرجة موصوف موصوفة", ("", "ال")) | _GROUPS
_IDEAS = folded(
    "فكر أفكار خطاب خطابات أيديولوجيا أيديولوجية إيديولوجيا إيديولوجية عقيدة عقائد منهج نهج مناهج "
    "فتاوى فتوى رؤى آراء ثقافة نزعة نزعات",
    ("", "ال"),
)
_STATES = folded("نظام دولة حكومة كيان احتلال سلطة", ("ال",))
_SETTLERS = folded("مستوطن مستوطنون مستوطنين مستوطنو مستوطني", ("", "ال"))
# verbs that put a name on somebody, by their folds without clitics
_CLASSING = folded(
    "وصف وصفت يصف تصف وصفوا يصفون وصفه وصفها وصفهم يوصف توصف يوصفون اعتبر اعتبرت يعتبر تعتبر "
    "يعتبرون صنف صنفت يصنف تصنف تصنيف عد عدت يعد تعد سمى سمت يسمي تسمي اتهم اتهمت يتهم تتهم اتهام "
    "أدرج أدرجت يدرج تدرج إدراج نعت نعتت ينعت تنعت وضع وضعت",
)
_ROSTERS = folded("قائمة قوائم لائحة لوائح")


@dataclass(frozen=True)
class _Label:
    """A label in its text: the hit, its facet, and all mentions in order."""

    words: Words
    hit: Hit
    facet: str
    hits: Sequence[Hit]

    @property
    def before(self) -> frozenset[str]:
        """What the word before may be called, without its clitics."""
        return _names(self.words, self.hit.first - 1)

    def near(self, within: int) -> Sequence[Hit]:
        """The mentions that so few words part from the label; none overlaps another."""
        first = bisect_left(self.hits, self.hit.first - within, key=lambda hit: hit.last)
        stop = bisect_right(self.hits, self.hit.last + within, key=lambda hit: hit.first)
        return self.hits[first:stop]


def target_of(words: Words, hit: Hit, facet: str, hits: Sequence[Hit]) -> str | None:
    """Whom or what a label is put on; None for mentions that are no label.

    `hits` are all mentions of the text, in order.
    """
    if hit.entry.category not in LABELS:
        return None
    label = _Label(words, hit, facet, hits)
    return next((target for rule in _RULES if (target := rule(label))), "generic")


def _of_state(label: _Label) -> str | None:
    return "state" if label.hit.entry.target == "state" else None


def _of_name(label: _Label) -> str | None:
    """إرهاب داعش, إرهاب الآمنين: by the genitive of a verbal noun."""
    words, place = label.words, label.hit.last + 1
    is_construct = not (label.hit.head.article or label.hit.head.pronoun)
    is_phenomenon = label.hit.entry.facet == "counter-terror"
    if not (is_phenomenon and is_construct) or _marks(words, place - 1, _PARTED):
        return None
    following = place + (words.folded(place) in _GROUPS)
    owner = next((hit for hit in label.near(_ADJECTIVES) if hit.first == following), None)
    if owner is not None and owner.entry.category == "organisation":
        return _joined(label, owner)
    if _names(words, place) & _SETTLERS:
        return "settlers"
    noun = words.skeletons[place] if place < len(words) else ""
    is_people = noun.startswith("ال") and noun.endswith("ين") and owner is None
    return "attack" if is_people else None


def _by_facet(label: _Label) -> str | None:
    if label.hit.entry.facet == label.facet == "counter-terror":
        is_charge = label.hit.head.prefix == "ب"  # اتهم الحوثيين بالإرهاب
        return (_classed(label) if is_charge else None) or "phenomenon"
    if not label.before.isdisjoint(_IDEAS) and not label.hit.head.conjunction:
        return "phenomenon"
    return _FACETS.get(label.facet)


def _classed(label: _Label) -> str | None:
    """Of a verb that names, classes or accuses, the name between it and the label."""
    words, hit = label.words, label.hit
    begin = max(words.sentence_words(hit.first).start, hit.first - CLASSED_WITHIN)
    verb = next(
        (at for at in range(hit.first - 1, begin - 1, -1) if _names(words, at) & _CLASSING), None
    )
    if verb is None or not _ends_class(label):
        return None
    named = [
        one for one in label.near(CLASSED_WITHIN) if verb < one.first < one.last + 1 <= hit.first
    ]
    named = [one for one in named if one.entry.category in _NAMED]
    return _target(named[-1]) if named else None


def _ends_class(label: _Label) -> bool:
    """Whether a label is what somebody is called: بالإرهابيين, جماعة إرهابية, على قائمة الإرهاب."""
    head = label.hit.head
    before = label.words.folded(label.hit.first - 1)
    is_predicate = head.prefix == "ب" or not head.article
    on_roster = any(_names(label.words, label.hit.first - back) & _ROSTERS for back in (1, 2))
    return is_predicate or on_roster or before in ("بانه", "بانها", "بانهم")


def _beside(label: _Label) -> str | None:
    """A name right beside the label, with those that are joined to it."""
    named = [hit for hit in label.near(LABELLED_WITHIN) if hit.entry.category == "organisation"]
    before = [hit for hit in named if hit.last < label.hit.first and _reaches(label, hit)]
    if before:
        return _joined(label, before[-1])
    behind = [hit for hit in named if hit.first > label.hit.last and _reaches(label, hit)]
    return _joined(label, behind[0]) if behind else None


def _idea(label: _Label) -> str | None:
    return label.hit.entry.target or None


def _opposition(label: _Label) -> str | None:
    near = [hit for hit in label.near(_ADJECTIVES) if hit.entry.category == "opposition"]
    return "opposition" if any(_reaches(label, hit) for hit in near) else None


def _reaches(label: _Label, name: Hit) -> bool:
    """Whether no other noun joined by و, and no mark but of an apposition, stands between."""
    words, hit = label.words, label.hit
    if name.last < hit.first:
        left, right, joined = name.last, hit.first, hit
    else:
        left, right, joined = hit.last, name.first, name
    if any(_marks(words, place, _PARTED) for place in range(left, right)):
        return False
    commas = [place for place in range(left, right) if _marks(words, place, _COMMAS)]
    if commas and not (commas == [left] and words.folded(left + 1) in _APPOSED):
        return False
    between = words.folds[left + 1 : right]
    is_joined = any(word.startswith("و") and word not in WAW_WORDS for word in between)
    return not (is_joined or joined.head.conjunction or (joined is hit and hit.head.prefix))


def _joined(label: _Label, name: Hit) -> str:
    """The target of a name and of those joined to it: before a label of many, or behind any."""
    many = label.words.skeletons[label.hit.first].endswith(_MANY)
    chain = [name]
    if name.first > label.hit.last:
        chain += _chain(label, name, 1)
    elif many:
        chain += _chain(label, name, -1)
    targets = {_target(one) for one in chain}
    if len(targets) > 1 and not targets <= _ALLIED:
        return "other"
    return "+".join(sorted(targets))


def _chain(label: _Label, name: Hit, step: int) -> Iterator[Hit]:
    """The names that follow, or precede, each with و and perhaps a head noun between."""
    words, names = label.words, [one for one in label.hits if one.entry.category == "organisation"]
    number = names.index(name) + step
    while 0 <= number < len(names):
        left, right = sorted((names[number], name), key=lambda hit: hit.first)
        between = words.folds[left.last + 1 : right.first]
        heads_only = all(word in _GROUPS for word in between)
        is_joined = right.head.conjunction or any(word.startswith("و") for word in between)
        lone = between == ("و",)
        if not (lone or (heads_only and is_joined)):
            return
        name = names[number]
        yield name
        number += step


def _taken_up(label: _Label) -> str | None:
    """التنظيم الإرهابي: the organisation named last before it."""
    is_definite = label.hit.head.article and not label.hit.head.prefix
    if not is_definite or label.before.isdisjoint(ORGANISATIONS):
        return None
    names = (one for one in reversed(label.hits) if one.entry.category == "organisation")
    return next((_target(one) for one in names if one.last < label.hit.first), None)


def _by_noun(label: _Label) -> str | None:
    if label.hit.head.conjunction:
        return None
    words, place = label.words, label.hit.first - 1
    heads = label.before | (
        _names(words, place - 1) if words.folded(place).startswith("ال") else set()
    )
    if heads & _SETTLERS:
        return "settlers"
    return "state" if label.before & _STATES else None


def _person(label: _Label) -> str | None:
    words, place = label.words, label.hit.last + 1
    is_one = label.hit.head.article and label.hit.head.stem.text.endswith(("ي", "ف", "د"))
    is_beside = place < len(words) and not words.gap(place - 1).strip(f" {QUOTATION_MARKS}")
    return "other" if is_one and is_beside and place in persons_at(words) else None


def _of_label_before(label: _Label) -> str | None:
    """الإرهابية والمتطرفة: what the label right before is put on."""
    before = [hit for hit in label.near(1) if hit.last == label.hit.first - 1]
    if not before or before[0].entry.category not in LABELS:
        return None
    return target_of(label.words, before[0], "", label.hits)


_RULES: tuple[Callable[[_Label], str | None], ...] = (
    _of_state,
    _of_name,
    _by_facet,
    _beside,
    _classed,
    _idea,
    _opposition,
    _taken_up,
    _by_noun,
    _person,
    _of_label_before,
)


def _target(name: Hit) -> str:
    return "opposition" if name.entry.category == "opposition" else name.entry.target or "other"


def _names(words: Words, place: int) -> frozenset[str]:
    return names_of(words.skeletons[place]) if 0 <= place < len(words) else frozenset()


def _marks(words: Words, place: int, marks: frozenset[str]) -> bool:
    """Whether one of some marks stands behind a word."""
    return not marks.isdisjoint(words.gap(place))
