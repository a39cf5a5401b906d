"""Codebooks and verdict scales as data."""

import re

import pytest

from annotator.model.codebook import free_key, read_codebook, read_verdict_scales
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.model.records import ExtraField
from tests.example import LABELS, Ids

SOURCE = """
[[labels]]
slug = "money"
kind = "figure"
names = {en = "Money", zh = "金额"}
key = "3"
colour = "#E69F00"
examples = ["1.2亿元"]

[[labels]]
slug = "budget"
parent = "money"
kind = "figure"
names = {en = "Budget"}
definition = {en = "Planned money"}
fields = [
  {name = "year", type = "number"},
  {name = "source", type = "choice", choices = ["a", "b"]},
]
"""


def test_labels_come_in_order_with_parents_and_fields() -> None:
    money, budget = read_codebook(SOURCE, Ids())
    assert (money.kind, money.key, money.colour) == (LabelKind.FIGURE, "3", "#E69F00")
    assert money.name("zh") == "金额"
    assert budget.name("zh") == "Budget"
    assert (budget.parent, budget.order) == (money.id, 1)
    assert budget.definitions == {"en": "Planned money"}
    assert budget.extra_fields == (
        ExtraField("year", "number"),
        ExtraField("source", "choice", ("a", "b")),
    )


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("[[labels]", "not valid TOML"),
        ("title = 'x'", r"no list \[\[labels\]\]"),
        ("labels = 3", "no list"),
        ("[[labels]]\nslug='a'\nkind='figure'", "Label 1 of mine.toml is incomplete: 'names'"),
        ("[[labels]]\nslug='a'\nkind='colour'\nnames={en='A'}", "incomplete"),
        ("[[labels]]\nslug='a'\nkind='claim'\nnames='A'", "incomplete"),
        (SOURCE.replace('"number"', '"picture"'), "Label 2"),
        (SOURCE.replace('slug = "budget"', 'slug = "budget"\nkey = "3"'), "belongs to both"),
        (SOURCE.replace('key = "3"', 'key = "?"'), "none of 1-9 and a-z"),
    ],
)
def test_a_broken_codebook_is_refused_with_its_place(source: str, complaint: str) -> None:
    with pytest.raises(UserError) as caught:
        read_codebook(source, Ids(), "mine.toml")
    assert re.search(complaint, str(caught.value)), str(caught.value)


def test_a_scale_without_verdicts_asks_for_a_conclusion_only() -> None:
    source = """
[[scales]]
slug = "fever"
names = {en = "FEVER"}
verdicts = [
  {slug = "refutes", names = {en = "Refutes"}, rank = "0"},
  {slug = "nei", names = {en = "?"}},
]
[[scales]]
slug = "conclusion"
names = {en = "Conclusion only"}
"""
    fever, conclusion = read_verdict_scales(source)
    assert [(v.slug, v.rank) for v in fever.verdicts] == [("refutes", "0"), ("nei", None)]
    assert conclusion.verdicts == ()
    with pytest.raises(UserError, match="incomplete"):
        read_verdict_scales("[[scales]]\nslug='x'")


def test_the_first_free_key_is_offered() -> None:
    assert free_key(LABELS) == "2"
    assert free_key([]) == "1"
