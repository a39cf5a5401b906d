"""Units and hedging words: read from TOML files that a user can add to."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from annotator.model.codebook import COMPARATORS, FIGURE_KINDS
from annotator.model.errors import UserError
from annotator.resources import resource_path
from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.units import (
    Unit,
    form_key,
    read_vocabulary,
    vocabulary,
)

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
not_figures = {words = ["三心二意"], unless = ["三心二意者"], names_after = ["号舱"]}
"""
SHIPPED = ("counting", "shares", "money", "time", "measures")


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
    assert own.before_hedge.start("足足3", 0, 2) == 0
    assert own.before_hedge.start("不足足3", 0, 3) is None
    assert own.hedge_after.match("开外")
    assert own.comparators_before == {"足足": ">="}
    assert own.names_after.match("号舱")
    assert own.not_figures == ("三心二意",)
    assert own.unless == ("三心二意者",)


def test_the_folder_in_the_users_configuration_is_read_too_and_wins(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = own_home / "config" / "units"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text(
        '[[unit]]\nname = "fathom"\nkind = "cardinal"\nforms = ["尋", "miles"]', "utf-8"
    )
    vocabulary.cache_clear()
    try:
        found = [figure.quantity.unit for figure in figures_in("30尋，5 miles，3天")]
    finally:
        monkeypatch.undo()
        vocabulary.cache_clear()
    assert found == ["fathom", "fathom", "day"]


def test_traditional_forms_in_a_users_file_match_either_spelling(tmp_path: Path) -> None:
    own = read_vocabulary(*files(tmp_path, UNITS.replace("秒差距", "萬噸")))
    assert own.unit("万吨") == own.unit("萬噸")
    assert own.unit_pattern.match("万吨")


@pytest.mark.parametrize(
    ("units", "words", "named"),
    [
        ("[[unit]]\nname = 'x'", WORDS, "units"),
        (UNITS, "before = [{word = 'x'}]", "words"),
        (UNITS, "not_figures = {other = ['x']}", "words"),
        (UNITS, "before = [1]", "words"),
        (UNITS, "before = [{word = '', comparator = '>'}]", "words"),
        (UNITS, "not_figures = {words = ['']}", "words"),
        (UNITS, "not_figures = {words = [3]}", "words"),
        ("unit = 3", WORDS, "units"),
        (UNITS.replace('"cardinal"', '"lump"'), WORDS, "units"),
        (UNITS.replace('["jumps"]', '"jumps"'), WORDS, "units"),
        (UNITS.replace('["jumps"]', "[3]"), WORDS, "units"),
        (UNITS.replace('["jumps"]', '[""]'), WORDS, "units"),
        (f"{UNITS}parts = [{{factor = '2', forms = '块'}}]", WORDS, "units"),
        ("[", WORDS, "units"),
    ],
)
def test_a_broken_file_is_refused_by_name(
    units: str, words: str, named: str, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match=f"{named}[.]toml"):
        read_vocabulary(*files(tmp_path, units, words))


def test_a_vocabulary_without_nouns_and_words_matches_none(tmp_path: Path) -> None:
    own = read_vocabulary(
        *files(tmp_path, '[[unit]]\nname = "x"\nkind = "cardinal"\nforms = ["y"]', "")
    )
    assert not own.noun_pattern.match(" people")
    assert own.before_hedge.start("about ", 0, 6) is None
    assert own.not_figures == ()


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_vocabulary(tmp_path / "none.toml")


def test_a_part_of_a_unit_is_in_the_whole_unit(tmp_path: Path) -> None:
    part = 'parts = [{ factor = "0.01", forms = ["微秒差距"] }]'
    own = read_vocabulary(*files(tmp_path, f"{UNITS}{part}", ""))
    assert own.unit("微秒差距") == Unit("parsec", "cardinal", Decimal("0.01"))
    assert own.unit_pattern.match("微秒差距")
    with pytest.raises(UserError, match=r"units\.toml is not of the form"):
        read_vocabulary(*files(tmp_path, f"{UNITS}{part.replace('0.01', 'x')}", ""))


def test_a_word_that_begins_like_a_unit_is_none() -> None:
    assert vocabulary().not_units.match("国防预算")
    assert not vocabulary().not_units.match("国都")


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
    units = [
        unit
        for name in SHIPPED
        for unit in tomllib.loads(resource_path("units", f"{name}.toml").read_text("utf-8"))["unit"]
    ]
    assert {unit["kind"] for unit in units} <= set(FIGURE_KINDS)
    names = [unit["name"] for unit in units]
    assert len(set(names)) == len(names)
    sets = [part["forms"] for unit in units for part in (unit, *unit.get("parts", ()))]
    forms = [form for own in sets for form in {form_key(form) for form in own}]
    assert len(set(forms)) == len(forms)
    assert all(set(unit.get("article", ())) <= set(unit["forms"]) for unit in units)
    words = tomllib.loads(resource_path("units", "words.toml").read_text("utf-8"))
    assert {word["comparator"] for word in words["before"] + words["after"]} <= set(COMPARATORS)
