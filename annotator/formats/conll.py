"""CoNLL-2003: a token per line with its tag in the last of four columns, written and read.

Chinese is written one character per line. A token has room for one label. Files of CoNLL-2012 are
read too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.conll_2012 import BEGIN, Part, parts_of
from annotator.formats.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    IncomingTurn,
    ReadOptions,
)
from annotator.formats.sheets import Sheet, losses_of, sheets
from annotator.formats.streams import and_whether_only, text_lines
from annotator.formats.tags import TAG, placed, runs_in, tag_names, tags_of
from annotator.formats.tokens import tokens_of
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.text import Range

START = "-DOCSTART- -X- O O"
_START = "-DOCSTART-"
_MOST_LINES = 40
_WHOLE = 4096
"""A head of this size may end within a line."""
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
Rows = list[tuple[str, str]]


def _write(source: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
    names = tag_names(source.labels())
    written = 0
    with atomic_text(path) as out:
        for sheet in sheets(source, selection):
            tokens = tokens_of(sheet.text)
            runs = placed(tokens, sheet.marks).runs
            is_bilou = options.scheme == "bilou"
            tags = iter(tags_of(runs, names, len(tokens.all), is_bilou=is_bilou))
            out.write(f"{START}\n\n")
            for sentence in tokens.sentences:
                rows = [f"{sheet.text[a:b]} -X- O {next(tags)}\n" for a, b in sentence]
                out.write("".join(rows) + "\n")
            written += len(runs)
    return written


def _judge(sheet: Sheet) -> Iterator[Loss]:
    yield from placed(tokens_of(sheet.text), sheet.marks).losses


def is_conll(path: Path, head: bytes) -> bool:
    """Say whether all first lines are tokens with a tag of BIO or a related scheme behind."""
    if path.suffix.lower() in {".json", ".jsonl", ".csv", ".ann"}:
        return False
    text = head.decode("utf-8", "ignore").removeprefix("\ufeff")
    if text.startswith(BEGIN):
        return True
    lines = text.split("\n")[: -1 if len(head) >= _WHOLE else None]
    rows = [line.split() for line in lines[:_MOST_LINES] if line.strip()]
    if rows and rows[0][0] == _START:
        return True
    return not text.startswith("#") and _are_tagged(rows)


def _are_tagged(rows: Sequence[Sequence[str]]) -> bool:
    """Say whether each row ends with a tag, and one of them with that of a span."""
    is_tagged = len(rows) > 1 and all(len(r) > 1 and TAG.fullmatch(r[-1]) for r in rows)
    return is_tagged and any(row[-1] != "O" for row in rows)


def read_conll(path: Path, _options: ReadOptions) -> Iterator[IncomingDocument]:
    """Yield the documents of a file: those that -DOCSTART- lines part, or one.

    Raises:
        UserError: a line has no tag; it names the line.
    """
    lines = text_lines(path)
    first = next(lines, "")
    lines = chain([first], lines)
    if first.startswith(BEGIN):
        yield from map(_spoken, parts_of(lines, path.name))
        return
    found = (document for document in _documents(lines, path.name) if document)
    for number, (sentences, is_only) in enumerate(and_whether_only(found), start=1):
        yield _document(path.stem if is_only else f"{path.stem} {number}", sentences)


def _documents(lines: Iterable[str], name: str) -> Iterator[list[Rows]]:
    """Yield the sentences of each document."""
    sentences: list[Rows] = [[]]
    for number, line in enumerate(lines, start=1):
        columns = line.split()
        if not columns:
            sentences.append([])
        elif columns[0] == _START:
            yield [rows for rows in sentences if rows]
            sentences = [[]]
        elif len(columns) > 1 and TAG.fullmatch(columns[-1]) and "\x00" not in line:
            sentences[-1].append((columns[0], columns[-1]))
        else:
            raise UserError(
                "Line {line} of {name}: expected a token and, in the last column, a tag such as "
                "B-Label, I-Label or O, found “{found}”.",
                line=number,
                name=name,
                found=line.strip()[:60],
            )
    yield [rows for rows in sentences if rows]


def _document(name: str, sentences: list[Rows]) -> IncomingDocument:
    """Return sentences as lines of a text: a blank between tokens unless both are Chinese."""
    text = ""
    annotations: list[IncomingAnnotation] = []
    for rows in sentences:
        ranges: list[Range] = []
        line = ""
        for token, _tag in rows:
            line += " " if line and needs_blank(line[-1], token[0]) else ""
            ranges.append((len(text) + len(line), len(text) + len(line) + len(token)))
            line += token
        for label, (first, behind) in runs_in([tag for _, tag in rows]):
            place = ranges[first][0], ranges[behind - 1][1]
            annotations.append(IncomingAnnotation(str(len(annotations) + 1), label, (place,)))
        text += f"{line}\n"
    return IncomingDocument(name, text, tuple(annotations))


def _spoken(part: Part) -> IncomingDocument:
    """Return a part of CoNLL-2012 with a turn for each sentence, if it says who speaks."""
    document = _document(part.name, part.sentences)
    if not any(part.speakers):
        return document
    turns: list[IncomingTurn] = []
    at = 0
    for line, speaker in zip(document.text.split("\n"), part.speakers, strict=False):
        if turns and turns[-1].speaker == speaker:
            turns[-1] = replace(turns[-1], end=at + len(line))
        else:
            turns.append(IncomingTurn(at, at, at + len(line), speaker))
        at += len(line) + 1
    return replace(document, turns=tuple(turns))


def needs_blank(before: str, behind: str) -> bool:
    """Say whether a blank stands between two characters: not where one of them is wide."""
    return not (_WIDE.match(before) or _WIDE.match(behind))


CONLL = Format(
    name="conll",
    title=Message("CoNLL-2003 columns"),
    extensions=(".conll", ".bio", ".conll2003"),
    guess=is_conll,
    writer=_write,
    reader=read_conll,
    losses=losses_of(_judge),
    keeps="words",
    heeds=frozenset({"scheme"}),
    loses=Message(
        "Everything but tokens and one label for each: overlaps, parts of tokens, authors, notes, "
        "fields, relations, kinds, turns, titles and white space are left out."
    ),
)
