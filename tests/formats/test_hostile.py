"""Damaged, mutated and hostile files of every format that is read: a sentence or a reading.

Each run takes a sound file, changes it at random and reads it. Nothing but UserError may come
out, and nothing may take longer than a few seconds.
"""

import pickle
import random
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from annotator.formats.base import Cell, Format, Options
from annotator.formats.incoming import Incoming, IncomingCodebook, ReadOptions
from annotator.formats.registry import FORMATS, format_named
from annotator.model.errors import UserError
from annotator.model.records import Span
from annotator.store.foreign import open_foreign
from tests.formats.foreign_projects import MemoryTables, made, tables_of
from tests.formats.outside import FIXTURES, GOLDEN
from tests.formats.projects import EVERYTHING, full_project

SECONDS = 5
LIGHT, HEAVY = 200, 2000
OURS = ("qdpx", "qdc", "xmi", "casjson", "claimreview", "qualcoder", "taguette", "doccano-labels")
NAMES = {
    "qdpx": "a.qdpx",
    "qdc": "a.qdc",
    "xmi": "a.xmi",
    "casjson": "a.json",
    "claimreview": "a.jsonld",
    "qualcoder": "a.qda",
    "taguette": "a.sqlite3",
    "doccano-labels": "a.json",
}
OUTSIDE = {
    "qdpx": "peers-exports/qualcoder/*.qdpx",
    "qdc": "peers-exports/*/*.qdc",
    "xmi": "uima-cas/tests/test_files/xmi/*.xmi",
    "casjson": "uima-cas/tests/test_files/json/fs_as_array/*/*/*.json",
    "taguette": "peers-exports/taguette/*.sqlite3",
    "doccano-labels": "doccano/label_types/*.json",
}
PIECES = [
    *(b"", b"\x00", b"\xff", b"<", b">", b'"', b"&x;", b"]", b"{", b"}", b"-1", b"99999999999999"),
    *(b"<!DOCTYPE a []>", b"\xed\xa0\x80", b"null", b"[]", b'{"a":', b"\\ud800", b"1e999", b"NaN"),
]


@dataclass(frozen=True)
class Sample:
    """A sound file: its bytes, or for an archive those of each file in it."""

    files: tuple[tuple[str, bytes], ...]
    is_archive: bool


@cache
def samples(name: str) -> tuple[Sample, ...]:
    """Return our own sound file of a format, and the outside ones where they are."""
    found = [*own_samples(name)]
    if pattern := OUTSIDE.get(name):
        found += [sample_of(path) for path in sorted(FIXTURES.glob(pattern))]
    return tuple(found)


def sample_of(path: Path) -> Sample:
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        return Sample((("", content),), is_archive=False)
    with ZipFile(path) as archive:
        names = [member.filename for member in archive.infolist() if not member.is_dir()]
        return Sample(tuple((name, archive.read(name)) for name in names), is_archive=True)


