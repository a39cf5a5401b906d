"""Shares that should make a whole."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("从年龄看，未成年人占22%，成年人占63%，老年人占25%。", ["conflict"]),
        ("从年龄看，未成年人占22%，成年人占53%，老年人占25%。", ["consistent"]),
        ("从客源看，省内游客占58%，省外游客占47%。", ["conflict"]),
        ("从客源看，省内游客占58%，省外游客占42%。", ["consistent"]),
        ("从客源看，省内游客占58%，自驾游客占47%。", []),
        ("供应分两个五年，首个五年占四成六，第二个五年占五成八。", ["conflict"]),
        ("供應分兩個五年，首個五年佔四成六，第二個五年佔五成四。", ["consistent"]),
        ("自闭症占四成，读写困难占三成，其他占五成。", ["conflict"]),
        ("自闭症占四成，读写困难占三成，其他占三成。", ["consistent"]),
        ("首个五年占四成六，去年占五成八。", []),
        (
            "By age, 30 percent are under 20, 45 percent are adults and 35 percent are older.",
            ["conflict"],
        ),
        ("Prices rose 60 percent, wages 45 percent and rents 20 percent.", []),
    ],
)
def test_shares_of_a_whole_are_added_up(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == verdicts


def test_the_structure_of_something_is_parts_of_a_whole() -> None:
    assert [v for v, _t in found_in("三次产业结构为7.7%、40.8%、55.6%。", "sum")] == ["conflict"]
    assert [v for v, _t in found_in("三次产业结构为7.7%、40.8%、51.5%。", "sum")] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Only 11% of it goes by the formula. Which means that {}% is still by count.", "91", "89"),
        ("About 38% of them rent, and the other {}% own a home.", "52", "62"),
        ("About 38% of them are boys, the others are {} percent.", "72", "62"),
        ("外来人口占38%，其余{}%是本地的。", "52", "62"),
    ],
)
def test_a_share_and_the_rest_make_a_whole(text: str, wrong: str, right: str) -> None:
    assert [v for v, _texts in found_in(text.format(wrong), "sum")] == ["conflict"]
    assert [v for v, _texts in found_in(text.format(right), "sum")] == ["consistent"]


@pytest.mark.parametrize(
    "text",
    [
        "About 38% of them rent, and the other 12% are guests.",
        "Rents rose by 38%, and the other 52% own a home.",
        "About 38% rent, 20% are guests, and the other 52% own a home.",
        "About 38% of them rent, so 52% of us should worry.",
    ],
)
def test_other_shares_are_no_rest(text: str) -> None:
    assert found_in(text, "sum") == []


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("从年龄看，未成年人占22%，成年人占63%，老年人占65%。", ["conflict"]),
        ("从年龄看，未成年人占22%，成年人占63%，老年人占66%。", []),
        ("从年龄看，未成年人占22%，成年人占33%，老年人占25%。", []),
        ("从年龄看，未成年人占50%，成年人占50%，老年人占50%。", ["conflict"]),
    ],
)
def test_what_is_far_above_a_whole_or_below_it_parts_none(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == verdicts


@pytest.mark.parametrize(
    "last",
    [
        "老年人占比提高25%",
        "老年人增加25个百分点",
        "老年人超过25%",
        "老年人不到25%",
        "比老年人多25%",
        "老年人达到25%",
    ],
)
def test_changes_targets_and_bounds_are_on_no_list_of_shares(last: str) -> None:
    listed = found_in(f"从年龄看，未成年人占22%，成年人占63%，{last}。", "sum")
    assert not any(len(texts) > 2 for _verdict, texts in listed)


def test_a_list_of_shares_begins_anew_behind_what_is_on_none() -> None:
    text = "从年龄看，总人口增长3%，未成年人占22%，成年人占63%，老年人占25%。"
    assert found_in(text, "sum") == [("conflict", ("22%", "63%", "25%"))]
    text = "从年龄看，比重由12%，提高到22%，成年人占63%，老年人占25%。"
    assert found_in(text, "sum") == [("conflict", ("22%", "63%", "25%"))]


def test_about_and_nearly_some_percent_are_on_a_list() -> None:
    text = "从年龄看，未成年人占近25%，成年人占约63%，老年人占30多%。"
    assert [texts for _verdict, texts in found_in(text, "sum")] == [("近25%", "约63%", "30多%")]


def test_shares_that_are_too_much_are_a_conflict_only_where_words_part_a_whole() -> None:
    wrong = "{}有22%、63%和25%。"
    assert [v for v, _t in found_in(wrong.format("三组的构成"), "sum")] == ["conflict"]
    assert [v for v, _t in found_in(wrong.format("三次抽检"), "sum")] == []


def test_what_shares_make_is_told_against_the_whole() -> None:
    text = "从年龄看，未成年人占22%，成年人占63%，老年人占25%。"
    assert workings_of(text, "sum") == ["22% + 63% + 25% make 110%, where the whole is 100%."]


@pytest.mark.parametrize(
    "text",
    [
        "份额上升，1994年占35%，1995年占34.5%，1996年占34.8%。",
        "分享比例由各占50%，改为中央占80%，地方占20%。",
        "扣除10%的成本，有权享受其余收益的80%。",
    ],
)
def test_shares_of_other_wholes_make_none(text: str) -> None:
    assert [v for v, _ in found_in(text, "sum") if v == "conflict"] == []


@pytest.mark.parametrize(("rest", "verdict"), [("32", "conflict"), ("27", "consistent")])
def test_cents_of_every_dollar_make_one(rest: str, verdict: str) -> None:
    told = "health takes 21 cents, schools 15 cents, pensions 37 cents"
    text = f"Of every dollar, {told}, others {rest} cents."
    assert [v for v, _ in found_in(text, "sum")] == [verdict]
    assert found_in(text.replace("Of every dollar", "A day"), "sum") == []


def test_rates_of_two_groups_are_no_parts_of_one_whole() -> None:
    for name, verdicts in (("比率", ["conflict"]), ("就业率", []), ("及格率为", [])):
        assert [v for v, _ in found_in(f"女性{name}55%，男性66%。", "sum")] == verdicts
