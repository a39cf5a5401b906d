"""The columns and classes of our Parquet tables."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import datasets  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
import yaml  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.base import Options
from annotator.formats.hf_features import (
    ANNOTATION_COLUMNS,
    DOCUMENT_COLUMNS,
    card_features,
    class_names,
    pyarrow,
    schema,
    yaml_text,
)
from annotator.formats.parquet import PARQUET
from annotator.model.errors import UserError
from tests.formats.projects import EVERYTHING, LABELS, full_project

ODD = ["a\x7fb", "\ufeff\ufffe", "c\x85d\u2028e", "\t\n\x01 'f' \"g\" # h: \\i", "𠮷😀"]
"""Names of which YAML cannot hold some as they are, and takes others for line breaks."""


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


@pytest.mark.parametrize("columns", [ANNOTATION_COLUMNS, DOCUMENT_COLUMNS])
def test_datasets_understands_the_card_as_the_schema(columns: tuple[str, ...]) -> None:
    names = ["Quantity", "Statement: “a”", "数量", *ODD]
    told = yaml.safe_load(card_features(columns, names))
    features: Any = datasets.Features._from_yaml_list(told)
    made = schema(columns, names)
    assert list(features) == list(columns)
    assert features.arrow_schema.remove_metadata().equals(made.remove_metadata())
    if "label" in columns:
        assert features["label"].names == names
        assert json.loads(made.metadata[b"class_names"])["label"] == names


@given(st.text(st.characters(codec="utf-8"), max_size=9))
def test_any_text_is_one_in_yaml(text: str) -> None:
    assert yaml.safe_load(f"name: {yaml_text(text)}\n") == {"name": text}


def test_only_known_parts_of_the_library_are_given() -> None:
    assert pyarrow("parquet") is pq
    with pytest.raises(UserError, match="parquet"):
        pyarrow("none")
