"""CoNLL-U columns with a tag per kind of annotation in MISC, and all white space kept, written."""

from collections.abc import Iterator
from pathlib import Path

from annotator.formats.atomic import atomic_text
from annotator.formats.base import Format, Loss, Options, ProjectSource, Selection
from annotator.formats.conllu_read import KINDS, escape_spaces, is_conllu, read_conllu
from annotator.formats.sheets import Mark, Sheet, losses_of, sheets
from annotator.formats.tags import OUTSIDE, Placed, placed, tag_names, tags_of
from annotator.formats.tokens import Tokens, tokens_of
from annotator.model.ids import LabelId
from annotator.model.kinds import LabelKind
from annotator.model.message import Message


def _write(source: ProjectSource, selection: Selection, path: Path, options: Options) -> int:
    names = tag_names(source.labels())
    written = 0
    with atomic_text(path) as out:
        for sheet in sheets(source, selection):
            page = _Page(sheet, names, is_bilou=options.scheme == "bilou")
            out.writelines(f"{line}\n" for line in page.lines())
            written += page.written
    return written


_NOTHING = "_\t" * 7


class _Page:
    """One document's lines."""

    def __init__(self, sheet: Sheet, names: dict[LabelId, str], *, is_bilou: bool) -> None:
        self._sheet, self._tokens = sheet, tokens_of(sheet.text)
        layers = _layers(sheet, self._tokens)
        self.written = sum(len(found.runs) for found in layers.values())
        count = len(self._tokens.all)
        self._tags = {
            name: tags_of(layers[kind].runs, names, count, is_bilou=is_bilou)
            for name, kind in KINDS.items()
        }

    def lines(self) -> Iterator[str]:
        """Yield the comments and rows of each sentence."""
        text, at, begin = self._sheet.text, 0, 0
        title = " ".join(self._sheet.document.title.split())
        yield f"# newdoc id = {title}"
        for number, sentence in enumerate(self._tokens.sentences, start=1):
            start, end = sentence[0][0], sentence[-1][1]
            if at == 0 or "\n" in text[begin:start]:
                yield "# newpar"
            begin = end
            yield f"# sent_id = {self._sheet.number}-{number}"
            yield f"# text = {text[start:end]}"
            for place, (first, behind) in enumerate(sentence, start=1):
                form = text[first:behind]
                yield f"{place}\t{form}\t{_NOTHING}{self._misc(at)}"
                at += 1
            yield ""

    def _misc(self, at: int) -> str:
        found = [f"{name}={tags[at]}" for name, tags in self._tags.items() if tags[at] != OUTSIDE]
        tokens, text = self._tokens.all, self._sheet.text
        if at == 0 and tokens[0][0]:
            found.append(f"SpacesBefore={escape_spaces(text[: tokens[0][0]])}")
        is_last = at + 1 == len(tokens)
        space = text[tokens[at][1] : len(text) if is_last else tokens[at + 1][0]]
        if not space:
            found.append("SpaceAfter=No")
        elif space != " " or is_last:
            found.append(f"SpacesAfter={escape_spaces(space)}")
        return "|".join(found) or "_"


def _layers(sheet: Sheet, tokens: Tokens) -> dict[LabelKind, Placed]:
    def of_kind(kind: LabelKind) -> list[Mark]:
        return [mark for mark in sheet.marks if mark.label.kind is kind]

    return {kind: placed(tokens, of_kind(kind)) for kind in KINDS.values()}


def _judge(sheet: Sheet) -> Iterator[Loss]:
    for layer in _layers(sheet, tokens_of(sheet.text)).values():
        yield from layer.losses


CONLLU = Format(
    name="conllu",
    title=Message("CoNLL-U columns"),
    extensions=(".conllu", ".conllup"),
    guess=is_conllu,
    writer=_write,
    reader=read_conllu,
    losses=losses_of(_judge),
    heeds=frozenset({"scheme"}),
    loses=Message(
        "Everything but texts, titles, kinds and one label of each kind for a token: parts of "
        "tokens, authors, notes, fields, relations and turns are left out."
    ),
)
