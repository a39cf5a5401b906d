"""doccano's label file: as its page of labels takes it, and read back.

What doccano refuses is by its source (``label_types/models.py`` and ``serializers.py``): a name of
more than 100 characters or that is there twice, a key that is no digit or small letter.
"""

import json
import re
import string
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from datasets import Value  # type: ignore[import-untyped]

from annotator.formats.base import Options
from annotator.formats.doccano_labels import DOCCANO_LABELS
from annotator.formats.incoming import IncomingCodebook, IncomingLabel, ReadOptions
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.records import Label
from tests.formats.outside import GOLDEN, fixture, loaded_rows
from tests.formats.projects import EVERYTHING, MemoryProject, full_project


def read(path: Path) -> tuple[IncomingLabel, ...]:
    assert DOCCANO_LABELS.reader
    (found,) = DOCCANO_LABELS.reader(path, ReadOptions())
    assert isinstance(found, IncomingCodebook)
    return found.labels


def a_label(at: int, name: str, **fields: Any) -> Label:  # noqa: ANN401 - any of its fields
    return Label(LabelId(f"label {at}"), LabelKind.TOPIC, {"en": name}, order=at, **fields)


def written(folder: Path, *labels: Label) -> list[dict[str, str | None]]:
    path = folder / "labels.json"
    DOCCANO_LABELS.write(MemoryProject([], list(labels), []), EVERYTHING, path, Options())
    told: list[dict[str, str | None]] = json.loads(path.read_text("utf-8"))
    return told


def test_the_bytes_are_those_of_the_golden_file(tmp_path: Path) -> None:
    path = tmp_path / "labels.json"
    assert DOCCANO_LABELS.write(full_project(), EVERYTHING, path, Options()) == 0
    golden = GOLDEN / "doccano-labels" / "labels.json"
    assert path.read_bytes() == golden.read_bytes()
    assert guess(golden) is DOCCANO_LABELS


@pytest.mark.outside("doccano-labels", "datasets")
@pytest.mark.filterwarnings("ignore")
def test_datasets_loads_the_fields_of_doccano_with_its_types(tmp_path: Path) -> None:
    words = Value("string")
    fields = ("text", "prefix_key", "suffix_key", "background_color", "text_color")
    beside = ("kind", "description", "parent")
    path = GOLDEN / "doccano-labels" / "labels.json"
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    rows = loaded_rows(copy, dict.fromkeys((*fields, *beside), words))
    assert [tuple(row[name] for name in fields) for row in rows] == [
        ("Quantity", None, "1", "#0072B2", "#ffffff"),
        *((name, None, None, "#0072B2", "#ffffff") for name in ("Statement", "Health", "Wards")),
    ]


def test_doccano_takes_every_value(tmp_path: Path) -> None:
    ten = [a_label(at, f"{at}", key=key) for at, key in enumerate("aaZé1-")]
    told = written(tmp_path, *ten, a_label(9, "same"), a_label(10, "Same", colour="red"))
    names = [str(row["text"]).casefold() for row in told]
    assert len({*names}) == len(told) == 8
    assert max(map(len, names)) <= 100
    assert [row["suffix_key"] for row in told] == ["a", *[None] * 3, "1", *[None] * 3]
    assert all(row["prefix_key"] is None for row in told)
    colours = [row[name] for row in told for name in row if name.endswith("_color")]
    assert len(colours) == 14
    assert all(re.fullmatch("#[0-9a-fA-F]{6}", str(colour)) for colour in colours)
    assert {row["suffix_key"] for row in told} <= {*string.digits, *string.ascii_lowercase, None}


@pytest.mark.parametrize(
    ("ground", "words"),
    [
        ("#F0E442", "#000000"),
        ("#0072B2", "#ffffff"),
        ("#00FF00", "#000000"),
        ("#FF0000", "#ffffff"),
    ],
)
def test_words_stand_out_from_their_ground(ground: str, words: str, tmp_path: Path) -> None:
    (row,) = written(tmp_path, a_label(1, "Health", colour=ground))
    assert row["text_color"] == words


