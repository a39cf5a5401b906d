"""XML elements as text, written piece by piece."""

import re
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLAIN = re.compile('[^&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]*')
"""A text that stands in an element or attribute as it is."""
_IN_VALUES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def holds_forbidden(text: str) -> bool:
    """Say whether a text has a character that XML 1.0 cannot hold."""
    return _FORBIDDEN.search(text) is not None


def allowed(text: str) -> str:
    """Return a text of the same length, each character that XML cannot hold as U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def content(text: str) -> str:
    """Return a text as the content of an element."""
    return text if _PLAIN.fullmatch(text) else escape(allowed(text), {"\r": "&#13;"})


def opening(tag: str, attributes: Mapping[str, str] | None = None, *, end: str = ">") -> str:
    """Return an element's opening tag; attributes without a value are left out."""
    pairs = [f" {name}={attribute(value)}" for name, value in (attributes or {}).items() if value]
    return f"<{tag}{''.join(pairs)}{end}"


def attribute(value: str) -> str:
    """Return a value between quotation marks, its line breaks and tabs as they are."""
    return f'"{value}"' if _PLAIN.fullmatch(value) else f'"{escape(allowed(value), _IN_VALUES)}"'


def element(
    tag: str, attributes: Mapping[str, str] | None = None, inside: Iterable[str] = ()
) -> str:
    """Return an element around pieces that are XML already."""
    inner = "".join(inside)
    if not inner:
        return opening(tag, attributes, end="/>")
    return f"{opening(tag, attributes)}{inner}</{tag}>"


def text_element(tag: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    """Return an element around a text; nothing if there is no text."""
    return element(tag, attributes, [content(text)]) if text else ""
