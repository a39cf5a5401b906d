"""Parts in sentences of their own."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(("men", "verdict"), [("223", "conflict"), ("213", "consistent")])
def test_two_halves_in_the_next_sentence_make_their_whole(men: str, verdict: str) -> None:
    text = f"318 people died. Men accounted for {men} and women for 105."
    assert [v for v, _texts in found_in(text, "sum")] == [verdict]


@pytest.mark.parametrize(("gap", "verdict"), [("$934", "conflict"), ("$1,034", "consistent")])
def test_what_a_later_sentence_puts_together_is_added_up(gap: str, verdict: str) -> None:
    text = (
        f"We project a deficit of {gap} million. Revenue is down by $784 million. "
        "Spending is over by $250 million. Those two together make the gap."
    )
    assert (verdict, (f"{gap} million", "$784 million", "$250 million")) in found_in(text, "sum")


@pytest.mark.parametrize(("last", "verdict"), [("$70", "conflict"), ("$60", "consistent")])
def test_what_is_told_as_the_last_of_three_closes_them(last: str, verdict: str) -> None:
    text = (
        "We have $200 million. Of that, $80 million is for roads. $60 million is for rail. "
        f"And then {last} million is for buses."
    )
    found = (verdict, ("$200 million", "$80 million", "$60 million", f"{last} million"))
    assert found in found_in(text, "sum")
