"""Sentences as template and values."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from annotator import resources
from annotator.model.errors import ChangedMeanwhileError, NotSavedError, UserError
from annotator.model.message import DOMAIN, Message, catalogue


def test_values_go_into_their_places_as_they_are() -> None:
    message = Message("Delete {name} and {count} uses", {"name": "{count}%s", "count": 3})
    assert str(message).startswith("Delete ")
    assert str(Message("Delete {name}", {"name": "<b>"})) == "Delete <b>"


def test_a_template_from_a_file_cannot_reach_attributes() -> None:
    assert str(Message("{name.__class__}", {"name": "x"})) == "{name.__class__}"


def test_a_place_without_value_stays() -> None:
    assert str(Message("Mark {label}")) == "Mark {label}"


@pytest.mark.parametrize("error", [UserError, ChangedMeanwhileError, NotSavedError])
def test_an_error_reads_as_its_sentence(error: type[UserError]) -> None:
    assert str(error("{path} is missing.", path="a.txt")) == "a.txt is missing."


def test_words_follow_their_number() -> None:
    template = "Delete {count} {count|annotation|annotations}"
    told = [str(Message(template, {"count": count})) for count in (0, 1, 2)]
    assert told == ["Delete 0 annotations", "Delete 1 annotation", "Delete 2 annotations"]
    assert str(Message("{n|is|are}")) == "{n|is|are}"


def test_a_value_is_not_filled_in_turn() -> None:
    assert str(Message("{a} {b}", {"a": "{b}{b|x|y}", "b": 1})) == "{b}{b|x|y} 1"


def test_a_number_with_words_has_its_thousands_apart_and_others_may_be_years() -> None:
    template = "{count} {count|annotation|annotations} of {year}"
    assert str(Message(template, {"count": 12345, "year": 2024})) == "12,345 annotations of 2024"
    assert str(Message(template, {"count": "12345", "year": 1})) == "12345 annotations of 1"


def test_a_translation_that_comes_with_the_program_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated = Catalog(locale="zh")
    translated.add("Delete {name}", "删除 {name}")
    place = tmp_path / "translations" / "zh" / "LC_MESSAGES" / f"{DOMAIN}.mo"
    place.parent.mkdir(parents=True)
    with place.open("wb") as out:
        write_mo(out, translated)
    monkeypatch.setattr(resources, "resource_path", tmp_path.joinpath)
    monkeypatch.setenv("LANGUAGE", "zh")
    catalogue.cache_clear()
    try:
        assert str(Message("Delete {name}", {"name": "x"})) == "删除 x"
        assert str(Message("Delete label")) == "Delete label"
    finally:
        monkeypatch.undo()
        catalogue.cache_clear()
