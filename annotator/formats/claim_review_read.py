"""ClaimReview JSON-LD read: single reviews, lists, graphs and data feeds.

A review that this program wrote finds its passage again in the project's texts. All others become
one document, or several if they are many, each claim a paragraph.
"""

from collections.abc import Iterator, Mapping
from itertools import count as count_from
from itertools import islice
from pathlib import Path
from typing import Any

from annotator.formats.columns import told_columns
from annotator.formats.detail_texts import Told
from annotator.formats.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingDocument,
    IncomingTurn,
    ReadOptions,
)
from annotator.formats.records_json import BadValueError, expect_list, expect_texts, expect_whole
from annotator.formats.shelf import Shelf, new_shelf
from annotator.formats.streams import json_parts
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, EvidenceId, SpeakerId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Claim, Evidence
from annotator.model.text import Range, normalise

FIELDS = "annotator:fields"
PASSAGE = "annotator:passage"
URN = "urn:uuid:"
LABEL = "Claim"
REQUIRED = ("claimReviewed", "reviewRating", "url")
AT_MOST = 1000
"""So many reviews without a text become one document; the rest goes on in further ones."""
_HOLDERS = ("@graph", "dataFeedElement", "itemListElement", "claims")
_LOOSE = "\x00"
"""The name on the shelf of reviews without a text; no title has such a character."""
_NO_CLAIM, _NO_EVIDENCE = AnnotationId(""), EvidenceId("")
Node = dict[str, Any]


def read_claim_reviews(path: Path, options: ReadOptions) -> Iterator[Incoming]:
    """Yield the documents whose claims were reviewed.

    Raises:
        UserError: it is no JSON, holds no review, or a review lacks the claim.
    """
    with new_shelf() as shelf:
        own, count = _sort(path, options.texts, shelf)
        if not count:
            raise UserError("{name}: reviews of type ClaimReview were expected.", name=path.name)
        for title in own:
            placed = (_placed(node, options.texts) for node in shelf.all(title))
            annotations = tuple(found[1] for found in placed if found)
            yield IncomingDocument(title, options.texts[title], annotations)
        loose = shelf.all(_LOOSE)
        for part in count_from(1):
            if not (some := list(islice(loose, AT_MOST))):
                return
            name = path.stem if part == 1 else f"{path.stem} ({part})"
            yield _listed(name, path.name, some)


def _sort(path: Path, texts: Mapping[str, str], shelf: Shelf) -> tuple[dict[str, None], int]:
    """Set reviews aside by the text that they belong to; return the texts and how many there are.

    Raises:
        UserError: a review is not as expected.
    """
    own: dict[str, None] = {}
    number = 0
    parts = json_parts(path, _HOLDERS)
    for number, node in enumerate((node for part in parts for node in _reviews(part)), 1):
        _check(node, number, path.name)
        try:
            placed = _placed(node, texts)
        except BadValueError as error:
            raise _odd(path.name, number, f"{error.where}: {error.expected}") from error
        if placed is None:
            shelf.put(_LOOSE, [number, node])
        else:
            own[placed[0]] = None
            shelf.put(placed[0], node)
    return own, number


def _reviews(value: object) -> Iterator[Node]:
    """Yield the reviews in a value, however deep, in their order."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item)
        elif isinstance(item, dict):
            types = item.get("@type")
            if any(map(_is_review, types if isinstance(types, list) else [types])):
                yield item
            elif isinstance(item.get("text"), str) and isinstance(item.get("claimReview"), list):
                yield from _found(item)
            else:
                waiting += reversed(list(item.values()))


def _found(claim: Node) -> Iterator[Node]:
    """Yield the reviews of a claim that Google's Fact Check Tools found, in the standard words."""
    author = {"name": claim.get("claimant", "")}
    reviewed = {"author": author, "datePublished": claim.get("claimDate")}
    for review in filter(lambda told: isinstance(told, dict), claim["claimReview"]):
        yield {
            "claimReviewed": claim["text"],
            "itemReviewed": reviewed,
            "author": review.get("publisher"),
            "url": review.get("url"),
            "datePublished": review.get("reviewDate"),
            "reviewRating": {"alternateName": review.get("textualRating")},
            "inLanguage": review.get("languageCode"),
        }


def _is_review(name: object) -> bool:
    """Say whether a type is ClaimReview, with or without the vocabulary's address."""
    return isinstance(name, str) and name.replace(":", "/").rpartition("/")[2] == "ClaimReview"


def _check(node: Node, number: int, name: str) -> None:
    if not _text(node.get("claimReviewed")).strip():
        raise UserError(
            "{name}: review {number} lacks claimReviewed, which every ClaimReview needs.",
            name=name,
            number=number,
        )


def _odd(name: str, number: int, what: str) -> UserError:
    return UserError(
        "{name}: review {number} is not as expected ({what}).",
        name=name,
        number=number,
        what=what[:150],
    )


