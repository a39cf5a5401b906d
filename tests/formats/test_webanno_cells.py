"""The cells of WebAnno TSV: what is escaped, numbered, and split."""

from annotator.formats.webanno_cells import escape_text, escape_value, split, unescape


def test_what_is_escaped_comes_back() -> None:
    value = "a\\b[1]|c_d->e;\tf\ng*"
    assert unescape(escape_value(value)) == value
    assert split(escape_value(value) + "|x", "|") == [escape_value(value), "x"]
    assert unescape(escape_text("a\\b\tc\r\x0c")) == "a\\b\tc\r\x0c"
    assert unescape("\\u0041\\ud800") == "A\\ud800"
