"""AVeriTeC's JSON: the published fields, the four labels, what is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from datasets import ClassLabel, Json, List, Value  # type: ignore[import-untyped]

from annotator.formats.averitec import AVERITEC, day_first
from annotator.formats.base import Options
from annotator.formats.registry import guess
from tests.formats.claim_projects import ALL_VERDICTS, claims_project
from tests.formats.outside import GOLDEN, loaded_rows
from tests.formats.projects import EVERYTHING, MemoryProject, full_project

PUBLISHED = {
    *("claim", "required_reannotation", "label", "justification", "claim_date", "speaker"),
    *("original_claim_url", "fact_checking_article", "reporting_source", "location_ISO_code"),
    *("claim_types", "fact_checking_strategies", "questions", "cached_original_claim_url"),
}
LABELS = [
    "Supported",
    "Refuted",
    "Conflicting Evidence/Cherrypicking",
    "Not Enough Evidence",
]


def published_types() -> dict[str, Any]:
    """Return what each published field holds, in the words of ``datasets``."""
    words = Value("string")
    fields: dict[str, Any] = dict.fromkeys(PUBLISHED, words)
    answers = ("answer", "answer_type", "source_url", "source_medium", "cached_source_url")
    own = ("publisher", "stance")
    answer = dict.fromkeys((*answers, *own), words)
    return fields | {
        "required_reannotation": Value("bool"),
        "label": ClassLabel(names=LABELS),
        "claim_types": List(words),
        "fact_checking_strategies": List(words),
        "questions": List({"question": words, "answers": List(answer)}),
    }


def test_claims_have_the_published_fields_and_labels(tmp_path: Path) -> None:
    path = tmp_path / "claims.json"
    project = claims_project(ALL_VERDICTS)
    assert AVERITEC.write(project, EVERYTHING, path, Options()) == 8
    claims = json.loads(path.read_bytes())
    assert all(claim.keys() - {"passage"} == PUBLISHED for claim in claims)
    assert [LABELS.index(claim["label"]) for claim in claims] == [0, 1, 2, 3, 0, 1, 2, 3]
    first = claims[0]
    assert (first["speaker"], first["claim_date"]) == ("Li Na", "2-4-2031")
    (question,) = first["questions"]
    (answer,) = question["answers"]
    assert {
        "answer",
        "answer_type",
        "source_url",
        "source_medium",
        "cached_source_url",
    } <= answer.keys()
    assert (answer["answer"], answer["answer_type"]) == ("so it is", "Extractive")
    text = project.snapshots[0].text
    for claim in claims:
        ((start, end),) = claim["passage"]["spans"]
        assert text[start:end] == claim["passage"]["quote"] == claim["claim"]
    assert guess(path) is AVERITEC


@pytest.mark.outside("averitec", "datasets")
@pytest.mark.filterwarnings("ignore")
def test_datasets_loads_the_published_fields_with_the_published_types(tmp_path: Path) -> None:
    path, project = tmp_path / "claims.json", claims_project(ALL_VERDICTS)
    AVERITEC.write(project, EVERYTHING, path, Options())
    rows = loaded_rows(path, published_types() | {"passage": Json()})
    text = project.snapshots[0].text
    assert [row["claim"] for row in rows] == text.splitlines()[:8]
    assert [row["label"] for row in rows] == [0, 1, 2, 3, 0, 1, 2, 3]
    answers = [a["answer"] for row in rows for q in row["questions"] for a in q["answers"]]
    assert answers == ["so it is"] * 8


def test_verdicts_that_change_are_losses() -> None:
    losses = list(AVERITEC.losses(claims_project(ALL_VERDICTS), EVERYTHING, Options()))
    assert [str(loss.reason) for loss in losses] == [
        "The claim has no verdict yet: it is left out.",
        "The verdict “mostly_true” becomes “Supported”.",
        "The verdict “fabricated” becomes “Refuted”.",
        "The verdict “Half true” becomes “Conflicting Evidence/Cherrypicking”.",
        "The verdict “murky” becomes “Not Enough Evidence”.",
    ]
    assert all(loss.annotation for loss in losses)


def test_the_same_project_gives_the_golden_bytes(tmp_path: Path) -> None:
    path = tmp_path / "claims.json"
    AVERITEC.write(full_project(), EVERYTHING, path, Options())
    assert path.read_bytes() == (GOLDEN / "averitec" / "claims.json").read_bytes()


def test_an_empty_project_gives_an_empty_list(tmp_path: Path) -> None:
    path = tmp_path / "claims.json"
    assert AVERITEC.write(MemoryProject([], [], []), EVERYTHING, path, Options()) == 0
    assert json.loads(path.read_bytes()) == []


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2020-10-31", "31-10-2020"), ("2020-01-05T10:00", "5-1-2020"), ("2020-12", None), ("", None)],
)
def test_days_come_first(date: str, expected: str | None) -> None:
    assert day_first(date) == expected
