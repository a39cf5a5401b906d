"""What XML formats lose: characters that XML 1.0 cannot hold."""

from collections.abc import Iterator, Mapping
from typing import cast

from annotator.formats.base import Loss, Options, ProjectSource, Selection
from annotator.formats.columns import columns_of
from annotator.formats.records_json import fields_of_class
from annotator.formats.xml_text import holds_forbidden
from annotator.model.message import Message
from annotator.model.records import RECORD_TYPES, Record
from annotator.model.snapshot import Snapshot


def control_characters(
    source: ProjectSource, selection: Selection, _options: Options
) -> Iterator[Loss]:
    """Yield a loss for each annotation whose words or fields have a control character."""
    reason = Message("XML has no place for control characters: they become U+FFFD.")
    for document in selection.documents_of(source):
        s = source.load(document.id)
        if _is_clean(s):
            continue
        for annotation in selection.annotations(s):
            values = (annotation.quote, *columns_of(s, annotation).values())
            if any(map(holds_forbidden, values)):
                yield Loss(reason, document.id, annotation.id)


def text_characters(
    source: ProjectSource, selection: Selection, options: Options
) -> Iterator[Loss]:
    """Yield the same, and a loss for each document whose text, which stands in XML, has one."""
    reason = Message("Its text has control characters, which XML cannot hold: they become U+FFFD.")
    for document in selection.documents_of(source):
        if holds_forbidden(source.load(document.id).text):
            yield Loss(reason, document.id)
    yield from control_characters(source, selection, options)


def _is_clean(s: Snapshot) -> bool:
    """Say whether nothing at all of a document has such a character: most have none."""
    words = ("".join(_words_of(s, cls)) for cls in RECORD_TYPES)
    return not holds_forbidden(s.text) and not any(map(holds_forbidden, words))


def _words_of(s: Snapshot, cls: type[Record]) -> Iterator[str]:
    """Yield the texts in the fields of a class's records; the quotes of spans are in the text."""
    _names, _structured, read = fields_of_class(cast("type", cls), ("spans",))
    for record in s.all(cls):
        for value in read(record):
            if type(value) is str:
                yield value
            elif isinstance(value, Mapping):
                yield from value.keys()
                yield from value.values()
            elif isinstance(value, tuple):
                yield from (item for item in value if isinstance(item, str))
