"""Lengths of time and the two dates that they lie between."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("大桥2019年6月动工，2023年6月通车，前后用了四年。", ["consistent"]),
        ("大桥2019年6月动工，2023年6月通车，前后用了六年。", ["conflict"]),
        ("大桥2019年6月动工，2023年6月通车，比原计划提前六年。", []),
        ("Work began in May 2020 and ended in August 2021, so it took 15 months.", ["consistent"]),
        ("Work began in May 2020 and ended in August 2021, so it took 25 months.", ["conflict"]),
        ("It ran from 2015 to 2019, so that was nine years of work.", ["conflict"]),
        ("It ran from 2015 to 2019, so that was five years of work.", ["consistent"]),
        ("It ran from 2015 to 2019. I was there for nine years of work.", []),
        ("It ran from May 2015 to 2019, so that was nine years of work.", ["conflict"]),
        ("It ran from May 2015 to 2019, so that was four years of work.", ["consistent"]),
    ],
)
def test_a_term_is_as_long_as_its_months_tell(text: str, verdicts: list[str]) -> None:
    assert [verdict for verdict, _texts in found_in(text, "date")] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("大桥2020年9月开工，工期四年半，计划2026年底建成。", ["conflict"]),
        ("大桥2020年9月开工，工期六年，计划2026年底建成。", ["consistent"]),
        ("大桥2020年9月开工，每年检修两年期设备，2026年底建成。", []),
        ("Work begins in May 2024, will take three years, and ends in May 2026.", ["conflict"]),
        ("Work begins in May 2024, will take two years, and ends in May 2026.", ["consistent"]),
        ("It began in May 2024, a two years old plan, and ends in May 2029.", []),
    ],
)
def test_a_term_may_stand_between_its_ends(text: str, verdicts: list[str]) -> None:
    assert [verdict for verdict, _texts in found_in(text, "date")] == verdicts


@pytest.mark.parametrize(
    ("length", "verdict"), [("18 months", "conflict"), ("ten months", "consistent")]
)
def test_a_term_may_lead_to_its_ends(length: str, verdict: str) -> None:
    text = f"They open over the {length} from March 2026 to the end of December 2026."
    assert [v for v, _texts in found_in(text, "date")] == [verdict]


@pytest.mark.parametrize(("length", "verdict"), [("六年", "conflict"), ("五年", "consistent")])
def test_years_from_one_to_another_may_be_told_at_once(length: str, verdict: str) -> None:
    text = f"计划从2020年到2024年，{length}投入60亿元。"
    assert [v for v, _texts in found_in(text, "date")] == [verdict]


@pytest.mark.parametrize(
    ("length", "verdict"), [("四十五年", "conflict"), ("四十年", "consistent")]
)
def test_what_was_done_for_so_long_is_a_term(length: str, verdict: str) -> None:
    text = f"一号机1984年商转，到2024年停机，运转了{length}。"
    assert [v for v, _texts in found_in(text, "date")] == [verdict]


def test_a_decade_is_no_term() -> None:
    text = "80年代，在政府扩充开支的情况下，该国经济持续增长92个月。"
    assert found_in(text, "date") == []


@pytest.mark.parametrize(("years", "verdict"), [("四年半", "conflict"), ("三年半", "consistent")])
def test_what_was_built_took_so_long(years: str, verdict: str) -> None:
    text = f"宿舍2019年3月动工，2022年9月完工，盖了{years}。"
    assert [v for v, _ in found_in(text, "date")] == [verdict]


def test_what_is_the_most_in_some_years_lasted_no_such_time() -> None:
    text = "We had 391 fires in 2023 and now 367 in 2024, and that is the lowest in five years."
    assert found_in(text, "date") == []
    assert found_in("It ran from 2019 to 2024, and that is five years.", "date") != []


BETWEEN = [
    ("隧道计划工期{}，2021年3月开工，预计2024年3月建成。", "五年", "三年"),
    (
        "The grant was signed on 4 March 2021 for {}, so it runs out in March 2024.",
        "five years",
        "three years",
    ),
    (
        "She took office on May 3, 2011, for a term of {}. So it ends on May 3, 2016.",
        "eight years",
        "five years",
    ),
    (
        "The team left on 2 March, landed on 5 March and was home on 19 March, {} later.",
        "five weeks",
        "two weeks",
    ),
    ("9月3日预警，队员9月5日到达，9月14日返回，前后工作了{}。", "19天", "9天"),
    ("活动自6月3日起至6月20日止，为期{}。", "27天", "18天"),
    ("从10月5日封闭，到11月2日解封，前后{}，大家都很辛苦。", "48天", "28天"),
    ("Work went on from April to December, so it took {}.", "four months", "eight months"),
    (
        (
            "We were 40 million in June 2023 and 41 million in April 2024, so we grew by a million"
            " people in {}."
        ),
        "six months",
        "ten months",
    ),
    ("码头10月底交工。泊位是2022年9月开工的，2025年6月投用，用了{}。", "不到两年", "不到三年"),
    ("从11月1日到次年3月31日，历时{}。", "9个月", "5个月"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), BETWEEN)
def test_words_tell_between_which_dates_a_length_lies(text: str, wrong: str, right: str) -> None:
    told = [{v for v, _texts in found_in(text.format(x), "date")} for x in (wrong, right)]
    assert told == [{"conflict"}, {"consistent"}]


@pytest.mark.parametrize(("length", "verdict"), [("六年", "conflict"), ("四年", "consistent")])
def test_this_year_is_the_one_that_the_text_is_spoken_in(length: str, verdict: str) -> None:
    text = f"2022年10月31日，交通厅举行发布会。\n工期{length}，今年9月开工，预计2026年9月通车。"
    assert [v for v, _ in found_in(text, "date")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "In fiscal 2014 we had more, and in the 12 weeks that ended on February 16 we had less.",
        "It closed on 2 May, the next audit is on 20 May, and in the past ten weeks we had none.",
        "1985年和1991年，他两次观测，共用了57个月。",
        "The goal was set in April 2022 and is to be met by 2035, ten years from now.",
        "It began on 16 January. It is over on 27 February, twice the longest term of 21 days.",
        "It was signed in August 2023 for six years, to July 1, 2028, as it began on July 1, 2022.",
    ],
)
def test_a_length_between_other_dates_is_no_conflict(text: str) -> None:
    assert [found for found in found_in(text, "date") if found[0] == "conflict"] == []
