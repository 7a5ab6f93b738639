"""The table of stems: every form by which a lexicon's words are matched, worked out beforehand.

Each shipped lexicon has its table beside it, `lexicons/NAME.stems.tsv`, made by the
conjugator of this package (`framing.lexicon.conjugation`, `framing.lexicon.declension`) with
`framing lexicon stems`. A scholar reads in it what an entry matches; matching reads it
instead of inflecting. A lexicon of one's own needs none: it is inflected when it is used.

The first line says what the table was made from, the second names the columns:

- `lexeme`: the entry's id; for a `[[word]]` of the lexicon `word:` and its lemma
- `kind`, `root`, `form`: as the lexicon gives them; with `lexeme` they name one lexeme
- `stem`: the form as printed, without clitics
- `slot`: which clitics it may carry (see `framing.lexicon.declension`)
- `part`: its part of speech

Names and particles have one stem, the lemma. Phrases have none: a phrase is matched by the
stems of its words, and by words that no entry inflects as the lexicon prints them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import get_args

from framing.base.errors import LexiconError
from framing.lexicon.declension import Part, Slot, Stem
from framing.lexicon.entries import Entry, Lexeme, Lexicon, is_shipped
from framing.lexicon.morphology import stems

FORMAT = 1
COLUMNS = ("lexeme", "kind", "root", "form", "stem", "slot", "part")

_SHIPPED = resources.files("framing.lexicon") / "shipped"
_SLOTS: dict[str, Slot] = {slot: slot for slot in get_args(Slot)}
_PARTS: dict[str, Part] = {part: part for part in get_args(Part)}

_Key = tuple[str, ...]


def stem_table(lexicon: Lexicon) -> str:
    """Inflect a lexicon and set its stems as a table, one stem a line, sorted.

    The same lexicon gives the same text, byte for byte.

    Raises `LexiconError` for a verb that cannot be conjugated.
    """
    rows = {
        (*_key(lexeme), stem.text, stem.slot, stem.part)
        for lexeme in _inflecting(lexicon)
        for stem in stems(lexeme)
    }
    lines = [_header(lexicon), COLUMNS, *sorted(rows)]
    return "".join("\t".join(cells) + "\n" for cells in lines)


def read_stems(lexicon: Lexicon) -> Mapping[Lexeme, tuple[Stem, ...]]:
    """The stems of every entry and word of a lexicon but phrases, sorted.

    Those of a shipped lexicon are read from its table, those of any other are worked out.

    Raises `LexiconError` for a shipped lexicon whose table was made from another version of
    it, and for a verb that cannot be conjugated.
    """
    if not is_shipped(lexicon):
        return {lexeme: _sorted(stems(lexeme)) for lexeme in _inflecting(lexicon)}
    rows = _read(lexicon)
    return {lexeme: _sorted(rows[_key(lexeme)]) for lexeme in _inflecting(lexicon)}


def is_out_of_date(lexicon: Lexicon) -> bool:
    """Whether a shipped lexicon was changed after its table of stems was made."""
    return is_shipped(lexicon) and _text(lexicon).partition("\n")[0] != "\t".join(_header(lexicon))


def _read(lexicon: Lexicon) -> Mapping[_Key, set[Stem]]:
    if is_out_of_date(lexicon):
        file = f"framing/lexicon/shipped/{lexicon.name}"
        raise LexiconError(
            f"{file}.stems.tsv was not made from {file}.toml as it is now. Make it anew: "
            f"framing lexicon stems {lexicon.name} --out {file}.stems.tsv"
        )
    rows = defaultdict(set)
    for line in _text(lexicon).splitlines()[2:]:
        *key, text, slot, part = line.split("\t")
        rows[tuple(key)].add(Stem(text, _SLOTS[slot], _PARTS[part]))
    return rows


def _text(lexicon: Lexicon) -> str:
    """A shipped lexicon's table; empty if nobody made it yet."""
    file = _SHIPPED / f"{lexicon.name}.stems.tsv"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _header(lexicon: Lexicon) -> tuple[str, ...]:
    made_from = (lexicon.name, lexicon.version, f"sha256 {lexicon.digest}")
    return (f"# stems, format {FORMAT}", *made_from)


def _inflecting(lexicon: Lexicon) -> Iterator[Lexeme]:
    everything: tuple[Lexeme, ...] = (*lexicon.helpers, *lexicon.entries)
    return (lexeme for lexeme in everything if lexeme.kind != "phrase")


def _key(lexeme: Lexeme) -> _Key:
    name = lexeme.id if isinstance(lexeme, Entry) else f"word:{lexeme.lemma}"
    return name, lexeme.kind, lexeme.root, lexeme.form


def _sorted(found: frozenset[Stem] | set[Stem]) -> tuple[Stem, ...]:
    return tuple(sorted(found, key=lambda stem: (stem.text, stem.slot, stem.part)))
