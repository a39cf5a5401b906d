"""Label Studio's JSON and JSON-MIN read: regions on plain text and on paragraphs."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from annotator.formats.archive import holds_files, names_in, read_members
from annotator.formats.fields import told_document
from annotator.formats.incoming import (
    Incoming,
    IncomingCodebook,
    IncomingDocument,
    IncomingTurn,
    ReadOptions,
)
from annotator.formats.input_file import as_text, read_text
from annotator.formats.json_outline import first_objects
from annotator.formats.json_text import parse_json
from annotator.formats.label_studio_config import Config, read_config
from annotator.formats.label_studio_html import HtmlPage
from annotator.formats.label_studio_regions import Entry, Regions, entries_of
from annotator.formats.placing import Placing, placing_of
from annotator.formats.records_json import BadValueError, Json
from annotator.formats.streams import json_items
from annotator.model.errors import UserError
from annotator.model.message import Message

_LISTS = ("annotations", "completions", "predictions")
_ADDRESS = re.compile(r"(?:[a-z0-9]{2,6}:/)?/\S*")
_MINIMAL = {"annotator", "annotation_id"}


def is_label_studio(path: Path, head: bytes) -> bool:
    """Say whether a file holds Label Studio's tasks, or a zip or folder tasks and configuration."""
    if names := names_in(path, head):
        if not any(name.endswith("label_config.xml") for name in names):
            return False
        return path.is_file() or (path / "tasks").is_dir()
    return any(_is_task(row) for row in first_objects(path, head, 1))


def _is_task(row: Json) -> bool:
    is_full = isinstance(row.get("data"), dict) and any(
        isinstance(row.get(name), list) for name in _LISTS
    )
    return is_full or row.keys() >= _MINIMAL


def read_label_studio(path: Path, options: ReadOptions) -> Iterator[Incoming]:
    """Yield the labels of a configuration that lies beside the tasks, then a document per task.

    Raises:
        UserError: it is no JSON, or a task has no text.
    """
    files, config = _bundle(path) if holds_files(path) else _single(path)
    if config.labels:
        yield IncomingCodebook(config.labels)
    for name, rows in files:
        for at, row in enumerate(rows, start=1):
            yield _Task(row, at, name, config).document(options)


Files = Iterator[tuple[str, Iterable[Any]]]
"""The name of each file and its tasks."""


def _bundle(path: Path) -> tuple[Files, Config]:
    files = ((name, _tasks(content, name)) for name, content in read_members(path, ".json"))
    for name, content in read_members(path, ".xml"):
        return files, read_config(as_text(content, name), name)
    return files, Config()


def _tasks(content: bytes, name: str) -> list[Any]:
    rows = parse_json(as_text(content, name), name)
    return rows if isinstance(rows, list) else [rows]


def _single(path: Path) -> tuple[Files, Config]:
    files = iter([(path.name, json_items(path))])
    for name in (f"{path.stem}.label_config.xml", "label_config.xml"):
        beside = path.with_name(name)
        if beside.is_file():
            return files, read_config(read_text(beside, 1 << 24), name)
    return files, Config()


