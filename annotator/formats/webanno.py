"""WebAnno TSV 3.3, one file per document, written.

One span layer and one relation layer hold everything. Offsets count UTF-16 units; annotations that
cover several tokens, parts of tokens or the same place as others are numbered.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from annotator.formats.atomic import atomic_write
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.bundle import file_names, write_bundle
from annotator.formats.json_text import encode_json
from annotator.formats.offsets import OffsetUnit, Ruler
from annotator.formats.sheets import FRAGMENTS, Mark, Sheet, sheets
from annotator.formats.tokens import tokens_of
from annotator.formats.webanno_cells import NO_VALUE, NOTHING, escape_text, escape_value
from annotator.formats.webanno_read import is_webanno, read_webanno
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.text import Range, trimmed

MARK, LINK = "webanno.custom.TranscriptMark", "webanno.custom.TranscriptRelation"
FEATURES = ("label", "kind", "author", "note", "fields", "part")
_BLANK = Message("It marks white space only, which belongs to no token.")
_EDGES = Message("White space at its ends is left out.")
_SPACE = Message("White space between or after sentences comes back as spaces and line breaks.")


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    documents = list(selection.documents_of(source))
    if path.suffix.lower() == ".tsv":
        if len(documents) > 1:
            raise UserError(
                "A WebAnno TSV file holds one document, not {count}: name a .zip or a folder.",
                count=len(documents),
            )
        with atomic_write(path) as temporary:
            pages = [_page(sheet) for sheet in sheets(source, selection)]
            temporary.write_bytes("".join(content for content, _ in pages).encode())
        return sum(count for _, count in pages)
    written = 0
    names = file_names([document.title for document in documents], ".tsv")
    with write_bundle(path) as add:
        for name, sheet in zip(names, sheets(source, selection), strict=True):
            content, count = _page(sheet)
            add(name, content.encode())
            written += count
    return written


def _page(sheet: Sheet) -> tuple[str, int]:
    """Return a document's file and how many annotations it holds."""
    page = _Page(sheet)
    return "\n".join(page.lines()) + "\n", page.written


Place = tuple[int, int, int]
"""A token's index and the range of a unit: the whole token or part of it."""


@dataclass(slots=True, eq=False)
class _Piece:
    """One fragment of an annotation on its units; ``number`` is 0 where none is needed."""

    mark: Mark
    units: list[Place]
    part: str
    number: int = 0
    told: tuple[str, ...] = ()

    def values(self) -> tuple[str, ...]:
        """Return the columns of the piece, which each of its units repeats."""
        if not self.told:
            mark = self.mark
            fields = encode_json(mark.fields) if mark.fields else ""
            plain = (mark.label.name(), mark.label.kind.value, mark.author, mark.note, fields)
            number = f"[{self.number}]" if self.number else ""
            escaped = (escape_value(text) or NO_VALUE for text in (*plain, self.part))
            self.told = tuple(value + number for value in escaped)
        return self.told


_Link = tuple[str, str, _Piece, _Piece]
"""A relation's kind and note, and the pieces at its ends."""


