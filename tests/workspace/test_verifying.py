"""An export held against the project: what comes back otherwise is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.registry import format_named
from annotator.model.errors import UserError
from annotator.workspace.exporting import (
    Exporting,
    export,
)
from tests.formats.exchange import project_of

TEXT = "It rose by 12.5% in May. 𝔘p 40 more came.\n"


def path_for(known: Format, folder: Path) -> Path:
    return folder / f"out{known.extensions[0]}"


def _dropping(known: Format) -> Format:
    """Return a format whose writer leaves out claims and says nothing of it."""
    assert known.writer is not None
    write = known.writer

    def writer(s: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
        return write(s, replace(selection, kind="figure"), path, options)

    return replace(known, writer=writer)


@pytest.mark.parametrize("name", ["doccano", "brat", "qdpx", "conllu", "web-annotation"])
def test_a_loss_that_the_format_does_not_tell_of_is_reported(name: str, tmp_path: Path) -> None:
    known = _dropping(format_named(name))
    project = project_of(TEXT, ((3, 7),), ((0, 24),))
    done = export(project, Exporting(known), path_for(known, tmp_path))
    [difference] = done.verified.differences
    assert "1 of 2 annotations did not come back" in str(difference)


def test_a_text_that_comes_back_differently_is_reported(tmp_path: Path) -> None:
    known = format_named("doccano")
    assert known.reader is not None

    def spoilt(path: Path, options: object) -> Iterator[object]:
        path.write_text(path.read_text("utf-8").replace("May", "Mai"), "utf-8")
        assert known.reader is not None
        yield from known.reader(path, options)  # type: ignore[arg-type]

    odd = replace(known, reader=spoilt)  # type: ignore[arg-type]
    done = export(project_of(TEXT, ((3, 7),)), Exporting(odd), tmp_path / "out.jsonl")
    assert "The text of Briefing did not come back" in str(done.verified.differences[0])


def test_a_file_that_cannot_be_read_back_is_reported(tmp_path: Path) -> None:
    def refuses(_path: Path, _options: object) -> Iterator[object]:
        raise UserError("Line {line} is odd.", line=3)

    odd = replace(format_named("doccano"), reader=refuses)  # type: ignore[arg-type]
    done = export(project_of(TEXT, ((3, 7),)), Exporting(odd), tmp_path / "out.jsonl")
    [difference] = done.verified.differences
    assert str(difference) == "The file cannot be read back: Line 3 is odd."
