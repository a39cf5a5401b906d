"""Reading our own lossless format, strictly: a wrong line is refused with its number."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from annotator.formats.json_text import fault_reason, refuse_doubtful
from annotator.formats.jsonl import FORMAT, VERSION
from annotator.formats.jsonl_document import ReadDocument, read_document, require_in
from annotator.formats.own_json import own_object
from annotator.formats.records_json import (
    BadValueError,
    Json,
    expect_list,
    expect_object,
    expect_text,
    expect_texts,
    from_json,
    refuse_unknown,
)
from annotator.formats.shared_ids import refuse_shared_ids
from annotator.model.errors import UserError, not_read
from annotator.model.message import Message
from annotator.model.records import Author, DocumentLink, Label, Relation

LONGEST_LINE = 1 << 29
"""No document needs more characters or bytes than this on its line."""
T = TypeVar("T")
Line = str | Json
"""The text of a line, or at once its value."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first line says: the project, its codebook, and what lies between documents."""

    project_id: str
    title: str
    labels: tuple[Label, ...]
    authors: tuple[Author, ...]
    settings: Mapping[str, str]
    document_links: tuple[DocumentLink, ...]
    relations: tuple[Relation, ...]
    line: int = 1


def jsonl_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of a UTF-8 file, with or without a byte order mark.

    Those that are as this program writes them come as their values.

    Raises:
        UserError: the file cannot be read, is not UTF-8, or a line is too long.
    """
    number = 0
    try:
        with path.open("rb") as file:
            while line := file.readline(LONGEST_LINE + 1):
                number += 1
                if len(line) > LONGEST_LINE:
                    raise UserError(
                        "Line {line} of {name} is longer than {limit} MB.",
                        line=number,
                        name=path.name,
                        limit=LONGEST_LINE >> 20,
                    )
                yield own_object(line) or line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise UserError(
            "Line {line} of {name} is not UTF-8. Export the file again.",
            line=number,
            name=path.name,
        ) from error
    except OSError as error:
        raise not_read(path, error) from error


def read_jsonl(lines: Iterable[Line]) -> Iterator[Header | ReadDocument]:
    """Yield the header, then each document with its text and records.

    Records come parents before children. Nothing is kept between documents.

    Raises:
        UserError: a line is damaged or says what it must not; names the line and what was
            expected there.
    """
    numbered = ((at, line) for at, line in enumerate(lines, start=1) if not _is_blank(line))
    first = next(numbered, None)
    if first is None:
        raise UserError("The file is empty: an annotator-jsonl file starts with a project line.")
    header = replace(_checked(*first, _header), line=first[0])
    yield header
    labels = {label.id: label for label in header.labels}
    authors = frozenset(author.id for author in header.authors)
    for number, line in numbered:
        yield _checked(number, line, lambda row: read_document(row, labels, authors))


def _is_blank(line: Line) -> bool:
    return isinstance(line, str) and (not line or line.isspace())  # ``strip`` would copy all of it


def _checked(number: int, line: Line, read: Callable[[Json], T]) -> T:
    """Parse and read one line; what is wrong with it is said with its number."""
    try:
        return read(_parsed(line))
    except BadValueError as error:
        if error.expected.endswith("."):
            raise UserError(
                "Line {line}, {where}: {problem}",
                line=number,
                where=error.where,
                problem=error.expected,
            ) from error
        raise UserError(
            "Line {line}, {where}: expected {expected}, found {found}.",
            line=number,
            where=error.where,
            expected=error.expected,
            found=error.found,
        ) from error
    except (ValueError, RecursionError) as error:
        has_place = isinstance(error, json.JSONDecodeError)
        reason = str(error) if has_place else fault_reason(error)
        raise UserError(
            "Line {line} is not a JSON object: {reason}.", line=number, reason=reason
        ) from error


def _parsed(line: Line) -> Json:
    if not isinstance(line, str):
        return line
    if len(line) > LONGEST_LINE:
        raise BadValueError(
            "line", Message("at most {limit} characters", {"limit": LONGEST_LINE}), len(line)
        )
    value = json.loads(line, parse_constant=_refuse_constant, object_pairs_hook=_object)
    refuse_doubtful(line, value)
    return expect_object(value, "line")


def _refuse_constant(name: str) -> NoReturn:
    raise BadValueError("line", Message("a finite number"), name)


def _object(pairs: list[tuple[str, Any]]) -> Json:
    """Return an object, refusing a name that stands in it twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadValueError(twice, Message("each name once"), twice)
    return found


_PARTS = ("authors", "settings", "document_links", "relations")
_HEADER = ("format", "version", "project", "codebook", *_PARTS)


def _header(row: Json) -> Header:
    if row.get("format") != FORMAT:
        raise BadValueError("format", Message("“{name}”", {"name": FORMAT}), row.get("format"))
    version = row.get("version")
    if type(version) is not int or version < 1:
        raise BadValueError("version", Message("a version number"), version)
    if version > VERSION:
        raise UserError(
            "The file has version {version} of annotator-jsonl; this program reads version "
            "{known}. Update the program.",
            version=version,
            known=VERSION,
        )
    refuse_unknown(row, _HEADER, "line")
    project = expect_object(row.get("project"), "project")
    codebook = expect_object(row.get("codebook"), "codebook")
    refuse_unknown(project, ("id", "title"), "project")
    refuse_unknown(codebook, ("labels",), "codebook")
    header = Header(
        expect_text(project.get("id"), "project.id"),
        expect_text(project.get("title"), "project.title"),
        _records(Label, codebook.get("labels"), "codebook.labels"),
        _records(Author, row.get("authors", []), "authors"),
        expect_texts(row.get("settings", {}), "settings"),
        _records(DocumentLink, row.get("document_links", []), "document_links"),
        _records(Relation, row.get("relations", []), "relations"),
    )
    _check_labels(header.labels)
    _check_relations(header)
    return header


def _check_labels(labels: Sequence[Label]) -> None:
    """Refuse a label below one that is not there or below it, or with a key of several characters.

    Raises:
        BadValueError: there is one.
    """
    parents = {label.id: label.parent for label in labels}
    for at, label in enumerate(labels):
        where = f"codebook.labels[{at}]"
        above = {label.id}
        parent = label.parent
        while parent is not None:
            if parent in above or parent not in parents:
                raise BadValueError(f"{where}.parent", Message("a label above this one"), parent)
            above.add(parent)
            parent = parents[parent]
        if len(label.key) > 1:
            raise BadValueError(f"{where}.key", Message("one character"), label.key)


def _check_relations(header: Header) -> None:
    """Refuse a relation between documents by an author, or of a kind, that the file has not.

    Raises:
        BadValueError: there is one.
    """
    labels, authors = ({one.id for one in known} for known in (header.labels, header.authors))
    for at, relation in enumerate(header.relations):
        require_in(relation.author, authors, f"relations[{at}].author")
        require_in(relation.label, labels, f"relations[{at}].label")


def _records(cls: type[T], value: object, where: str) -> tuple[T, ...]:
    """Return the records of a list, each with an id of its own."""
    items = enumerate(expect_list(value, where))
    records = tuple(from_json(cls, item, f"{where}[{at}]") for at, item in items)
    refuse_shared_ids([record.id for record in records], where)
    return records
