"""Totals somewhere else than beside their parts."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (
            "It is $2.4 billion.\nBy unit: air $1.2 billion, sea $790 million, land $580 million.",
            ["conflict"],
        ),
        (
            "It is $640 million.\nOf it, $352 million is ours, $224 million his, $74 million lost.",
            ["conflict"],
        ),
        (
            "We saw 186,400 fish. Of the fish, 67,100 were wild and 129,300 were released.",
            ["conflict"],
        ),
        (
            "We saw 186,400 fish. Of the fish, 67,100 were wild and 80,300 were released.",
            ["undetermined"],
        ),
        ("累计312例，其中57例死亡。重症病例当中，甲型186例，乙型98例，其他38例。", ["conflict"]),
        (
            "记者:死亡166例里，有年轻人吗?\n局长:18岁以下3例、50岁以下52例、65岁以上121例。",
            ["conflict"],
        ),
        (
            "There were 187 on board. 132 were rescued. 41 are dead. That leaves 24 missing.",
            ["conflict"],
        ),
        (
            "There were 197 on board. 132 were rescued. 41 are dead. That leaves 24 missing.",
            ["consistent"],
        ),
        (
            "It is $1.84 billion.\nTax: $920 million. Sales: $414 million. The rest, $406 million.",
            ["conflict"],
        ),
        (
            "We had 214 vacancies, now 96. Of those, 40 are in schools, 31 in depots, 25 in both.",
            ["consistent"],
        ),
        ("We run 410 buses.\nWe had 214 vacancies and 96 now. The remaining 90 are open.", []),
    ],
)
def test_totals_in_another_sentence_than_their_parts(text: str, verdicts: list[str]) -> None:
    assert [v for v, _texts in found_in(text, "sum")] == verdicts


def test_bare_numbers_by_age_are_held_against_a_bare_total_near_them() -> None:
    text = (
        "We have {} confirmed cases. 34 patients have been hospitalized.\n"
        "By age: 71 are under five, 98 are between five and seventeen, and 54 are adults."
    )
    assert [v for v, _t in found_in(text.format(214), "sum")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(223), "sum")] == ["consistent"]
    assert found_in(text.format(300), "sum") == []


def test_what_everything_else_closes_is_held_against_the_total_it_nearly_makes() -> None:
    text = (
        "The budget is ${} billion.\nPublic safety gets $412 million. Streets get $298 million, "
        "parks $96 million, human services $187 million, and everything else $207 million."
    )
    assert [v for v, _t in found_in(text.format("1.24"), "sum")] == ["conflict"]
    assert [v for v, _t in found_in(text.format("1.20"), "sum")] == ["consistent"]
    assert "conflict" not in [v for v, _t in found_in(text.format("1.50"), "sum")]


def test_kinds_of_one_thing_are_held_against_how_many_there_are() -> None:
    text = (
        "We have {} schools in the district.\nREPORTER: Which?\nBEN: There are 58 elementary "
        "schools, 16 middle schools and 14 high schools."
    )
    assert [v for v, _t in found_in(text.format(86), "sum")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(88), "sum")] == ["consistent"]
    assert found_in(text.format(120), "sum") == []


@pytest.mark.parametrize(("listed", "count"), [("", 1), ("、网络赌博1.9万件", 0)])
def test_one_of_a_list_is_no_total_of_what_follows(listed: str, count: int) -> None:
    text = (
        f"立案查处诈骗类5.1万件{listed}。环境类4750件，食品类1.3万件，"
        "医疗类226件，土地类3831件，林草类3.5万件。"
    )
    assert len([v for v, _texts in found_in(text, "sum") if v == "conflict"]) == count
