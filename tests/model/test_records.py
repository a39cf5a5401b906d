"""What records refuse to say, and the order in which they are added."""

import copyreg
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.model.records import (
    RECORD_TYPES,
    Annotation,
    Label,
    Record,
    Span,
    Turn,
    key_of,
    parents_first,
)
from annotator.store.tables import tables
from tests.example import (
    AUTHOR,
    DOCUMENT,
    LABELS,
    QUANTITY,
    TURNS,
    document_records,
    numbered,
)

NUMBERS = st.integers(-2, 6)


@given(NUMBERS, NUMBERS, st.text(max_size=6))
def test_a_span_is_a_stretch_as_long_as_its_quote(start: int, end: int, quote: str) -> None:
    if 0 <= start < end and len(quote) == end - start:
        assert Span(start, end, quote).quote == quote
    else:
        with pytest.raises(UserError, match=f"The passage {start}-{end} does not fit"):
            Span(start, end, quote)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_a_turn_s_body_lies_within_it(start: int, body: int, end: int) -> None:
    values = numbered(1), DOCUMENT.id, start, body, end
    if sorted((0, start, body, end)) == [0, start, body, end]:
        assert Turn(*values).body_start == body  # type: ignore[arg-type]
    else:
        with pytest.raises(UserError, match=f"from {start} over {body} to {end}"):
            Turn(*values)  # type: ignore[arg-type]


def annotation(*spans: Span) -> Annotation:
    return Annotation(numbered(5), DOCUMENT.id, QUANTITY.id, AUTHOR.id, spans)  # type: ignore[arg-type]


def test_fragments_follow_one_another_and_are_quoted_with_an_ellipsis() -> None:
    first, second = Span(2, 4, "ab"), Span(4, 5, "c")
    found = annotation(first, second)
    assert (found.start, found.end, found.quote) == (2, 5, "ab … c")
    for spans in ((), (second, first), (first, Span(3, 5, "xy"))):
        with pytest.raises(UserError, match="passages that follow one another"):
            annotation(*spans)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ({"en": "Money", "zh": "金额"}, {"zh": "金额", "fr": "Money", "en": "Money"}),
        ({"zh": "金额"}, {"en": "金额", "fr": "金额"}),
        ({"zh": "", "en": "Money"}, {"zh": "Money"}),
    ],
)
def test_a_label_is_named_in_the_language_else_in_english_else_in_any(
    names: dict[str, str], told: dict[str, str]
) -> None:
    label = Label(QUANTITY.id, LabelKind.FIGURE, names)
    assert {language: label.name(language) for language in told} == told


def test_a_label_without_a_name_is_called_by_its_slug_or_id() -> None:
    nameless = Label(QUANTITY.id, LabelKind.FIGURE, {"en": ""})
    assert nameless.name() == QUANTITY.id
    assert Label(QUANTITY.id, LabelKind.FIGURE, {}, slug="a").name("zh") == "a"


def test_no_record_is_added_before_one_that_it_names() -> None:
    position = {table.name: RECORD_TYPES.index(cls) for cls, table in tables().items()}
    for cls, table in tables().items():
        named = {column.refers_to for column in table.columns if column.refers_to}
        for name in {*named, table.owner} - {"", table.name}:
            assert position[name] < RECORD_TYPES.index(cls), (cls, name)
    mixed: list[Record] = [TURNS[0], DOCUMENT, LABELS[0], AUTHOR]
    assert sorted(mixed, key=parents_first) == [AUTHOR, LABELS[0], DOCUMENT, TURNS[0]]


def test_records_of_different_classes_are_different_things() -> None:
    assert key_of(DOCUMENT) == (type(DOCUMENT), DOCUMENT.id)
    assert len({key_of(record) for record in (AUTHOR, DOCUMENT, *LABELS, *TURNS)}) == 10


def test_records_come_back_from_another_process_as_they_were() -> None:
    records = [AUTHOR, *LABELS, DOCUMENT, *document_records(), Span(0, 1, "a")]
    assert pickle.loads(pickle.dumps(records)) == records  # noqa: S301 - our own


def test_every_record_goes_to_another_process_as_its_fields_alone() -> None:
    assert copyreg.dispatch_table.keys() >= {*RECORD_TYPES, Span}
