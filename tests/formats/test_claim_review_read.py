"""ClaimReview as read: feeds of fact-checkers, our own files, and damaged ones."""

import json
from pathlib import Path

import pytest

from annotator.formats.base import Options
from annotator.formats.claim_review import CLAIM_REVIEW
from annotator.formats.claim_review_read import AT_MOST, read_claim_reviews
from annotator.formats.incoming import IncomingDocument, ReadOptions
from annotator.formats.registry import guess
from annotator.model.errors import UserError
from annotator.model.records import Claim
from tests.formats.projects import EVERYTHING, TEXT, full_project

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "datePublished": "2016-06-22",
    "url": "https://example.org/news/science/worldisflat.html",
    "claimReviewed": "The world is flat\n😀",
    "author": {"@type": "Organization", "name": "Example checkers"},
    "itemReviewed": {
        "@type": "Claim",
        "author": [{"@type": "Person", "name": "Square World"}],
        "datePublished": "2016-06-20",
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "1",
        "bestRating": "5",
        "alternateName": "False",
    },
    "citation": [
        "https://example.org/a",
        {"@type": "CreativeWork", "url": "https://example.org/b", "text": "round"},
    ],
}


def read(value: object, folder: Path, **texts: str) -> list[IncomingDocument]:
    path = folder / "feed.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    found = list(read_claim_reviews(path, ReadOptions(texts=texts)))
    return [told for told in found if isinstance(told, IncomingDocument)]


