"""English ordinals that count, and those in names."""

import pytest

from annotator.suggest.figures.ordinals import is_ordinal_figure
from annotator.suggest.figures.units import vocabulary


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("third wave", True),
        ("second booster dose", True),
        ("fifth consecutive year", True),
        ("60th anniversary", True),
        ("third-largest economy", True),
        ("first question", False),
        ("first week of May", False),
        ("38th parallel", False),
        ("21st century", False),
        ("14th Amendment", False),
        ("Fifth Fleet", False),
        ("Second dose", False),
    ],
)
def test_an_ordinal_counts_where_another_could_stand(text: str, counts: bool) -> None:  # noqa: FBT001
    end = next(at for at, character in enumerate(text) if character in " -")
    assert is_ordinal_figure(text, text.lower(), 0, end, vocabulary()) is counts
