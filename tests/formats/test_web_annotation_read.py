"""Web Annotation read: the Recommendation's selectors and bodies, and texts found elsewhere."""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from annotator.formats.incoming import IncomingDocument, ReadOptions
from annotator.formats.registry import guess
from annotator.formats.web_annotation import WEB_ANNOTATION
from annotator.formats.web_annotation_read import read_web_annotation
from annotator.model.errors import UserError
from tests.formats.exchange import (
    documents,
    fixtures,
    read,
)
from tests.formats.fuzzing import fuzzed, published

GOLDEN = Path(__file__).parents[1] / "golden" / "web-annotation"


CONTEXT = "http://www.w3.org/ns/anno.jsonld"


PAGE = "https://example.org/anno/"


MARKED = {
    "text-position": ["River"],
    "text-quote": ["40 cm"],
    "position-and-quote-as-alternatives": ["mayor"],
    "position-that-moved-quote-that-stands": ["40 cm"],
    "data-position-in-bytes": ["rose"],
    "fragment-of-plain-text": ["Mill"],
    "range-of-quotes": ["The mayor said 40 cm"],
    "quote-refined-by-position": ["lot"],
    "two-parts-as-a-composite": ["Mill", "rose"],
    "first-choice": ["mayor"],
    "quote-in-a-part-of-a-page": ["a lot"],
}


REFUSED = {
    "quote-in-two-places": "more than once",
    "whole-resource": "whole resource",
    "whole-resource-with-type": "whole resource",
    "specific-resource-without-selector": "whole resource",
    "style": "of type CssSelector",
    "path": "of type XPathSelector",
    "drawing": "of type SvgSelector",
    "fragment-of-a-recording": "of type FragmentSelector",
    "range-of-paths": "of type XPathSelector",
    "two-whole-resources": "whole resource",
    "position-in-a-part-of-a-page": "of type FragmentSelector",
    "selector-that-lies-elsewhere": "lies elsewhere, at https://example.org/selectors/line2",
    "scope-without-selector": "whole resource",
    "style-without-selector": "whole resource",
    "several-resources-as-a-composite": "whole resource",
    "independent-resources": "whole resource",
    "list-of-resources": "whole resource",
}


def river() -> IncomingDocument:
    (told,) = documents(read(WEB_ANNOTATION, GOLDEN / "river.jsonld"))
    return told


def test_every_selector_of_the_recommendation_is_read_or_refused_with_its_reason() -> None:
    told = river()
    found = {
        a.key.removeprefix(PAGE): [told.text[s:e] for s, e in a.ranges] for a in told.annotations
    }
    assert found == MARKED
    problems = [str(problem) for problem in told.problems]
    assert len(problems) == len(REFUSED)
    for name, reason in REFUSED.items():
        assert any(f"/{name}: " in problem and reason in problem for problem in problems), name


def test_bodies_become_labels_notes_and_fields() -> None:
    first = river().annotations[0]
    assert (first.label, first.author, first.note) == ("text position", "Ann Li", "a note")
    assert dict(first.extra) == {"body": "https://example.org/evidence"}


def test_texts_of_the_project_are_found_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonld"
    path.write_bytes((GOLDEN / "river.jsonld").read_bytes())
    with pytest.raises(UserError, match=r"put it beside the file as river\.txt"):
        read(WEB_ANNOTATION, path)
    text = (GOLDEN / "river.txt").read_text("utf-8")
    (told,) = documents(read(WEB_ANNOTATION, path, ReadOptions(texts={"river.txt": text})))
    assert told.annotations == river().annotations


