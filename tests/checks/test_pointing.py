"""Numbers that point back to one told before."""

import pytest

from tests.checks.reading import found_in

SENT = "The governor has sent us {} Guard soldiers. It rained all night. Those 190 Guard soldiers "
KNOCKED = "the governor sent knocked on doors."


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (SENT.format(240) + KNOCKED, ["conflict"]),
        (SENT.format(190) + KNOCKED, ["consistent"]),
        (SENT.format(2400) + KNOCKED, []),
        ("国军出动1800名官兵。谢谢。\n国军的部分,这一千六百名弟兄留在花莲。", ["conflict"]),
        ("国军出动1800名官兵。谢谢。\n国军的部分,这一千八百名弟兄留在花莲。", ["consistent"]),
        ("全市3842个小区全部覆盖。\n三千四百多个小区,不可能个个都好。", ["conflict"]),
        ("全市3842个小区全部覆盖。\n三千八百多个小区,不可能个个都好。", ["consistent"]),
        ("专案媒合已经补了5,600人。谢谢。\n我们媒合的6,500人都是本国人。", ["conflict"]),
        ("专案媒合已经补了5,600人。谢谢。\n我们辞退的6,500人都是本国人。", []),
        ("We put $9.5 million into it. Thanks.\nThe $9.5 billion we spent is gone.", ["conflict"]),
        (
            "We put $9.5 million into it. Thanks.\nThe $9.5 million we spent is gone.",
            [],
        ),
        ("新改扩建学校86所,新增学位。\n68所学校里头,52所开学了。", ["conflict"]),
        ("会员突破120万人。\n210万个会员里面,有登入的35万。", ["conflict"]),
        ("城东3842个小区覆盖。\n三千四百多个小区,不可能个个都好。", []),
        ("队里派了24个小组上山。谢谢。\n记者:一共去了多少个小组?\n一共是26个小组。", ["conflict"]),
        (
            "队里派了24个小组上山。谢谢。\n记者:一共去了多少个小组?\n一共是24个小组。",
            ["consistent"],
        ),
        ("We run 14 sites here. Good.\nEleven of the 15 sites are warm.", ["conflict"]),
        ("We run 14 sites here. Good.\nEleven of the 14 sites are warm.", ["consistent"]),
        ("We run 14 sites here. Good.\nEleven of the 15 buses are warm.", []),
        (
            "央行预测成长率3.1%。谢谢。\n记者:成长率好像偏低?\n央行预测是4.1%没有错。",
            ["conflict"],
        ),
        ("央行预测成长率3.1%。谢谢。\n记者:成长率好像偏低?\n民间估的是4.1%没有错。", []),
        ("队里派了24个小组上山。谢谢。\n记者:一共去了多少个村?\n一共是26个村。", []),
        (
            "We created 12.4 million jobs.\nQ: How many jobs was it?\nAbout 13.4 million.",
            ["conflict"],
        ),
        ("We created 12.4 million jobs.\nQ: How many homes was it?\nAbout 13.4 million.", []),
        (
            "Core inflation was 2.9 percent. Fine.\nCore inflation was 2.6 percent, as I said.",
            ["conflict"],
        ),
        ("培训620人。谢谢。\n记者:培训了多少人?\n培训260人是结业的,更正,是620人。", ["consistent"]),
    ],
)
def test_what_is_taken_up_is_the_same_number(text: str, verdicts: list[str]) -> None:
    assert [verdict for verdict, _texts in found_in(text, "repeat")] == verdicts


def test_an_answer_that_takes_up_nothing_of_the_question_points_to_nothing() -> None:
    text = (
        "主任：全省共有各级各类学校1.86万所。\n记者：营养餐的资金是怎么分担的？\n"
        "处长：中央出八成。全省共有1.2万所学校食堂实行了公示。"
    )
    assert "conflict" not in [v for v, _texts in found_in(text, "repeat")]


def test_a_number_of_those_who_do_not_is_none_of_those_who_do() -> None:
    text = "记者：民调不满意的有五成七，怎么看？\n署长：满意的有1020份，满意度八成五。"
    assert found_in(text, "repeat") == []
