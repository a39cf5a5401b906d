"""CoNLL-U and CoNLL-U Plus read: tags of spans in MISC or in columns of their own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.formats.incoming import IncomingAnnotation, IncomingDocument, ReadOptions
from annotator.formats.placing import Placing
from annotator.formats.streams import text_lines
from annotator.formats.tags import OUTSIDE, TAG, runs_in
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.model.text import Range

KINDS: Mapping[str, LabelKind] = {
    "Claim": LabelKind.CLAIM,
    "Figure": LabelKind.FIGURE,
    "Topic": LabelKind.TOPIC,
}
"""The names in MISC and the kinds of annotations whose tags they hold."""
COLUMNS = ("ID", "FORM", "LEMMA", "UPOS", "XPOS", "FEATS", "HEAD", "DEPREL", "DEPS", "MISC")
_KNOWN = frozenset(COLUMNS)
_GLOBAL = re.compile(r"#\s*global\.columns\s*=\s*(\S.*)")
_DOCUMENT = re.compile(r"#\s*newdoc(?:\s+id)?(?:\s*=\s*(.*))?\s*")
_PARAGRAPH = re.compile(r"#\s*newpar\b")
_ID = re.compile(r"\d{1,9}(?:[-.]\d{1,9})?")
_ROW = re.compile(r"(?:\d+(?:[-.]\d+)?\t(?:[^\t\n]+\t){8}[^\t\n]+)")
_ESCAPES = {" ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p", "\\": "\\\\"}
_BACK = {code[1]: character for character, code in _ESCAPES.items()}


def escape_spaces(text: str) -> str:
    """Return white space as MISC holds it."""
    return "".join(_ESCAPES.get(character, _code(character)) for character in text)


def _code(character: str) -> str:
    return f"\\u{ord(character):04x}" if character.isspace() else character


def _spaces(escaped: str) -> str:
    def meant(found: re.Match[str]) -> str:
        name = found[1]
        return chr(int(name[1:], 16)) if len(name) > 1 else _BACK.get(name, name)

    return re.sub(r"\\(u(?!d[89a-f])[0-9a-f]{4}|.)", meant, escaped).replace("\x00", "")


def is_conllu(path: Path, head: bytes) -> bool:
    """Say whether the first row has ten columns and only comments stand before, or is Plus."""
    text = head.decode("utf-8", "ignore").removeprefix("\ufeff")
    if text.startswith(("#id=", "#FORMAT")) or path.suffix.lower() in {".json", ".csv", ".ann"}:
        return False
    for line in text.split("\n")[:200]:
        if _GLOBAL.match(line):
            return True
        if not line.startswith("#") and line.strip():
            return bool(_ROW.fullmatch(line.removesuffix("\r")))
    return False


@dataclass(slots=True)
class _Token:
    """A surface token: its form, columns by name, and the white space around it if told."""

    form: str
    columns: dict[str, str]
    misc: dict[str, str]


@dataclass(slots=True)
class _Sentence:
    tokens: list[_Token] = field(default_factory=list)
    document: str | None = None
    is_paragraph: bool = False


def read_conllu(path: Path, _options: ReadOptions) -> Iterator[IncomingDocument]:
    """Yield the documents of a file: those that ``newdoc`` lines part, or one.

    Raises:
        UserError: a row has other columns than it should; it names the line.
    """
    current: list[_Sentence] = []
    for sentence in _sentences(text_lines(path), path.name):
        if sentence.document is not None and current:
            yield _document(path.stem, current)
            current = []
        current.append(sentence)
    if current:
        yield _document(path.stem, current)


def _sentences(lines: Iterable[str], name: str) -> Iterator[_Sentence]:
    columns = COLUMNS
    sentence = _Sentence()
    covered = 0
    for number, raw in enumerate(lines, start=1):
        line = raw.removesuffix("\r")
        if line.startswith("#") and not sentence.tokens:
            found = _GLOBAL.match(line)
            columns = tuple(found[1].split()) if found else columns
            _comment(sentence, line)
        elif line.strip():
            cells = _cells(line, columns, number, name)
            covered = _add(sentence, cells, covered)
        else:
            if sentence.tokens:
                yield sentence
                sentence = _Sentence()
            covered = 0
    if sentence.tokens:
        yield sentence


def _comment(sentence: _Sentence, line: str) -> None:
    if found := _DOCUMENT.fullmatch(line):
        sentence.document = found[1] or ""
    sentence.is_paragraph = sentence.is_paragraph or bool(_PARAGRAPH.match(line))


def _cells(line: str, columns: tuple[str, ...], number: int, name: str) -> dict[str, str]:
    cells = line.split("\t")
    found = dict(zip(columns, cells, strict=False))
    if (
        len(cells) != len(columns)
        or not _ID.fullmatch(found.get("ID", "1"))
        or not found.get("FORM")
        or "\x00" in line
    ):
        raise UserError(
            "Line {line} of {name}: expected {count} columns separated by tabs, a number and a "
            "form first, found “{found}”.",
            line=number,
            name=name,
            count=len(columns),
            found=line[:60],
        )
    return found


def _add(sentence: _Sentence, cells: dict[str, str], covered: int) -> int:
    """Add a row unless it is an empty node or part of a token told already; return what is."""
    number = cells.get("ID", str(covered + 1))
    if "." in number:
        return covered
    entries = (entry.partition("=") for entry in cells.get("MISC", "").split("|"))
    misc = {key: value for key, _, value in entries if value}
    first, _, last = number.partition("-")
    if not last and int(first) <= covered:
        whole = sentence.tokens[-1] if sentence.tokens else _Token("", {}, {})
        whole.columns, whole.misc = cells | whole.columns, misc | whole.misc
        return covered
    given = {} if last else cells
    sentence.tokens.append(_Token(cells["FORM"], given, misc))
    return int(last) if last else covered


def _document(stem: str, sentences: list[_Sentence]) -> IncomingDocument:
    page = _Page()
    for sentence in sentences:
        page.add(sentence)
    placing = Placing(page.text())
    annotations = tuple(
        IncomingAnnotation(str(number), label, (placing.range(*place),), KINDS.get(layer))
        for number, (layer, label, place) in enumerate(page.found, start=1)
    )
    return IncomingDocument(sentences[0].document or stem, placing.text, annotations)


class _Page:
    """The text that sentences make, and the spans that their tags tell."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self.found: list[tuple[str, str, Range]] = []
        self._space: str | None = ""

    def add(self, sentence: _Sentence) -> None:
        """Add a sentence behind the others."""
        if self._space is None:
            self._space = "\n" if sentence.is_paragraph or sentence.document is not None else " "
        ranges = []
        for token in sentence.tokens:
            before = token.misc.get("SpacesBefore")
            self._put((self._space or "") if before is None else _spaces(before))
            ranges.append((self._length, self._length + len(token.form)))
            self._put(token.form)
            self._space = _space_behind(token)
        if self._space == " " and "SpacesAfter" not in sentence.tokens[-1].misc:
            self._space = None
        for layer in _layers(sentence):
            for label, (first, behind) in runs_in([_tag(t, layer) for t in sentence.tokens]):
                self.found.append((layer, label, (ranges[first][0], ranges[behind - 1][1])))

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def text(self) -> str:
        """Return the text, with the white space behind the last token if the file gives it."""
        return "".join(self._pieces) + (self._space or "")


def _space_behind(token: _Token) -> str:
    if token.misc.get("SpaceAfter") == "No":
        return ""
    return _spaces(token.misc["SpacesAfter"]) if "SpacesAfter" in token.misc else " "


def _layers(sentence: _Sentence) -> list[str]:
    """Return the names in MISC, and of columns, that hold tags in a sentence."""
    names = dict.fromkeys(
        name
        for token in sentence.tokens
        for name, value in (token.misc | _own_columns(token)).items()
        if value != OUTSIDE and TAG.fullmatch(value)
    )
    return [name for name in names if _is_layer(sentence, name)]


def _own_columns(token: _Token) -> dict[str, str]:
    if token.columns.keys() <= _KNOWN:
        return {}
    return {name: value for name, value in token.columns.items() if name not in _KNOWN}


def _is_layer(sentence: _Sentence, name: str) -> bool:
    values = (t.misc.get(name) or t.columns.get(name, "_") for t in sentence.tokens)
    return all(value in {"_", "*"} or TAG.fullmatch(value) for value in values)


def _tag(token: _Token, layer: str) -> str:
    found = token.misc.get(layer) or token.columns.get(layer, OUTSIDE)
    return found if TAG.fullmatch(found) else OUTSIDE
