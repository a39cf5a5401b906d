"""Which suggestions for a document a person has dealt with: follows every edit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, KeysView
from itertools import islice

from annotator.model.edit import Edit
from annotator.model.kinds import LabelKind
from annotator.model.records import Annotation, Dismissal, Record
from annotator.model.snapshot import Snapshot
from annotator.model.suggestion import Suggestion
from annotator.workspace.suggesting import Place

BLOCK = 512
"""Code points: passages are looked for in the blocks that they touch."""


class _Passages:
    """Passages by where they are."""

    def __init__(self) -> None:
        self._by_block: defaultdict[tuple[str, int], set[Place]] = defaultdict(set)

    def add(self, place: Place) -> None:
        for block in _blocks(place):
            self._by_block[place[0], block].add(place)

    def discard(self, place: Place) -> None:
        for block in _blocks(place):
            self._by_block[place[0], block].discard(place)

    def meeting(self, place: Place) -> Iterator[Place]:
        """Yield the passages of the kind that share text with one, maybe more than once.

        A passage may have several topics, so there only the very same counts.
        """
        kind, start, end = place
        for block in _blocks(place):
            for other in self._by_block.get((kind, block), ()):
                if other == place or (
                    kind != LabelKind.TOPIC and other[1] < end and start < other[2]
                ):
                    yield other


def last_of(found: dict[Place, Suggestion], count: int) -> list[Place]:
    """Return where the last ones were found, in order, without going through those before them."""
    return [*islice(reversed(found), count)][::-1]


def _blocks(place: Place) -> range:
    return range(place[1] // BLOCK, place[2] // BLOCK + 1)


class Decided:
    """Which passages of a document need no suggestion any more.

    A claim or a figure does not if some of it is marked as one or was turned down.
    """

    def __init__(self, s: Snapshot) -> None:
        self._snapshot = s
        self._places = Counter[Place]()
        self._passages = _Passages()
        self._rest: list[Record] = [*s.all(Dismissal), *s.all(Annotation)]
        self._asked = 0
        self._suggested = _Passages()
        self._closed: set[Place] = set()

    def go_on(self, count: int | None = None) -> bool:
        """Count so many more of what was decided, or all; says whether that was all.

        Before that it does not know of everything, but it follows edits already.
        """
        some = self._rest[-(count or len(self._rest)) :]
        del self._rest[len(self._rest) - len(some) :]
        self._count((place for record in some for place in self._of(record)), 1)
        return not self._rest

    def _count(self, places: Iterable[Place], by: int) -> set[Place]:
        """Count passages; returns the suggestions that are open now and were not, or not any more.

        A passage that is counted and not counted any more changes nothing.
        """
        changed: set[Place] = set()
        for place in places:
            if now := self._places[place] + by:
                self._places[place] = now
                self._passages.add(place)
            else:
                del self._places[place]
                self._passages.discard(place)
            for suggested in set(self._suggested.meeting(place)):
                if self._decide(suggested):
                    changed ^= {suggested}
        return changed

    def _decide(self, suggested: Place) -> bool:
        """Find out whether a suggestion is open; returns whether that is new."""
        was_open = suggested not in self._closed
        if next(self._passages.meeting(suggested), None) is None:
            self._closed.discard(suggested)
        else:
            self._closed.add(suggested)
        return was_open != self.is_open(suggested)

    def is_open(self, suggested: Place) -> bool:
        """Say whether a suggestion that was asked about is undecided."""
        return suggested not in self._closed

    def undecided(self, found: dict[Place, Suggestion]) -> list[Suggestion]:
        """Return the suggestions that are open; more may be ``found`` from call to call."""
        self.undecided_more(found)
        return [x for place, x in found.items() if place not in self._closed]

    def undecided_more(self, found: dict[Place, Suggestion]) -> list[Suggestion]:
        """Return the open ones of those that have been ``found`` since the last call, in order."""
        more = last_of(found, len(found) - self._asked)
        for place in more:
            self._suggested.add(place)
            self._decide(place)
        self._asked = len(found)
        return [found[place] for place in more if place not in self._closed]

    @property
    def places(self) -> KeysView[Place]:
        """The passages that are marked or dismissed."""
        return self._places.keys()

    def follow(self, edit: Edit) -> set[Place]:
        """Follow an edit that the snapshot has followed.

        Returns the suggestions, of those asked about, that it decides or opens again.
        """
        gone = [place for record in edit.removed for place in self._of(record)]
        new = [place for record in edit.added for place in self._of(record)]
        return self._count(new, 1) ^ self._count(gone, -1)

    def _of(self, record: Record) -> list[Place]:
        match record:
            case Annotation() if record.document == self._snapshot.document.id:
                kind = self._snapshot.kind_of(record).value
                return [(kind, span.start, span.end) for span in record.spans]
            case Dismissal() if record.document == self._snapshot.document.id:
                return [(record.kind, record.start, record.end)]
            case _:
                return []
