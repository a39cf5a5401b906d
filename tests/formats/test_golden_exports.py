"""The bytes of each exchange format stay what they are, and losses are counted."""

from pathlib import Path

import pytest

from annotator.formats.base import Format, Options, Selection
from annotator.formats.registry import FORMATS, format_named
from annotator.model.errors import UserError
from tests.formats.exchange import valid_project
from tests.formats.projects import EVERYTHING

TITLE, ASCII = "发布会", "press-conference"
"""A document's title, after which files are named, and what stands for it in golden names."""
GOLDEN = Path(__file__).parents[1] / "golden" / "exports"
LOSSES = {
    "doccano": ("export.jsonl", 2),
    "label-studio": ("export.json", 4),
    "brat": ("export", 0),
    "webanno-tsv": ("export", 5),
    "conll": ("export.conll", 4),
    "conllu": ("export.conllu", 2),
    "web-annotation": ("export.jsonld", 0),
}
EVERY_FORMAT = pytest.mark.parametrize(
    "known", [known for known in FORMATS if known.writes], ids=lambda known: known.name
)
WRITTEN = {"qdc": 0, "doccano-labels": 0, "fever": 0, "claimreview": 2, "averitec": 2, "conll": 4}
"""How many of the project's six annotations a file holds, where that is not all."""


@pytest.mark.parametrize("name", LOSSES)
def test_an_export_has_the_bytes_of_the_golden_one(name: str, tmp_path: Path) -> None:
    known = format_named(name)
    target, losses = LOSSES[name]
    project = valid_project()
    known.write(project, EVERYTHING, tmp_path / target, Options())
    assert project.loaded == 3
    files = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    golden = GOLDEN / name
    expected = {
        Path(str(p.relative_to(golden)).replace(ASCII, TITLE)): p.read_bytes()
        for p in golden.rglob("*")
        if p.is_file()
    }
    assert files == expected
    assert len(list(known.losses(valid_project(), EVERYTHING, Options()))) == losses


@EVERY_FORMAT
def test_an_export_says_how_many_annotations_it_wrote(known: Format, tmp_path: Path) -> None:
    path = tmp_path / f"a{known.extensions[0]}"
    count = known.write(valid_project(), EVERYTHING, path, Options())
    assert count == WRITTEN.get(known.name, 6)


@EVERY_FORMAT
def test_an_export_that_fails_leaves_the_old_file(known: Format, tmp_path: Path) -> None:
    path = tmp_path / f"a{known.extensions[0]}"
    path.write_text("old", "utf-8")
    with pytest.raises(UserError, match="has no label “none”"):
        known.write(valid_project(), Selection(label="none"), path, Options())
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert path.read_text("utf-8") == "old"
