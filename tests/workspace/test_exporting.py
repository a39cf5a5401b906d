"""Exports of a project: losses told before, the file compared after, authors hidden."""

import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import FORMATS, format_named
from annotator.formats.splits import SPLITS, SplitPart, Splits
from annotator.model.errors import UserError
from annotator.model.records import Annotation
from annotator.workspace import exporting as module
from annotator.workspace.exporting import (
    Exporting,
    counts_of,
    export,
    losses,
    missing_extra,
    replaceable,
)
from tests.formats.exchange import project_of, valid_project
from tests.formats.projects import ANNA, BEN

WRITTEN = [known for known in FORMATS if known.writes]
CONLL, CSV, JSONL = (format_named(name) for name in ("conll", "csv", "jsonl"))
NAMES = re.compile(rb"\b(Anna Li|Ben)\b")
NAMELESS = {"qdc", "conll", "conllu", "spacy", "fever"}
"""Formats without authors, or that hold them packed."""
TEXT = "It rose by 12.5% in May. 𝔘p 40 more came.\n"


def path_for(known: Format, folder: Path) -> Path:
    return folder / f"out{known.extensions[0]}"


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_what_is_written_comes_back_but_for_the_losses(known: Format, tmp_path: Path) -> None:
    done = export(valid_project(), Exporting(known), path_for(known, tmp_path))
    assert done.verified.differences == ()
    assert done.verified.was_read == known.reads
    if known.reads and known.keeps in {"texts", "words"}:
        assert done.verified.annotations >= done.count > 0


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


def test_losses_are_counted_by_reason_and_name_their_annotations() -> None:
    project = project_of(TEXT, ((0, 24),), ((3, 7),), ((11, 16),))
    found = [loss for loss in losses(project, Exporting(CONLL)) if loss]
    counts = counts_of(found)
    assert sum(counts.values()) == len(found) == 2
    assert all("overlap" in reason for reason in counts)
    assert {loss.annotation for loss in found} <= {
        a.id for a in project.snapshots[0].all(Annotation)
    }


def test_losses_follow_the_selection_and_pause_after_each_document() -> None:
    project = valid_project()
    found = list(losses(project, Exporting(format_named("averitec"), Selection(kind="figure"))))
    assert found.count(None) == 3
    assert counts_of(found) == {"The format holds claims only.": 2}
    with pytest.raises(UserError, match="no label"):
        list(losses(project, Exporting(CSV, Selection(label="none"))))


# --- pseudonyms ---


def content_of(path: Path) -> bytes:
    """Return a file's bytes, unpacked if it is an archive."""
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_pseudonyms_leave_no_name_or_id_of_an_author_in_the_file(
    known: Format, tmp_path: Path
) -> None:
    path = path_for(known, tmp_path)
    project = valid_project()
    exporting = Exporting(known, has_pseudonyms=True)
    done = export(project, exporting, path)
    assert done.verified.differences == ()
    written = content_of(path)
    assert not NAMES.search(written)
    for author in (ANNA, BEN):
        assert author.id.encode() not in written
    plain = tmp_path / f"plain{path.suffix}"
    export(project, Exporting(known), plain)
    assert bool(NAMES.search(content_of(plain))) == (known.name not in NAMELESS)
    again = tmp_path / f"again{path.suffix}"
    export(project, exporting, again)
    if known.name not in {"xmi", "casjson"}:
        assert content_of(again) == written


def test_a_pseudonym_is_the_same_person_in_every_file(tmp_path: Path) -> None:
    names = []
    for selection in (Selection(), Selection(author="Anna Li"), Selection(author=ANNA.id)):
        path = tmp_path / "out.jsonl"
        export(valid_project(), Exporting(JSONL, selection, has_pseudonyms=True), path)
        header, *lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        by_id = {author["id"]: author["name"] for author in header["authors"]}
        assert sorted(by_id.values()) == ["author 1", "author 2"]
        found = [a for line in lines for a in line["annotations"] if a["kind"] == "figure"]
        names.append([by_id[a["author"]] for a in found])
    assert len({*map(tuple, names)}) == 1
    assert names[0]


