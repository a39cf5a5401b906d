"""UIMA CAS as XMI or JSON, one file per document, for INCEpTION, DKPro and other UIMA tools.

Offsets count UTF-16 units, as UIMA does. An annotation of several
passages is as many marks of one ``id``, numbered by ``part``.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.formats.archive import ZIP_MAGIC, first_bytes, names_in
from annotator.formats.atomic import atomic_write
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.bundle import Add, file_names, write_bundle
from annotator.formats.cas_make import CasMaker
from annotator.formats.cas_read import read_json, read_xmi
from annotator.formats.cas_types import EXTRA, type_system, types_in_json
from annotator.formats.cas_write import json_of, xmi_of
from annotator.formats.offsets import OffsetUnit
from annotator.formats.xml_losses import text_characters
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import Annotation
from annotator.model.snapshot import Snapshot

_XMI = b"http://www.omg.org/XMI"
_JSON = (b'"%TYPES"', b'"%FEATURE_STRUCTURES"', b'"%VIEWS"')
_LOSES = Message(
    "The codebook beyond the names of labels, findings, dismissals, settings, sources, states and "
    "links of documents, relations between documents, authors and labels of relations, titles of "
    "speakers, colours of authors."
)
_HEAD = 4096


Documents = Iterator[tuple[Snapshot, list[Annotation], str]]


def _write_xmi(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    types = type_system()
    selection.check(source)
    count = 0
    with _files(source, selection, path, ".xmi") as add:
        if path.suffix.lower() != ".xmi":
            add("TypeSystem.xml", types.to_xml().encode())
        for s, annotations, name in _documents(source, selection, ".xmi"):
            add(name, xmi_of(s.text, CasMaker(s, annotations).structures()))
            count += len(annotations)
    return count


def _write_json(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    types = types_in_json(type_system())
    selection.check(source)
    count = 0
    with _files(source, selection, path, ".json") as add:
        for s, annotations, name in _documents(source, selection, ".json"):
            add(name, json_of(types, s.text, CasMaker(s, annotations).structures()))
            count += len(annotations)
    return count


@contextmanager
def _files(source: ProjectSource, selection: Selection, path: Path, ending: str) -> Iterator[Add]:
    """Give what adds a file: to a folder or archive, or the one document's file itself."""
    if path.suffix.lower() != ending:
        with write_bundle(path) as add:
            yield add
        return
    if len(list(selection.documents_of(source))) != 1:
        raise UserError(
            "A file that ends in {ending} holds one document: name a folder, or a file that ends "
            "in .zip.",
            ending=ending,
        )
    with atomic_write(path) as temporary:

        def add_only(_name: str, content: bytes | Iterable[bytes]) -> None:
            temporary.write_bytes(content if isinstance(content, bytes) else b"".join(content))

        yield add_only


def _documents(source: ProjectSource, selection: Selection, ending: str) -> Documents:
    """Yield each document with its annotations and the name of its file."""
    documents = list(selection.documents_of(source))
    names = file_names([document.title for document in documents], ending)
    for document, name in zip(documents, names, strict=True):
        snapshot = source.load(document.id)
        yield snapshot, list(selection.annotations(snapshot)), name


def _is_xmi(path: Path, head: bytes) -> bool:
    if _XMI in head.replace(b"\x00", b""):
        return True
    return any(name.lower().endswith(".xmi") for name in names_in(path, head))


def _is_json(path: Path, head: bytes) -> bool:
    if head and not head.startswith(ZIP_MAGIC):
        start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
        return start.startswith(b"{") and any(mark in start for mark in _JSON)
    names = [name for name in names_in(path, head) if name.lower().endswith(".json")]
    return bool(names) and any(mark in first_bytes(path, names[0], _HEAD) for mark in _JSON)


XMI = Format(
    name="xmi",
    title=Message("UIMA CAS XMI"),
    extensions=(".zip", ".xmi"),
    guess=_is_xmi,
    writer=_write_xmi,
    reader=read_xmi,
    losses=text_characters,
    loses=_LOSES,
    offset_units=(OffsetUnit.UTF16,),
    extra=EXTRA,
    is_bundle=True,
)
CAS_JSON = Format(
    name="casjson",
    title=Message("UIMA CAS JSON"),
    extensions=(".zip", ".json"),
    guess=_is_json,
    writer=_write_json,
    reader=read_json,
    loses=_LOSES,
    offset_units=(OffsetUnit.UTF16,),
    extra=EXTRA,
    is_bundle=True,
)
