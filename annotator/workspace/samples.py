"""The sample projects: opening a copy, and building them from their source texts."""

import shutil
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from annotator.model.edit import Edit
from annotator.model.edits import mark
from annotator.model.errors import UserError
from annotator.model.ids import AuthorId, EvidenceId, RelationId, uuid7
from annotator.model.kinds import LabelKind, RelationKind, Stance
from annotator.model.message import Message
from annotator.model.project_edits import change_document, set_setting
from annotator.model.records import (
    Annotation,
    AnnotationDetail,
    Author,
    Claim,
    Evidence,
    Figure,
    Relation,
    Topic,
)
from annotator.model.snapshot import Snapshot
from annotator.model.text import Range
from annotator.resources import resource_path, sample_project_path
from annotator.store.session import Session
from annotator.workspace.folders import data_folder
from annotator.workspace.importing import import_files
from annotator.workspace.marking import NO_ID
from annotator.workspace.opening import create_project, open_project
from annotator.workspace.workspace import Workspace

SAMPLES = {"zh": "briefing-zh", "en": "briefing-en"}
BUILT_AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
Entry = Mapping[str, Any]
OF_ANNOTATION = ("ref", "kind", "label", "quote", "nth", "more", "note", "extra", "evidence")
"""What an entry says of the annotation itself; the rest are fields of its claim or figure."""


def open_sample_copy(language: str, session: Session) -> Workspace:
    """Open the user's copy of a sample project, making it the first time.

    Raises:
        UserError: there is no sample in this language.
    """
    name = SAMPLES.get(language)
    if name is None:
        raise UserError(
            "There is no sample “{name}”; there are {known}.",
            name=language,
            known=", ".join(SAMPLES),
        )
    copy = data_folder() / "samples" / f"{name}.annotator"
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(sample_project_path(name), copy)
    return open_project(copy, session)


class SampleIds:
    """Ids that are the same in every build: the build's time and a running number."""

    def __init__(self, seed: int) -> None:
        self._number = seed << 40

    def __call__(self) -> str:
        """Return the next id."""
        self._number += 1
        return uuid7(int(BUILT_AT.timestamp() * 1000), self._number)


def sample_session(seed: int) -> Session:
    """Return a session whose clock stands still and whose ids never change."""
    new_id = SampleIds(seed)
    return Session(Author(AuthorId(new_id()), "Sample"), lambda: BUILT_AT, new_id)


def build_samples(folder: Path) -> list[Path]:
    """Write every sample project into ``folder``, over what is there; returns their paths."""
    built = []
    for seed, name in enumerate(SAMPLES.values(), start=1):
        path = folder / f"{name}.annotator"
        path.unlink(missing_ok=True)
        with create_project(path, sample_session(seed), title=name) as workspace:
            _fill(workspace, name)
        built.append(path)
    return built


def _fill(workspace: Workspace, name: str) -> None:
    """Import the sample's text and add its annotations."""
    source = resource_path("samples", f"{name}.annotations.toml").read_text(encoding="utf-8")
    content = tomllib.loads(source)
    report = import_files(workspace, [resource_path("samples", f"{name}.txt")])
    told = dict(content["document"])
    scale = told.pop("verdict_scale")
    before = report.added[0]
    workspace.apply(change_document(before, replace(before, **told)))
    workspace.apply(set_setting(None, "verdict_scale", scale))
    SampleAnnotations(workspace, workspace.load(before.id)).add(content)


class SampleAnnotations:
    """Puts hand-written annotations, which name their places by quotes, on a document."""

    def __init__(self, workspace: Workspace, snapshot: Snapshot) -> None:
        self._workspace = workspace
        self._snapshot = snapshot
        self._by_ref: dict[str, Annotation] = {}

    def add(self, source: Mapping[str, Sequence[Entry]]) -> None:
        """Add all annotations, then the relations between them, each in a commit of its own."""
        for entry in source["annotations"]:
            self._workspace.apply(self._annotation_edit(entry))
        for entry in source.get("relations", ()):
            self._workspace.apply(self._relation_edit(entry))

    def _annotation_edit(self, entry: Entry) -> Edit:
        s, hand = self._snapshot, self._workspace.hand
        label = self._workspace.find_label(entry["label"], LabelKind(entry["kind"]))
        start, end = find_quote(s.text, entry["quote"], entry.get("nth", 1))
        detail = self._detail(label.kind, entry, start)
        ranges = [(start, end)]
        for quote in entry.get("more", ()):
            ranges.append(find_quote(s.text, quote, 1, after=ranges[-1][1]))
        edit = mark(s, label, ranges, hand, detail=detail)
        annotation = next(r for r in edit.added if isinstance(r, Annotation))
        noted = replace(annotation, note=entry.get("note", ""), extra=entry.get("extra", {}))
        added = tuple(noted if r == annotation else r for r in edit.added)
        self._by_ref[entry.get("ref", "")] = noted
        evidence = [self._evidence(noted, e) for e in entry.get("evidence", ())]
        return replace(edit, added=(*added, *evidence))

    def _detail(self, kind: LabelKind, entry: Entry, start: int) -> AnnotationDetail:
        told = {name: value for name, value in entry.items() if name not in OF_ANNOTATION}
        if kind is LabelKind.FIGURE:
            told["kind"] = told.pop("figure_kind", "")
            return Figure(NO_ID, **told)
        if kind is LabelKind.TOPIC:
            return Topic(NO_ID, **told)
        speaker = self._snapshot.speaker_at(start)
        told["types"] = tuple(told.get("types", ()))
        return Claim(NO_ID, speaker=speaker.id if speaker else None, **told)

    def _evidence(self, annotation: Annotation, entry: Entry) -> Evidence:
        values = dict(entry) | {"stance": Stance(entry["stance"])}
        return Evidence(EvidenceId(self._workspace.session.new_id()), annotation.id, **values)

    def _relation_edit(self, entry: Entry) -> Edit:
        relation = Relation(
            RelationId(self._workspace.session.new_id()),
            RelationKind(entry["kind"]),
            self._by_ref[entry["from"]].id,
            self._by_ref[entry["to"]].id,
            self._workspace.hand.author,
            note=entry.get("note", ""),
        )
        return Edit(Message("Relate annotations"), added=(relation,))


def find_quote(text: str, quote: str, nth: int, after: int = 0) -> Range:
    """Return where ``quote`` stands for the nth time behind a position.

    Raises:
        UserError: it does not stand there that often.
    """
    at = after - 1
    for _count in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            raise UserError("The sample has no “{quote}” number {nth}.", quote=quote, nth=nth)
    return at, at + len(quote)
