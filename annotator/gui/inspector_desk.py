"""Joins the inspector with the current annotation."""

from dataclasses import replace
from datetime import UTC, datetime

from annotator.gui.bench import Bench
from annotator.gui.panels.inspected import InspectedAnnotation
from annotator.gui.panels.inspector import Inspector
from annotator.model import edits
from annotator.model.edit import Edit
from annotator.model.errors import UserError
from annotator.model.ids import AnnotationId, EvidenceId
from annotator.model.kinds import LabelKind, ReviewState
from annotator.model.message import _
from annotator.model.records import (
    Annotation,
    AnnotationDetail,
    Evidence,
    Fields,
    Figure,
    Label,
    Review,
    Speaker,
    target_of,
)
from annotator.model.reviews import review, review_id
from annotator.workspace.marking import figure_words, with_quantity

TIME_ORDERED = 7
"""The version of UUIDs that start with the time."""


class InspectorDesk:
    """Shows the current annotation and turns what is typed into edits."""

    def __init__(self, bench: Bench, inspector: Inspector) -> None:
        self._bench = bench
        self._inspector = inspector
        bench.annotations.current_changed.connect(lambda _annotation: self.show())
        inspector.detail_changed.connect(self._change_detail)
        inspector.note_changed.connect(self._change_note)
        inspector.extra_changed.connect(self._change_extra)
        inspector.label_changed.connect(lambda _id, label: bench.annotations.relabel(label))
        inspector.evidence_changed.connect(self._change_evidence)
        inspector.review_changed.connect(self._change_review)
        inspector.link_requested.connect(bench.prompts.open_link)
        inspector.delete_requested.connect(lambda _id: bench.annotations.delete())
        inspector.copy_requested.connect(lambda _id: bench.annotations.copy_citation())
        inspector.read_requested.connect(self._read_again)

    def show(self) -> None:
        """Show the current annotation, or what to do when there is none."""
        annotation = self._bench.annotations.current
        if annotation is None:
            self._inspector.show_nothing()
        else:
            inspected = self._inspected(annotation)
            self._inspector.show_annotation(inspected)
            if isinstance(inspected.detail, Figure):
                self._inspector.show_reading(figure_words(inspected.detail, annotation.quote))

    def follow(self, edit: Edit) -> None:
        """Show the current annotation anew if an edit changed anything about it."""
        current = self._bench.annotations.current
        touched = {target_of(record) for record in (*edit.removed, *edit.added)}
        shared = any(isinstance(r, Label | Speaker) for r in (*edit.removed, *edit.added))
        if current is None or shared or current.id in touched:
            self.show()

    def _inspected(self, annotation: Annotation) -> InspectedAnnotation:
        s = self._bench.workspace.load(annotation.document)
        me = self._bench.workspace.session.author.id
        reviews = s.reviews_of(annotation.id)
        paragraphs = self._bench.annotations.view.page.paragraphs
        labels = [
            label
            for label in self._bench.workspace.labels()
            if not label.retired and label.kind is not LabelKind.RELATION
        ]
        return InspectedAnnotation(
            annotation=annotation,
            label=s.label_of(annotation),
            labels=tuple(labels),
            detail=s.detail_of(annotation.id),
            evidence=tuple(s.evidence_of(annotation.id)),
            speaker=s.speaker_at(annotation.start),
            speakers=tuple(s.all(Speaker)),
            document=s.document,
            paragraph=paragraphs.line_of(paragraphs.at(annotation.start)) + 1,
            author_name=s.author_name(annotation.author),
            created=created_text(annotation.id),
            review=next((r for r in reviews if r.reviewer == me), None),
            others=tuple((s.author_name(r.reviewer), r) for r in reviews if r.reviewer != me),
        )

    def _change_detail(self, detail: AnnotationDetail) -> None:
        if annotation := self._find(detail.id):
            s = self._bench.workspace.load(annotation.document)
            self._bench.apply(edits.set_detail(s, detail))

    def _read_again(self, inspected: InspectedAnnotation) -> None:
        detail, quote = inspected.detail, inspected.annotation.quote
        try:
            if isinstance(detail, Figure):
                self._change_detail(with_quantity(detail, quote))
        except UserError as error:
            self._bench.say(str(error))

    def _change_note(self, annotation_id: str, note: str) -> None:
        if annotation := self._find(annotation_id):
            s = self._bench.workspace.load(annotation.document)
            self._bench.apply(edits.set_note(s, [annotation], note))

    def _change_extra(self, annotation_id: str, extra: Fields) -> None:
        if annotation := self._find(annotation_id):
            s = self._bench.workspace.load(annotation.document)
            self._bench.apply(edits.set_extra(s, annotation, extra))

    def _change_evidence(self, before: Evidence | None, after: Evidence | None) -> None:
        if before is None and after is not None:
            after = replace(after, id=EvidenceId(self._bench.workspace.session.new_id()))
        self._bench.apply(edits.set_evidence(before, after))

    def _change_review(self, annotation_id: str, state: str, note: str) -> None:
        if annotation := self._find(annotation_id):
            self._review([annotation], ReviewState(state), note)

    def review(self, state: ReviewState) -> None:
        """Say where the current annotation stands; saying the same again takes it back."""
        s, current = self._bench.annotations.snapshot, self._bench.annotations.current
        if s is None or current is None:
            self._bench.say(_("Select an annotation to review it."))
            return
        self._inspector.commit()
        own = s.find(Review, review_id(current.id, self._bench.workspace.session.author.id))
        is_same = own is not None and own.state is state
        self._review([current], ReviewState.OPEN if is_same else state)

    def _review(
        self, annotations: list[Annotation], state: ReviewState, note: str | None = None
    ) -> None:
        workspace = self._bench.workspace
        s = workspace.load(annotations[0].document)
        self._bench.apply(review(s, annotations, workspace.session.author.id, state, note))

    def _find(self, annotation_id: str) -> Annotation | None:
        """Return an annotation of the document on show, if it is still there."""
        s = self._bench.annotations.snapshot
        return s.find(Annotation, annotation_id) if s else None


def created_text(annotation_id: AnnotationId) -> str:
    """Return when an id was made, in the user's own time; nothing for ids of other tools."""
    from uuid import UUID

    try:
        made = UUID(annotation_id)
        moment = datetime.fromtimestamp((made.int >> 80) / 1000, UTC).astimezone()
    except (ValueError, OverflowError, OSError):  # from a file of anybody's
        return ""
    return moment.strftime("%Y-%m-%d %H:%M") if made.version == TIME_ORDERED else ""
