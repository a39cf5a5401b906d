"""Reads JSON-LD as a graph with RDFLib: ``python rdf_program.py FILE``.

Prints as JSON what is marked, annotation by annotation: tags and, of each passage, start, end and
words; and of each reviewed claim the claim, the rating and who claimed it. Runs wherever RDFLib can
be imported; nothing of this project is. The contexts have the terms as W3C and schema.org define
them, as there is no network to fetch them from.
"""

import json
import sys
from pathlib import Path
from typing import Any

from rdflib import RDF, Graph, Literal, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("https://www.w3.org/ns/activitystreams#")
SCHEMA = Namespace("https://schema.org/")
TAG = "tagging"
NODES = {"body": "hasBody", "target": "hasTarget", "source": "hasSource", "selector": "hasSelector"}
CONTEXTS: dict[str, Any] = {
    "http://www.w3.org/ns/anno.jsonld": {
        "@vocab": str(OA),
        "id": "@id",
        "type": "@type",
        "value": str(RDF.value),
        "items": {"@id": str(AS.items), "@type": "@id", "@container": "@list"},
        "motivation": {"@id": str(OA.motivatedBy), "@type": "@vocab"},
        **{name: {"@id": str(OA[term]), "@type": "@id"} for name, term in NODES.items()},
    },
    "https://schema.org": {"@vocab": str(SCHEMA)},
}


def main(path: str) -> None:
    """Print what a file says."""
    told = json.loads(Path(path).read_text("utf-8"))
    named = told["@context"] if isinstance(told["@context"], list) else [told["@context"]]
    told["@context"] = [CONTEXTS[x] if isinstance(x, str) else x for x in named]
    graph = Graph().parse(data=json.dumps(told), format="json-ld")
    marked = [annotation(graph, node) for node in graph.subjects(RDF.type, OA.Annotation)]
    reviews = [review(graph, node) for node in graph.subjects(RDF.type, SCHEMA.ClaimReview)]
    sys.stdout.write(json.dumps([marked, reviews]) + "\n")


def annotation(graph: Graph, node: Node) -> list[object]:
    """Return why an annotation was made, its tags and its passages."""
    motive = str(graph.value(node, OA.motivatedBy)).removeprefix(str(OA))
    bodies = [x for x in graph.objects(node, OA.hasBody) if str(graph.value(x, OA.purpose)) == TAG]
    labels = [str(graph.value(body, RDF.value)) for body in bodies]
    target = graph.value(node, OA.hasTarget)
    items = graph.value(target, AS.items)
    parts = [target] if items is None else list(Collection(graph, items))
    return [motive, labels, [passage(graph, part) for part in parts]]


def passage(graph: Graph, part: Node | None) -> list[object]:
    """Return start, end and words of a target."""
    selectors = list(graph.objects(part, OA.hasSelector))
    found = {}
    for name in ("start", "end", "exact"):
        values = (graph.value(selector, OA[name]) for selector in selectors)
        found[name] = next((plain(value) for value in values if value is not None), None)
    return list(found.values())


def review(graph: Graph, node: Node) -> list[object]:
    """Return claim, rating and who claimed it."""
    rating, claim = graph.value(node, SCHEMA.reviewRating), graph.value(node, SCHEMA.itemReviewed)
    told = [
        graph.value(node, SCHEMA.claimReviewed),
        graph.value(rating, SCHEMA.alternateName),
        graph.value(rating, SCHEMA.ratingValue),
        graph.value(graph.value(claim, SCHEMA.author), SCHEMA.name),
    ]
    return [plain(value) for value in told]


def plain(value: Node | None) -> object:
    """Return a literal as Python's own value; None is told by None."""
    return value.toPython() if isinstance(value, Literal) else value


if __name__ == "__main__":
    main(sys.argv[1])
