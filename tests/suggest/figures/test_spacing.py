"""Text that sets Chinese apart from digits by spaces."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.figures.quantity import figures_in
from annotator.suggest.figures.spacing import unspaced
from annotator.suggest.figures.suggestions import suggest_figures


def found_in(text: str) -> str:
    """Return the words of all suggestions, with a bar between them."""
    return "|".join(one.text for one in suggest_figures(text))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("共补助 2600 多元,占 6.3 % 左右", "2600 多元|6.3 % 左右"),
        ("每小时上涨 1 米 8,最后 2 比 0 赢了", "1 米 8|2 比 0"),
        ("水温零下 2 度,影响近 8 成用户", "零下 2 度|近 8 成"),
        ("新增 4 萬 1,257 例,撤離 3,400 餘人", "4 萬 1,257 例|3,400 餘人"),
        ("114 年 1 月 13 日上午 10 點 20 分", "114 年 1 月 13 日|上午 10 點 20 分"),
        ("80 后、90 后都住 6 号楼,坐 3 号线", ""),
        ("第 15 条和 12345 热线", ""),
        ("一共投了 46 个亿,以及３ 个项目", "46 个亿|３ 个"),
    ],
)
def test_spaces_beside_digits_change_no_figure(text: str, figures: str) -> None:
    assert found_in(text) == figures
    assert found_in(text.replace(" ", "")) == figures.replace(" ", "")


def test_a_number_that_counts_off_stays_apart() -> None:
    assert found_in("1.项目概况 2.资金来源") == ""


def test_a_part_of_a_spaced_text_has_the_figures_that_lie_in_it() -> None:
    text = "先有 300 人,再有 5 万户,后有 7 米"
    start, end = text.index(",再"), text.index(",后")
    figures = list(figures_in(text, start, end))
    assert [text[one.start : one.end] for one in figures] == ["5 万户"]
    assert [one.text for one in suggest_figures(text, start, end)] == ["5 万户"]


def test_a_text_without_such_spaces_is_read_as_it_is() -> None:
    assert unspaced("共300人, 50 people 我们") is None


@given(st.lists(st.sampled_from(["共", "人", "3", "45", " ", "%", "a", "\n", "个"]), max_size=30))
def test_places_without_the_gaps_lead_back_to_the_same_characters(pieces: list[str]) -> None:
    text = "".join(pieces)
    plain = unspaced(text)
    if plain is None:
        return
    kept = [at for at in range(len(text)) if at not in plain.gaps]
    assert plain.text == "".join(text[at] for at in kept)
    for place, at in enumerate(kept):
        assert plain.within((place, place + 1)) == (at, at + 1)
        assert plain.without((at, at + 1))[0] == place
    assert not re.search(r"[共人个] [0-9](?![0-9]?[.、)])", plain.text)
