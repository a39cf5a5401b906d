"""How many things are named one after the other."""

import pytest

from annotator.checks.listing import are_single_items, length_of, listing_of


@pytest.mark.parametrize(
    ("listing", "count", "length"),
    [
        ("Karr, Tarn and Kell", 3, 3),
        ("Karr, Tarn, and Kell", 4, 3),
        ("roads, schools, and parks and gardens", 3, 3),
        ("住房、就业、教育", 4, 3),
        ("住房、医疗和教育", 3, 3),
        ("第一医院、第二医院、儿童医院和妇产医院", 3, 4),
        ("生产和销售、运输", 2, 2),
        ("住房以及就业", 3, 2),
    ],
)
def test_joining_words_part_items_or_belong_to_a_name(
    listing: str, count: int, length: int
) -> None:
    assert length_of(listing, count) == length


@pytest.mark.parametrize(
    ("words", "listing"),
    [
        ("住房、就业，都要办好", "住房、就业"),
        ("住房、就业，以及教育", "住房、就业、教育"),
        ("Karr, Tarn and Kell", "Karr, Tarn and Kell"),
    ],
)
def test_what_a_comma_sets_apart_is_no_item(words: str, listing: str) -> None:
    assert listing_of(words) == listing


@pytest.mark.parametrize(
    ("items", "are_single"),
    [
        (["Karr", "Tarn"], True),
        (["two schools", "a park"], False),
        (["两所小学", "医院"], False),
        (["东区", "西区各三"], False),
        (["东区", "西" * 41], False),
    ],
)
def test_counts_and_sentences_are_no_single_items(items: list[str], *, are_single: bool) -> None:
    assert are_single_items(items) is are_single