class _Page:
    """One document's lines."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet, self._text = sheet, sheet.text
        self._tokens = tokens_of(sheet.text)
        self._ruler = Ruler(sheet.text, OffsetUnit.UTF16)
        self._is_plain = self._ruler.to_unit(len(sheet.text)) == len(sheet.text)
        self._places = [(at, *token) for at, token in enumerate(self._tokens.all)]
        self._cells: dict[Place, list[_Piece]] = {}
        self._links: dict[Place, list[_Link]] = {}
        self._pieces: dict[int, list[_Piece]] = {}
        self._last_pieces: list[_Piece] = []
        self._last_features = "\t".join(_features([]))
        for mark in sheet.marks:
            self._place(mark)
        self._number()
        for relation, start, end in sheet.relations:
            if start.number in self._pieces and end.number in self._pieces:
                ends = self._pieces[start.number][0], self._pieces[end.number][0]
                link = (relation.kind.value, relation.note, *ends)
                self._links.setdefault(ends[1].units[0], []).append(link)
        self._inner = self._parts_of_tokens()

    @property
    def written(self) -> int:
        """How many annotations the file holds."""
        return len(self._pieces)

    def _place(self, mark: Mark) -> None:
        found = [units for part in mark.ranges if (units := self._units(part))]
        for units in found:
            part = f"{mark.number}" if len(found) > 1 else ""
            piece = _Piece(mark, units, part)
            self._pieces.setdefault(mark.number, []).append(piece)
            for unit in units:
                self._cells.setdefault(unit, []).append(piece)

    def _units(self, part: Range) -> list[Place]:
        """Return the tokens that a passage covers, and what it covers of those at its ends."""
        start, end = trimmed(self._text, *part)
        touched = self._tokens.touched(start, end)
        places = self._places[touched.start : touched.stop]
        if places:
            first, last = places[0], places[-1]
            places[0] = first[0], max(start, first[1]), first[2]
            places[-1] = last[0], places[-1][1], min(end, last[2])
        return places

    def _number(self) -> None:
        """Number the pieces that a file could not tell apart otherwise."""
        count = 0
        for pieces in self._pieces.values():
            for piece in pieces:
                if len(piece.units) > 1 or len(self._cells[piece.units[0]]) > 1:
                    count += 1
                    piece.number = count

    def _parts_of_tokens(self) -> dict[int, list[Place]]:
        """Return the units that are parts of a token, by the token."""
        found: dict[int, list[Place]] = {}
        parts = [place for place in self._cells if place != self._places[place[0]]]
        for place in sorted(parts, key=lambda unit: (unit[1], -unit[2])):
            found.setdefault(place[0], []).append(place)
        return found

    def lines(self) -> Iterator[str]:
        """Yield the header, then each sentence with its tokens."""
        yield "#FORMAT=WebAnno TSV 3.3"
        yield f"#T_SP={MARK}|{'|'.join(FEATURES)}"
        if self._links:
            yield f"#T_RL={LINK}|label|note|BT_{MARK}"
        yield ""
        names = self._names()
        bare = f"\t{NOTHING}" * (len(FEATURES) + 3 * bool(self._links)) + "\t"
        at = begin = 0
        paragraph = 1
        for number, sentence in enumerate(self._tokens.sentences, start=1):
            yield ""
            start, end = sentence[0][0], sentence[-1][1]
            paragraph += self._text.count("\n", begin, start)
            begin = start
            yield f"#Sentence.id=p{paragraph}s{number}"
            yield f"#Text={escape_text(self._text[start:end])}"
            for unit in self._places[at : at + len(sentence)]:
                columns = self._columns(unit, names) if unit in self._cells else bare
                yield self._start(f"{number}-{unit[0] - at + 1}", unit) + columns
                for inner in self._inner.get(unit[0], ()):
                    yield self._start(names[inner], inner) + self._columns(inner, names)
            at += len(sentence)

    def _names(self) -> dict[Place, str]:
        """Return what parts of tokens and the units that relations come from are called."""
        firsts = self._tokens.first_of_sentences
        links = (link for links in self._links.values() for link in links)
        found: dict[Place, str] = {}
        for unit in chain((link[2].units[0] for link in links), *self._inner.values()):
            sentence = bisect_right(firsts, unit[0])
            found[unit] = f"{sentence}-{unit[0] - firsts[sentence - 1] + 1}"
            if unit in self._inner.get(unit[0], ()):
                found[unit] += f".{self._inner[unit[0]].index(unit) + 1}"
        return found

    def _start(self, key: str, unit: Place) -> str:
        """Return a row's first columns: the unit, its offsets and its text."""
        _at, start, end = unit
        form = self._text[start:end]
        form = form if form.isalnum() else escape_text(form)
        if not self._is_plain:
            start, end = self._ruler.to_unit(start), self._ruler.to_unit(end)
        return f"{key}\t{start}-{end}\t{form}"

    def _columns(self, unit: Place, names: dict[Place, str]) -> str:
        """Return a row's other columns; units side by side often hold the same."""
        pieces = self._cells[unit]
        if pieces != self._last_pieces:
            self._last_pieces = pieces
            self._last_features = "\t".join(_features(pieces))
        links = ""
        if self._links:
            links = "\t".join(_links(self._links.get(unit, []), names)) + "\t"
        return f"\t{self._last_features}\t{links}"


def _features(pieces: Sequence[_Piece]) -> Sequence[str]:
    if len(pieces) == 1:
        return pieces[0].values()
    if not pieces:
        return [NOTHING] * len(FEATURES)
    return list(map("|".join, zip(*(piece.values() for piece in pieces), strict=True)))


def _links(links: Sequence[_Link], names: dict[Place, str]) -> list[str]:
    if not links:
        return [NOTHING] * 3
    rows = [
        (escape_value(kind), escape_value(note) or NO_VALUE, _end(source, target, names))
        for kind, note, source, target in links
    ]
    return ["|".join(column) for column in zip(*rows, strict=True)]


def _end(source: _Piece, target: _Piece, names: dict[Place, str]) -> str:
    numbers = source.number, target.number
    return names[source.units[0]] + (f"[{numbers[0]}_{numbers[1]}]" if any(numbers) else "")


def _losses(source: ProjectSource, selection: Selection, _options: Options) -> Iterator[Loss]:
    for sheet in sheets(source, selection):
        for mark in sheet.marks:
            yield from _losses_of_mark(sheet, mark)
        if _rebuilt(sheet.text) != sheet.text:
            yield Loss(_SPACE, sheet.document.id)


def _losses_of_mark(sheet: Sheet, mark: Mark) -> Iterator[Loss]:
    words = [part for part in mark.ranges if sheet.text[part[0] : part[1]].strip()]
    if not words:
        yield mark.loss(_BLANK)
    elif len(words) < len(mark.ranges) or any(trimmed(sheet.text, *p) != p for p in words):
        yield mark.loss(_EDGES)
    if len(words) > 1:
        yield mark.loss(FRAGMENTS)


def _rebuilt(text: str) -> str:
    """Return the text as a reader puts it together."""
    parts: list[str] = []
    length = 0
    for sentence in tokens_of(text).sentences:
        start, end = sentence[0][0], sentence[-1][1]
        is_new = not parts or "\n" in text[length:start]
        parts += [("\n" if is_new else " ") * (start - length), text[start:end]]
        length = end
    return "".join(parts)


WEBANNO = Format(
    name="webanno-tsv",
    title=Message("WebAnno TSV 3.3"),
    extensions=(".zip", ".tsv"),
    guess=is_webanno,
    writer=_write,
    reader=read_webanno,
    losses=_losses,
    keeps="words",
    is_bundle=True,
    loses=Message(
        "Turns, the codebook, what is said of documents, findings, dismissals, settings, links and "
        "relations between documents, authors and labels of relations, colours of authors, and "
        "white space between sentences."
    ),
    offset_units=(OffsetUnit.UTF16,),
)
