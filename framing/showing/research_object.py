"""A report as a research object that archives read: RO-Crate 1.1, a JSON-LD file beside it.

What was computed, by which version of what, from what, under whose name: from the record of the
report, which knows no date and no author; these are the reader's to give.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from framing.base.errors import FramingError, cut
from framing.base.files import write_whole
from framing.showing.record import RECORD, read_record

CRATE = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORMATS = {
    **{"html": "text/html", "csv": "text/csv", "svg": "image/svg+xml", "md": "text/markdown"},
    **{"json": "application/json", "pdf": "application/pdf", "tex": "application/x-tex"},
    **{"bib": "application/x-bibtex"},
}


def write_crate(
    folder: str | Path,
    *,
    date: str,
    name: str = "Framing report",
    authors: Sequence[str] = (),
    license: str = "",  # noqa: A002  # the field's name for it
) -> Path:
    """Describe a report and all its files as a research object, in the folder of the report.

    Args:
        folder: of the report, as `framing.report` wrote it.
        date: when it is published, such as "2026-05-01".
        name: what the analysis is called.
        authors: who answers for it.
        license: the address of the licence it is published under; the articles are not in it.

    Raises:
        FramingError: the folder holds no report with a record, or the date is none.
        OutputError: the place cannot be written.
    """
    if not _DATE.fullmatch(date):
        raise FramingError(f"'{cut(date)}' is no date. Give year, month and day: 2026-05-01.")
    record = read_record(Path(folder))
    files = [*record["files"], RECORD]
    people = [{"@id": f"#author-{n + 1}", "@type": "Person", "name": one}
              for n, one in enumerate(authors)]  # fmt: skip
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": name,
        "description": f"{len(record['articles']):,} articles measured with framing.",
        "datePublished": date,
        "inLanguage": record.get("language", "en"),
        "hasPart": [{"@id": file} for file in files],
        "mentions": [{"@id": "#computed"}],
    }
    if people:
        root["author"] = [{"@id": one["@id"]} for one in people]
    if license:
        root["license"] = {"@id": license}
    described = {"@id": CRATE, "@type": "CreativeWork", "conformsTo": {"@id": _CONTEXT},
                 "about": {"@id": "./"}}  # fmt: skip
    graph = [described, root, *people, *_run(record, files), *map(_file, files)]
    text = json.dumps({"@context": f"{_CONTEXT}/context", "@graph": graph}, indent=1) + "\n"
    return write_whole(Path(folder) / CRATE, text.encode())


def _run(record: dict[str, Any], files: Sequence[str]) -> list[dict[str, Any]]:
    """What computed the files: the package, and what it stood on."""
    versions = {"framing": record["framing"], **record["packages"]}
    programs = [
        {"@id": f"#{name}", "@type": "SoftwareApplication", "name": name, "softwareVersion": one}
        for name, one in versions.items()
    ]
    run = {
        "@id": "#computed",
        "@type": "CreateAction",
        "name": "framing report",
        "instrument": [{"@id": one["@id"]} for one in programs],
        "result": [{"@id": file} for file in files],
    }
    return [run, *programs]


def _file(name: str) -> dict[str, Any]:
    told = {"@id": name, "@type": "File", "name": name}
    kind = _FORMATS.get(name.rpartition(".")[2])
    return told | ({"encodingFormat": kind} if kind else {})
