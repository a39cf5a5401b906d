"""Years that make a name with what stands around them, beside years that only tell when."""

from pathlib import Path

import pytest

from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.units import Vocabulary, read_vocabulary


def found_in(text: str, words: Vocabulary | None = None) -> str:
    """Return the words of all figures, with a bar between them."""
    found = figures_in(text, words=words)
    return "|".join(text[one.start : one.end] for one in found if not one.is_bare)


@pytest.mark.parametrize(
    "text",
    [
        "The promise of the 1951 Harbour Convention stands.",
        "Under the 1976 Openness in the Ports Act, they meet.",
        "It is told in the Tidal Waters Act of 2004.",
        "He won the 2023 Marlow Award for Service.",
        "She hosts the 2026 Global Lakes Forum and the 2027 World Cup.",
        "The 2018 Act applies, as does the 2030 Agenda.",
        "She is the 2025 Harbour global Marlow Award winner.",
        "We speak of coronavirus disease 2019 and the 2019 novel coronavirus.",
    ],
)
def test_a_year_in_the_name_of_a_law_or_an_event_is_no_figure(text: str) -> None:
    assert found_in(text) == ""


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In 2022 Northport and the Harbour Convention agreed.", "2022"),
        ("Our Q2 2024 Ports Conference is full.", "2024"),
        ("Welcome to the 2024 Ports Conference Call.", "2024"),
        ("We passed the Act in 2018 and the act of 2019.", "2018|2019"),
        ("The 2019 season and the 2020 act began.", "2019|2020"),
        ("Act of 20 parts", "20"),
        ("It has grown since the 2018 Harbour Investment Pledge.", "2018"),
    ],
)
def test_a_year_that_only_tells_when_stays(text: str, figures: str) -> None:
    assert found_in(text) == figures


def test_a_users_own_word_makes_a_name_with_a_year(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('lists = {named_by_year = ["regatta"]}', "utf-8")
    assert found_in("The 2031 Marlow Regatta is on.") == "2031"
    assert found_in("The 2031 Marlow Regatta is on.", read_vocabulary(own)) == ""
