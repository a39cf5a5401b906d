"""Tables of texts: CSV, TSV and JSON with one document per row."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from annotator.model.errors import UserError, not_csv
from annotator.model.text import normalise
from annotator.reading.decode import decode
from annotator.reading.json_text import parse_json
from annotator.reading.source import SourceFile, SourceText, iso_date

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "content", "body", "transcript", "full_text", "fulltext"),
        *("正文", "文本", "内容", "內容", "全文", "文字"),
    ),
    "title": ("title", "headline", "subject", "标题", "標題", "题目", "題目", "题名"),
    "date": (
        *("date", "published", "publish_date", "published_at", "pubdate"),
        *("日期", "时间", "時間", "发布日期", "發布日期", "发布时间", "發布時間"),
    ),
    "language": ("language", "lang", "语言", "語言", "语种"),
    "place": ("place", "location", "地点", "地點"),
}
"""What the columns that mean something are called; all others become attributes."""
LONGEST_CELL = 64 << 20
_DELIMITERS = ",;\t"
_HINT = re.compile(r"\ufeff?\"?sep=[,;\t]\"?\n", re.IGNORECASE)
_PASSAGES = {"start", "end", "quote"}
"""Columns of our own tables, whose texts are passages of documents."""
_CODED = ({"document", "tag"}, {"document", "code"})
"""Columns with which other programs list passages: several of each document."""
_PLACES = re.compile(r"\[\s*\{")
_MARK = {"start", "end"}
_LABELS_OF_MARK = {"labels", "label", "tag", "tags", "code", "hypertextlabels"}
_MEANING = {name: meaning for meaning, names in COLUMNS.items() for name in names}


def has_texts(header: Sequence[str]) -> bool:
    """Say whether a table's columns hold one text per row, and not passages of texts."""
    names = {*map(_plain, header)}
    return "text" in {_meaning(name) for name in names} and not names >= _PASSAGES


def header_of(text: str) -> list[str]:
    """Return the names of the columns of CSV, which may be parted by commas, semicolons or tabs."""
    line = text[_after_hint(text) :].lstrip("\ufeff").partition("\n")[0][:10_000]
    try:
        return next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return []


def _after_hint(text: str) -> int:
    """Return where a table begins: behind a first line that tells Excel what parts the cells."""
    found = _HINT.match(text)
    return found.end() if found else 0


def is_json_table(content: object) -> bool:
    """Say whether parsed JSON is a row, or rows, with a text each."""
    first = content[0] if isinstance(content, list) and content else content
    return isinstance(first, dict) and has_texts([str(name) for name in first])


def read_csv(source: SourceFile) -> Iterator[SourceText]:
    """Read one text from each row of a CSV file.

    Raises:
        UserError: no column is called text, or a row does not fit the header.
    """
    decoded = decode(source.data, source.encoding)
    text = decoded.text
    header = header_of(text)
    if text.strip() and not has_texts(header):
        raise UserError(
            "{name} has no column of texts: call one “text”; there are {columns}.",
            name=source.name,
            columns=", ".join(header)[:200],
        )
    header = _distinct(header)
    csv.field_size_limit(LONGEST_CELL)
    begin = _after_hint(text)
    delimiter = _delimiter(text[begin:].partition("\n")[0][:10_000])
    rows = csv.reader(io.StringIO(text[begin:]), delimiter=delimiter, strict=True)
    above = text.count("\n", 0, begin)
    first = above + 1
    try:
        next(rows, None)
        documents = _Documents(source.name)
        first = above + rows.line_num + 1
        for number, cells in enumerate(rows, start=1):
            if any(cell.strip() for cell in cells):
                row = _row(header, cells, above + rows.line_num, source.name)
                documents.meet(row)
                yield _text_of(row, number, source.name, decoded.encoding)
            first = above + rows.line_num + 1
    except csv.Error as error:
        raise not_csv(source.name, first, str(error)) from error


def read_json_table(source: SourceFile) -> Iterator[SourceText]:
    """Read one text from each line of JSON Lines, or from each object of a JSON array.

    Raises:
        UserError: a line is no JSON object with a text; says which.
    """
    decoded = decode(source.data, source.encoding)
    if decoded.text.lstrip("\ufeff \t\n").startswith("["):
        rows = _json_array(decoded.text, source.name)
    else:
        rows = _json_lines(decoded.text, source.name)
    documents = _Documents(source.name)
    for number, row in rows:
        if not isinstance(row, dict) or not has_texts([str(name) for name in row]):
            raise UserError(
                "Row {row} of {name} is no object with a “text”.", row=number, name=source.name
            )
        cells = {str(name): _cell(value) for name, value in row.items()}
        documents.meet(cells)
        yield _text_of(cells, number, source.name, decoded.encoding)


