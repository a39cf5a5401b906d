"""Code points and UTF-16 units, held against Python's own encoder and against Qt."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument, QTextLayout

from annotator.gui.qt_text import Utf16Map, shown

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("a国😀𠮷")), max_size=30)


@given(TEXTS)
def test_positions_are_those_of_the_encoder_and_come_back(text: str) -> None:
    units = Utf16Map(text)
    for at in range(len(text) + 1):
        unit = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
        assert units.to_utf16(at) == unit
        assert units.to_code_point(unit) == at


def test_the_middle_of_a_pair_belongs_to_its_character() -> None:
    units = Utf16Map("a😀b😀")
    assert [units.to_code_point(unit) for unit in range(7)] == [0, 1, 1, 2, 3, 3, 4]


@given(TEXTS.map(lambda text: text.replace("\n", "").replace("\r", "")))
def test_what_is_shown_is_as_long_and_qt_leaves_it_as_it_is(text: str) -> None:
    seen = shown(text)
    assert len(seen) == len(text)
    layout = QTextLayout(seen)
    assert layout.text() == seen
    document = QTextDocument()
    document.setPlainText(seen)
    assert document.toRawText() == seen


def test_only_what_qt_would_alter_is_replaced() -> None:
    assert shown("a\tb\nc 国😀\u200d\u00a0") == "a\tb\nc 国😀\u200d\u00a0"
    assert shown("\x00\x1b\x7f\u2028\ufeff\ud800") == "\u2400\u241b\ufffd\ufffd\ufffd\ufffd"
