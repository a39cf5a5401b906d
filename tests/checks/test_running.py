"""What there is, what is added, what there will be."""

import pytest

from tests.checks.reading import found_in, workings_of


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("固定献血屋38座，今年再建5座，总数将达到45座。", ["conflict"]),
        ("固定献血屋38座，今年再建5座，总数将达到43座。", ["consistent"]),
        ("We have 38 stations. We'll add 5, bringing the total to 45.", ["conflict"]),
        ("We have 38 stations and five more are coming, for a total of 43.", ["consistent"]),
        ("固定献血屋38座，今年检查5座，总数将达到45座。", []),
        ("全馆2,400席。使用率95%。明年会再增加300席，总共2,800席。", ["conflict"]),
    ],
)
def test_what_is_added_makes_the_total(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == verdicts


def test_the_working_adds_up() -> None:
    [working] = workings_of("固定献血屋38座，今年再建5座，总数将达到45座。", "sum")
    assert working == "38座 and 5座 more make 43座; the total is 45座."


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "We had 24,500 nurses; we added 1,300 since, and today there are {}.",
            "26,800",
            "25,800",
        ),
        ("原来有2450名护士，又招了130名，目前一共有{}名。", "2680", "2580"),
    ],
)
def test_what_there_is_now_comes_of_what_there_was(text: str, wrong: str, right: str) -> None:
    assert "conflict" in [v for v, _texts in found_in(text.format(wrong), "sum")]
    assert "consistent" in [v for v, _texts in found_in(text.format(right), "sum")]
