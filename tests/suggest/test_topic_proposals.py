"""The topics proposed for whole press conferences, against what a person would take."""

import tomllib
from pathlib import Path

import pytest

from annotator.reading.sources import read_one
from annotator.suggest.topics import suggest_topics

ROOT = Path(__file__).parents[2]
ACCEPTED = tomllib.loads(
    (ROOT / "tests" / "golden" / "topics" / "accepted.toml").read_text("utf-8")
)["texts"]
TOP = 10


def proposals(path: Path) -> list[str]:
    """Return what is proposed for a text, the best first."""
    source = read_one(path, None)
    bodies = [(turn.body_start, turn.end) for turn in source.turns]
    scores: dict[str, float] = {}
    for found in suggest_topics(source.text, (), "", bodies):
        scores[found.proposal] = found.score
    return sorted(scores, key=lambda phrase: -scores[phrase])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_most_of_the_first_ten_proposals_are_topics(language: str) -> None:
    told = [
        phrase in accepted
        for name, accepted in ACCEPTED.items()
        if f"{language}-" in Path(name).name or f"-{language}" in Path(name).name
        for phrase in proposals(ROOT / name)[:TOP]
    ]
    assert len(told) >= 15
    assert sum(told) >= 0.8 * len(told)


@pytest.mark.parametrize("name", ["briefing-en.txt", "briefing-zh.txt"])
def test_a_long_text_gets_ten_proposals_and_more(name: str) -> None:
    assert len(proposals(ROOT / "resources" / "samples" / name)) > TOP
