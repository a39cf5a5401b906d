"""The Hugging Face data set: loaded by ``datasets`` and ``pyarrow``, row by row the project's."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from annotator.formats import parquet as written_by
from annotator.formats.base import Options, Selection
from annotator.formats.offsets import OffsetUnit
from annotator.formats.parquet import PARQUET
from annotator.formats.registry import guess
from annotator.formats.splits import Splits
from annotator.model.errors import UserError
from annotator.model.records import Annotation, Relation
from tests.formats.outside import GOLDEN
from tests.formats.projects import EVERYTHING, MemoryProject, full_project

SHARES = Options(shares=(1, 1, 1), seed=3)
SPLIT_NAMES = {"train": "train", "dev": "validation", "test": "test"}


def loaded(folder: Path, table: str, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    """Load a table with the other library, without a network."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    import datasets  # type: ignore[import-untyped]
    import tqdm  # type: ignore[import-untyped]

    tqdm.tqdm.monitor_interval = 0  # no thread that outlives the test
    datasets.disable_progress_bars()
    return datasets.load_dataset(str(folder), table, cache_dir=str(folder.parent / "cache"))


def table_of(folder: Path, table: str) -> list[dict[str, Any]]:
    files = sorted((folder / table).glob("*.parquet"))
    return [row for file in files for row in pq.ParquetFile(file).read().to_pylist()]


@pytest.mark.outside("parquet", "datasets")
@pytest.mark.filterwarnings("ignore")
def test_datasets_loads_rows_classes_and_splits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, folder = full_project(), tmp_path / "data"
    assert PARQUET.write(project, EVERYTHING, folder, SHARES) == 6
    found = loaded(folder, "annotations", monkeypatch)
    features = found["train"].features
    assert features["label"].names == ["Quantity", "Statement", "Health", "Wards"]
    assert features["kind"].names == ["claim", "figure", "topic", "relation"]
    rows = {row["id"]: row for split in found.values() for row in split}
    assert len(rows) == 6
    for s in project.snapshots:
        for annotation in s.all(Annotation):
            row = rows[annotation.id]
            assert features["label"].int2str(row["label"]) == s.label_of(annotation).name()
            assert features["kind"].int2str(row["kind"]) == s.kind_of(annotation).value
            spans = [s.text[span["start"] : span["end"]] for span in row["spans"]]
            assert spans == [span.quote for span in annotation.spans]
    claim = next(row for row in rows.values() if row["verdict"])
    assert claim["types"] == ["quantity", "comparison"]
    assert claim["evidence"][0]["url"] == "https://example.org/a"
    assert claim["priority"] == 3
    documents = loaded(folder, "documents", monkeypatch)
    texts = {row["id"]: row["text"] for split in documents.values() for row in split}
    assert texts == {s.document.id: s.text for s in project.snapshots}
    splits = Splits(project, SHARES)
    for split, rows_of_split in documents.items():
        for row in rows_of_split:
            assert SPLIT_NAMES[splits.of(row["id"])] == split


@pytest.mark.filterwarnings("ignore")
def test_datasets_loads_relations_also_those_between_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, folder = full_project(), tmp_path / "data"
    PARQUET.write(project, EVERYTHING, folder, SHARES)
    found = {
        row["id"]: row
        for split in loaded(folder, "relations", monkeypatch).values()
        for row in split
    }
    inside = [(s, relation) for s in project.snapshots for relation in s.all(Relation)]
    assert len(found) == len(inside) + 1 == 3
    for s, relation in inside:
        row = found[relation.id]
        assert (row["type"], row["label_name"], row["note"]) == ("supports", "Quantity", "n")
        assert (row["source"], row["target"]) == (relation.source, relation.target)
        assert (row["document_id"], row["author"]) == (s.document.id, "Ben")
    (across,) = project.cross_relations
    assert found[across.id]["document_id"] == project.snapshots[0].document.id
    figures = Selection(kind="figure", document=project.snapshots[0].document.id)
    PARQUET.write(project, figures, tmp_path / "figures", SHARES)
    assert not (tmp_path / "figures" / "relations").exists()


@pytest.mark.parametrize("unit", [OffsetUnit.UTF8, OffsetUnit.UTF16])
def test_offsets_count_what_is_asked_and_the_card_says_so(unit: OffsetUnit, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    PARQUET.write(full_project(), EVERYTHING, folder, replace(SHARES, offset_unit=unit))
    texts = {row["id"]: row["text"] for row in table_of(folder, "documents")}
    encoding, width = ("utf-8", 1) if unit is OffsetUnit.UTF8 else ("utf-16-le", 2)
    for row in table_of(folder, "annotations"):
        units = texts[row["document_id"]].encode(encoding)
        spans = [
            units[width * span["start"] : width * span["end"]].decode(encoding)
            for span in row["spans"]
        ]
        assert " … ".join(spans) == row["quote"]
    assert f"Offsets count `{unit.value}`" in (folder / "README.md").read_text(encoding="utf-8")


def test_documents_never_lie_in_two_splits(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    PARQUET.write(full_project(), EVERYTHING, folder, SHARES)
    places = defaultdict(set)
    for file in folder.glob("*/*.parquet"):
        column = "id" if file.parent.name == "documents" else "document_id"
        for value in pq.ParquetFile(file).read(columns=[column])[column].to_pylist():
            places[value].add(file.name)
    assert all(len(names) == 1 for names in places.values())


def test_the_same_project_gives_the_same_bytes_and_the_golden_card(tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        PARQUET.write(full_project(), EVERYTHING, tmp_path / name, Options())
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert guess(tmp_path / "one.zip") is PARQUET
    with ZipFile(tmp_path / "one.zip") as archive:
        assert archive.read("README.md") == (GOLDEN / "parquet" / "README.md").read_bytes()


def test_large_tables_become_several_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written_by, "SHARD_BYTES", 1)
    monkeypatch.setattr(written_by, "GROUP", 1)
    folder = tmp_path / "data"
    PARQUET.write(full_project(), EVERYTHING, folder, Options(shares=(1, 0, 0)))
    names = sorted(file.name for file in (folder / "documents").iterdir())
    assert names == ["train-00000.parquet", "train-00001.parquet", "train-00002.parquet"]
    assert len(table_of(folder, "annotations")) == 6


@pytest.mark.parametrize(("group", "groups"), [(1, 3), (2, 2), (1_000, 1)])
def test_rows_of_several_documents_are_written_together(
    group: int, groups: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(written_by, "GROUP", group)
    folder = tmp_path / "data"
    PARQUET.write(full_project(), EVERYTHING, folder, Options(shares=(1, 0, 0)))
    file = pq.ParquetFile(folder / "documents" / "train-00000.parquet")
    assert file.metadata.num_row_groups == groups
    assert file.read()["title"].to_pylist() == ["发布会", "发布会", "Empty"]


def test_an_empty_project_gives_a_card(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert PARQUET.write(MemoryProject([], [], []), EVERYTHING, folder, Options()) == 0
    assert [file.name for file in folder.iterdir()] == ["README.md"]


def test_without_the_library_the_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow.parquet", None)
    with pytest.raises(UserError) as caught:
        PARQUET.write(full_project(), EVERYTHING, tmp_path / "data", Options())
    assert "transcript-annotator[parquet]" in str(caught.value)
    assert not list(tmp_path.iterdir())
