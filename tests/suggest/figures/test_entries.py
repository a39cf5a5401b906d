"""Every entry of the data files stands for itself: without it only its own figures move."""

import random
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from annotator.resources import resource_path
from annotator.suggest.figures.found import FoundFigure
from annotator.suggest.figures.numerals import fold
from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.units import Vocabulary, read_vocabulary, vocabulary
from tests.evaluation.gold import golds_in

UNIT_FILES = ("counting", "shares", "money", "time", "measures")
GOLDEN = Path(__file__).parents[2] / "golden" / "figures"
TEXT = "\n".join(gold.text for gold in golds_in(GOLDEN))
REACH = 32
"""How far an entry's word may be from a figure that it changes, in code points."""


def toml_of(name: str) -> str:
    return resource_path("units", f"{name}.toml").read_text("utf-8")


def units() -> Iterator[tuple[str, str]]:
    for name in UNIT_FILES:
        for unit in tomllib.loads(toml_of(name))["unit"]:
            yield name, unit["name"]


def without_unit(file: str, unit: str, folder: Path) -> Vocabulary:
    """Return the vocabulary without one unit."""
    blocks = toml_of(file).split("[[unit]]")
    kept = [block for block in blocks if f'\nname = "{unit}"\n' not in block]
    assert len(kept) == len(blocks) - 1
    return _read(folder, {file: "[[unit]]".join(kept)})


def without_word(listed: str, word: str, folder: Path) -> Vocabulary:
    """Return the vocabulary without one word of a list of what is no figure."""
    head, found, tail = toml_of("words").partition(f"\n{listed} = [")
    assert found
    assert f'"{word}"' in tail
    return _read(folder, {"words": head + found + tail.replace(f'"{word}", ', "", 1)})


def _read(folder: Path, changed: dict[str, str]) -> Vocabulary:
    paths = []
    for name in (*UNIT_FILES, "words", "homes", "lists"):
        path = folder / f"{name}.toml"
        path.write_text(changed.get(name) or toml_of(name), "utf-8")
        paths.append(path)
    return read_vocabulary(*paths)


@cache
def before() -> frozenset[FoundFigure]:
    """Return the figures of all labelled texts with everything in place."""
    return frozenset(figures_in(TEXT))


def moved(words: Vocabulary) -> set[FoundFigure]:
    """Return the figures that come or go when the vocabulary changes."""
    return set(before() ^ set(figures_in(TEXT, words=words)))


SAMPLE = random.Random(4).sample(sorted(units()), 5)  # noqa: S311 - the same sample each time


@pytest.mark.parametrize(("file", "unit"), [*SAMPLE, ("counting", "person"), ("money", "USD")])
def test_without_a_unit_only_figures_in_it_move(file: str, unit: str, tmp_path: Path) -> None:
    entry = next(found for found in tomllib.loads(toml_of(file))["unit"] if found["name"] == unit)
    own = [
        form.lower().strip("- ")
        for part in (entry, *entry.get("parts", ()))
        for field in ("forms", "nouns", "before", "article")
        for form in part.get(field, ())
    ]
    own_figures = {figure[:2] for figure in before() if figure.quantity.unit == unit}
    for figure in moved(without_unit(file, unit, tmp_path)):
        if figure[:2] in own_figures:
            continue
        near = fold(TEXT[max(0, figure.start - REACH) : figure.end + REACH])
        assert any(form in near for form in own), figure


@pytest.mark.heavy
@pytest.mark.parametrize(("file", "unit"), list(units()))
def test_without_any_unit_the_rest_stays(file: str, unit: str, tmp_path: Path) -> None:
    test_without_a_unit_only_figures_in_it_move(file, unit, tmp_path)


@pytest.mark.parametrize(
    ("listed", "word"),
    [
        ("words", "十分"),
        ("words", "第一线"),
        ("words", "一带一路"),
        ("names_after", "中全会"),
        ("names_after", "位数"),
        ("ordinals_before", "产业"),
        ("titles", "article"),
    ],
)
def test_without_a_word_only_numerals_beside_it_move(
    listed: str, word: str, tmp_path: Path
) -> None:
    for figure in moved(without_word(listed, word, tmp_path)):
        assert word in fold(TEXT[max(0, figure.start - REACH) : figure.end + REACH])


def test_removing_a_common_unit_does_move_something(tmp_path: Path) -> None:
    assert moved(without_unit("counting", "person", tmp_path))
    assert vocabulary().unit("人").name == "person"
