"""Whether two figures count the same thing, from what stands beside them."""

import pytest

from annotator.checks.nouns import NOUN_BEFORE, Beside, are_one_noun
from tests.checks.reading import scene_of


def beside(text: str, noun: str, after: str, left: str = "", right: str = "") -> Beside:
    return Beside(text, (noun, ""), after, left, right)


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        (beside("40个", "", "小区都有"), beside("52个", "", "小区没有"), True),
        (beside("40个", "", "小区都有"), beside("52个", "", "村庄没有"), False),
        (beside("40家", "规模企业", ""), beside("52家", "规模企业", ""), True),
        (beside("40家", "规模企业", ""), beside("52家", "", "规模企业"), True),
        (beside("40", "", "", "", " shelters open"), beside("52", "", "", "", " shelters"), True),
        (beside("40", "", "", "", ". Shelters"), beside("52", "", "", "", " shelters"), False),
    ],
)
def test_what_is_counted_is_compared_on_both_sides(
    first: Beside, second: Beside, *, is_one: bool
) -> None:
    assert are_one_noun(first, second, NOUN_BEFORE) is is_one


def test_words_in_front_count_only_before_a_number_with_its_unit() -> None:
    money, bare = scene_of("The road budget is $40 million. The road budget is 40.").statements
    left = "The road budget is "
    assert beside(money.text, "", "", left).words_before() == {"road", "budget"}
    assert beside(bare.text, "", "", left).words_before() == frozenset()
