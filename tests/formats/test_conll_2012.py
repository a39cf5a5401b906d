"""CoNLL-2012: named entities in brackets, speakers, parts of documents."""

from pathlib import Path

import pytest

from annotator.formats.conll import CONLL
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from tests.formats.exchange import documents, read

ROWS = (
    ("In", "Ann", "*"),
    ("Hong", "Ann", "(GPE*"),
    ("Kong", "Ann", "*)"),
    (),
    ("Bo", "Bo", "(PERSON)"),
    ("paid", "Bo", "*"),
    ("3", "Bo", "(MONEY*"),
    ("million", "Bo", "*"),
    ("yuan", "Bo", "*)"),
)
REST = ("*", "*", "-")


def row(number: int, word: str, speaker: str, entity: str) -> str:
    cells = ("bc/a", "0", str(number), word, "NN", "(S*", "-", "-", "-", speaker, entity, *REST)
    return "   ".join(cells)


def part(number: int, speakers: bool = True) -> str:  # noqa: FBT001, FBT002 - a table
    lines = [
        row(at, told[0], told[1] if speakers else "-", told[2]) if told else ""
        for at, told in enumerate(ROWS)
    ]
    return "\n".join([f"#begin document (bc/a); part {number:03}", *lines, "", "#end document", ""])


def test_entities_and_speakers_of_each_part_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.gold_conll"
    path.write_text(part(0) + part(1, speakers=False), "utf-8")
    assert guess(path) is CONLL
    first, second = documents(read(CONLL, path))
    assert (first.name, second.name) == ("bc/a 000", "bc/a 001")
    assert first.text == "In Hong Kong\nBo paid 3 million yuan\n"
    words = [(a.label, first.text[slice(*a.ranges[0])]) for a in first.annotations]
    assert words == [("GPE", "Hong Kong"), ("PERSON", "Bo"), ("MONEY", "3 million yuan")]
    assert first.turns is not None
    assert [(t.speaker, first.text[t.start : t.end]) for t in first.turns] == [
        ("Ann", "In Hong Kong"),
        ("Bo", "Bo paid 3 million yuan"),
    ]
    assert second.turns is None


@pytest.mark.parametrize("line", ["bc/a 0 0 word", row(0, "x", "-", "(A(B*"), "nonsense"])
def test_a_line_that_is_no_row_is_refused_with_its_number(line: str, tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text(f"#begin document (bc/a); part 000\n{line}\n", "utf-8")
    with pytest.raises(UserError, match=r"Line 2 of a\.conll: expected a row of CoNLL-2012"):
        read(CONLL, path)
