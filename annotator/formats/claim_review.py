"""schema.org ClaimReview as JSON-LD: a review for each claim that has a verdict.

``claimReviewed``, ``reviewRating`` and ``url`` are there in every review, as search engines and
Fact Check Explorer ask; the address is a ``urn:uuid:`` until the review stands on a page. Fields
that schema.org has no property for stand under ``annotator:fields`` and ``annotator:passage``.
"""

from collections.abc import Iterator
from pathlib import Path

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.claim_review_read import FIELDS, PASSAGE, URN, read_claim_reviews
from annotator.formats.columns import own_columns
from annotator.formats.json_text import encode_json
from annotator.formats.offsets import OffsetUnit
from annotator.formats.verdicts import (
    FoundClaim,
    claims_of,
    find_verdict,
    passage_of,
    rank_of,
    unwritten,
    write_rated,
)
from annotator.model.message import Message
from annotator.model.records import Evidence

CONTEXT = ["https://schema.org", {"annotator": "urn:annotator:"}]
_WORST, _BEST = 1, 5
Node = dict[str, object]


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    selection.check(source)
    with atomic_text(path) as out:
        out.write('{"@context": ' + encode_json(CONTEXT) + ', "@graph": [')
        count = write_rated(out, claims_of(source, selection), _review)
        out.write("\n]}\n")
    return count


def _review(found: FoundClaim) -> Node:
    fields = own_columns(found.s, found.annotation)
    return _filled(
        {
            "@type": "ClaimReview",
            "@id": URN + found.annotation.id,
            "url": URN + found.annotation.id,
            "claimReviewed": found.text,
            "author": _person(found.s.author_name(found.annotation.author)),
            "inLanguage": found.s.document.language,
            "reviewBody": found.claim.rationale,
            "reviewRating": _rating(found),
            "itemReviewed": _claim(found),
            "citation": [_citation(evidence) for evidence in found.evidence],
            FIELDS: fields,
            PASSAGE: passage_of(found),
        }
    )


def _rating(found: FoundClaim) -> Node:
    verdict = find_verdict(found.claim)
    name = verdict.names.get("en", found.claim.verdict) if verdict else found.claim.verdict
    rating: Node = {"@type": "Rating", "alternateName": name}
    rank = rank_of(verdict)
    if rank is not None:
        value = _WORST + rank * (_BEST - _WORST)
        whole = value == value.to_integral_value()
        rating |= {"ratingValue": int(value) if whole else float(round(value, 2))}
        rating |= {"bestRating": _BEST, "worstRating": _WORST}
    return rating


def _claim(found: FoundClaim) -> Node:
    speaker, document = found.speaker, found.s.document
    person = _person(speaker.name if speaker else "")
    if person and speaker:
        person |= _filled(
            {"jobTitle": speaker.title, "affiliation": _organisation(speaker.affiliation)}
        )
    appearance = {
        "@type": "Quotation",
        "text": found.annotation.quote,
        "isPartOf": _filled(
            {"@type": "CreativeWork", "name": document.title, "datePublished": document.date}
        ),
    }
    return _filled(
        {
            "@type": "Claim",
            "author": person,
            "datePublished": found.date,
            "appearance": appearance,
        }
    )


def _citation(evidence: Evidence) -> Node:
    return _filled(
        {
            "@type": "CreativeWork",
            "url": evidence.url,
            "archivedAt": evidence.archived_url,
            "publisher": _organisation(evidence.publisher),
            "datePublished": evidence.published,
            "text": evidence.quote,
        }
    )


def _person(name: str) -> Node:
    return {"@type": "Person", "name": name} if name else {}


def _organisation(name: str) -> Node:
    return {"@type": "Organization", "name": name} if name else {}


def _filled(node: Node) -> Node:
    """Return a node without properties that have no value."""
    return {name: value for name, value in node.items() if value not in ("", None, {}, [])}


def _losses(source: ProjectSource, selection: Selection, _options: Options) -> Iterator[Loss]:
    return unwritten(source, selection)


def _is_claim_review(_path: Path, head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    is_found = b'"claimReview"' in start and b'"textualRating"' in start
    return start.startswith((b"{", b"[")) and (is_found or b'ClaimReview"' in start)


CLAIM_REVIEW = Format(
    name="claimreview",
    title=Message("ClaimReview JSON-LD"),
    extensions=(".jsonld", ".json"),
    guess=_is_claim_review,
    writer=_write,
    reader=read_claim_reviews,
    losses=_losses,
    keeps="claims",
    loses=Message(
        "Everything but claims with a verdict and their speakers, authors, notes, fields and "
        "evidence."
    ),
    offset_units=(OffsetUnit.CODE_POINTS,),
)
