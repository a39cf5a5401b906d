"""Medals that their metal alone tells of behind a number."""

from pathlib import Path

import pytest

from annotator.suggest.figures.medals import medals_at
from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.units import read_vocabulary, vocabulary


def found_in(text: str) -> str:
    """Return the words of all figures, with a bar between them."""
    return "|".join(text[one.start : one.end] for one in figures_in(text) if not one.is_bare)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("本縣隊伍拿下5金3銀7銅,昨天再添1金", "5金|3銀|7銅|1金"),
        ("共获得三金、两银及一铜的成绩", "三金|两银|一铜"),
        ("勇奪2金。", "2金"),
        ("五金、建材与3金融机构", "3"),
        ("花了三千金", "三千"),
        ("买下12金色座椅", "12"),
    ],
)
def test_a_metal_behind_a_number_is_a_medal(text: str, figures: str) -> None:
    assert found_in(text) == figures


def test_medals_have_a_unit_of_their_own() -> None:
    (figure,) = figures_in("勇奪2金。")
    assert (figure.quantity.unit, figure.quantity.low) == ("medal", "2")


def test_a_chinese_number_needs_another_metal_beside_it() -> None:
    words = vocabulary()
    assert medals_at("五金、建材", 0, 1, words) is None
    assert medals_at("五金、二银", 0, 1, words)
    assert medals_at("五金、二银", 3, 4, words)


def test_a_users_own_metal_is_a_medal_too(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('lists = {metals = ["铂"]}', "utf-8")
    (figure,) = figures_in("拿下5铂。", words=read_vocabulary(own))
    assert figure.quantity.unit == "medal"
    assert all(figure.quantity.unit != "medal" for figure in figures_in("拿下5铂。"))
