"""Codebooks and verdict scales as people write them."""

import re

import pytest

from annotator.model.codebook_file import read_codebook, read_verdict_scales
from annotator.model.errors import UserError
from annotator.model.kinds import LabelKind
from annotator.model.records import ExtraField
from tests.example import Ids

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
        ('[[labels]]\nslug = "a"\n[[label]]\nslug = "b"', "“label”, which is not known"),
        (
            '[[labels]]\nslug = "a"\nkind = "claim"\nnames = { en = "A" }\ncolor = "#000000"',
            "“color”, which is not known; known are slug, kind",
        ),
        ("title = 'x'", r"no list \[\[labels\]\]"),
        ("labels = 3", "no list"),
        ("[[labels]]\nslug='a'\nkind='figure'", "Label 1 of mine.toml has no “names”"),
        ("[[labels]]\nkind='figure'\nnames={en='A'}", "Label 1 of mine.toml has no “slug”"),
        ("[[labels]]\nslug='a'\nnames={en='A'}", "Label 1 of mine.toml has no “kind”"),
        ("[[labels]]\nslug='a'\nkind='colour'\nnames={en='A'}", "one of claim, figure, .*“colour”"),
        ("[[labels]]\nslug='a'\nkind='claim'\nnames='A'", "a text for each language"),
        ("[[labels]]\nslug='a'\nkind='claim'\nnames={}", "has no “names”"),
        ("[[labels]]\nslug='a'\nkind='claim'\nnames={en=' '}", "has no “names”"),
        ("[[labels]]\nslug=['a']\nkind='claim'\nnames={en='A'}", "“slug” must be one text"),
        (SOURCE + "examples = '1.2亿元'", "Label 2 .*“examples” must be a list of texts"),
        (SOURCE.replace('"#E69F00"', '"red"'), "Label 1 .*colour .*#0072B2, not “red”"),
        (SOURCE.replace('"#E69F00"', "3"), "Label 1 .*colour"),
        (SOURCE.replace('"budget"', '"money"'), "Label 2 .* slug “money” of another label"),
        (SOURCE.replace('parent = "money"', 'parent = "monye"'), "Label 2 .*no label “monye”"),
        (SOURCE.replace('parent = "money"', 'parent = "budget"'), "Label 2 .*below itself"),
        (SOURCE.replace('key = "3"', 'parent = "budget"'), "Label 1 .*below itself"),
        (SOURCE.replace('"number"', '"picture"'), "Label 2 .*“type” .*“picture”"),
        (SOURCE.replace(', choices = ["a", "b"]', ""), "Label 2 .*“source” needs “choices”"),
        (SOURCE.replace('slug = "budget"', 'slug = "budget"\nkey = "3"'), "belongs to both"),
        (SOURCE.replace('key = "3"', 'key = "?"'), "none of 1-9 and a-z"),
        (SOURCE.replace('key = "3"', "key = 12"), "none of 1-9 and a-z"),
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
    with pytest.raises(UserError, match="Scale 1 of verdict scales has no “names”"):
        read_verdict_scales("[[scales]]\nslug='x'")


def test_numbers_may_be_written_without_quotes() -> None:
    source = "[[labels]]\nslug=2020\nkind='figure'\nnames={en='A'}\nkey=1\nexamples=[18, '十']"
    (label,) = read_codebook(source, Ids())
    assert (label.slug, label.key, label.examples) == ("2020", "1", ("18", "十"))