def _placed(node: Node, texts: Mapping[str, str]) -> tuple[str, IncomingAnnotation] | None:
    """Return the text's title and the claim in it, if the project has the text."""
    passage = node.get(PASSAGE)
    if not isinstance(passage, dict):
        return None
    title = _text(passage.get("document"))
    text = texts.get(title, "")
    ranges = tuple(_spans(passage.get("spans") or []))
    inside = ranges and all(0 <= start < end <= len(text) for start, end in ranges)
    if not inside or " … ".join(text[a:b] for a, b in ranges) != passage.get("quote"):
        return None
    return title, _annotation(node, ranges, _text(passage.get("label")) or LABEL)


def _spans(value: object) -> Iterator[Range]:
    last = 0
    for at, pair in enumerate(expect_list(value, "spans")):
        where = f"spans[{at}]"
        ends = [expect_whole(item, where) for item in expect_list(pair, where)]
        if len(ends) != 2 or not last <= ends[0] < ends[1]:  # noqa: PLR2004 - a pair
            raise BadValueError(where, Message("[start, end] behind the last one"), pair)
        last = ends[1]
        yield ends[0], ends[1]


def _listed(title: str, file: str, loose: list[tuple[int, Node]]) -> IncomingDocument:
    """Return a document with a paragraph for each claim."""
    lines: list[str] = []
    annotations: list[IncomingAnnotation] = []
    turns: list[IncomingTurn] = []
    problems: list[Message] = []
    at = 0
    for number, node in loose:
        line = " ".join(_text(node["claimReviewed"]).split())
        place = (at, at + len(line))
        try:
            annotations.append(_annotation(node, (place,), LABEL, f"{number}"))
        except BadValueError as error:
            raise _odd(file, number, f"{error.where}: {error.expected}") from error
        turns.append(IncomingTurn(at, *place, _claimant(node)))
        lines.append(line)
        at = place[1] + 1
        missing = [name for name in REQUIRED if not node.get(name)]
        if missing:
            values: dict[str, str | int] = {"number": number, "names": ", ".join(missing)}
            problems.append(Message("Review {number} lacks {names}.", values))
    return IncomingDocument(
        title,
        "\n".join(lines),
        tuple(annotations),
        turns=tuple(turns),
        problems=tuple(problems),
    )


def _annotation(
    node: Node, ranges: tuple[Range, ...], label: str, key: str = ""
) -> IncomingAnnotation:
    fields = node.get(FIELDS)
    if isinstance(fields, dict):
        details = told_columns(LabelKind.CLAIM, expect_texts(fields, FIELDS), FIELDS)
    else:
        details = Told(LabelKind.CLAIM, _claim(node), {}, tuple(_evidence(node)))
    passage = node.get(PASSAGE)
    note = _text(passage.get("note")) if isinstance(passage, dict) else ""
    return IncomingAnnotation(
        key or _text(node.get("@id")),
        label,
        ranges,
        LabelKind.CLAIM,
        _text(node.get("author")),
        note,
        details.extra,
        details.detail or _claim(node),
        details.evidence,
    )


def _claim(node: Node) -> Claim:
    rating = _node(node.get("reviewRating"))
    return Claim(
        _NO_CLAIM,
        _text(node.get("claimReviewed")),
        SpeakerId(_claimant(node)) if _claimant(node) else None,
        _text(_node(node.get("itemReviewed")).get("datePublished")),
        verdict=_text(rating.get("alternateName")) or _text(rating.get("ratingValue")),
        rationale=_text(node.get("reviewBody")) or _text(rating.get("ratingExplanation")),
    )


def _claimant(node: Node) -> str:
    return _text(_node(node.get("itemReviewed")).get("author"))


def _evidence(node: Node) -> Iterator[Evidence]:
    """Yield the page of the review, then what it cites."""
    url = _text(node.get("url"))
    if url and not url.startswith(URN):
        publisher, published = _text(node.get("author")), _text(node.get("datePublished"))
        yield Evidence(_NO_EVIDENCE, _NO_CLAIM, url, publisher=publisher, published=published)
    citations = node.get("citation")
    for item in citations if isinstance(citations, list) else [citations]:
        cited = _node(item)
        if cited:
            yield Evidence(
                _NO_EVIDENCE,
                _NO_CLAIM,
                _text(cited.get("url")),
                _text(cited.get("archivedAt")),
                _text(cited.get("publisher")),
                _text(cited.get("datePublished")),
                quote=_text(cited.get("text")),
            )
        elif isinstance(item, str):
            yield Evidence(_NO_EVIDENCE, _NO_CLAIM, item)


def _node(value: object) -> Node:
    """Return an object, the first one of a list, or an empty one."""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _text(value: object) -> str:
    """Return a value as text: of an object its name or address, of a list its first entry."""
    for _level in range(8):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            names = ("name", "@value", "url", "@id")
            value = next((value[name] for name in names if value.get(name)), "")
    return normalise(str(value)) if isinstance(value, str | int | float) else ""