def test_a_name_that_doccano_would_refuse_is_refused(tmp_path: Path) -> None:
    assert written(tmp_path, a_label(1, "n" * 100))
    with pytest.raises(UserError, match="at most 100 characters"):
        written(tmp_path, a_label(1, "n" * 101))
    with pytest.raises(UserError, match="no labels yet"):
        written(tmp_path)


def test_a_label_stands_behind_the_one_above_it_and_comes_back_below_it(tmp_path: Path) -> None:
    top, below = a_label(5, "Top"), a_label(1, "Below", definitions={"en": "Less."})
    below = replace(below, parent=top.id)
    deep = replace(a_label(0, "Deep"), parent=below.id)
    written(tmp_path, deep, below, top, a_label(9, "Last"))
    labels = read(tmp_path / "labels.json")
    assert [(label.name, label.parent) for label in labels] == [
        *(("Top", ""), ("Last", ""), ("Below", "Top"), ("Deep", "Below")),
    ]
    assert labels[2].definition == "Less."
    assert {label.kind for label in labels} == {LabelKind.TOPIC}


def test_labels_above_each_other_are_written_all_the_same(tmp_path: Path) -> None:
    one, other = a_label(1, "One"), a_label(2, "Other")
    assert len(written(tmp_path, replace(one, parent=other.id), replace(other, parent=one.id))) == 2


@pytest.mark.outside("doccano-labels", "peers-exports/doccano")
def test_doccano_s_own_files_are_read_or_refused_as_it_does() -> None:
    path = fixture("doccano/label_types/valid_labels.json")
    assert guess(path) is DOCCANO_LABELS
    assert [(label.name, label.colour) for label in read(path)] == [
        *(("Dog", "#FF0000"), ("Cat", "#FF0000")),
    ]
    wrong = fixture("doccano/label_types/invalid_labels.json")
    assert guess(wrong) is DOCCANO_LABELS
    with pytest.raises(UserError, match=r"invalid_labels\.json has the label “Dog” twice"):
        read(wrong)


def test_names_in_camel_case_are_read(tmp_path: Path) -> None:
    path = tmp_path / "label_config.json"
    row = {"id": 3, "text": " River ", "suffixKey": "r", "backgroundColor": "#209cee"}
    path.write_text(json.dumps([{**row, "suffixKey": None}]), "utf-8-sig")
    assert guess(path) is DOCCANO_LABELS
    del row["id"]
    path.write_text(json.dumps([row]), "utf-8-sig")
    assert guess(path) is DOCCANO_LABELS
    assert read(path) == (IncomingLabel("River", colour="#209cee", key="r"),)


@pytest.mark.parametrize(
    ("key", "colour"), [("ab", "red"), ("R", "#fff"), ("", "#12345g"), (7, 7), (None, None)]
)
def test_odd_keys_and_colours_are_left_out(key: object, colour: object, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"text": "a", "suffix_key": key, "background_color": colour}]))
    assert read(path) == (IncomingLabel("a"),)


@pytest.mark.parametrize(
    "content", ["[]", "[3]", '[{"text": " "}]', '[{"text": "a"}, {"text": 1}]']
)
def test_what_is_no_list_of_labels_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    with pytest.raises(UserError, match=r"a\.json: a list of labels with “text” was expected"):
        read(path)


@pytest.mark.parametrize(
    "content", ['{"text": "a", "suffix_key": "b"}', '[{"text": "a"}]', "[", "x"]
)
def test_other_files_are_not_taken_for_labels(content: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(content)
    assert guess(path) is not DOCCANO_LABELS


def test_every_annotation_is_a_loss() -> None:
    assert len(list(DOCCANO_LABELS.losses(full_project(), EVERYTHING, Options()))) == 6
