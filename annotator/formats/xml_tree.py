"""XML from elsewhere: no document type, no entities of its own, limited in size and depth."""

from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from annotator.formats.input_file import read_bytes
from annotator.model.errors import UserError

MAX_DEPTH = 200


class _DeclaresTypeError(Exception):
    """The file has a document type declaration, which could define entities."""


class _TooDeepError(Exception):
    """The elements are nested deeper than any sound file's."""


class _Builder(TreeBuilder):
    """Builds the tree and refuses what only a hostile file has."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return self._depth

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Open an element."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _TooDeepError
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """Close an element."""
        self._depth -= 1
        return super().end(tag)

    def doctype(self, _name: str, _public: str | None, _system: str | None, /) -> None:
        """Refuse the declaration before any entity of it is read."""
        raise _DeclaresTypeError


def parse_xml(content: bytes, name: str) -> Element:
    """Return the root of a document.

    Args:
        content: the bytes, in the encoding that they declare.
        name: the file's name, for messages.

    Raises:
        UserError: it is not well-formed, declares a document type or is nested too deeply.
    """
    parser = XMLParser(target=_Builder())  # noqa: S314 - the builder refuses document types
    try:
        parser.feed(content)
        root = parser.close()
    except _DeclaresTypeError as error:
        raise UserError(
            "{name} declares a document type (DTD), which could read other files: it is refused. "
            "Save it without one.",
            name=name,
        ) from error
    except _TooDeepError as error:
        raise UserError(
            "{name} is nested more than {depth} elements deep: it is damaged.",
            name=name,
            depth=MAX_DEPTH,
        ) from error
    except ParseError as error:
        raise UserError(
            "{name}, line {line}: well-formed XML was expected ({reason}).",
            name=name,
            line=error.position[0],
            reason=str(error).partition(":")[0],
        ) from error
    except (ValueError, LookupError) as error:
        raise UserError(
            "{name}, line 1: XML in UTF-8 was expected ({reason}).", name=name, reason=str(error)
        ) from error
    assert isinstance(root, Element)  # noqa: S101 - what a TreeBuilder closes with
    return root


def read_xml(path: Path) -> Element:
    """Return the root of a file.

    Raises:
        UserError: it cannot be read, is too large or is no sound XML.
    """
    return parse_xml(read_bytes(path), path.name)


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def namespace(element: Element) -> str:
    """Return an element's namespace, empty if it has none."""
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""
