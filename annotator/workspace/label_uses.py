"""How many annotations carry each label: counted once, then kept up to date."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from annotator.model.edit import Edit
from annotator.model.ids import LabelId
from annotator.model.records import Annotation


class LabelUses:
    """Follows every edit once it has been asked for the first time."""

    def __init__(self) -> None:
        self._counted: Counter[LabelId] | None = None

    def get(
        self, count: Callable[[], Mapping[LabelId, int]], unsaved: Iterable[Edit]
    ) -> Counter[LabelId]:
        """Return the uses; ``count`` tells what the file holds, without what is unsaved."""
        if self._counted is None:
            self._counted = Counter(count())
            for edit in unsaved:
                self.follow(edit)
        return self._counted

    def forget(self) -> None:
        """Have the uses counted anew."""
        self._counted = None

    def follow(self, edit: Edit) -> None:
        """Count what an edit adds and removes."""
        if self._counted is not None:
            self._counted.subtract(r.label for r in edit.removed if isinstance(r, Annotation))
            self._counted.update(r.label for r in edit.added if isinstance(r, Annotation))

    def add(self, uses: Mapping[LabelId, int]) -> None:
        """Count what has been counted elsewhere."""
        if self._counted is not None:
            self._counted.update(uses)
