"""Verdicts found on their scales, by slug or name."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.formats.averitec import AVERITEC
from annotator.formats.base import Format, Options
from annotator.formats.claim_review import CLAIM_REVIEW
from annotator.formats.claim_review_read import read_claim_reviews
from annotator.formats.fever import FEVER
from annotator.formats.incoming import IncomingDocument, ReadOptions
from annotator.formats.verdicts import (
    claims_of,
    find_verdict,
    leaning,
    scales,
    unwritten,
    write_rated,
)
from annotator.model.ids import AnnotationId
from annotator.model.records import Annotation, Claim, Span
from annotator.model.snapshot import Snapshot
from tests.formats.claim_projects import ALL_VERDICTS, claims_project
from tests.formats.projects import ANNA, BEN, EVERYTHING, LABELS, full_project

LEANINGS = ["true", "false", "mixed", "unknown"] * 2 + ["unknown"]


@pytest.mark.parametrize(
    ("verdict", "expected"),
    list(zip(ALL_VERDICTS, LEANINGS, strict=True)),
)
def test_a_verdict_leans_by_its_rank(verdict: tuple[str, str], expected: str) -> None:
    scale, label = verdict
    assert leaning(Claim(AnnotationId("a"), scale=scale, verdict=label)) == expected


def test_every_verdict_that_comes_with_the_program_is_found() -> None:
    for scale in scales():
        for verdict in scale.verdicts:
            for name in (verdict.slug, *verdict.names.values()):
                claim = Claim(AnnotationId("a"), scale=scale.slug, verdict=name)
                assert find_verdict(claim) is verdict


def test_claims_know_speaker_date_and_words() -> None:
    (found, *_) = claims_of(claims_project([("", "true")]), EVERYTHING)
    assert found.speaker is not None
    assert (found.speaker.name, found.date, found.text) == (
        "Li Na",
        "2031-04-02",
        "Claim number 0 😀.",
    )


def test_what_is_no_claim_or_unrated_is_a_loss() -> None:
    reasons = [str(loss.reason) for loss in unwritten(full_project(), EVERYTHING)]
    assert reasons == ["The format holds claims only."] * 4
    reasons = [str(loss.reason) for loss in unwritten(claims_project(ALL_VERDICTS), EVERYTHING)]
    assert reasons == ["The claim has no verdict yet: it is left out."]


def test_claims_with_a_verdict_are_items_of_a_list() -> None:
    project = claims_project([("", "true"), ("", ""), ("", "false")])
    out = io.StringIO()
    claims = claims_of(project, EVERYTHING)
    assert write_rated(out, claims, lambda found: {"verdict": found.claim.verdict}) == 2
    assert json.loads(f"[{out.getvalue()}]") == [{"verdict": "true"}, {"verdict": "false"}]


@pytest.mark.parametrize("known", [CLAIM_REVIEW, AVERITEC, FEVER], ids=lambda known: known.name)
def test_a_claim_without_words_is_a_loss_and_left_out(known: Format, tmp_path: Path) -> None:
    project = claims_project([("", "true"), ("", "true")])
    (s,) = project.snapshots
    first, second = s.all(Annotation)
    start = s.text.index("\n")
    blank = replace(first, spans=(Span(start, start + 1, "\n"),))
    kept = [record for record in s.records() if record.id != first.id]
    records = [*LABELS, ANNA, BEN, *kept, blank, *(d for d in [s.detail_of(first.id)] if d)]
    project.snapshots = [Snapshot(s.document, s.text, records)]
    path = tmp_path / f"out{known.extensions[0]}"
    assert known.write(project, EVERYTHING, path, Options()) == 1
    losses = {str(x.reason): x.annotation for x in known.losses(project, EVERYTHING, Options())}
    assert [own for reason, own in losses.items() if "no words" in reason] == [first.id]
    if known is CLAIM_REVIEW:
        options = ReadOptions(texts={"Talk": s.text})
        (told,) = read_claim_reviews(path, options)
        assert isinstance(told, IncomingDocument)
        assert [a.ranges for a in told.annotations] == [((second.start, second.end),)]
