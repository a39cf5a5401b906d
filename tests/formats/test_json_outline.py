"""JSON files that are only looked at."""

import json
import tracemalloc
from pathlib import Path

import pytest

from annotator.formats import json_outline
from annotator.formats.json_outline import first_objects


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('[{"a": 1}, {"b": 2}]', [{"a": 1}, {"b": 2}]),
        ('{"a": 1}\n{"b": 2}\n', [{"a": 1}, {"b": 2}]),
        ('{"a": 1}\n{"b": ', [{"a": 1}]),
        ("[1, 2]", []),
        ("text {}", []),
        ('[{ "@context": 1}, {"b": 2}]', []),
        ("", []),
    ],
)
def test_the_first_objects_are_found(
    content: str, found: list[dict[str, int]], tmp_path: Path
) -> None:
    path = tmp_path / "a"
    path.write_text(content, "utf-8")
    assert list(first_objects(path, content.encode())) == found
    assert list(first_objects(Path("none"), content.encode())) == found


def test_a_file_is_read_where_its_start_holds_no_whole_object(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_text('{"a": "' + "x" * 9000 + '"}', "utf-8")
    head = path.read_bytes()[:4096]
    assert [len(row["a"]) for row in first_objects(path, head)] == [9000]
    monkeypatch.setattr(json_outline, "PEEKED", 5000)
    assert list(first_objects(path, head)) == []


def test_no_more_than_the_start_of_a_file_of_long_objects_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text(('{"a": "' + "x" * 300_000 + '"}\n') * 10, "utf-8")
    assert len(list(first_objects(path, path.read_bytes()[:4096]))) == 3


def test_long_lists_are_cut_and_what_follows_them_is_still_found(tmp_path: Path) -> None:
    path = tmp_path / "a"
    marks = [{"at": [number] * 30} for number in range(50)]
    path.write_text(json.dumps([{"marks": marks, "text": "x"}, {"b": {"c": []}}]), "utf-8")
    first, second = first_objects(path, path.read_bytes()[:4096])
    assert first == {"marks": [{"at": [number] * 20} for number in range(20)], "text": "x"}
    assert second == {"b": {"c": []}}


def test_one_long_object_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a"
    items = ",".join(json.dumps({"id": number, "text": "x" * 500}) for number in range(20_000))
    path.write_text('{"page": {"items": [' + items + ']}, "last": 1}', "utf-8")
    head = path.read_bytes()[:4096]
    tracemalloc.start()
    [found] = first_objects(path, head)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found["last"] == 1
    assert peak < 4 << 20
