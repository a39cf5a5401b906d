"""What lies between documents in a lossless file: both ends of it must be somewhere."""

from annotator.formats.jsonl_import import Find
from annotator.formats.jsonl_read import Header
from annotator.model.bulk import Bulk
from annotator.model.errors import UserError
from annotator.model.records import Annotation, Document, Record


class Ends:
    """The ends that the first line names, until they are met."""

    def __init__(self, header: Header) -> None:
        self._line = header.line
        self._missing: dict[type[Record], dict[str, str]] = {Document: {}, Annotation: {}}
        for name, cls in (("document_links", Document), ("relations", Annotation)):
            for at, record in enumerate(getattr(header, name)):
                for end in ("source", "target"):
                    place = f"{name}[{at}].{end}"
                    self._missing[cls].setdefault(getattr(record, end), place)

    def meet(self, records: Bulk) -> None:
        """Take note of a document with its annotations."""
        for cls, missing in self._missing.items():
            if missing and cls in records.columns:
                for met in missing.keys() & records.ids(cls):
                    del missing[met]

    def refuse_missing(self, find: Find) -> None:
        """Refuse the file if there is an end that it does not hold.

        Args:
            find: looks up what the project has, where ends may be as well.

        Raises:
            UserError: there is one; names its line and its path there.
        """
        for cls, missing in self._missing.items():
            there = find(cls, list(missing))
            if lost := next((end for end in missing if end not in there), None):
                raise UserError(
                    "Line {line}, {where}: neither the file nor the project holds {id}.",
                    line=self._line,
                    where=missing[lost],
                    id=lost,
                )
