"""Opening and making projects as the person at this machine."""

import os
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.model.records import Author
from annotator.workspace.opening import (
    authored,
    create_project,
    load_codebook,
    open_project,
    this_person,
    verdict_scales,
    with_suffix,
)

CODEBOOK = """
[[labels]]
kind = "topic"
slug = "weather"
names = { en = "Weather" }
colour = "#0072B2"
"""


def test_the_person_at_this_machine_stays_the_same() -> None:
    first, second = this_person(), this_person()
    assert first.author == second.author
    assert first.new_id() != second.new_id()
    other = authored(first, Author(first.author.id, "Ben"))
    assert (other.author.name, other.vouch_folder) == ("Ben", first.vouch_folder)


def test_a_new_project_has_the_default_codebook_and_its_file_s_name(tmp_path: Path) -> None:
    path = tmp_path / "parks.annotator"
    with create_project(path, this_person()) as made:
        assert made.title == "parks"
        assert {label.kind for label in made.labels()} == {"claim", "figure", "topic"}
    with open_project(path, this_person(), read_only=True) as again:
        assert again.read_only
        assert again.labels() == made.labels()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_codebook_of_one_s_own_takes_the_place_of_the_default(
    tmp_path: Path, encoding: str
) -> None:
    codebook = tmp_path / "own.toml"
    codebook.write_text(CODEBOOK, encoding=encoding)
    with create_project(
        tmp_path / "p.annotator", this_person(), title="Mine", codebook=codebook
    ) as made:
        assert [label.slug for label in made.labels()] == ["weather"]
        assert made.title == "Mine"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "own.toml cannot be read"), (b"\xff\xfe\xff", "own.toml is not UTF-8 text")],
)
def test_a_codebook_that_cannot_be_read_leaves_no_project(
    content: bytes | None, sentence: str, tmp_path: Path
) -> None:
    codebook = tmp_path / "own.toml"
    if content is not None:
        codebook.write_bytes(content)
    with pytest.raises(UserError, match=sentence):
        create_project(tmp_path / "p.annotator", this_person(), codebook=codebook)
    assert not (tmp_path / "p.annotator").exists()


def test_labels_of_a_codebook_have_new_ids_each_time() -> None:
    new_id = this_person().new_id
    ids = [label.id for _time in range(2) for label in load_codebook(None, new_id)]
    assert len(set(ids)) == len(ids)


def test_the_scales_that_come_with_the_program_have_verdicts() -> None:
    scales = verdict_scales()
    assert len({scale.slug for scale in scales}) == len(scales) > 1


def test_the_ending_is_added_once_and_takes_nothing_away() -> None:
    assert with_suffix(Path("a.b")) == Path("a.b.annotator")
    assert with_suffix(Path("a.annotator")) == Path("a.annotator")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_codebook_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "own.toml")
    with pytest.raises(UserError, match=r"own\.toml is not a file"):
        create_project(tmp_path / "p.annotator", this_person(), codebook=tmp_path / "own.toml")
    assert [path.name for path in tmp_path.iterdir()] == ["own.toml"]
