"""REFI-QDA codebooks (.qdc): the labels alone, for other programs of qualitative analysis."""

from collections.abc import Iterator
from pathlib import Path

from annotator.formats.atomic import atomic_write
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.incoming import Incoming, IncomingCodebook, ReadOptions
from annotator.formats.refi_codes import Codes, codes_element, sets_element
from annotator.formats.sheets import label_losses, labels_of
from annotator.formats.xml_text import DECLARATION, element
from annotator.formats.xml_tree import local_name, read_xml
from annotator.model.errors import UserError
from annotator.model.message import Message

NAMESPACE = "urn:QDA-XML:codebook:1.0"
_SETS = "00000000-0000-5000-8000-0000000000{:02d}"


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    labels = labels_of(source, selection)
    book = element(
        "CodeBook",
        {"xmlns": NAMESPACE, "origin": "annotator"},
        [codes_element(labels), sets_element(labels, _SETS, reference="guid")],
    )
    with atomic_write(path) as temporary:
        temporary.write_bytes(f"{DECLARATION}{book}\n".encode())
    return 0


def _read(path: Path, _options: ReadOptions) -> Iterator[Incoming]:
    root = read_xml(path)
    codes = Codes(root)
    if local_name(root) != "CodeBook" or not codes.labels:
        raise UserError(
            "{name}, line 1: a REFI-QDA codebook with codes was expected.", name=path.name
        )
    yield IncomingCodebook(tuple(codes.labels))


def _is_qdc(_path: Path, head: bytes) -> bool:
    return NAMESPACE.encode() in head.replace(b"\x00", b"")


QDC = Format(
    name="qdc",
    title=Message("REFI-QDA codebook"),
    extensions=(".qdc",),
    guess=_is_qdc,
    writer=_write,
    reader=_read,
    losses=label_losses,
    keeps="labels",
    loses=Message("Everything but labels: their name, tree, definition, colour and kind."),
)
