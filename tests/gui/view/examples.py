"""Marks and texts that the tests of the view share."""

from hypothesis import strategies as st

from annotator.gui.view.marks import Mark
from annotator.model.kinds import LabelKind

DRAWN = (LabelKind.CLAIM, LabelKind.FIGURE, LabelKind.TOPIC)
COLOURS = {
    LabelKind.CLAIM: "#d55e00",
    LabelKind.FIGURE: "#0000ff",
    LabelKind.TOPIC: "#00a000",
    LabelKind.RELATION: "#777777",
}
ALPHABET = "ab 国。,\n\n😀𠮷1"
TEXTS = st.text(alphabet=ALPHABET, max_size=120)


def mark(start: int, end: int, kind: LabelKind = LabelKind.CLAIM, annotation_id: str = "") -> Mark:
    """Return a mark whose id says where it is, unless another is given."""
    return Mark(
        annotation_id or f"{kind}-{start}-{end}", start, end, kind, kind.capitalize(), COLOURS[kind]
    )


@st.composite
def marks_in(draw: st.DrawFn, length: int, most: int = 12) -> list[Mark]:
    """Draw marks with ids of their own in a text of so many code points, which is not empty."""
    found = []
    for number in range(draw(st.integers(0, most))):
        start = draw(st.integers(0, length - 1))
        end = draw(st.integers(start + 1, length))
        found.append(mark(start, end, draw(st.sampled_from(DRAWN)), f"mark-{number}"))
    return found
