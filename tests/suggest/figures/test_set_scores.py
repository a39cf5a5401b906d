"""Points of a set that look like a time of the day, beside times in the same words."""

import pytest

from annotator.suggest.figures import suggest_figures
from annotator.suggest.figures.set_scores import is_set_score


def told(text: str) -> str:
    """Return the figures of a text with their kinds."""
    return " ".join(f"{one.text}={one.figure.kind}" for one in suggest_figures(text) if one.figure)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("以21:15、19:21擊敗對手", "21:15=score 19:21=score"),
        ("决赛比分21:12,21:18夺冠", "21:12=score 21:18=score"),
        ("女单以21:16战胜队友", "21:16=score"),
        ("20:15、21:45各有车", "20:15=time 21:45=time"),
        ("决赛19:30开打", "19:30=time"),
    ],
)
def test_points_of_a_set_are_no_times(text: str, figures: str) -> None:
    assert told(text) == figures


def test_a_game_must_be_told_of() -> None:
    assert is_set_score("以21:17胜", 1, 6)
    assert not is_set_score("以21:17为准", 1, 6)
