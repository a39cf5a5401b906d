"""FEVER's layout: claims as JSON lines in splits, and the pages that their evidence points to.

Fields as published with the data set (Thorne et al. 2018). A page of ``wiki-pages`` is one piece
of evidence, its quote the page's only sentence, number 0. Where a claim stands in our text is
kept under ``passage``, which readers of the format pass over.
"""

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from annotator.formats.archive import names_in
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.bundle import write_bundle
from annotator.formats.json_text import encode_json
from annotator.formats.offsets import OffsetUnit
from annotator.formats.splits import SPLITS, Splits
from annotator.formats.spools import spools
from annotator.formats.verdicts import FoundClaim, claims_of, leaning, passage_of, unwritten
from annotator.model.message import Message
from annotator.model.records import Evidence

LABELS = {"true": "SUPPORTS", "false": "REFUTES", "unknown": "NOT ENOUGH INFO"}
PAGES = "wiki-pages/wiki-001.jsonl"
_MIXED = Message("The verdict lies between true and false, which the format does not know.")
_NO_EVIDENCE = Message("No evidence has a quote: the claim becomes “NOT ENOUGH INFO”.")


def _write(source: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
    selection.check(source)
    splits, numbers = Splits(source, options), count(1)
    written = 0
    with write_bundle(path) as add, spools(path.parent) as new:
        files = {name: new() for name in (*SPLITS, PAGES)}
        for found in claims_of(source, selection):
            if found.is_told and leaning(found.claim) in LABELS:
                cited = [e for e in found.evidence if e.quote]
                claim = _claim(found, cited, next(numbers), numbers)
                files[splits.of(found.s.document.id)].write(_line(claim))
                files[PAGES].write(b"".join(_line(_page(evidence)) for evidence in cited))
                written += 1
        for split in SPLITS:
            if files[split].size:
                add(f"{split}.jsonl", files[split].pieces())
        add(PAGES, files[PAGES].pieces())
    return written


def _line(value: Mapping[str, object]) -> bytes:
    return f"{encode_json(value)}\n".encode()


def _claim(
    found: FoundClaim, cited: list[Evidence], number: int, numbers: Iterator[int]
) -> dict[str, object]:
    label = _label(found, cited)
    is_known = label != LABELS["unknown"]
    if is_known:
        evidence = [[[number, next(numbers), e.id, 0]] for e in cited]
    else:
        evidence = [[[number, None, None, None]]]
    return {
        "id": number,
        "verifiable": "VERIFIABLE" if is_known else "NOT VERIFIABLE",
        "label": label,
        "claim": found.text,
        "evidence": evidence,
        "passage": passage_of(found) | {"verdict": found.claim.verdict},
    }


def _label(found: FoundClaim, cited: list[Evidence]) -> str:
    return LABELS[leaning(found.claim)] if cited else LABELS["unknown"]


def _page(evidence: Evidence) -> dict[str, str]:
    text = " ".join(evidence.quote.split())
    return {"id": evidence.id, "text": text, "lines": f"0\t{text}", "url": evidence.url}


def _losses(source: ProjectSource, selection: Selection, _options: Options) -> Iterator[Loss]:
    yield from unwritten(source, selection)
    for found in claims_of(source, selection):
        if not found.is_told:
            continue
        place = found.s.document.id, found.annotation.id
        if leaning(found.claim) not in LABELS:
            yield Loss(_MIXED, *place)
        elif leaning(found.claim) != "unknown" and not any(e.quote for e in found.evidence):
            yield Loss(_NO_EVIDENCE, *place)


def _is_fever(path: Path, head: bytes) -> bool:
    return PAGES in names_in(path, head)


FEVER = Format(
    name="fever",
    title=Message("FEVER JSON lines"),
    extensions=(".zip",),
    guess=_is_fever,
    writer=_write,
    losses=_losses,
    loses=Message(
        "Everything but claims with a verdict and their authors, notes, and the addresses and "
        "quotes of evidence; verdicts between true and false."
    ),
    is_bundle=True,
    offset_units=(OffsetUnit.CODE_POINTS,),
)
