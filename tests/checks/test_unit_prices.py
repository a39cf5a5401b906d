"""What one of a count costs, and what all of them cost."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("政府采购了1亿剂，分三批到货。每剂100元，总经费120亿元。", "conflict"),
        ("政府採購了1億劑，分三批到貨。每劑100元，總經費100億元。", "consistent"),
        (
            "We bought 40 buses. Each bus costs $800,000, so that's $36 million in total.",
            "conflict",
        ),
        (
            "We bought 40 buses. Each bus costs $800,000, so that's $32 million in total.",
            "consistent",
        ),
        (
            "We ordered 40 buses and 12 depots. At $800,000 a bus, that's $36 million in all.",
            "conflict",
        ),
        ("上半年营业收入900亿元。员工一共30万人。人均营业收入大约是22万元。", "conflict"),
        ("补贴100亿元，惠及农户1.6亿户，平均每户160元。", "conflict"),
        ("It is worth $640 million, paid over 16 years. That's $45 million a year.", "conflict"),
        ("It is worth $640 million, paid over 16 years. That's $40 million a year.", "consistent"),
        ("审结17894件，人均结案298件。法官一共45名。", "conflict"),
        ("审结17894件，人均结案398件。法官一共45名。", "consistent"),
        (
            "Reserves are $36 billion, or 7.4 months of imports; monthly imports are $3.9 billion.",
            "conflict",
        ),
        ("上半年营业收入900亿元。员工一共30万人。人均营业收入大约是30万元。", "consistent"),
        (
            "Our budget is $28 million. We have 2,000 students. Spending per student is $11,000.",
            "conflict",
        ),
        ("2号线全长32公里，设站24座，总投资245亿元，平均每公里造价9.6亿元。", "conflict"),
        ("2号线全长32公里，设站24座，总投资245亿元，平均每公里造价7.66亿元。", "consistent"),
        (
            "It is 12 miles long with 4 stations and cost $6 billion, or $300 million a mile.",
            "conflict",
        ),
    ],
)
def test_a_price_is_of_the_count_that_its_word_names(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "share")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "2号线全长32公里，设站24座，总投资245亿元，每座车站造价3亿元。",
        "We have 40 buses. Each driver earns $60,000, and we paid $36 million in total.",
    ],
)
def test_a_price_of_something_else_is_no_conflict(text: str) -> None:
    assert "conflict" not in [v for v, _texts in found_in(text, "share")]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("涉及群众7000名，返还资金1.4亿元，平均每人拿回{}元。", "2000", "2万"),
        ("We bought 1,175 new cars. It is worth $3.5 billion, about ${} million a car.", "5", "3"),
    ],
)
def test_a_price_is_for_each_of_what_is_called_so(text: str, wrong: str, right: str) -> None:
    assert [v for v, _ in found_in(text.format(wrong), "share")] == ["conflict"]
    assert [v for v, _ in found_in(text.format(right), "share")] == ["consistent"]