def one(target: object, text: str, **more: object) -> IncomingDocument:
    """Return what one annotation of a text says."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonld"
        row = {"@context": CONTEXT, "type": "Annotation", "target": target, **more}
        path.write_text(json.dumps(row), "utf-8")
        assert guess(path) is WEB_ANNOTATION
        options = ReadOptions(texts={"a": text})
        (told,) = documents(read(WEB_ANNOTATION, path, options))
    return told


def test_offsets_in_utf16_are_told_by_their_quotes() -> None:
    position = {"type": "TextPositionSelector", "start": 3, "end": 4}
    quote = {"type": "TextQuoteSelector", "exact": "b"}
    told = one({"selector": [position, quote]}, "𠮷ab")
    assert told.annotations[0].ranges == ((2, 3),)


def test_a_highlight_without_body_takes_its_motivation_as_label() -> None:
    position = {"type": "TextPositionSelector", "start": 0, "end": 1}
    assert one({"selector": position}, "ab").annotations[0].label == "highlighting"
    told = one({"selector": position}, "ab", motivation="questioning", bodyValue="why?")
    assert (told.annotations[0].label, told.annotations[0].note) == ("questioning", "why?")


def test_each_tag_becomes_an_annotation() -> None:
    tags = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in ("a", "b")]
    position = {"type": "TextPositionSelector", "start": 0, "end": 1}
    assert [a.label for a in one({"selector": position}, "ab", body=tags).annotations] == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{}", "holds no annotation of a passage of text: it holds no annotation"),
        ('{"type": "Annotation", "target": "x"}', "whole resource"),
        ('{"type": "Annotation"}', "it has no target"),
        ('{"type": "Annotation", "target": {"selector": 3}}', "not understood"),
        ('{"type": "Annotation"', "Line 1 of a.jsonld is not the JSON"),
    ],
)
def test_a_file_without_marked_text_is_refused(content: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonld").write_text(content, "utf-8")
    with pytest.raises(UserError, match=sentence):
        read(WEB_ANNOTATION, tmp_path / "a.jsonld")


def test_inceptions_sample_needs_its_text() -> None:
    folder = fixtures("inception", "inception-html-apache-annotator-editor")
    path = folder / "annotations.w3c.json"
    assert guess(path) is WEB_ANNOTATION
    with pytest.raises(UserError, match="nor in the project"):
        read(WEB_ANNOTATION, path)
    parts = {124: "Troy", 646: "death in battle", 963: "Ithaca"}
    text = "".join("." * 2000)
    for start, quote in parts.items():
        text = text[:start] + quote + text[start + len(quote) :]
    options = ReadOptions(texts={path.stem: text})
    (told,) = documents(read(WEB_ANNOTATION, path, options))
    assert [(a.label, told.text[s:e]) for a in told.annotations for s, e in a.ranges] == [
        ("A Tag", "Troy"),
        ("Another Tag", "Troy"),
        ("commenting", "death in battle"),
        ("commenting", "Ithaca"),
    ]
    assert [(r.kind, r.target[:6]) for r in told.relations] == [("isRelatedTo", "#447d4")]
    assert told.problems == ()


SAMPLES = [
    (GOLDEN / "river.jsonld").read_bytes(),
    *published("inception", "inception-html-apache-annotator-editor", "*.json"),
]


TEXTS = {"river.txt": (GOLDEN / "river.txt").read_bytes()}


test_damaged_files_are_refused_or_read = fuzzed(WEB_ANNOTATION, "a.jsonld", SAMPLES, TEXTS)


def test_annotations_as_hypothesis_gives_them_are_read(tmp_path: Path) -> None:
    def row(number: int, *selectors: Mapping[str, object], **more: object) -> dict[str, object]:
        target = {"source": "https://example.org/river", "selector": list(selectors)}
        told = {
            "id": f"a{number}",
            "user": "acct:ann@example.org",
            "uri": "https://example.org/river",
        }
        return told | {"tags": [], "text": "", "target": [target]} | more

    paths = {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 4}
    place = {"type": "TextPositionSelector", "start": 4, "end": 9}
    quote = {"type": "TextQuoteSelector", "exact": "mayor", "prefix": "The ", "suffix": " said"}
    whole: dict[str, object] = {"source": "https://example.org/river"}
    rows = [
        row(1, paths, place, quote, tags=["person", "role"], text="who?"),
        row(2, target=[whole], text="a note on the page"),
    ]
    path = tmp_path / "search.json"
    path.write_text(json.dumps({"total": 2, "rows": rows}), "utf-8")
    (tmp_path / "river.txt").write_text("The mayor said so.", "utf-8")
    assert guess(path) is WEB_ANNOTATION
    (told,) = documents(read(WEB_ANNOTATION, path))
    assert [(a.label, told.text[slice(*a.ranges[0])], a.author) for a in told.annotations] == [
        ("person", "mayor", "ann@example.org"),
        ("role", "mayor", "ann@example.org"),
    ]
    assert told.annotations[0].note == "who?"
    assert [str(problem) for problem in told.problems] == [
        "a2: it is about a whole resource, not a passage."
    ]


@pytest.mark.parametrize(
    ("titles", "name"), [(["The river"], "The river"), ([], ""), ([["x"]], ""), ("x", "")]
)
def test_a_page_of_hypothesis_is_found_by_its_title(
    titles: object, name: str, tmp_path: Path
) -> None:
    row = {
        "id": "a1",
        "user": "acct:ann@example.org",
        "uri": "https://example.org/?id=7",
        "document": {"title": titles},
        "target": [
            {
                "source": "https://example.org/?id=7",
                "selector": [{"type": "TextQuoteSelector", "exact": "mayor"}],
            }
        ],
    }
    path = tmp_path / "search.json"
    path.write_text(json.dumps({"rows": [row]}), "utf-8")
    options = ReadOptions(texts={"The river": "The mayor said so."})
    if not name:
        with pytest.raises(UserError, match="neither in search"):
            list(read_web_annotation(path, options))
        return
    (told,) = read_web_annotation(path, options)
    assert (told.name, told.annotations[0].ranges) == (name, ((4, 9),))
