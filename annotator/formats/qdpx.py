"""REFI-QDA projects (.qdpx 1.5): texts and what is marked in them, for QualCoder, ATLAS.ti & Co.

A zip archive with ``project.qde`` and one UTF-8 text per document. Positions count code points,
half-open (section 10.2 of the standard; its examples leave the end out). Each passage is a
selection, further passages of one annotation are linked to the first, and fields that the format
has no place for stand in a note as JSON.
"""

import json
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha1
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator.formats.archive import ZIP_MAGIC, names_in
from annotator.formats.atomic import atomic_write
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.columns import own_columns
from annotator.formats.offsets import OffsetUnit
from annotator.formats.qdpx_read import CONTINUED, FIELDS_NOTE, read_qdpx
from annotator.formats.refi_codes import codes_element, doubles, sets_element
from annotator.formats.set_aside import SetAside
from annotator.formats.xml_losses import control_characters
from annotator.formats.xml_text import DECLARATION, element, opening, text_element
from annotator.model.errors import UserError
from annotator.model.message import Message
from annotator.model.records import Annotation, Document, Relation
from annotator.model.snapshot import Snapshot

NAMESPACE = "urn:QDA-XML:project:1.0"
DOCUMENT_FIELDS = ("language", "date", "place", "group")
_ORIGIN = uuid.UUID("5d0c3c0e-8a53-5c1f-9a0e-6f2f5a3b7c11")
_SETS = "5d0c3c0e-8a53-5c1f-9a0e-6f2f5a3b7d{:02d}"
_DATE = (1980, 1, 1, 0, 0, 0)


def guid(*parts: str) -> str:
    """Return an id that is the same whenever the parts are: a UUIDv5, without its objects."""
    told = sha1(_ORIGIN.bytes + "/".join(parts).encode(), usedforsecurity=False).hexdigest()
    variant = "89ab"[int(told[16], 16) % 4]
    return f"{told[:8]}-{told[8:12]}-5{told[13:16]}-{variant}{told[17:20]}-{told[20:32]}"


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    selection.check(source)
    if path.suffix.lower() == ".qde":
        raise UserError(
            "{path} is to be an archive: name a file that ends in .qdpx.", path=str(path)
        )
    with (
        atomic_write(path) as temporary,
        ZipFile(temporary, "w", ZIP_DEFLATED) as archive,
        _parts() as (sources, notes, links),
    ):
        count = 0
        documents = list(selection.documents_of(source))
        for document in documents:
            snapshot = source.load(document.id)
            _add(archive, f"sources/{document.id}.txt", snapshot.text.encode())
            annotations = list(selection.annotations(snapshot))
            sources.write(_source(snapshot, annotations).encode())
            notes.writelines(_notes(snapshot, annotations))
            links.writelines(_links(snapshot, annotations))
            count += len(annotations)
        with archive.open(_entry("project.qde"), "w", force_zip64=True) as out:
            out.write(_head(source, documents).encode())
            for tag, part in (("Sources", sources), ("Notes", notes), ("Links", links)):
                _copy(part, tag, out)
            sets = sets_element(source.labels(), _SETS, reference="targetGUID")
            out.write(f"{sets}</Project>\n".encode())
    return count


@contextmanager
def _parts() -> Iterator[tuple[IO[bytes], IO[bytes], IO[bytes]]]:
    """Give three files for what is written document by document but stands far apart."""
    with (
        SetAside() as sources,
        SetAside() as notes,
        SetAside() as links,
    ):
        yield sources, notes, links


def _copy(part: IO[bytes], tag: str, out: IO[bytes]) -> None:
    """Write an element around a part; nothing if the part is empty."""
    if part.tell() == 0:
        return
    part.seek(0)
    out.write(f"<{tag}>\n".encode())
    while piece := part.read(1 << 20):
        out.write(piece)
    out.write(f"</{tag}>\n".encode())


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _DATE)
    entry.compress_type = ZIP_DEFLATED
    return entry


def _add(archive: ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_entry(name), content)


def _head(source: ProjectSource, documents: Sequence[Document]) -> str:
    """Return everything up to the sources: users, codes and the documents' variables."""
    root = {"xmlns": NAMESPACE, "name": source.title or "annotator", "origin": "annotator"}
    users = [element("User", {"guid": a.id, "name": a.name}) for a in source.authors()]
    labels = source.labels()
    variables = [
        element(
            "Variable", {"guid": guid("variable", name), "name": name, "typeOfVariable": "Text"}
        )
        for name in sorted({name for document in documents for name in variables_of(document)})
    ]
    return "\n".join(
        [
            DECLARATION + opening("Project", root),
            element("Users", inside=users) if users else "",
            element("CodeBook", inside=[codes_element(labels)]) if labels else "",
            element("Variables", inside=variables) if variables else "",
            "",
        ]
    )


