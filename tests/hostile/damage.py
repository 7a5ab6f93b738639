"""What malformed input is made of: files written, sound ones damaged, by chance from a seed.

A family is a function that writes one malformed input into an empty folder and gives what is
typed for it on the command line. Chance decides the details, so that each seed tries others.
"""

import io
import os
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

Family = Callable[[Random, Path], str]
Families = dict[str, Family]

ENCODINGS = ("utf-16", "utf-32", "utf-16-be", "utf-8-sig", "cp1256", "iso-8859-6", "utf-7")


def put(folder: Path, name: str, content: str | bytes) -> str:
    """Write a file, in folders that are made if missing, and give its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return str(path)


def file_of(name: str, content: str | bytes | Callable[[Random], str | bytes]) -> Family:
    """The family of a file with this content, or with one that chance makes."""

    def family(chance: Random, folder: Path) -> str:
        return put(folder, name, content(chance) if callable(content) else content)

    return family


def damaged(content: bytes, chance: Random) -> bytes:
    """A file cut short, spoilt, doubled, turned round, or in another encoding."""
    place, other = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    spoilt = bytearray(content)
    for _ in range(chance.randrange(1, 9)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return chance.choice(
        (
            content[:place],
            bytes(spoilt),
            content + content,
            content[place:] + content[:place],
            content[:place] + content[other:],
            content[:place] + content[place:other] * 9 + content[other:],
            content[:place] + bytes(chance.randrange(256) for _ in range(99)) + content[place:],
            content.decode("latin-1").encode(chance.choice(ENCODINGS), "replace"),
            content.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace"),
        )
    )


def spoilt_text(text: str, chance: Random) -> bytes:
    """A file of text, damaged."""
    return damaged(text.encode("utf-8"), chance)


def unreadable(name: str) -> Families:
    """What may stand where a file is looked for, and is none that can be read."""
    return {
        "nothing there": lambda _, folder: str(folder / name),
        "a path that is empty": lambda _, _folder: "",
        "a path of 5,000 letters": lambda _, folder: str(folder / ("x" * 5000 + name)),
        "a path through a file": lambda _, folder: put(folder, "plain", "x") + f"/{name}",
        "a path with half a character": lambda _, folder: str(folder / f"\udcff{name}"),
        "a path with a line break": lambda _, folder: put(folder, f"a\nb\u202e{name}", "x"),
        "a folder of that name": lambda _, folder: put(folder / name, "a", "x").removesuffix("/a"),
        "an empty file": file_of(name, b""),
        "a pipe": _pipe(name),
        "a link to itself": _link(name, name),
        "a link to nothing": _link(name, "nowhere"),
        "a link to an endless device": _link(name, "/dev/zero"),
        "zeros": file_of(name, bytes(99_999)),
        "chance bytes": file_of(name, lambda chance: chance.randbytes(999)),
    }


def _pipe(name: str) -> Family:
    def family(_: Random, folder: Path) -> str:
        os.mkfifo(folder / name)
        return str(folder / name)

    return family


def _link(name: str, target: str) -> Family:
    def family(_: Random, folder: Path) -> str:
        (folder / name).symlink_to(target)
        return str(folder / name)

    return family


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The parts of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
