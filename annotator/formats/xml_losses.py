"""What XML formats lose: characters that XML 1.0 cannot hold."""

from collections.abc import Iterator

from annotator.formats.base import Loss, Options, ProjectSource, Selection
from annotator.formats.columns import columns_of
from annotator.formats.xml_text import holds_forbidden
from annotator.model.message import Message


def control_characters(
    source: ProjectSource, selection: Selection, _options: Options
) -> Iterator[Loss]:
    """Yield a loss for each annotation whose words or fields have a control character."""
    reason = Message("XML has no place for control characters: they become U+FFFD.")
    for document in selection.documents_of(source):
        s = source.load(document.id)
        for annotation in selection.annotations(s):
            values = (annotation.quote, *columns_of(s, annotation).values())
            if any(map(holds_forbidden, values)):
                yield Loss(reason, document.id, annotation.id)