def own_samples(name: str) -> Iterator[Sample]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / NAMES[name]
        if name in {"qualcoder", "taguette"}:
            yield sample_of(made(name, path))
        elif name in {"xmi", "casjson"}:
            golden = GOLDEN / name / f"document.{path.suffix[1:]}"
            yield sample_of(golden)
            format_named(name).write(
                full_project(), EVERYTHING, path.with_suffix(".zip"), Options()
            )
            yield sample_of(path.with_suffix(".zip"))
        else:
            format_named(name).write(full_project(), EVERYTHING, path, Options())
            yield sample_of(path)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return bytes with a few changes: cut, doubled, replaced, swapped."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        end = min(len(changed), at + chance.choice([0, 1, 1, 2, 8, 40]))
        match chance.randrange(5):
            case 0:
                changed[at:end] = chance.choice(PIECES)
            case 1:
                changed[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
            case 2:
                changed[at:at] = changed[at:end]
            case 3:
                del changed[at:]
            case _:
                other = chance.randrange(len(changed) + 1)
                changed[at:end] = changed[other : other + end - at]
    return bytes(changed)


def write_mutated(sample: Sample, path: Path, chance: random.Random) -> None:
    """Write a changed copy: of an archive one of its files, or now and then its own bytes."""
    files = dict(sample.files)
    victim = chance.choice(list(files))
    if not sample.is_archive:
        path.write_bytes(mutated(files[victim], chance))
        return
    is_inside = chance.random() < 0.8
    if is_inside:
        files[victim] = mutated(files[victim], chance)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    if not is_inside:
        path.write_bytes(mutated(path.read_bytes(), chance))


def read_whole(known: Format, path: Path) -> str:
    """Read a file to its end; return the sentence that refused it, or nothing.

    What comes out must be usable: passages within the text, in order.
    """
    begun = time.process_time()
    try:
        if known.tables_reader is not None:
            with open_foreign(path) as tables:
                content = list(known.tables_reader(tables, ReadOptions()))
        else:
            assert known.reader is not None
            content = list(known.reader(path, ReadOptions()))
    except UserError as error:
        sentence = str(error)
        assert sentence
        assert "\n" not in sentence.strip()
        return sentence
    finally:
        assert time.process_time() - begun < SECONDS
    check(content)
    return ""


def check(content: list[Incoming]) -> None:
    """Check that a project could hold what was read."""
    for told in content:
        if isinstance(told, IncomingCodebook):
            continue
        told.text.encode()
        for annotation in told.annotations:
            assert annotation.label
            assert annotation.ranges
            for start, end in annotation.ranges:
                Span(start, end, told.text[start:end])
            flat = [point for pair in annotation.ranges for point in pair]
            assert flat == sorted(flat)


def run(name: str, folder: Path, count: int) -> None:
    known, chance = format_named(name), random.Random(name)  # noqa: S311 - test data
    path = folder / NAMES[name]
    refused = 0
    for _ in range(count):
        write_mutated(chance.choice(samples(name)), path, chance)
        refused += bool(read_whole(known, path))
    assert 0 < refused < count


@pytest.mark.slow
@pytest.mark.parametrize("name", OURS)
def test_mutated_files_give_a_sentence_or_a_reading(name: str, tmp_path: Path) -> None:
    run(name, tmp_path, LIGHT)


@pytest.mark.heavy
@pytest.mark.parametrize("name", OURS)
def test_many_mutated_files_give_a_sentence_or_a_reading(name: str, tmp_path: Path) -> None:
    run(name, tmp_path, HEAVY)


@pytest.mark.slow
@pytest.mark.parametrize("name", OURS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=60))
@example(content=b"")
@example(content=b"PK\x03\x04")
@example(content=b"SQLite format 3\x00")
@example(content=b"\xff\xfe<\x00a\x00")
@example(content=b"[" * 100_000)
@example(content=b"<a>" * 100_000)
def test_any_bytes_are_refused_in_a_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / NAMES[name]
    path.write_bytes(content)
    assert read_whole(format_named(name), path)


@pytest.mark.parametrize("name", ["qdpx", "qdc", "xmi"])
def test_entities_are_never_expanded(name: str, tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    path = tmp_path / NAMES[name]
    if name == "qdpx":
        with ZipFile(path, "w") as archive:
            archive.writestr("project.qde", bomb)
    else:
        path.write_bytes(bomb)
    assert "document type" in read_whole(format_named(name), path)


class Opened:
    """Makes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


@pytest.mark.parametrize("known", [f for f in FORMATS if f.reader], ids=lambda f: f.name)
def test_no_object_is_made_of_a_pickle_or_of_yaml(known: Format, tmp_path: Path) -> None:
    path, touched = tmp_path / f"a{known.extensions[0]}", tmp_path / "touched"
    yaml = f"!!python/object/apply:os.mkdir [{touched}]\n".encode()
    for content in (*(pickle.dumps(Opened(touched), p) for p in (0, 2, 5)), yaml):
        path.write_bytes(content)
        assert read_whole(known, path)
    assert not touched.exists()
    pickle.loads(pickle.dumps(Opened(touched)))  # noqa: S301 - it would have been made
    assert touched.exists()


@pytest.mark.parametrize(
    "known", [f for f in FORMATS if f.reads and not f.reads_itself], ids=lambda f: f.name
)
def test_a_missing_file_is_told(known: Format, tmp_path: Path) -> None:
    for ending in (".x", *known.extensions):
        told = read_whole(known, tmp_path / f"none{ending}")
        reason = "an archive with project.qde" if known.name == "qdpx" else "cannot be read"
        assert reason in told or "cannot be read: No such file" in told, (ending, told)


@pytest.mark.parametrize("value", ["x" * 1000, b"\xff\x00", None, 1.5, -1, 1 << 62, ""])
@pytest.mark.parametrize("name", ["qualcoder", "taguette"])
def test_any_value_in_any_column_is_a_sentence_or_a_reading(name: str, value: Cell) -> None:
    known, sound = format_named(name), tables_of(name)
    assert known.tables_reader
    for table, rows in sound.content.items():
        for column in rows[0] if rows else ():
            changed = [{**row, column: value} for row in rows]
            tables = MemoryTables({**sound.content, table: changed})
            with suppress(UserError):
                check(list(known.tables_reader(tables, ReadOptions())))