# --- filters ---


def test_status_means_claims_of_that_status(tmp_path: Path) -> None:
    done = export(valid_project(), Exporting(CSV, Selection(status="checked")), tmp_path / "a.csv")
    assert done.count == 2
    done = export(valid_project(), Exporting(CSV, Selection(status="open")), tmp_path / "b.csv")
    assert done.count == 0


def test_the_parts_of_a_project_are_its_documents_once_each() -> None:
    project = valid_project()
    for seed in range(5):
        parts = [Selection(split=SplitPart(name, (1, 1, 1), seed)) for name in SPLITS]
        found = [[d.id for d in part.documents_of(project)] for part in parts]
        assert sorted(id_ for part in found for id_ in part) == sorted(
            d.id for d in project.documents()
        )
        of = Splits(project, Options(shares=(1, 1, 1), seed=seed)).of
        assert all(
            of(id_) == name for name, part in zip(SPLITS, found, strict=True) for id_ in part
        )


def test_a_selected_part_is_no_longer_everything() -> None:
    assert not Selection(split=SplitPart("dev")).is_everything
    assert not Selection(status="open").is_everything


# --- what is refused ---


def test_a_unit_that_the_format_does_not_write_is_refused(tmp_path: Path) -> None:
    for name, said in (("brat", "leaves no choice"), ("doccano", "not in utf16")):
        known = format_named(name)
        exporting = Exporting(known, options=Options(offset_unit=OffsetUnit.UTF16))
        with pytest.raises(UserError, match=said):
            export(valid_project(), exporting, path_for(known, tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing_extra(JSONL) is None
    monkeypatch.setattr(module, "_LIBRARIES", {"cas": "no_such_library"})
    sentence = "xmi needs no_such_library: install transcript-annotator[cas]."
    assert str(missing_extra(format_named("xmi"))) == sentence
    with pytest.raises(UserError) as caught:
        export(valid_project(), Exporting(format_named("xmi")), tmp_path / "out.zip")
    assert str(caught.value) == sentence


def test_what_is_read_is_never_written_over(tmp_path: Path) -> None:
    project, other = tmp_path / "a.db", tmp_path / "b.annotator"
    with pytest.raises(UserError, match="the file that is read"):
        replaceable(project, project)
    with pytest.raises(UserError, match="project file"):
        replaceable(other, project)
    with pytest.raises(UserError, match="not a file"):
        replaceable(tmp_path, project)
    assert replaceable(tmp_path / "c.csv", project) == tmp_path / "c.csv"


# --- stopping ---


class StoppedError(Exception):
    """Somebody thought better of it."""


@pytest.mark.parametrize("known", [k for k in WRITTEN if k.name != "qdc"], ids=lambda k: k.name)
def test_a_stopped_export_leaves_the_old_file(known: Format, tmp_path: Path) -> None:
    path = path_for(known, tmp_path)
    path.write_bytes(b"old")

    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        export(valid_project(), Exporting(known), path, stop)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"old"


def test_progress_is_told_for_writing_and_comparing(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export(
        valid_project(),
        Exporting(JSONL),
        tmp_path / "out.jsonl",
        lambda done, total: told.append((done, total)),
    )
    assert told == [(done, 6) for done in range(1, 7)]


@pytest.mark.parametrize("known", WRITTEN, ids=lambda k: k.name)
def test_what_is_to_be_exported_can_be_sent_to_another_process(known: Format) -> None:
    exporting = Exporting(known, Selection(kind="claim"), Options(seed=3), has_pseudonyms=True)
    assert pickle.loads(pickle.dumps(exporting)) == exporting  # noqa: S301 - our own


def test_documents_are_loaded_once_to_write_and_once_to_compare(tmp_path: Path) -> None:
    project = valid_project()
    export(project, Exporting(JSONL), tmp_path / "out.jsonl")
    assert project.loaded == 2 * len(project.snapshots)