def variables_of(document: Document) -> dict[str, str]:
    """Return what is known of a document, by the names of the file's variables."""
    own = {name: getattr(document, name) for name in DOCUMENT_FIELDS}
    return {name: value for name, value in {**document.attributes, **own}.items() if value}


def _source(s: Snapshot, annotations: Sequence[Annotation]) -> str:
    document = s.document
    attributes = {
        "guid": document.id,
        "name": document.title,
        "plainTextPath": f"internal://{document.id}.txt",
    }
    selections = (
        _selection(annotation, at) for annotation in annotations for at in _parts_of(annotation)
    )
    values = (
        element(
            "VariableValue",
            inside=[
                element("VariableRef", {"targetGUID": guid("variable", name)}),
                text_element("TextValue", value),
            ],
        )
        for name, value in variables_of(document).items()
    )
    return element("TextSource", attributes, [*selections, *values]) + "\n"


def _parts_of(annotation: Annotation) -> range:
    return range(len(annotation.spans))


def _selection_guid(annotation: Annotation, part: int) -> str:
    return annotation.id if part == 0 else guid(annotation.id, str(part))


def _selection(annotation: Annotation, part: int) -> str:
    span = annotation.spans[part]
    own = _selection_guid(annotation, part)
    attributes = {
        "guid": own,
        "name": span.quote,
        "startPosition": str(span.start),
        "endPosition": str(span.end),
        "creatingUser": annotation.author,
    }
    coding = element(
        "Coding",
        {"guid": guid(own, "coding"), "creatingUser": annotation.author},
        [element("CodeRef", {"targetGUID": annotation.label})],
    )
    note = text_element("Description", annotation.note if part == 0 else "")
    reference = element("NoteRef", {"targetGUID": guid(annotation.id, "fields")})
    return "\n" + element(
        "PlainTextSelection", attributes, [note, coding, reference if part == 0 else ""]
    )


def _notes(s: Snapshot, annotations: Sequence[Annotation]) -> Iterator[bytes]:
    """Yield a note with the fields of each annotation, as JSON."""
    for annotation in annotations:
        fields = {
            "kind": s.kind_of(annotation).value,
            "origin": annotation.origin.value,
            **own_columns(s, annotation),
        }
        attributes = {"guid": guid(annotation.id, "fields"), "name": FIELDS_NOTE}
        text = json.dumps(fields, ensure_ascii=False)
        note = element("Note", attributes, [text_element("PlainTextContent", text)])
        yield f"{note}\n".encode()


def _links(s: Snapshot, annotations: Sequence[Annotation]) -> Iterator[bytes]:
    """Yield the links between passages of one annotation, and between annotations."""
    for annotation in annotations:
        for part in _parts_of(annotation)[1:]:
            target = _selection_guid(annotation, part)
            yield _link(guid(target, "link"), CONTINUED, annotation.id, target)
    kept = {annotation.id for annotation in annotations}
    for relation in sorted(s.all(Relation), key=lambda found: found.id):
        if {relation.source, relation.target} <= kept:
            yield _link(relation.id, relation.kind.value, relation.source, relation.target)


def _link(own: str, name: str, origin: str, target: str) -> bytes:
    attributes = {
        "guid": own,
        "name": name,
        "direction": "OneWay",
        "originGUID": origin,
        "targetGUID": target,
    }
    return f"{element('Link', attributes)}\n".encode()


def _losses(source: ProjectSource, selection: Selection, options: Options) -> Iterator[Loss]:
    yield from control_characters(source, selection, options)
    if not (renamed := doubles(source.labels())):
        return
    reason = Message("Two labels of one kind have this name: the second is read with another one.")
    for document in selection.documents_of(source):
        for annotation in selection.annotations(source.load(document.id)):
            if annotation.label in renamed:
                yield Loss(reason, document.id, annotation.id)


def _is_qdpx(path: Path, head: bytes) -> bool:
    match path.suffix.lower():
        case ".qdpx":
            return head.startswith(ZIP_MAGIC)
        case ".qde":
            return NAMESPACE.encode() in head
    return any(name.lower() == "project.qde" for name in names_in(path, head))


QDPX = Format(
    name="qdpx",
    title=Message("REFI-QDA project"),
    extensions=(".qdpx", ".qde"),
    guess=_is_qdpx,
    writer=_write,
    reader=read_qdpx,
    losses=_losses,
    loses=Message(
        "Turns and speakers, colours of authors, findings, dismissals, settings, sources, states "
        "and links of documents, relations between documents, notes on relations, and of a label "
        "its short name, its names in other languages, key, examples and extra fields."
    ),
    offset_units=(OffsetUnit.CODE_POINTS,),
)
