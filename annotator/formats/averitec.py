"""AVeriTeC's JSON: a list of claims, each with a verdict and the questions that led to it.

Fields as published with the data set (Schlichtkrull et al. 2023). Our evidence has no questions:
the claim itself is asked, and each piece of evidence is an answer. Where a claim stands is kept
under ``passage``, which readers of the format pass over.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.offsets import OffsetUnit
from annotator.formats.verdicts import (
    FoundClaim,
    claims_of,
    find_verdict,
    leaning,
    passage_of,
    unwritten,
    write_rated,
)
from annotator.model.message import Message
from annotator.model.records import Claim, Evidence

LABELS = {
    "true": "Supported",
    "false": "Refuted",
    "mixed": "Conflicting Evidence/Cherrypicking",
    "unknown": "Not Enough Evidence",
}
TYPES = {
    "position": "Position Statement",
    "quote": "Quote Verification",
    "quantity": "Numerical Claim",
    "comparison": "Numerical Claim",
    "event": "Event/Property Claim",
    "causal": "Causal Claim",
}
_EXACT = {"supported", "refuted", "conflicting", "not_enough_evidence"}
_DAY = re.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})")


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    selection.check(source)
    with atomic_text(path) as out:
        out.write("[")
        count = write_rated(out, claims_of(source, selection), _entry)
        out.write("\n]\n")
    return count


def _entry(found: FoundClaim) -> dict[str, object]:
    claim, speaker = found.claim, found.speaker
    types = dict.fromkeys(TYPES.get(kind, "Event/Property Claim") for kind in claim.types)
    return {
        "claim": found.text,
        "required_reannotation": False,
        "label": LABELS[leaning(claim)],
        "justification": claim.rationale,
        "claim_date": day_first(found.date),
        "speaker": speaker.name if speaker and speaker.name else None,
        "original_claim_url": None,
        "cached_original_claim_url": None,
        "fact_checking_article": None,
        "reporting_source": found.s.document.title,
        "location_ISO_code": None,
        "claim_types": list(types),
        "fact_checking_strategies": ["Written Evidence"] if found.evidence else [],
        "questions": [{"question": found.text, "answers": [_answer(e) for e in found.evidence]}]
        if found.evidence
        else [],
        "passage": passage_of(found) | {"scale": claim.scale, "verdict": claim.verdict},
    }


def _answer(evidence: Evidence) -> dict[str, object]:
    return {
        "answer": evidence.quote or "No answer could be found.",
        "answer_type": "Extractive" if evidence.quote else "Unanswerable",
        "source_url": evidence.url,
        "cached_source_url": evidence.archived_url,
        "source_medium": "Web text",
        "stance": evidence.stance.value,
        "publisher": evidence.publisher,
    }


def day_first(date: str) -> str | None:
    """Return an ISO day as the format writes it (31-10-2020); None if it is no full day."""
    found = _DAY.fullmatch(date[:10])
    return f"{int(found[3])}-{int(found[2])}-{found[1]}" if found else None


def _losses(source: ProjectSource, selection: Selection, _options: Options) -> Iterator[Loss]:
    yield from unwritten(source, selection)
    for found in claims_of(source, selection):
        if found.is_told and not _is_exact(found.claim):
            values = {"verdict": found.claim.verdict, "label": LABELS[leaning(found.claim)]}
            reason = Message("The verdict “{verdict}” becomes “{label}”.", values)
            yield Loss(reason, found.s.document.id, found.annotation.id)


def _is_exact(claim: Claim) -> bool:
    verdict = find_verdict(claim)
    return verdict is not None and verdict.slug in _EXACT


def _is_averitec(_path: Path, head: bytes) -> bool:
    start = head.lstrip()
    return start.startswith(b"[") and b'"required_reannotation"' in start


AVERITEC = Format(
    name="averitec",
    title=Message("AVeriTeC JSON"),
    extensions=(".json",),
    guess=_is_averitec,
    writer=_write,
    losses=_losses,
    loses=Message(
        "Everything but claims with a verdict and their speakers, types, rationales, authors, "
        "notes and evidence without its days and files. Of verdicts, the format knows four."
    ),
    offset_units=(OffsetUnit.CODE_POINTS,),
)
