"""Units and hedging words: read from TOML that a user can edit."""

import tomllib
from pathlib import Path

import pytest

from annotator.model.codebook import COMPARATORS, FIGURE_KINDS
from annotator.model.errors import UserError
from annotator.resources import resource_path
from annotator.suggest.figures.units import Unit, form_key, read_vocabulary, vocabulary

UNITS = """
[[unit]]
name = "parsec"
kind = "cardinal"
forms = ["秒差距", "parsecs"]
nouns = ["jumps"]
before = ["PC"]
article = ["秒差距"]
"""
WORDS = """
before = [{word = "足足", comparator = ">=", not_after = "不"}]
after = [{word = "开外", comparator = ">"}]
not_figures = {words = ["三心二意"]}
"""


def files(tmp_path: Path, units: str = UNITS, words: str = WORDS) -> tuple[Path, Path]:
    """Return the paths of two TOML files."""
    paths = tmp_path / "units.toml", tmp_path / "words.toml"
    for path, text in zip(paths, (units, words), strict=True):
        path.write_text(text, "utf-8")
    return paths


def test_a_users_own_units_and_words_are_taken(tmp_path: Path) -> None:
    own = read_vocabulary(*files(tmp_path))
    parsec = Unit("parsec", "cardinal")
    assert own.unit("Parsecs") == own.unit("jumps") == own.unit("PC") == parsec
    assert own.articles == {"秒差距"}
    assert own.unit_pattern.match("秒差距之外")
    assert own.hedge_before.search("足足")
    assert not own.hedge_before.search("不足足")
    assert own.hedge_after.match("开外")
    assert own.comparators_before == {"足足": ">="}
    assert own.not_figures.match("三心二意")


@pytest.mark.parametrize(
    ("units", "words"),
    [("[[unit]]\nname = 'x'", WORDS), ("x = 1", WORDS), (UNITS, "before = []"), ("[", WORDS)],
)
def test_an_incomplete_file_is_refused_by_name(units: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"units[.]toml"):
        read_vocabulary(*files(tmp_path, units, words))


def test_a_vocabulary_without_nouns_and_words_matches_none(tmp_path: Path) -> None:
    own = read_vocabulary(
        *files(
            tmp_path,
            '[[unit]]\nname = "x"\nkind = "cardinal"\nforms = ["y"]',
            "before = []\nafter = []\nnot_figures = {words = []}",
        )
    )
    assert not own.noun_pattern.match(" people")
    assert not own.hedge_before.search("about ")
    assert not own.not_figures.match("")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_vocabulary(tmp_path / "none.toml", tmp_path / "none.toml")


def test_latin_forms_do_not_run_on() -> None:
    pattern = vocabulary().unit_pattern
    assert pattern.match("miles ")
    assert not pattern.match("kmart")
    assert pattern.match("square\nmetres").group() == "square\nmetres"  # type: ignore[union-attr]


def test_the_longest_form_wins() -> None:
    found = vocabulary().unit_pattern.match("人民币结算")
    assert found is not None
    assert vocabulary().unit(found.group()).name == "CNY"


def test_every_unit_and_word_that_comes_with_the_program_is_sound() -> None:
    units = tomllib.loads(resource_path("units", "units.toml").read_text("utf-8"))["unit"]
    assert {unit["kind"] for unit in units} <= set(FIGURE_KINDS)
    names = [unit["name"] for unit in units]
    assert len(set(names)) == len(names)
    forms = [form for unit in units for form in {form_key(form) for form in unit["forms"]}]
    assert len(set(forms)) == len(forms)
    words = tomllib.loads(resource_path("units", "words.toml").read_text("utf-8"))
    assert {word["comparator"] for word in words["before"] + words["after"]} <= set(COMPARATORS)