def _json_array(text: str, name: str) -> Iterator[tuple[int, object]]:
    content = parse_json(text, name)
    yield from enumerate(content if isinstance(content, list) else [content], start=1)


def _json_lines(text: str, name: str) -> Iterator[tuple[int, object]]:
    for number, line in enumerate(io.StringIO(text), start=1):
        if line.strip():
            yield number, parse_json(line.rstrip(), name, number)


def _delimiter(header: str) -> str:
    """Return the character that parts the header into most columns that mean something."""

    def known(delimiter: str) -> tuple[int, int]:
        names = header.replace('"', "").split(delimiter)
        return sum(bool(_meaning(name)) for name in names), len(names)

    return max(_DELIMITERS, key=known)


def _meaning(column: str) -> str:
    return _MEANING.get(_plain(column).replace(" ", "_"), "")


def _plain(column: str) -> str:
    """Return a column's name in small letters, without what may stand around it."""
    return column.strip("\ufeff \t\n\"'").lower()


def _distinct(header: Sequence[str]) -> list[str]:
    """Return names of which each is another; a column without one is called by its place."""
    found: dict[str, None] = {}
    times: Counter[str] = Counter()
    for place, name in enumerate(header, start=1):
        own = wanted = name.strip("\ufeff \t\n") or f"column {place}"
        while own in found:
            times[wanted] += 1
            own = f"{wanted} {times[wanted] + 1}"
        found[own] = None
    return list(found)


def _row(header: Sequence[str], cells: Sequence[str], line: int, name: str) -> dict[str, str]:
    if len(cells) > len(header):
        raise UserError(
            "Line {line} of {name} has {count} {count|cell|cells}, but there are {columns} "
            "columns: put quotation marks around texts with commas.",
            line=line,
            name=name,
            count=len(cells),
            columns=len(header),
        )
    return dict(zip(header, cells, strict=False))


def _text_of(row: Mapping[str, str], number: int, name: str, encoding: str) -> SourceText:
    """Return a row as a text; its column of this name is the first that means it."""
    told: dict[str, str] = {}
    attributes: dict[str, str] = {}
    for column, cell in row.items():
        _refuse_marks(cell, column, number, name)
        meaning = _meaning(column)
        if meaning and meaning not in told:
            told[meaning] = cell
        elif cell.strip():
            attributes[column.strip("\ufeff \t\n")] = cell.strip()
    if not told.get("text", "").strip():
        raise UserError("Row {row} of {name} has no text.", row=number, name=name)
    date = iso_date(told.get("date", ""))
    if told.get("date", "").strip() and not date:
        attributes["date"] = told["date"].strip()
    return SourceText(
        normalise(told["text"]),
        title=" ".join(told.get("title", "").split()),
        date=date,
        language=told.get("language", "").strip(),
        place=told.get("place", "").strip(),
        encoding=encoding,
        attributes=attributes,
        part=str(number),
    )


class _Documents:
    """The documents that rows with a tag or code name: one named again has passages in its rows."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._met: set[str] = set()

    def meet(self, row: Mapping[str, str]) -> None:
        """Take note of a row's document.

        Raises:
            UserError: a row before it has named the same.
        """
        cells = {_plain(column): cell.strip() for column, cell in row.items()}
        if not any(cells.keys() >= columns for columns in _CODED) or not cells["document"]:
            return
        if cells["document"] in self._met:
            raise UserError(
                "{name} has several rows of the document {document}: passages of it, not texts. "
                "Import the project that they come from. If each row is a text, give the column "
                "“document” another name.",
                name=self._file,
                document=cells["document"][:60],
            )
        self._met.add(cells["document"])


def _refuse_marks(cell: str, column: str, row: int, file: str) -> None:
    """Refuse labelled passages, which Label Studio puts into a cell: a table has no place for them.

    Raises:
        UserError: a cell is a list of passages with labels.
    """
    if _PLACES.match(cell) and _holds_marks(cell):
        raise UserError(
            "Row {row} of {name} has labelled passages in the column {column}, which would be "
            "lost: export JSON instead and import that, or delete the column for the texts alone.",
            row=row,
            name=file,
            column=column,
        )


def _holds_marks(cell: str) -> bool:
    try:
        passages = json.loads(cell)
    except (ValueError, RecursionError):
        return False
    first = {*passages[0]} if isinstance(passages[0], dict) else set()
    return first >= _MARK and bool(first & _LABELS_OF_MARK)


def _cell(value: object) -> str:
    """Return a JSON value as the text of a cell."""
    match value:
        case None:
            return ""
        case str():
            return normalise(value)
        case _:
            return normalise(json.dumps(value, ensure_ascii=False))
