"""Texts corrected by known edits, with every character's place kept apart from any alignment."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from annotator.model.text import Range

EDITS = ("insert", "delete", "replace")


@dataclass(frozen=True, slots=True)
class Corrected:
    """An old text and what edits made of it; ``place`` maps old characters that are left."""

    old: str
    new: str
    place: dict[int, int]
    touched: tuple[Range, ...]

    def is_kept(self, span: Range) -> bool:
        """Say whether no edit lies inside the span."""
        places = [self.place.get(at) for at in range(*span)]
        first = places[0]
        return first is not None and places == list(range(first, first + len(places)))


def transcript(dice: Random, paragraphs: int) -> str:
    """Return a made-up transcript, Chinese and English, in which no two sentences are equal."""
    lines = []
    for number in range(paragraphs):
        many = dice.randrange(10**6)
        lines.append(f"{dice.choice(['记者', '主持人', '林晓', 'MS. HART'])}：第{number}个问题。")
        rise = f"{dice.random():.4f}"
        lines.append(
            f"今年第{number}项工程投入{many}万元，同比增长{rise}%，新增岗位{many // 7}个。"
        )
        lines.append(f"In district {number} we built {many} homes, which is {rise} percent more.")
    return "\n".join(lines)


def corrected(old: str, edits: Sequence[tuple[str, int, int, str]]) -> Corrected:
    """Carry out edits ``(kind, start, length, words)`` that lie apart, in rising order."""
    pieces: list[str] = []
    place: dict[int, int] = {}
    touched = []
    at = length = 0

    def keep(end: int) -> None:
        nonlocal at, length
        place.update(zip(range(at, end), range(length, length + end - at), strict=True))
        pieces.append(old[at:end])
        at, length = end, length + end - at

    for kind, start, count, words in edits:
        keep(start)
        if kind != "delete":
            pieces.append(words)
            length += len(words)
        if kind != "insert":
            at = start + count
        touched.append((start, at))
    keep(len(old))
    return Corrected(old, "".join(pieces), place, tuple(touched))


def random_edits(dice: Random, old: str, count: int) -> list[tuple[str, int, int, str]]:
    """Return edits of a few characters at places apart from each other."""
    step = len(old) // (count + 1)
    made = []
    for number in range(count):
        start = number * step + dice.randrange(max(1, step // 2))
        length = dice.randrange(1, max(2, min(12, step // 2)))
        words = "".join(dice.choices("的了在新增万元abcdef 更正《》", k=dice.randrange(1, 10)))
        made.append((dice.choice(EDITS), start, length, words))
    return made
