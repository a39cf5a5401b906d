"""What is marked in a CAS, of our types and of any other program's."""

import io
from typing import Any

import cassis  # type: ignore[import-untyped]
import pytest

from annotator.formats.cas_make import CasMaker
from annotator.formats.cas_types import MARK, type_system, types_in_json
from annotator.formats.cas_views import documents_of
from annotator.formats.cas_write import json_of
from annotator.formats.incoming import IncomingDocument
from annotator.model.errors import UserError
from annotator.model.records import Annotation, Turn
from tests.formats.exchange import valid_project

[SNAPSHOT, *_others] = valid_project().snapshots


def foreign() -> Any:  # noqa: ANN401 - cassis.Cas
    """Return a CAS with a text and some types of another program."""
    types = cassis.TypeSystem()
    river = types.create_type(name="x.River")
    types.create_feature(river, "value", "uima.cas.String")
    link = types.create_type(name="x.Link")
    types.create_feature(link, "Governor", river)
    types.create_feature(link, "Dependent", river)
    types.create_type(name="x.Token")
    cas = cassis.Cas(types)
    cas.sofa_string = "𠮷 Mill\r\nrose"
    return cas


def added(cas: Any, name: str, start: int, end: int, **features: object) -> Any:  # noqa: ANN401
    made = cas.typesystem.get_type(name)(begin=start, end=end, **features)
    cas.add(made)
    return made


def told(cas: Any) -> IncomingDocument:  # noqa: ANN401
    [document] = documents_of(cas, "a", {})
    return document


def test_our_own_document_comes_back() -> None:
    structures = CasMaker(SNAPSHOT, SNAPSHOT.all(Annotation)).structures()
    content = b"".join(json_of(types_in_json(type_system()), SNAPSHOT.text, structures))
    document = told(cassis.load_cas_from_json(io.BytesIO(content)))
    assert (document.name, document.text) == ("发布会", SNAPSHOT.text)
    assert (document.language, document.date, document.attributes["place"]) == (
        "zh",
        "2031-04-02",
        "云溪",
    )
    assert [(a.key, a.ranges) for a in document.annotations] == [
        (a.id, tuple((s.start, s.end) for s in a.spans))
        for a in sorted(SNAPSHOT.all(Annotation), key=lambda a: a.spans[0].start)
    ]
    assert [r.kind for r in document.relations] == ["supports"]
    assert document.turns is not None
    assert [(turn.speaker, turn.role) for turn in document.turns] == [
        ("", "lead"),
        ("发言人", "speaker"),
        ("记者", "reporter"),
    ]
    assert [(turn.start, turn.body_start, turn.end) for turn in document.turns] == [
        (turn.start, turn.body_start, turn.end) for turn in SNAPSHOT.all(Turn)
    ]
    assert document.problems == ()


def test_marks_of_others_lie_in_the_text_as_it_is_stored() -> None:
    cas = foreign()
    added(cas, "x.River", 2, 6, value="Big one")
    added(cas, "x.River", 8, 12)
    document = told(cas)
    assert document.text == "𠮷 Mill\nrose"
    assert [(a.label, document.text[s:e]) for a in document.annotations for s, e in a.ranges] == [
        ("Big one", "Mill"),
        ("River", "rose"),
    ]
    assert document.annotations[0].extra["type"] == "River"
    assert document.turns is None


def test_links_go_from_governor_to_dependent_and_need_two_marks() -> None:
    cas = foreign()
    first, second = added(cas, "x.River", 2, 6), added(cas, "x.River", 8, 12)
    added(cas, "x.Link", 2, 6, Governor=first, Dependent=second)
    added(cas, "x.Link", 2, 6, Governor=first, Dependent=first)
    document = told(cas)
    keys = [a.key for a in document.annotations]
    assert [(r.kind, r.source, r.target) for r in document.relations] == [("Link", *keys)]
    assert [str(p) for p in document.problems] == [
        "Tokens, sentences and links between them are left out: 1."
    ]


@pytest.mark.parametrize(
    ("start", "end", "problem"),
    [
        (2, 2, "1 mark covers no character and is left out."),
        (2, 99, "1 mark lies outside the text and is left out."),
        (6, 2, "1 mark lies outside the text and is left out."),
    ],
)
def test_marks_without_text_are_told(start: int, end: int, problem: str) -> None:
    cas = foreign()
    added(cas, "x.River", start, end)
    added(cas, "x.Token", 0, 1)
    document = told(cas)
    assert document.annotations == ()
    assert problem in [str(found) for found in document.problems]
    assert "Tokens, sentences and links between them are left out: 1." in str(document.problems[0])


def test_each_text_is_a_document_and_none_is_refused() -> None:
    cas = foreign()
    cas.create_view("other").sofa_string = "Second."
    assert [(d.name, d.text) for d in documents_of(cas, "a", {})][1] == ("a other", "Second.")
    with pytest.raises(UserError, match="a holds no text"):
        list(documents_of(cassis.Cas(), "a", {}))


def test_a_field_that_is_not_as_we_write_it_is_refused() -> None:
    cas = cassis.Cas(type_system())
    cas.sofa_string = "abc"
    added(cas, MARK, 0, 1, kind="figure", evidence="no list", id="m1")
    with pytest.raises(UserError, match="a: a field is not as this program writes it"):
        told(cas)