@pytest.mark.parametrize(
    "wrapped",
    [
        REVIEW,
        [REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        {**REVIEW, "@type": ["Review", "ClaimReview"]},
        {**REVIEW, "@type": "http://schema.org/ClaimReview"},
        {**REVIEW, "@type": "schema:ClaimReview"},
    ],
)
def test_reviews_are_found_in_every_wrapping(wrapped: object, tmp_path: Path) -> None:
    (document,) = read(wrapped, tmp_path)
    assert (document.name, document.text) == ("feed", "The world is flat 😀")
    (claim,) = document.annotations
    assert claim.ranges == ((0, 19),)
    assert isinstance(claim.detail, Claim)
    assert (claim.detail.verdict, claim.detail.speaker) == ("False", "Square World")
    assert claim.detail.date == "2016-06-20"
    assert [(e.url, e.quote, e.published) for e in claim.evidence] == [
        ("https://example.org/news/science/worldisflat.html", "", "2016-06-22"),
        ("https://example.org/a", "", ""),
        ("https://example.org/b", "round", ""),
    ]
    assert [turn.speaker for turn in document.turns or ()] == ["Square World"]
    assert not document.problems


@pytest.mark.parametrize("url", ["", "urn:uuid:4f1d"])
def test_a_review_without_a_page_is_no_evidence(url: str, tmp_path: Path) -> None:
    (document,) = read({**REVIEW, "url": url, "citation": []}, tmp_path)
    assert document.annotations[0].evidence == ()


def test_several_claims_are_paragraphs(tmp_path: Path) -> None:
    second = {"@type": "ClaimReview", "claimReviewed": "Second", "reviewRating": {"ratingValue": 3}}
    (document,) = read([REVIEW, second], tmp_path)
    assert [document.text[s:e] for a in document.annotations for s, e in a.ranges] == [
        "The world is flat 😀",
        "Second",
    ]
    assert document.annotations[1].detail == Claim("", "Second", verdict="3")  # type: ignore[arg-type]
    assert [str(problem) for problem in document.problems] == ["Review 2 lacks url."]


def test_our_own_reviews_find_their_passages_again(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonld"
    CLAIM_REVIEW.write(full_project(), EVERYTHING, path, Options())
    value = json.loads(path.read_bytes())
    (document,) = read(value, tmp_path, 发布会=TEXT)
    assert document.text == TEXT
    first = document.annotations[0]
    assert [TEXT[s:e] for s, e in first.ranges] == ["共有2.3万人", "𠮷林占三成"]
    assert isinstance(first.detail, Claim)
    assert (first.detail.verdict, first.detail.priority, first.label) == (
        "half-true",
        3,
        "Statement",
    )
    assert [evidence.accessed for evidence in first.evidence] == ["2021-01-02", ""]
    (listed,) = read(value, tmp_path, 发布会="another text")
    assert listed.text == "23,000 took part\n23,000 took part"


@pytest.mark.parametrize(
    ("spans", "quote", "name"),
    [
        ([[0, 3]], "One", "talk"),
        ([[4, 8]], "rose", "talk"),
        ([[0, 3], [3, 4]], "One …  ", "talk"),
        ([[4, 9]], "rose", "feed"),
        ([[0, 3]], "rose", "feed"),
        ([], "", "feed"),
    ],
)
def test_a_passage_within_its_text_goes_there(
    spans: list[list[int]], quote: str, name: str, tmp_path: Path
) -> None:
    passage = {"document": "talk", "spans": spans, "quote": quote}
    (document,) = read({**REVIEW, "annotator:passage": passage}, tmp_path, talk="One rose")
    assert document.name == name


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ([], "reviews of type ClaimReview were expected"),
        ({"@type": "ClaimReview"}, "review 1 lacks claimReviewed"),
        ([REVIEW, {**REVIEW, "claimReviewed": {"a": 1}}], "review 2 lacks claimReviewed"),
        ({**REVIEW, "annotator:fields": {"priority": "x"}}, "review 1 is not as expected"),
        ({**REVIEW, "annotator:passage": {"spans": [[5, 1]]}}, "review 1 is not as expected"),
    ],
)
def test_other_content_is_refused(value: object, message: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read(value, tmp_path)
    assert message in str(caught.value)
    assert "feed.json" in str(caught.value)


@pytest.mark.parametrize("value", [7, ["x"], {"name": {"name": {}}}, None, [[[[]]]], True])
@pytest.mark.parametrize(
    "name", ["author", "itemReviewed", "reviewRating", "citation", "url", "annotator:passage"]
)
def test_values_of_any_shape_do_no_harm(name: str, value: object, tmp_path: Path) -> None:
    assert len(read({**REVIEW, name: value}, tmp_path)[0].annotations) == 1


def test_many_reviews_without_a_text_become_several_documents(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    reviews = [{"@type": "ClaimReview", "claimReviewed": f"Claim {n}."} for n in range(AT_MOST + 2)]
    path.write_text(json.dumps({"@graph": reviews}), "utf-8")
    first, second = read_claim_reviews(path, ReadOptions())
    assert isinstance(first, IncomingDocument)
    assert isinstance(second, IncomingDocument)
    assert [told.name for told in (first, second)] == ["feed", "feed (2)"]
    assert len(first.annotations) == AT_MOST
    assert second.text == f"Claim {AT_MOST}.\nClaim {AT_MOST + 1}."


def test_claims_found_by_googles_fact_check_tools_are_read(tmp_path: Path) -> None:
    review = {
        "publisher": {"name": "Checkers", "site": "example.org"},
        "url": "https://example.org/1",
        "reviewDate": "2023-01-02T00:00:00Z",
        "textualRating": "False",
        "languageCode": "en",
    }
    claim = {
        "text": "Cats fly",
        "claimant": "Bob",
        "claimDate": "2023-01-01",
        "claimReview": [review],
    }
    (told,) = read({"claims": [claim, {"text": "unchecked"}], "nextPageToken": "x"}, tmp_path)
    assert guess(tmp_path / "feed.json") is CLAIM_REVIEW
    (annotation,) = told.annotations
    detail = annotation.detail
    assert isinstance(detail, Claim)
    assert (detail.text, detail.speaker, detail.date, detail.verdict) == (
        "Cats fly",
        "Bob",
        "2023-01-01",
        "False",
    )
    assert (annotation.author, annotation.evidence[0].url) == ("Checkers", "https://example.org/1")
