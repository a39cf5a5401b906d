"""XML from elsewhere: no document type, no entities of its own, limited in size and depth."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
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
    """Builds the tree and refuses what only a hostile file has.

    Elements of the ``wanted`` names are taken out of the tree when they end, and lie with their
    parents in ``ended``.
    """

    def __init__(self, wanted: Collection[str] = ()) -> None:
        super().__init__()
        self.ended: list[tuple[Element, Element]] = []
        self._is_wanted = _Wanted(wanted)
        self._open: list[Element] = []
        self._start, self._end = super().start, super().end

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Open an element."""
        element = self._start(tag, attrs)
        self._open.append(element)
        if len(self._open) > MAX_DEPTH:
            raise _TooDeepError
        return element

    def end(self, tag: str, /) -> Element:
        """Close an element."""
        element = self._end(tag)
        self._open.pop()
        if self._is_wanted[tag] and self._open:
            del self._open[-1][-1]
            self.ended.append((element, self._open[-1]))
        return element

    def doctype(self, _name: str, _public: str | None, _system: str | None, /) -> None:
        """Refuse the declaration before any entity of it is read."""
        raise _DeclaresTypeError


class _Wanted(dict[str, bool]):
    """Tells by the tag of an element whether its name is wanted; a file has few tags."""

    def __init__(self, names: Collection[str]) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, tag: str) -> bool:
        """Remember a tag."""
        self[tag] = found = tag.rpartition("}")[2] in self._names
        return found


class XmlParts:
    """A document whose elements of some names are handed over one by one, and then forgotten.

    Args:
        pieces: the bytes, in the encoding that they declare.
        name: the file's name, for messages.
        wanted: the names of these elements, without namespaces.
    """

    def __init__(self, pieces: Iterable[bytes], name: str, wanted: Collection[str] = ()) -> None:
        self._pieces, self._name = pieces, name
        self._builder = _Builder(wanted)
        self._root: Element | None = None

    @property
    def root(self) -> Element:
        """What is left of the document; there when all of it is read."""
        assert self._root is not None  # noqa: S101 - see above
        return self._root

    def __iter__(self) -> Iterator[tuple[Element, Element]]:
        """Yield each wanted element with its parent, in the order in which they end.

        Raises:
            UserError: it is not well-formed, declares a document type or is nested too deeply.
        """
        parser = XMLParser(target=self._builder)  # noqa: S314 - the builder refuses document types
        for piece in self._pieces:
            with _refusals_of(self._name):
                parser.feed(piece)
            yield from self._builder.ended
            self._builder.ended.clear()
        with _refusals_of(self._name):
            self._root = parser.close()


@contextmanager
def _refusals_of(name: str) -> Iterator[None]:
    """Make sentences of what a parser raises."""
    try:
        yield
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


def parse_xml(content: bytes, name: str) -> Element:
    """Return the root of a document.

    Args:
        content: the bytes, in the encoding that they declare.
        name: the file's name, for messages.

    Raises:
        UserError: it is not well-formed, declares a document type or is nested too deeply.
    """
    parts = XmlParts([content], name)
    for _none in parts:
        pass
    return parts.root


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
