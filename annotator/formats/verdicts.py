"""Claims with their verdicts, ranked on the scales that come with the program."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TextIO

from annotator.formats.base import Loss, ProjectSource, Selection
from annotator.formats.json_text import encode_json
from annotator.model.codebook import Verdict, VerdictScale
from annotator.model.codebook_file import read_verdict_scales
from annotator.model.message import Message
from annotator.model.records import Annotation, Claim, Evidence, Speaker
from annotator.model.snapshot import Snapshot
from annotator.resources import resource_path

UNRATED = Message("The claim has no verdict yet: it is left out.")
UNWORDED = Message("The claim has no words: it marks white space only and is left out.")
NO_CLAIM = Message("The format holds claims only.")
_LOW, _HIGH = Decimal("0.25"), Decimal("0.75")


@cache
def scales() -> Sequence[VerdictScale]:
    """Return the verdict scales, in the order of their file."""
    source = resource_path("codebooks", "verdict-scales.toml")
    return read_verdict_scales(source.read_text(encoding="utf-8"), source.name)


def find_verdict(claim: Claim) -> Verdict | None:
    """Return a claim's verdict on its scale, or on any if it names none; None if unknown."""
    wanted = claim.verdict.strip().casefold()
    for scale in sorted(scales(), key=lambda known: known.slug != claim.scale):
        for verdict in scale.verdicts:
            names = {verdict.slug, verdict.slug.replace("_", "-"), *verdict.names.values()}
            if wanted in {name.casefold() for name in names}:
                return verdict
    return None


def rank_of(verdict: Verdict | None) -> Decimal | None:
    """Return where a verdict stands between false (0) and true (1), None if outside."""
    return Decimal(verdict.rank) if verdict is not None and verdict.rank else None


def leaning(claim: Claim) -> str:
    """Return ``true``, ``mixed``, ``false`` or ``unknown`` for a claim's verdict."""
    rank = rank_of(find_verdict(claim))
    if rank is None:
        return "unknown"
    return "true" if rank >= _HIGH else "false" if rank <= _LOW else "mixed"


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim with all that stands around it."""

    s: Snapshot
    annotation: Annotation
    claim: Claim
    evidence: Sequence[Evidence]

    @property
    def text(self) -> str:
        """The claim in its own words, else as it was said."""
        return self.claim.text or self.annotation.quote

    @property
    def is_told(self) -> bool:
        """Whether formats of rated claims hold it: it has words and a verdict."""
        return bool(self.claim.verdict and self.text.strip())

    @property
    def speaker(self) -> Speaker | None:
        """Who made the claim."""
        own = self.s.find(Speaker, self.claim.speaker)
        return own or self.s.speaker_at(self.annotation.start)

    @property
    def date(self) -> str:
        """When it was made."""
        return self.claim.date or self.s.document.date


def claims_of(source: ProjectSource, selection: Selection) -> Iterator[FoundClaim]:
    """Yield the claims that are meant, one document at a time."""
    for document in selection.documents_of(source):
        s = source.load(document.id)
        for annotation in selection.annotations(s):
            detail = s.detail_of(annotation.id)
            if isinstance(detail, Claim):
                yield FoundClaim(s, annotation, detail, s.evidence_of(annotation.id))


def write_rated(
    out: TextIO, claims: Iterable[FoundClaim], entry: Callable[[FoundClaim], object]
) -> int:
    """Write an entry for each claim with words and a verdict, as items of a JSON list.

    Returns how many.
    """
    count = 0
    for found in claims:
        if found.is_told:
            out.write(("\n" if count == 0 else ",\n") + encode_json(entry(found)))
            count += 1
    return count


def unwritten(source: ProjectSource, selection: Selection) -> Iterator[Loss]:
    """Yield a loss for each annotation that is no claim, or has no verdict or no words."""
    for document in selection.documents_of(source):
        s = source.load(document.id)
        for annotation in selection.annotations(s):
            detail = s.detail_of(annotation.id)
            if not isinstance(detail, Claim):
                yield Loss(NO_CLAIM, document.id, annotation.id)
            elif not detail.verdict:
                yield Loss(UNRATED, document.id, annotation.id)
            elif not (detail.text or annotation.quote).strip():
                yield Loss(UNWORDED, document.id, annotation.id)


def passage_of(found: FoundClaim) -> dict[str, object]:
    """Return where a claim stands, for formats that have no offsets: in code points."""
    annotation, s = found.annotation, found.s
    return {
        "id": annotation.id,
        "document": s.document.title,
        "document_sha256": s.document.sha256,
        "label": s.label_of(annotation).name(),
        "quote": annotation.quote,
        "spans": [[span.start, span.end] for span in annotation.spans],
        "offset_unit": "code_points",
        "author": s.author_name(annotation.author),
        "note": annotation.note,
    }
