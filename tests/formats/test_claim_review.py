"""ClaimReview: the properties that schema.org and its readers ask for."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
from rdflib import SDO

from annotator.formats.base import Options
from annotator.formats.claim_review import CLAIM_REVIEW
from annotator.formats.registry import guess
from tests.formats.claim_projects import ALL_VERDICTS, claims_project
from tests.formats.outside import GOLDEN
from tests.formats.programs import told_by
from tests.formats.projects import EVERYTHING, MemoryProject, full_project

PROPERTIES = {
    "ClaimReview": {
        *("url", "claimReviewed", "author", "inLanguage", "reviewBody", "reviewRating"),
        *("itemReviewed", "citation", "datePublished"),
    },
    "Rating": {"alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation"},
    "Claim": {"author", "datePublished", "appearance", "firstAppearance"},
    "Quotation": {"text", "isPartOf"},
    "CreativeWork": {"name", "url", "archivedAt", "publisher", "datePublished", "text"},
    "Person": {"name", "jobTitle", "affiliation"},
    "Organization": {"name"},
}
"""What schema.org defines for the types that are written."""


def written(project: MemoryProject, folder: Path) -> list[dict[str, Any]]:
    path = folder / "claims.jsonld"
    CLAIM_REVIEW.write(project, EVERYTHING, path, Options())
    assert guess(path) is CLAIM_REVIEW
    found = json.loads(path.read_bytes())
    assert found["@context"][0] == "https://schema.org"
    reviews: list[dict[str, Any]] = found["@graph"]
    return reviews


def nodes_in(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for item in value for node in nodes_in(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "@type" in value else []
    return own + [node for item in value.values() for node in nodes_in(item)]


def test_every_review_has_what_is_required(tmp_path: Path) -> None:
    reviews = written(claims_project(ALL_VERDICTS), tmp_path)
    assert len(reviews) == 8
    for review in reviews:
        assert review["claimReviewed"].startswith("Claim number")
        assert urlparse(review["url"]).scheme == "urn"
        assert review["reviewRating"]["alternateName"]
        assert review["itemReviewed"]["author"]["name"] == "Li Na"


def test_only_properties_of_schema_org_stand_outside_our_own(tmp_path: Path) -> None:
    nodes = nodes_in(written(full_project(), tmp_path))
    assert {node["@type"] for node in nodes} == set(PROPERTIES)
    for node in nodes:
        own = {name for name in node if not name.startswith(("@", "annotator:"))}
        assert own <= PROPERTIES[node["@type"]]


def test_the_vocabulary_of_another_library_has_every_type_and_property() -> None:
    names = {*PROPERTIES, *(name for known in PROPERTIES.values() for name in known)}
    assert [name for name in sorted(names) if name not in SDO] == []
    assert "claimsReviewed" not in SDO


@pytest.mark.outside("claimreview", "rdflib")
def test_a_reader_of_linked_data_finds_claims_and_ratings(tmp_path: Path) -> None:
    reviews = written(claims_project(ALL_VERDICTS), tmp_path)
    _marked, found = told_by("rdf_program.py", tmp_path / "claims.jsonld", folder=tmp_path)
    wanted = []
    for told in reviews:
        rating = told["reviewRating"]
        words = [told["claimReviewed"], rating["alternateName"], rating.get("ratingValue")]
        wanted.append([*words, told["itemReviewed"]["author"]["name"]])
    assert sorted(map(str, found)) == sorted(map(str, wanted))


def test_ratings_run_from_one_to_five(tmp_path: Path) -> None:
    ratings = [review["reviewRating"] for review in written(claims_project(ALL_VERDICTS), tmp_path)]
    values = [rating.get("ratingValue") for rating in ratings]
    assert values == [5, 1, 3, None, 4, 1, 3, None]
    assert ratings[0] == {
        "@type": "Rating",
        "alternateName": "Supported",
        "ratingValue": 5,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert ratings[-1]["alternateName"] == "murky"


def test_the_same_project_gives_the_golden_bytes(tmp_path: Path) -> None:
    written(full_project(), tmp_path)
    golden = (GOLDEN / "claimreview" / "claims.jsonld").read_bytes()
    assert (tmp_path / "claims.jsonld").read_bytes() == golden


def test_what_is_no_claim_is_a_loss() -> None:
    assert len(list(CLAIM_REVIEW.losses(full_project(), EVERYTHING, Options()))) == 4
