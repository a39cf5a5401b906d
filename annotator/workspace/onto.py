"""What was to come with a new document, put on the document that has its text by now."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotator.model.edit import Edit
from annotator.model.ids import AnnotationId, SpeakerId
from annotator.model.records import (
    Annotation,
    Claim,
    Document,
    Label,
    Record,
    Relation,
    Speaker,
    Turn,
    target_of,
)
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range


def onto(edit: Edit, s: Snapshot, labels: Sequence[Label]) -> Edit:
    """Return the edit that adds to ``s`` what it lacks: annotations and all that hangs on them.

    An annotation is there already if one of a label of the same kind and name marks the same;
    ``labels`` are those of the project. Speakers are found by their names. A relation between
    what comes and what is there already links the two; one between what is there is left out.
    """
    names = _names([*labels, *(x for x in edit.added if isinstance(x, Label))])
    there = {_marked(annotation, names): annotation.id for annotation in s.all(Annotation)}
    same: dict[str, AnnotationId] = {
        record.id: there[mark]
        for record in edit.added
        if isinstance(record, Annotation) and (mark := _marked(record, names)) in there
    }
    speakers = _speakers(edit, s)
    kept = (record for record in edit.added if not _is_left_out(record, same))
    return Edit(edit.label, edit.removed, tuple(_moved(kept, s, speakers, same)))


def _moved(
    records: Iterable[Record],
    s: Snapshot,
    speakers: Mapping[str, SpeakerId],
    same: Mapping[str, AnnotationId],
) -> Iterator[Record]:
    for record in records:
        match record:
            case Annotation():
                yield replace(record, document=s.document.id)
            case Claim():
                yield replace(record, speaker=speakers.get(record.speaker or ""))
            case Relation(source=source, target=target):
                ends = same.get(source, source), same.get(target, target)
                yield replace(record, source=ends[0], target=ends[1])
            case _:
                yield record


def _names(labels: Iterable[Label]) -> dict[str, tuple[str, str]]:
    return {label.id: (label.kind, label.name()) for label in labels}


def _marked(
    annotation: Annotation, names: Mapping[str, tuple[str, str]]
) -> tuple[tuple[str, str], tuple[Range, ...]]:
    return names[annotation.label], tuple((span.start, span.end) for span in annotation.spans)


def _speakers(edit: Edit, s: Snapshot) -> dict[str, SpeakerId]:
    """Return who of a document is meant by a speaker's id, by those of the edit too."""
    there = s.all(Speaker)
    named = {speaker.name: speaker.id for speaker in reversed(there)}
    planned = [x for x in edit.added if isinstance(x, Speaker) and x.name in named]
    found: dict[str, SpeakerId] = {speaker.id: speaker.id for speaker in there}
    return found | {x.id: named[x.name] for x in planned}


def _is_left_out(record: Record, gone: Collection[str]) -> bool:
    """Say whether a record belongs to what is there: the document or one of its annotations."""
    if isinstance(record, Relation):
        return record.source in gone and record.target in gone
    return isinstance(record, Document | Speaker | Turn) or target_of(record) in gone
