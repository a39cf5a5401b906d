"""CoNLL-2012 files, as OntoNotes has them: named entities and speakers in columns of their own.

Of the further columns (syntax, propositions, coreference) nothing is taken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotator.formats.tags import OUTSIDE
from annotator.model.errors import UserError

BEGIN = "#begin document"
_BEGIN = re.compile(r"#begin document\s*\((.*)\);?(?:\s*part\s+(\d+))?\s*")
_END = "#end document"
_WORD, _SPEAKER, _ENTITY, _FEWEST = 3, 9, 10, 12
_CELL = re.compile(r"(?:\(([^()*\s]+))?\*?(\))?")
_NOBODY = {"-", "*"}


class _Tagger:
    """Turns the brackets of a sentence into tags."""

    def __init__(self) -> None:
        self._open = ""

    def tag(self, cell: str) -> str:
        """Return the tag of the next token."""
        found = _CELL.fullmatch(cell)
        begun, ended = found.groups() if found else (None, None)
        tag = f"B-{begun}" if begun else f"I-{self._open}" if self._open else OUTSIDE
        self._open = "" if ended else begun or self._open
        return tag


@dataclass(slots=True)
class Part:
    """A document or part of one: sentences as tokens with tags, and who says each sentence."""

    name: str
    sentences: list[list[tuple[str, str]]] = field(default_factory=list)
    speakers: list[str] = field(default_factory=list)
    _tagger: _Tagger | None = None

    def take(self, cells: list[str]) -> None:
        """Add a token to the sentence that runs, or begin one with it."""
        if self._tagger is None:
            self._tagger = _Tagger()
            self.sentences.append([])
            self.speakers.append("" if cells[_SPEAKER] in _NOBODY else cells[_SPEAKER])
        self.sentences[-1].append((cells[_WORD], self._tagger.tag(cells[_ENTITY])))

    def end_sentence(self) -> None:
        """Have the next token begin a sentence."""
        self._tagger = None


def parts_of(lines: Iterable[str], name: str) -> Iterator[Part]:
    """Yield the parts of a file.

    Raises:
        UserError: a line is no row of at least twelve columns; it names the line.
    """
    part = Part(name)
    for number, line in enumerate(lines, start=1):
        cells = line.split()
        if found := _BEGIN.fullmatch(line):
            part = Part(f"{found[1]} {found[2]}" if found[2] else found[1])
        elif line.startswith(_END):
            yield part
            part = Part(name)
        elif not cells:
            part.end_sentence()
        elif len(cells) >= _FEWEST and "\x00" not in line and _CELL.fullmatch(cells[_ENTITY]):
            part.take(cells)
        else:
            raise _refusal(line, number, name)
    if part.sentences:
        yield part


def _refusal(line: str, number: int, name: str) -> UserError:
    return UserError(
        "Line {line} of {name}: expected a row of CoNLL-2012 with a token in the fourth column and "
        "a named entity such as (GPE* in the eleventh, found “{found}”.",
        line=number,
        name=name,
        found=line.strip()[:60],
    )
