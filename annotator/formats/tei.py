"""TEI P5 XML: a corpus whose texts carry anchors, with stand-off ``spanGrp`` for the annotations.

One ``TEI`` per document, a ``p`` per line of its text, and an empty ``anchor`` wherever a passage
or turn begins or ends; joined by newlines, the lines are the text again. A ``span`` per passage
points to two anchors, to its label (``category``) and to its fields (``fs``). Those of a turn are
where its speech begins (``body_start``, code points) and its times (milliseconds).
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Options, ProjectSource, Selection
from annotator.formats.columns import columns_of
from annotator.formats.offsets import OffsetUnit
from annotator.formats.xml_losses import text_characters
from annotator.formats.xml_text import (
    DECLARATION,
    content,
    element,
    opening,
    text_element,
)
from annotator.model.kinds import LabelKind
from annotator.model.message import Message
from annotator.model.records import Annotation, Label, Relation, Speaker, Turn
from annotator.model.snapshot import Snapshot

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def _write(source: ProjectSource, selection: Selection, path: Path, _options: Options) -> int:
    selection.check(source)
    count = 0
    with atomic_text(path) as out:
        out.write(DECLARATION + opening("teiCorpus", {"xmlns": NAMESPACE}) + "\n")
        out.write(_corpus_header(source))
        documents = 0
        for documents, document in enumerate(selection.documents_of(source), 1):  # noqa: B007 - counted
            s = source.load(document.id)
            annotations = list(selection.annotations(s))
            out.writelines(_document(s, annotations))
            count += len(annotations)
        if documents == 0:
            out.write(_EMPTY)
        out.write("</teiCorpus>\n")
    return count


def _header(title: str, described: str, *more: str) -> str:
    """Return a header with its three required statements."""
    statements = [
        element("titleStmt", inside=[element("title", inside=[content(title or "-")])]),
        element("publicationStmt", inside=["<p>Exported by annotator.</p>"]),
        element("sourceDesc", inside=[element("p", inside=[content(described or "-")])]),
    ]
    return element("teiHeader", inside=[element("fileDesc", inside=statements), *more]) + "\n"


_EMPTY = element("TEI", inside=[_header("-", "-"), "<text><body><p/></body></text>"]) + "\n"


def _corpus_header(source: ProjectSource) -> str:
    taxonomies = [
        _taxonomy(kind, [label for label in source.labels() if label.kind is kind])
        for kind in LabelKind
    ]
    classes = [element("classDecl", inside=taxonomies)] if any(taxonomies) else []
    described = "Anchors and spans stand off from the text; offsets are those of the anchors."
    encoding = element("encodingDesc", inside=[f"<p>{described}</p>", *classes])
    people = [
        element(
            "person",
            {"xml:id": _id("author", author.id)},
            [text_element("persName", author.name or "-")],
        )
        for author in source.authors()
    ]
    profile = element("profileDesc", inside=[_people(people)]) if people else ""
    return _header(source.title, "Transcripts of press conferences.", encoding, profile)


def _person(own: str, name: str, *more: str, role: str = "") -> str:
    inside = [text_element("persName", name or "-"), *more]
    return element("person", {"xml:id": own, "role": role}, inside)


def _people(people: Sequence[str]) -> str:
    return element("particDesc", inside=[element("listPerson", inside=people)])


def _taxonomy(kind: LabelKind, labels: Sequence[Label]) -> str:
    """Return the labels of a kind, each within its parent."""
    known = {label.id for label in labels}
    by_parent: dict[str, list[Label]] = {}
    for label in labels:
        by_parent.setdefault(label.parent if label.parent in known else "", []).append(label)
    categories = [_category(label, by_parent) for label in by_parent.get("", [])]
    return element("taxonomy", {"xml:id": f"kind-{kind.value}"}, categories) if labels else ""


def _category(label: Label, by_parent: Mapping[str, Sequence[Label]]) -> str:
    inside = [text_element("gloss", name, {"xml:lang": lang}) for lang, name in label.names.items()]
    inside += [
        text_element("desc", words, {"xml:lang": lang}) for lang, words in label.definitions.items()
    ]
    children = [_category(child, by_parent) for child in by_parent.get(label.id, [])]
    attributes = {"xml:id": _id("label", label.id), "n": label.slug}
    return element("category", attributes, [element("catDesc", inside=inside), *children])


def _id(kind: str, record_id: str) -> str:
    return f"{kind}-{record_id}"


def _document(s: Snapshot, annotations: Sequence[Annotation]) -> Iterator[str]:
    document = s.document
    turns = s.all(Turn)
    borders = sorted(
        {p for a in annotations for span in a.spans for p in (span.start, span.end)}
        | {p for turn in turns for p in (turn.start, turn.end)}
    )
    yield opening("TEI", {"xml:id": _id("doc", document.id), "xml:lang": document.language}) + "\n"
    yield _header(document.title, document.source_name, _profile(s))
    yield '<text><body xml:space="preserve">\n'
    yield from _lines(s, borders)
    yield "</body></text>\n<standOff>\n"
    yield from _turns(s, turns)
    for kind in LabelKind:
        yield from _group(s, kind, [a for a in annotations if s.kind_of(a) is kind])
    yield from _fields(s, annotations)
    yield from _relations(s, annotations)
    yield "</standOff>\n</TEI>\n"


def _profile(s: Snapshot) -> str:
    people = []
    for speaker in s.all(Speaker):
        inside = [
            text_element("persName", speaker.name or "-"),
            text_element("occupation", speaker.title),
            text_element("affiliation", speaker.affiliation),
        ]
        attributes = {"xml:id": _id("speaker", speaker.id), "role": speaker.role.value}
        people.append(element("person", attributes, inside))
    document = s.document
    setting = element(
        "setting",
        inside=[text_element("name", document.place), text_element("date", document.date)],
    )
    described = element("settingDesc", inside=[setting]) if document.place or document.date else ""
    inside = ([_people(people)] if people else []) + [described]
    return element("profileDesc", inside=inside) if any(inside) else ""


def _anchor_id(s: Snapshot, point: int) -> str:
    return f"at-{s.document.id}-{point}"


def _lines(s: Snapshot, borders: Sequence[int]) -> Iterator[str]:
    """Yield each line with its anchors; one at a newline stands at the end of the line before."""
    start = 0
    for line in s.text.split("\n"):
        end = start + len(line)
        pieces, at = [], start
        for border in borders[bisect_left(borders, start) : bisect_left(borders, end + 1)]:
            pieces.append(content(s.text[at:border]))
            pieces.append(element("anchor", {"xml:id": _anchor_id(s, border)}))
            at = border
        pieces.append(content(s.text[at:end]))
        yield element("p", inside=pieces) + "\n"
        start = end + 1


def _points(s: Snapshot, start: int, end: int) -> dict[str, str]:
    return {"from": f"#{_anchor_id(s, start)}", "to": f"#{_anchor_id(s, end)}"}


def _turns(s: Snapshot, turns: Sequence[Turn]) -> Iterator[str]:
    if not turns:
        return
    yield '<spanGrp type="turn">\n'
    for turn in turns:
        attributes = {"xml:id": _id("turn", turn.id), "type": turn.part.value}
        attributes |= _points(s, turn.start, turn.end)
        speaker = f"#{_id('speaker', turn.speaker)} " if turn.speaker else ""
        attributes["ana"] = f"{speaker}#{_id('fields', turn.id)}"
        yield element("span", attributes) + "\n"
    yield "</spanGrp>\n"
    for turn in turns:
        told = {"time_start": turn.time_start, "time_end": turn.time_end}
        numbers = {"body_start": turn.body_start} | {
            name: time for name, time in told.items() if time is not None
        }
        features = [
            f'<f name="{name}"><numeric value="{number}"/></f>' for name, number in numbers.items()
        ]
        yield _features(turn.id, "turn", features)


def _group(s: Snapshot, kind: LabelKind, annotations: Sequence[Annotation]) -> Iterator[str]:
    if not annotations:
        return
    yield opening("spanGrp", {"type": kind.value}) + "\n"
    for annotation in annotations:
        for part, span in enumerate(annotation.spans):
            own = _id("mark", annotation.id)
            attributes = {"xml:id": own if part == 0 else f"{own}-{part}"}
            attributes |= _points(s, span.start, span.end)
            label, fields = _id("label", annotation.label), _id("fields", annotation.id)
            attributes |= {"ana": f"#{label} #{fields}"}
            attributes |= {"resp": f"#{_id('author', annotation.author)}"}
            yield element("span", attributes, [content(span.quote)]) + "\n"
    yield "</spanGrp>\n"


def _fields(s: Snapshot, annotations: Sequence[Annotation]) -> Iterator[str]:
    """Yield a feature structure with the fields of each annotation."""
    for annotation in annotations:
        row = columns_of(s, annotation)
        features = [
            f'<f name="{name}"><string>{content(value)}</string></f>' for name, value in row.items()
        ]
        yield _features(annotation.id, row["kind"], features)


def _features(record_id: str, kind: str, features: Sequence[str]) -> str:
    return element("fs", {"xml:id": _id("fields", record_id), "type": kind}, features) + "\n"


def _relations(s: Snapshot, annotations: Sequence[Annotation]) -> Iterator[str]:
    kept = {annotation.id for annotation in annotations}
    found = [r for r in s.all(Relation) if {r.source, r.target} <= kept]
    if not found:
        return
    yield '<linkGrp type="relation">\n'
    for relation in sorted(found, key=lambda one: one.id):
        ends = f"#{_id('mark', relation.source)} #{_id('mark', relation.target)}"
        attributes = {"xml:id": _id("relation", relation.id), "type": relation.kind.value}
        attributes |= {"target": ends, "resp": f"#{_id('author', relation.author)}"}
        about = [_id("label", relation.label)] if relation.label else []
        about += [_id("fields", relation.id)] if relation.note else []
        attributes["ana"] = " ".join(f"#{one}" for one in about)
        yield element("link", attributes) + "\n"
    yield "</linkGrp>\n"
    for relation in found:
        if relation.note:
            note = f'<f name="note"><string>{content(relation.note)}</string></f>'
            yield _features(relation.id, "relation", [note])


def _is_tei(_path: Path, head: bytes) -> bool:
    return NAMESPACE.encode() in head


TEI = Format(
    name="tei",
    title=Message("TEI XML"),
    extensions=(".xml",),
    guess=_is_tei,
    writer=_write,
    losses=text_characters,
    loses=Message(
        "Findings, dismissals, settings, hashes of sources, groups, attributes, states and links "
        "of documents, relations between documents, colours of authors, and of a label its colour, "
        "key, examples and extra fields."
    ),
    offset_units=(OffsetUnit.CODE_POINTS,),
)