class _Task:
    """One task of a file, or one annotation of its short form."""

    def __init__(self, row: object, number: int, name: str, config: Config) -> None:
        self._number, self._name, self._config = number, name, config
        if not isinstance(row, dict):
            raise self._refused(Message("an object"), row)
        self._row: Json = row
        self._is_full = "data" in row
        self._data: Json = row["data"] if isinstance(row.get("data"), dict) else row
        self._entries = self._read_entries()

    def _refused(self, expected: Message, found: object) -> UserError:
        return UserError(
            "Task {number} of {name}: expected {expected}, found {found}.",
            number=self._number,
            name=self._name,
            expected=str(expected),
            found=json.dumps(found, ensure_ascii=False)[:60],
        )

    def _read_entries(self) -> list[Entry]:
        try:
            return list(entries_of(self._row, self._config))
        except (KeyError, TypeError, ValueError, AttributeError, BadValueError) as error:
            raise self._refused(Message("annotations with a list of results"), self._row) from error

    def document(self, options: ReadOptions) -> IncomingDocument:
        """Return the task as a document; regions that cannot be placed become problems."""
        value = self._text_value()
        dialogue = None if isinstance(value, str) else self._dialogue(value)
        page = HtmlPage(value) if self._is_on_html and isinstance(value, str) else None
        text, starts = (dialogue.text, dialogue.starts) if dialogue else (value, [])
        regions = Regions(self._entries, starts, page)
        if page is None:
            placing = placing_of(text, regions.quoted(), options.unit)
        else:
            placing = Placing(page.text)
        annotations, problems = regions.placed(placing)
        return IncomingDocument(
            str(self._data.get("title") or f"{Path(self._name).stem} {self._row.get('id', '')}"),
            placing.text,
            annotations,
            tuple(regions.relations()),
            turns=dialogue.turns(placing) if dialogue else None,
            problems=tuple(problems),
            unit_is_guess=placing.is_guess and bool(annotations),
            **told_document(self._meta(value) | regions.answers()),
        )

    def _text_value(self) -> Any:  # noqa: ANN401 - text or a list of paragraphs
        """Return the task's text: named by the configuration, called text, or fit by the quotes."""
        named = self._named_text()
        if named is not None:
            return named
        texts = [value for value in self._data.values() if self._is_text(value)]
        return max(self._pages(texts) or self._fitting_texts(texts), key=len)

    def _pages(self, texts: list[Any]) -> list[Any]:
        """Return those of the texts that are pages, where the task's marks are on one."""
        if not self._is_on_html:
            return []
        return [text for text in texts if isinstance(text, str) and "<" in text]

    def _fitting_texts(self, texts: list[Any]) -> list[Any]:
        """Return the texts that the quotes fit, else those of paragraphs, else the only one."""
        quotes = list(chain.from_iterable(entry.quotes() for entry in self._entries))
        found = _fitting(texts, quotes) or [text for text in texts if not isinstance(text, str)]
        if not found and (len(texts) != 1 or quotes):
            raise self._refused(Message("a text under “data”"), self._data)
        return found or texts

    @property
    def _is_on_html(self) -> bool:
        return any(entry.is_on_html for entry in self._entries)

    def _named_text(self) -> Any:  # noqa: ANN401 - text or a list of paragraphs
        for key in (self._config.text_key, "text"):
            value = self._data.get(key)
            if _is_words(value) or self._is_text(value):
                return value
        return None

    def _is_text(self, value: object) -> bool:
        """Say whether a value is words and not the address of an image or recording."""
        if isinstance(value, str):
            return bool(value.strip()) and _is_words(value)
        key = self._config.paragraph_key or "text"
        is_list = isinstance(value, list) and bool(value)
        return is_list and all(isinstance(x, dict) and key in x and "start" not in x for x in value)  # type: ignore[attr-defined]

    def _dialogue(self, value: list[Json]) -> "_Dialogue":
        speaker, words = self._config.speaker_key or "author", self._config.paragraph_key or "text"
        return _Dialogue(
            (str(item.get(speaker) or item.get("speaker") or ""), str(item.get(words, "")))
            for item in value
        )

    def _meta(self, text: object) -> dict[str, str]:
        """Return what else the data say, as texts."""
        used = {"id", *_MINIMAL, "lead_time", "created_at", "updated_at"}
        rest = (
            self._data if self._is_full else {k: v for k, v in self._data.items() if k not in used}
        )
        return {
            name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            for name, value in rest.items()
            if value is not text and value not in (None, "", []) and not _is_marks(value)
        }


def _is_words(value: object) -> bool:
    return isinstance(value, str) and not _ADDRESS.fullmatch(value)


def _fitting(texts: Iterable[Any], quotes: Sequence[str]) -> list[str]:
    """Return the plain texts in which all quotes stand; none if there is no quote to tell."""
    plain = (text for text in texts if isinstance(text, str) and quotes)
    return [text for text in plain if all(quote in text for quote in quotes)]


def _is_marks(value: object) -> bool:
    with suppress(TypeError, KeyError, IndexError):
        return "start" in value[0]  # type: ignore[index]
    return False


class _Dialogue:
    """Paragraphs as one text: each speaker's name, a colon, the words, a newline."""

    def __init__(self, paragraphs: Iterable[tuple[str, str]]) -> None:
        pieces: list[str] = []
        self.starts: list[int] = []
        self._turns: list[tuple[int, int, int, str]] = []
        end = 0
        for speaker, words in paragraphs:
            pieces += f"{speaker}: " if speaker else "", f"{words}\n"
            start, body, end = end, end + len(pieces[-2]), end + len(pieces[-2]) + len(pieces[-1])
            self.starts.append(body)
            self._turns.append((start, body, end, speaker))
        self.text = "".join(pieces)

    def turns(self, placing: Placing) -> tuple[IncomingTurn, ...]:
        """Return the paragraphs as turns of the stored text."""
        return tuple(
            IncomingTurn(placing.at(start), placing.at(body), placing.at(end), speaker)
            for start, body, end, speaker in self._turns
        )
