"""The documents that an open project has in memory: the one on show and the last few others."""

from collections.abc import Callable, Container

from annotator.model.edit import Edit
from annotator.model.ids import DocumentId
from annotator.store.loading import Loading
from annotator.store.project_file import Store

OTHERS = 3


class KeptDocuments:
    """Every one follows the project's edits, read or still being read."""

    def __init__(self) -> None:
        self._loadings: dict[DocumentId, Loading] = {}
        self._on_show: DocumentId | None = None

    def get(self, document_id: DocumentId, begin: Callable[[], Loading]) -> Loading:
        """Return a document, begun if it is not here; the one used longest ago is forgotten."""
        loading = self._loadings.pop(document_id, None) or begin()
        self._loadings[document_id] = loading
        for other in [x for x in self._loadings if x != self._on_show][:-OTHERS]:
            del self._loadings[other]
        return loading

    def show(self, document_id: DocumentId) -> None:
        """Keep a document until another one is shown: whoever shows it holds on to it."""
        self._on_show = document_id

    def finish(self) -> None:
        """Read all that is left.

        Raises:
            UserError: the file can no longer be read.
        """
        for loading in self._loadings.values():
            loading.finish()

    def follow(self, edit: Edit, there: Container[DocumentId]) -> None:
        """Bring all up to date with an edit, and forget those that are not ``there`` any more."""
        for document_id, loading in list(self._loadings.items()):
            if document_id in there:
                loading.snapshot.apply(edit)
            else:
                del self._loadings[document_id]

    def go_on_in(self, store: Store) -> None:
        """Read what is left from the same file, opened anew."""
        for loading in self._loadings.values():
            store.go_on(loading)

    def clear(self) -> None:
        """Forget all."""
        self._loadings.clear()
