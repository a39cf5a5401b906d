"""What holds for the labels of a codebook together."""

from annotator.model.codebook import free_key
from tests.example import LABELS


def test_the_first_free_key_is_offered() -> None:
    assert free_key(LABELS) == "2"
    assert free_key([]) == "1"
