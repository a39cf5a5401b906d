"""Exports of a project: losses told before, the file compared after, authors hidden."""

import pickle
from pathlib import Path

import pytest

from annotator.formats.base import Format, Loss, Options, Selection
from annotator.formats.offsets import OffsetUnit
from annotator.formats.registry import FORMATS, format_named
from annotator.formats.splits import SPLITS, SplitPart, Splits
from annotator.model.errors import UserError
from annotator.model.records import Annotation
from annotator.workspace import exporting as module
from annotator.workspace.exporting import (
    Exporting,
    Looked,
    counts_of,
    export,
    losses,
    missing_extra,
    replaceable,
)
from tests.formats.exchange import project_of, valid_project
from tests.formats.projects import LookedThrough, MemoryProject

WRITTEN = [known for known in FORMATS if known.writes]
CONLL, CSV, JSONL = (format_named(name) for name in ("conll", "csv", "jsonl"))
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


def test_losses_are_counted_by_reason_and_name_their_annotations() -> None:
    project = project_of(TEXT, ((0, 24),), ((3, 7),), ((11, 16),))
    found = [loss for loss in losses(project, Exporting(CONLL)) if isinstance(loss, Loss)]
    counts = counts_of(found)
    assert sum(counts.values()) == len(found) == 2
    assert all("overlap" in reason for reason in counts)
    assert {loss.annotation for loss in found} <= {
        a.id for a in project.snapshots[0].all(Annotation)
    }


@pytest.mark.parametrize("known", WRITTEN, ids=lambda known: known.name)
def test_documents_are_looked_through_once_for_the_losses_of_all(
    known: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = valid_project()
    documents = LookedThrough(project.documents())
    monkeypatch.setattr(MemoryProject, "documents", lambda _self: documents)
    assert list(losses(project, Exporting(known)))
    assert documents.times == 1


def test_losses_follow_the_selection_and_pause_after_each_document() -> None:
    project = valid_project()
    found = list(losses(project, Exporting(format_named("averitec"), Selection(kind="figure"))))
    assert [one.annotations for one in found if isinstance(one, Looked)] == [1, 1, 0]
    lost = {"The format holds claims only.": 2, "The format holds no reviews.": 2}
    assert counts_of(found) == lost
    for keeper in ("jsonl", "csv", "xlsx"):
        told = counts_of(losses(project, Exporting(format_named(keeper))))
        assert "The format holds no reviews." not in told
    with pytest.raises(UserError, match="no label"):
        list(losses(project, Exporting(CSV, Selection(label="none"))))


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
    refused = {
        "conll": "leaves no choice",
        "doccano": "not in utf16",
        "brat": "in code_points, not",
    }
    for name, said in refused.items():
        known = format_named(name)
        exporting = Exporting(known, options=Options(offset_unit=OffsetUnit.UTF16))
        with pytest.raises(UserError, match=said):
            export(valid_project(), exporting, path_for(known, tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "known", [x for x in FORMATS if len(x.offset_units) == 1], ids=lambda x: x.name
)
def test_the_unit_that_a_format_counts_in_anyway_may_be_named(
    known: Format, tmp_path: Path
) -> None:
    assert known.writes
    exporting = Exporting(known, options=Options(offset_unit=known.offset_units[0]))
    path = path_for(known, tmp_path)
    assert not export(valid_project(), exporting, path).verified.differences
    named = path.read_bytes()
    export(valid_project(), Exporting(known), path)
    assert path.read_bytes() == named


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
    assert replaceable(tmp_path / "c.csv", project) == tmp_path / "c.csv"


def test_a_folder_is_filled_only_if_it_is_empty(tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    assert replaceable(folder, tmp_path / "a.annotator") == folder
    (folder / "keep.txt").touch()
    with pytest.raises(UserError, match="brat is a folder that holds something"):
        replaceable(folder, tmp_path / "a.annotator")


# --- stopping ---


class StoppedError(Exception):
    """Somebody thought better of it."""


@pytest.mark.parametrize("known", [k for k in WRITTEN if k.keeps != "labels"], ids=lambda k: k.name)
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


def test_documents_are_loaded_once_to_write_and_to_compare(tmp_path: Path) -> None:
    project = valid_project()
    done = export(project, Exporting(JSONL), tmp_path / "out.jsonl")
    assert done.verified.was_read
    assert project.loaded == len(project.snapshots)
