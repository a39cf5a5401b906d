"""Edits of many annotations, in any documents: what a ``Wish`` can be for."""

from collections.abc import Callable, Sequence

from annotator.model import edits, project_edits, reviews
from annotator.model.edit import Edit, joined
from annotator.model.ids import AnnotationId, DocumentId, LabelId
from annotator.model.kinds import ReviewState
from annotator.model.message import Message
from annotator.model.records import Annotation
from annotator.model.snapshot import Snapshot
from annotator.model.suggestion import Suggestion
from annotator.model.text import Range
from annotator.workspace import suggesting
from annotator.workspace.workspace import Workspace

Change = Callable[[Snapshot, list[Annotation]], Edit]


def delete(workspace: Workspace, ids: Sequence[AnnotationId]) -> Edit:
    """Delete annotations with everything that belongs to them."""
    label = Message("Delete {count} {count|annotation|annotations}", {"count": len(ids)})
    return _each(workspace, ids, label, edits.remove)


def relabel(workspace: Workspace, ids: Sequence[AnnotationId], label_id: LabelId) -> Edit:
    """Give annotations another label."""
    label = workspace.label(label_id)
    message = Message("Change label to {label}", {"label": label.name()})
    return _each(workspace, ids, message, lambda s, found: edits.relabel(s, found, label))


def write_note(workspace: Workspace, ids: Sequence[AnnotationId], note: str) -> Edit:
    """Write the same note on annotations."""
    label = Message("Note on {count} {count|annotation|annotations}", {"count": len(ids)})
    return _each(workspace, ids, label, lambda s, found: edits.set_note(s, found, note))


def review(workspace: Workspace, ids: Sequence[AnnotationId], state: ReviewState) -> Edit:
    """Say the same of annotations as a reviewer."""
    me = workspace.session.author.id
    label = Message("Review {count} {count|annotation|annotations}", {"count": len(ids)})
    return _each(workspace, ids, label, lambda s, found: reviews.review(s, found, me, state))


def delete_label(workspace: Workspace, ids: Sequence[LabelId]) -> Edit:
    """Delete a label with everything that carries it.

    Raises:
        UserError: another label stands below it.
    """
    label = workspace.label(ids[0])
    used = [annotation.id for annotation in workspace.store.annotations_with_label(label.id)]
    gone = _each(workspace, used, Message("Delete"), edits.remove)
    return project_edits.remove_label(workspace.labels(), label, [gone])


def accept(workspace: Workspace, chosen: Sequence[Suggestion], document: DocumentId) -> Edit:
    """Mark what is suggested in a document.

    Raises:
        UserError: the codebook has no label of a kind.
    """
    s = workspace.load(document)
    return suggesting.accept(s, workspace.labels(), chosen, workspace.hand)


def dismiss(workspace: Workspace, chosen: Sequence[Suggestion], document: DocumentId) -> Edit:
    """Remember that what is suggested in a document is not wanted."""
    return suggesting.dismiss(workspace.load(document), chosen, workspace.hand)


def mark_each(
    workspace: Workspace, ranges: Sequence[Range], document: DocumentId, label: LabelId
) -> Edit:
    """Put a label on passages of a document, one annotation each."""
    s = workspace.load(document)
    return edits.mark_each(s, workspace.label(label), ranges, workspace.hand)


def _each(
    workspace: Workspace, ids: Sequence[AnnotationId], label: Message, change: Change
) -> Edit:
    """Return one edit for annotations of any documents; those that are gone are left out."""
    held = workspace.store.get_all(Annotation, ids)
    by_document: dict[DocumentId, list[AnnotationId]] = {}
    for id_ in ids:
        if id_ in held:
            by_document.setdefault(held[id_].document, []).append(id_)
    parts = []
    for document, own in by_document.items():
        s = workspace.load(document)
        if found := [one for id_ in own if (one := s.find(Annotation, id_))]:
            parts.append(change(s, found))
    return joined(label, *parts)
