"""Edits that the project's disk did not take, kept in a small file on another until it does."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.message import Message
from annotator.model.records import Document, Record, Text, parents_first
from annotator.store.images import QuoteOf, dump_json, image_of, load_json, record_of
from annotator.store.tables import tables

PREFIX, SUFFIX = "unsaved-", ".json"
EDIT = 4
"""So many entries tell what an edit is; those behind them tell how it is to be written."""


class Waiting(NamedTuple):
    """An edit that the disk did not take, and how it is to be written; see ``Store.apply``."""

    edit: Edit
    group: str | None = None
    texts_are_new: bool = False


def is_spill(path: Path) -> bool:
    """Say whether a path may be one of these files: it is taken away in the end."""
    return path.name.startswith(PREFIX) and path.suffix == SUFFIX


def write_spill(path: Path, edits: Sequence[Waiting]) -> None:
    """Put edits into a file in place of those that it held; none takes the file away.

    Where this disk does not take them either, they are kept in memory only.
    """
    with suppress(OSError):
        if not edits:
            path.unlink(missing_ok=True)
            return
        part = path.with_suffix(".part")
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as file:
            file.write(dump_json([_told(*waiting) for waiting in edits]))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)


def count_spilled(path: Path) -> int:
    """Return how many edits a file holds."""
    return len(_content(path))


def read_spill(path: Path, quote_of: QuoteOf) -> Iterator[Waiting]:
    """Yield the edits of a file; ``quote_of`` is asked for the words of what each one marks.

    Each is read when it is asked for, so that those before it can be in the project by then.

    Raises:
        UserError: the file is damaged.
    """
    for told in _content(path):
        try:
            edit, manner = told[:EDIT], told[EDIT:]
            yield Waiting(_edit(edit, quote_of), *_manner(*manner))
        except (TypeError, ValueError, LookupError, AttributeError) as error:
            raise UserError("{path} is damaged and cannot be read.", path=str(path)) from error


def _content(path: Path) -> list[Any]:
    with suppress(OSError, ValueError, RecursionError):
        found = load_json(path.read_text(encoding="utf-8"))
        return found if isinstance(found, list) else []
    return []


def _manner(group: str | None = None, texts_are_new: bool = False) -> tuple[str | None, bool]:  # noqa: FBT001, FBT002 - fields of JSON
    """Return how an edit is to be written; files of earlier versions do not tell."""
    return None if group is None else str(group), bool(texts_are_new)


def _told(edit: Edit, group: str | None, texts_are_new: bool) -> list[object]:  # noqa: FBT001 - the fields of a value
    label = [edit.label.template, dict(edit.label.values)]
    sides = [
        [[tables()[type(record)].label, image_of(record)] for record in records]
        for records in (edit.removed, edit.added)
    ]
    texts = [[text.sha256, text.text] for text in edit.texts]
    return [label, *sides, texts, group, texts_are_new]


def _edit(told: Any, quote_of: QuoteOf) -> Edit:  # noqa: ANN401 - JSON
    (template, values), removed, added, texts = told
    new_texts = {sha256: Text(sha256, text) for sha256, text in texts}
    documents: dict[DocumentId, Text] = {}

    def quote(document: DocumentId, start: int, end: int) -> str:
        own = documents.get(document)
        return own.text[start:end] if own else quote_of(document, start, end)

    def records(side: Any) -> tuple[Record, ...]:  # noqa: ANN401 - JSON
        by_name = {table.label: cls for cls, table in tables().items()}
        found = []
        for name, image in sorted(side, key=lambda entry: entry[0] != "document"):
            record = record_of(by_name[name], image, quote)
            if isinstance(record, Document) and record.sha256 in new_texts:
                documents[record.id] = new_texts[record.sha256]
            found.append(record)
        return tuple(sorted(found, key=parents_first))

    label = Message(str(template), dict(values))
    return Edit(label, records(removed), records(added), tuple(new_texts.values()))
