"""Bringing in a corrected transcript of a document that is annotated already."""

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import count

from annotator.model.correction import Correction, correct
from annotator.model.errors import UserError
from annotator.model.ids import DocumentId
from annotator.model.project_edits import ORDER_GAP
from annotator.model.records import Document
from annotator.model.text import sha256_of
from annotator.reading.transcript import Transcript
from annotator.workspace.known_texts import KnownTexts, document_of
from annotator.workspace.turn_records import turn_records
from annotator.workspace.workspace import Workspace

_VERSION = re.compile(r"(.+) \((\d{1,3})\)", re.DOTALL)


def correct_document(
    workspace: Workspace, document_id: DocumentId, transcript: Transcript
) -> Correction:
    """Return what a corrected transcript makes of a document; applying its edit brings it in.

    The old document stays as it is. The new one takes its title with a number, date, place, group
    and attributes, and its place behind it; text, speakers and turns are the transcript's.

    Raises:
        UserError: the text is the same, or that of another document.
    """
    s = workspace.load(document_id)
    _refuse_known(workspace, s.document, transcript.text)
    new_id = workspace.session.new_id
    told = document_of(
        transcript,
        DocumentId(new_id()),
        sha256_of(transcript.text),
        _order_behind(workspace, s.document),
    )
    document = replace(
        told,
        title=_numbered(s.document.title, {d.title for d in workspace.documents()}),
        language=s.document.language or told.language,
        date=s.document.date or told.date,
        place=s.document.place or told.place,
        group=s.document.group,
        attributes={**told.attributes, **s.document.attributes},
    )
    turns = turn_records(document, transcript.turns, new_id)
    return correct(s, document, transcript.text, turns, new_id)


def _refuse_known(workspace: Workspace, document: Document, text: str) -> None:
    if sha256_of(text) == document.sha256:
        raise UserError(
            "The corrected text of {title} is the same as before.", title=document.title
        )
    known = KnownTexts(workspace).document_with(text)
    if known is not None:
        raise UserError("This text is in the project already, as {title}.", title=known.title)


def _numbered(title: str, taken: Collection[str]) -> str:
    """Return the title of the next version, which no document has: “Briefing (2)”."""
    told = _VERSION.fullmatch(title)
    name, number = (told[1], int(told[2])) if told else (title, 1)
    return next(new for n in count(number + 1) if (new := f"{name} ({n})") not in taken)


def _order_behind(workspace: Workspace, document: Document) -> int:
    """Return an order between a document and the one after it."""
    line = [d for d in workspace.documents() if d.group == document.group]
    later = [d.order for d in line if d.order > document.order]
    return (document.order + min(later)) // 2 if later else document.order + ORDER_GAP
