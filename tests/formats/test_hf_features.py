"""The columns and classes of our Parquet tables."""

import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq  # type: ignore[import-untyped]

from annotator.formats.base import Options
from annotator.formats.hf_features import class_names
from annotator.formats.parquet import PARQUET
from tests.formats.projects import EVERYTHING, LABELS, full_project


def test_the_schema_names_the_classes(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    PARQUET.write(full_project(), EVERYTHING, folder, Options(shares=(1, 0, 0)))
    schema = pq.ParquetFile(folder / "annotations" / "train-00000.parquet").schema_arrow
    assert json.loads(schema.metadata[b"class_names"])["label"][0] == "Quantity"


def test_labels_of_one_name_are_told_apart() -> None:
    twin = replace(LABELS[1], id=LABELS[3].id, names=LABELS[0].names)
    third = replace(LABELS[0], id=LABELS[2].id, slug="third", order=9)
    names = class_names([LABELS[0], twin, third])
    assert list(names.values()) == ["Quantity", "Quantity (claim)", "Quantity (figure)"]
