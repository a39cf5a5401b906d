"""Years that belong to the name of an event, a law or an award."""

import pytest

from annotator.suggest.figures.event_years import is_in_event
from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.units import vocabulary


def found_in(text: str) -> str:
    """Return the words of all figures, with a bar between them."""
    return "|".join(text[one.start : one.end] for one in figures_in(text) if not one.is_bare)


@pytest.mark.parametrize(
    "text",
    [
        "發布“2027年港口安全法”",
        "参加「113年消防楷模獎」",
        "出席「全縣各界慶祝114年國慶大會」",
        "審議「花蓮縣114年度追加預算案」",
        "2026愛知亞運代表團",
        "2026名古屋亞運代表團",
        "「全縣樞紐暨各界慶祝114年國慶大會」",
        "2025世錦賽選手返國",
        "“2031香港藝術節”開幕",
        "「113年全國飲用水設備及水質檢驗技術研習暨觀摩發表會」",
        "出席2031年全国水利工程局长会议,2031年度世界港口大会",
    ],
)
def test_the_year_of_a_named_event_is_no_figure(text: str) -> None:
    assert found_in(text) == ""


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2024年舉辦奧運", "2024年"),
        ("2031年全国将召开港口会议,2031年全国共有港口大会3场", "2031年|2031年|3场"),
        ("預計2026年在名古屋的亞運", "2026年"),
        ("他說「2027年將通過港口法」", "2027年"),
        ("他說「114年預算減少,要開大會」", "114年"),
        ("自2019與2023亞運以來", "2019"),
        ("“港口”2027年安全法", "2027年"),
    ],
)
def test_a_year_in_which_something_happens_is_a_date(text: str, figures: str) -> None:
    assert found_in(text) == figures


def test_only_the_year_itself_is_looked_at() -> None:
    assert is_in_event("“2027年港口安全法”", 1, vocabulary())
    assert not is_in_event("“2027年港口安全法”2028年", 12, vocabulary())
    assert not is_in_event("2027 games", 0, vocabulary())
