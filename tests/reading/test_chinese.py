"""What the words of a Chinese label say."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.chinese import judge_chinese, may_report
from annotator.reading.names import Likeness
from annotator.reading.verdict import Verdict


def test_an_office_before_a_name_is_set_apart() -> None:
    verdict = judge_chinese("市港务局局长王小芳")
    assert verdict == Verdict("王小芳", Likeness.SURE, Role.SPEAKER, "市港务局局长")


@pytest.mark.parametrize(("words", "reports"), [("晨报记者 王芳", True), ("港务局局长", False)])
def test_words_beside_a_name_tell_who_reports(words: str, *, reports: bool) -> None:
    assert may_report(words) is reports


@pytest.mark.parametrize("label", ["3月2日有市民向港务局提问", "近日有读者问", "網友向公司提問"])
def test_what_tells_that_somebody_asked_is_no_label(label: str) -> None:
    assert judge_chinese(label).likeness is Likeness.NO


@pytest.mark.parametrize("label", ["港務局局長王小芳報告", "港務局局長王小芳補充說明"])
def test_what_somebody_does_may_stand_behind_the_name(label: str) -> None:
    verdict = judge_chinese(label)
    assert (verdict.name, verdict.role) == ("王小芳", Role.SPEAKER)


@pytest.mark.parametrize(
    ("label", "name", "office"),
    [("港务局局长、王小芳", "王小芳", "港务局局长"), ("港务局局长、党组书记", None, None)],
)
def test_a_mark_of_enumeration_may_stand_between_office_and_name(
    label: str, name: str | None, office: str | None
) -> None:
    verdict = judge_chinese(label)
    is_told = verdict.affiliation is not None
    assert (verdict.name if is_told else None, verdict.affiliation) == (name, office)


@pytest.mark.parametrize(
    ("label", "name", "office"),
    [
        ("渔港大会新闻组副主任、主持人王小芳", "王小芳", "渔港大会新闻组副主任"),
        ("港务局局长 主持人 王小芳", "王小芳", "港务局局长"),
        ("主持人、港务局局长王小芳", "王小芳", "港务局局长"),
        ("主持人|投资关系主管 王小芳", "王小芳", "投资关系主管"),
        ("接线员", "接线员", None),
        ("渔港电视台主持人王小芳", "渔港电视台主持人王小芳", None),
    ],
)
def test_the_office_of_who_chairs_may_stand_on_either_side_of_the_word(
    label: str, name: str, office: str | None
) -> None:
    assert judge_chinese(label) == Verdict(name, Likeness.SURE, Role.MODERATOR, office)


def test_somebody_may_be_called_by_the_work_among_friends() -> None:
    assert judge_chinese("老編輯").likeness is Likeness.SHORT
    assert judge_chinese("編輯").likeness is Likeness.NO
    assert judge_chinese("本刊老編輯").likeness is Likeness.NO


@pytest.mark.parametrize(
    "label", ["【渔港报3月2日讯】 林大海", "记者/林大海", "文／王小芳", "攝影/方小禾"]
)
def test_a_byline_is_no_label(label: str) -> None:
    assert judge_chinese(label).likeness is Likeness.NO


def test_who_speaks_before_whom_may_be_joined_by_letters_without_spaces() -> None:
    verdict = judge_chinese("市長林大海vs.資深記者方小禾")
    assert (verdict.name, verdict.role) == ("市長林大海vs.資深記者方小禾", Role.SPEAKER)


@pytest.mark.parametrize(
    ("label", "verdict"),
    [
        ("村長的父親", Verdict("村長的父親", Likeness.NAME, Role.SPEAKER)),
        ("村長的父親 林大海", Verdict("林大海", Likeness.SURE, Role.SPEAKER, "村長的父親")),
        ("村長的父親說過", Verdict("村長的父親說過", Likeness.NO)),
    ],
)
def test_whose_relative_somebody_is_may_be_a_label(label: str, verdict: Verdict) -> None:
    assert judge_chinese(label) == verdict


def test_characters_may_be_written_in_the_way_of_another_place() -> None:
    assert judge_chinese("解説").role is judge_chinese("解說").role is Role.UNKNOWN


def test_a_long_name_in_latin_letters_follows_the_word_for_who_asks() -> None:
    verdict = judge_chinese("LND記者Wilhelmina Featherstone")
    assert (verdict.likeness, verdict.role) == (Likeness.SURE, Role.REPORTER)


@pytest.mark.parametrize("label", ["А. 伊万诺娃", "J.P. 米勒", "E.格兰"])
def test_initials_may_stand_before_a_foreign_name(label: str) -> None:
    assert judge_chinese(label) == Verdict(label, Likeness.NAME)
    assert judge_chinese(f"{label}.").likeness is Likeness.NO


def test_a_page_s_head_is_no_office() -> None:
    head = "會議 紀錄 時間 地點 本院 主席 王院長小芳 秘書長"
    assert judge_chinese(f"{head} 林大海").likeness is Likeness.NO
    assert judge_chinese("渔港 漁業局 秘書長 林大海").name == "林大海"


@pytest.mark.parametrize(
    ("label", "name", "role", "office"),
    [
        ("港務部林部長小禾", "林部長小禾", Role.SPEAKER, "港務部部長"),
        ("漁業司方副司長芳", "方副司長芳", Role.SPEAKER, "漁業司副司長"),
        ("航港委員會林主任委員小禾答", "林主任委員小禾", Role.SPEAKER, "航港委員會主任委員"),
        ("港務部林部長", "港務部林部長", Role.SPEAKER, None),
        ("潮汐社記者林小禾問", "潮汐社記者林小禾", Role.REPORTER, None),
        ("林部長小禾問", "林部長小禾", Role.REPORTER, None),
    ],
)
def test_a_body_may_stand_before_a_name_that_an_office_cuts_and_a_verb_behind(
    label: str, name: str, role: Role, office: str | None
) -> None:
    found = judge_chinese(label)
    assert (found.name, found.role, found.affiliation) == (name, role, office)
