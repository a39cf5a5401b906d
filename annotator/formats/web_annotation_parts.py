"""The parts of a Web Annotation: annotations in pages and lists, bodies, creators and targets."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from annotator.formats.json_text import refuse_doubtful
from annotator.formats.offsets import Quoted
from annotator.formats.records_json import BadValueError, Json
from annotator.formats.web_annotation_selectors import NotText, Selector, selector_of
from annotator.model.message import Message

_SETS = ("Composite", "List", "Independents")
HOLDERS = ("items", "first", "@graph", "contains", "as:items", "rows")
_ACCOUNT = "acct:"
PAGE_TITLE = "hypothesis:title"
"""Under this name an annotation of Hypothesis has the title of its page."""


@dataclass(frozen=True, slots=True)
class Node:
    """An annotation as the file gives it, with its id or a number in place of it."""

    id: str
    row: Json


class Nodes:
    """The annotations in the parts of a file, and which ids they have.

    A part is an annotation, a list, a page, a collection or a graph. Of an id only its hash is
    kept, so that many take little room.
    """

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def of(self, parts: Iterable[object]) -> Iterator[Node]:
        """Yield the annotations."""
        for number, row in enumerate((row for part in parts for row in _rows(part)), start=1):
            known = id_of(row) or f"#{number}"
            known = f"{known}#{number}" if known in self else known
            self._seen.add(hash(known))
            yield Node(known, row)

    def __contains__(self, node_id: str) -> bool:
        """Say whether an annotation with this id has come."""
        return hash(node_id) in self._seen


def _rows(value: object) -> Iterator[Json]:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item)
        elif isinstance(item, dict) and _has_type(item, "Annotation"):
            yield item
        elif isinstance(item, dict) and is_of_hypothesis(item):
            yield _standard(item)
        elif isinstance(item, dict):
            waiting += [item[name] for name in reversed(HOLDERS) if name in item]


def is_of_hypothesis(row: Json) -> bool:
    """Say whether an annotation is as the interface of Hypothesis gives it, without a type."""
    user = row.get("user")
    return isinstance(user, str) and user.startswith(_ACCOUNT) and {"uri", "target"} <= row.keys()


def _standard(row: Json) -> Json:
    """Return an annotation of Hypothesis in the words of the standard."""
    tags = [{"value": tag, "purpose": "tagging"} for tag in as_list(row.get("tags"))]
    note = [{"value": row["text"], "purpose": "commenting"}] if row.get("text") else []
    return {
        "id": row.get("id"),
        "creator": row["user"].removeprefix(_ACCOUNT),
        "motivation": "commenting" if note else "highlighting",
        "body": [*tags, *note],
        "target": row["target"],
        PAGE_TITLE: _page_title(row),
    }


def _page_title(row: Json) -> str:
    """Return what the page is called that an annotation of Hypothesis is about."""
    page = row.get("document")
    titles = as_list(page.get("title")) if isinstance(page, dict) else []
    return titles[0].strip() if titles and isinstance(titles[0], str) else ""


def _has_type(row: Json, *names: str) -> bool:
    found = row.get("type", row.get("@type"))
    if found is None:
        return False
    if isinstance(found, str):
        return found.rpartition(":")[2] in names
    return any(isinstance(x, str) and x.rpartition(":")[2] in names for x in as_list(found))


def as_list(value: Any) -> list[Any]:  # noqa: ANN401 - any JSON value
    """Return a list as it is, nothing as an empty one, any other value as the only member."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def id_of(value: object) -> str:
    """Return the IRI that a value is or has, nothing if it has none."""
    found = value.get("id", value.get("@id")) if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""


def creator_of(row: Json) -> str:
    """Return the first creator's name, else address."""
    for creator in as_list(row.get("creator"))[:1]:
        if isinstance(creator, dict):
            names = (creator.get(key) for key in ("name", "nickname", "email", "id"))
            return next((name for name in names if isinstance(name, str) and name), "")
        return creator if isinstance(creator, str) else ""
    return ""


@dataclass(slots=True)
class Said:
    """What bodies say: tags, classes, notes, and named texts."""

    tags: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def note(self) -> str:
        """All notes, one below the other."""
        return "\n".join(self.notes)


def bodies_of(row: Json) -> Said:
    """Return what an annotation's bodies say."""
    said = Said()
    if isinstance(row.get("bodyValue"), str):
        said.notes.append(row["bodyValue"])
    motivations = as_list(row.get("motivation"))
    for body in _flat(row.get("body")):
        if value := _words(body):
            _place(said, body, value, as_list(body.get("purpose")) or motivations)
    return said


def _flat(bodies: object) -> Iterator[Json]:
    """Yield bodies as objects, those in choices and sets too."""
    for body in as_list(bodies):
        if isinstance(body, str):
            yield {"id": body}
        elif isinstance(body, dict) and _has_type(body, "Choice", *_SETS):
            yield from (item for item in as_list(body.get("items")) if isinstance(item, dict))
        elif isinstance(body, dict):
            yield body


def _place(said: Said, body: Json, value: str, purposes: list[Any]) -> None:
    """Put what a body says where it belongs by its purpose."""
    is_text = isinstance(body.get("value", body.get("chars")), str)
    if body.get("format") == "application/json":
        said.fields |= _json_fields(value)
    elif "tagging" in purposes:
        said.tags.append(value)
    elif "classifying" in purposes:
        said.classes.append(value)
    elif is_text and not id_of(body).endswith("#text"):
        said.notes.append(value)
    elif not is_text:
        known = said.fields.get("body")
        said.fields["body"] = f"{known}\n{value}" if known else value


def _words(body: Json) -> str:
    """Return a body's text, else the address that it is about."""
    found = body.get("value", body.get("chars"))
    if isinstance(found, str):
        return found.strip() if body.get("purpose") == "tagging" else found
    return id_of(body.get("source")) or id_of(body)


def _json_fields(text: str) -> dict[str, str]:
    with suppress(ValueError, RecursionError, BadValueError):
        found = json.loads(text)
        refuse_doubtful(text, found)
        if isinstance(found, dict):
            return {name: value for name, value in found.items() if isinstance(value, str)}
    return {}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a source, as its selector finds it."""

    source: str
    selector: Selector

    @property
    def quoted(self) -> Quoted | None:
        """Position and quote if the selector has both."""
        position, quote = self.selector.position, self.selector.exact
        return (*position, quote) if position is not None and quote is not None else None


def passages_of(row: Json) -> Iterator[Passage]:
    """Yield the passages that an annotation is about; those of one source only.

    Raises:
        NotText: it is about something else than passages of one text.
    """
    found = [_passage(target) for target in _targets(row.get("target"))]
    if not found:
        raise NotText(Message("it has no target."))
    if len({passage.source for passage in found}) > 1:
        raise NotText(Message("it is about several documents."))
    yield from found


def _targets(target: object) -> Iterator[object]:
    for item in as_list(target):
        if isinstance(item, dict) and _has_type(item, "Choice"):
            yield from as_list(item.get("items"))[:1]
        elif isinstance(item, dict) and _has_type(item, *_SETS):
            yield from as_list(item.get("items"))
        else:
            yield item


def _passage(target: object) -> Passage:
    if not isinstance(target, dict) or "selector" not in target:
        raise NotText(Message("it is about a whole resource, not a passage."))
    return Passage(id_of(target.get("source")), selector_of(target["selector"]))
