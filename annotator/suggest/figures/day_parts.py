"""Chinese words for parts of the day that stand before an hour, and the half of it they are in."""

from collections.abc import Iterable

_LAST_OF_NIGHT = 4
"""The last hour that is said of the night before: 深夜2时, not 晚上5时."""
_MIDNIGHT = "午夜"
"""The part of the day whose twelve o'clock starts a day; that of all others at night ends one."""
_HALF = 12


class DayParts:
    """The words of three lists of the data files; two are never equal, so that they are a key.

    Behind ``afternoons`` an hour is always of the second half of the day.
    """

    def __init__(
        self, mornings: Iterable[str], afternoons: Iterable[str], nights: Iterable[str]
    ) -> None:
        self._afternoons = frozenset(afternoons)
        self._later = self._afternoons | frozenset(nights)
        self.words = tuple(sorted(self._later.union(mornings)))

    def hour(self, hour: int | None, minute: int, part: str) -> tuple[int | None, int]:
        """Return an hour and how many hours later it is in a part of the day: 晚上8点, 凌晨12点."""
        if part not in self._later or part in self._afternoons:
            return hour, _HALF * (part in self._later)
        if hour == _HALF:
            hour = 0 if minute or part == _MIDNIGHT else 2 * _HALF
        return hour, 0 if (hour or 0) <= _LAST_OF_NIGHT else _HALF
