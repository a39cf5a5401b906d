"""What a label's own words say."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.names import Likeness
from annotator.reading.speakers import beside, is_person, judge
from annotator.reading.verdict import Verdict


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("主持人", Role.MODERATOR),
        ("主持人 邢慧娜", Role.MODERATOR),
        ("听证主持人", Role.MODERATOR),
        ("記者", Role.REPORTER),
        ("记者又问", Role.REPORTER),
        ("中央广播电视总台央视记者", Role.REPORTER),
        ("《环球时报》 记者", Role.REPORTER),
        ("南方都市报记者 温婷", Role.REPORTER),
        ("記者（TVBS）", Role.REPORTER),
        ("媒體提問", Role.REPORTER),
        ("新华社", Role.REPORTER),
        ("问", Role.REPORTER),
        ("答", Role.SPEAKER),
        ("行政長官", Role.SPEAKER),
        ("陳指揮官時中", Role.SPEAKER),
        ("莊副組長人祥", Role.SPEAKER),
        ("翻译", Role.INTERPRETER),
        ("说话人 2", Role.UNKNOWN),
        ("发言人1", Role.UNKNOWN),
        ("MODERATOR", Role.MODERATOR),
        ("The moderator", Role.MODERATOR),
        ("QUESTION", Role.REPORTER),
        ("Question from El País", Role.REPORTER),
        ("Unidentified Reporter", Role.REPORTER),
        ("Reporter (Lloyd's List)", Role.REPORTER),
        ("MR. PRICE", Role.SPEAKER),
        ("Deputy Spokesman", Role.SPEAKER),
        ("Secretary for Health", Role.SPEAKER),
        ("THE INTERPRETER", Role.INTERPRETER),
        ("SPEAKER_01", Role.UNKNOWN),
        ("Unidentified male", Role.UNKNOWN),
        ("《海边》编辑部（以下简称“本刊”）", Role.REPORTER),
    ],
)
def test_words_that_tell_a_role(label: str, role: Role) -> None:
    verdict = judge(label)
    assert (verdict.likeness, verdict.role) == (Likeness.SURE, role)


@pytest.mark.parametrize(
    ("label", "name", "office"),
    [
        ("国家统计局局长 康义", "康义", "国家统计局局长"),
        ("岭安省人民政府新闻办公室张竞宜", "张竞宜", "岭安省人民政府新闻办公室"),
        ("陈明（市卫健委主任）", "陈明", "市卫健委主任"),
        ("《港口规划》起草组负责人 陈明", "陈明", "《港口规划》起草组负责人"),
        ("Lucia Moretti (Minister of Health)", "Lucia Moretti", "Minister of Health"),
        ("Minister of Health (Lucia Moretti)", "Lucia Moretti", "Minister of Health"),
        ("Presenter (Ann Roe)", "Ann Roe", None),
        ("Acting PM (Rt Hon Ann Roe)", "Rt Hon Ann Roe", "Acting PM"),
        ("PM (Ann Roe)", "Ann Roe", "PM"),
        ("Mayor (Lund City)", "Mayor (Lund City)", None),
        (
            "Ulrika von Essen, President of the Commission",
            "Ulrika von Essen",
            "President of the Commission",
        ),
        (
            "MINISTER FOR SOCIAL SERVICES, AMELIA RISHTON",
            "AMELIA RISHTON",
            "MINISTER FOR SOCIAL SERVICES",
        ),
    ],
)
def test_an_office_beside_a_name_is_set_apart(label: str, name: str, office: str) -> None:
    verdict = judge(label)
    assert (verdict.name, verdict.affiliation) == (name, office)


def test_an_outlet_beside_a_name_makes_a_reporter() -> None:
    assert judge("Lorne Hook (Associated Press)").role is Role.REPORTER
    assert judge("Teri Schulte, NPR").role is Role.REPORTER
    assert judge("尼克·蒂米劳斯（华尔街日报）").role is Role.REPORTER
    assert judge("LOUISA MARCH, HOST").role is Role.MODERATOR


@pytest.mark.parametrize("headline", ["渔港大使激辩电视台主播", "市長會見工會主席"])
def test_a_headline_of_two_who_hold_offices_is_no_label(headline: str) -> None:
    assert judge(headline).likeness < Likeness.NAME


def test_an_outlet_may_be_called_the_first() -> None:
    assert judge("第一海港日报").role is Role.REPORTER
    assert judge("第一，日报").role is judge("第二新闻").role is None


def test_who_speaks_through_an_interpreter_is_none() -> None:
    verdict = judge("President Alvaro Mendes (through interpreter)")
    assert (verdict.name, verdict.role) == ("President Alvaro Mendes", Role.SPEAKER)


def test_a_word_before_through_an_interpreter_is_a_name() -> None:
    assert judge("MENDES").likeness is Likeness.MAYBE
    assert judge("MENDES (THROUGH TRANSLATOR)").likeness is Likeness.NAME


@pytest.mark.parametrize(
    "label",
    [
        "女士们、先生们",
        "各位记者",
        "有三点",
        "我的回答是",
        "答记者问",
        "记者问答环节",
        "习近平主席强调",
        "责任编辑",
        "数据来源",
        "总体要求和目标任务",
        "第一，经济",
        "Ladies and gentlemen",
        "Note",
        "First",
        "as follows",
        "The bottom line",
        "Chair Powell’s Press Conference",
        "Media contact",
        "Paris, France",
        "Number one",
        "Secretary-General Statement",
        "He said to me",
    ],
)
def test_what_is_no_label(label: str) -> None:
    assert judge(label).likeness is Likeness.NO


def test_a_number_of_a_question_is_dropped_and_that_of_a_speaker_kept() -> None:
    assert [judge(label).name for label in ("问3", "Q2", "Ｑ", "Question 4")] == [
        "问",
        "Q",
        "Q",
        "Question",
    ]
    assert [judge(label).name for label in ("记者2", "Speaker 3")] == ["记者2", "Speaker 3"]


def test_a_person_is_told_from_a_role_and_an_outlet() -> None:
    assert is_person(judge("金鑫"))
    assert is_person(judge("国家统计局局长 康义"))
    assert is_person(Verdict("Klein", Likeness.MAYBE))
    assert not any(map(is_person, map(judge, ("主持人", "嘉宾", "新华社", "QUESTION", "市长"))))


def test_words_in_round_brackets_may_be_all_of_a_label() -> None:
    assert judge("（翻译）").role is Role.INTERPRETER
    assert judge("（其中）").likeness is Likeness.NO


def test_how_somebody_speaks_is_no_office() -> None:
    assert judge("President Roe (in Finnish)").name == "President Roe"
    assert judge("COL. ROE (via VTC)").name == "COL. ROE"
    assert judge("Ann Roe (reading the Cabinet's statement)").affiliation is None
    assert judge("Ann Roe (Reading Abbey)").affiliation == "Reading Abbey"
    assert judge("Grainger (turning away)") == judge("Grainger")
    assert judge("Lee (Harbor News)").affiliation == "Harbor News"


def test_a_moderator_s_office_and_name_are_told_apart() -> None:
    found = judge("主持人 市政府新闻办副主任龚玉")
    assert (found.name, found.role, found.affiliation) == (
        "龚玉",
        Role.MODERATOR,
        "市政府新闻办副主任",
    )
    assert judge("主持人（新闻司司长）").affiliation == "新闻司司长"


def test_a_surname_that_is_a_word_of_thanks_is_a_name_in_a_label() -> None:
    assert judge("交通局謝局長").role is Role.SPEAKER
    assert judge("谢小军").likeness is Likeness.NAME
    assert judge("谢谢大家").likeness is Likeness.NO


def test_a_label_in_two_languages_is_judged_by_its_chinese() -> None:
    assert judge("记者 Reporter").role is Role.REPORTER
    assert judge("部长 Minister").role is Role.SPEAKER
    assert judge("港口 Harbor").likeness < Likeness.SURE


@pytest.mark.parametrize(
    ("office", "role"),
    [
        ("Harbor News", Role.REPORTER),
        ("Research Analyst, Harbor Bank", Role.REPORTER),
        ("Chief Correspondent, BBC", Role.REPORTER),
        ("Head of Media", None),
        ("Harbor Media Inc. - CEO", None),
    ],
)
def test_what_stands_beside_a_name_may_tell_that_it_reports(office: str, role: Role | None) -> None:
    verdict = beside("Ann Lee", office)
    assert (verdict.name, verdict.role, verdict.affiliation) == ("Ann Lee", role, office)


def test_a_short_name_of_a_machine_has_to_come_back() -> None:
    assert (judge("S2").likeness, judge("S2").role) == (Likeness.MAYBE, Role.UNKNOWN)


def test_lists_of_who_is_to_come_are_no_labels() -> None:
    assert judge("参加媒体").likeness is Likeness.NO
    assert judge("出席领导").likeness is Likeness.NO


def test_a_guest_s_office_is_none() -> None:
    assert judge("嘉宾 池大川").affiliation is None


def test_who_moderates_may_have_office_and_name_in_brackets() -> None:
    verdict = judge("主持人（港务局宣教处处长林大海）")
    assert (verdict.role, verdict.affiliation) == (Role.MODERATOR, "港务局宣教处处长")


def test_square_brackets_behind_a_name_hold_an_outlet_too() -> None:
    assert judge("Ann Roe [Kelp News]") == judge("Ann Roe (Kelp News)")
    assert judge("Ann Roe [Kelp News]").role is Role.REPORTER
    assert judge("Ann Roe [smiling]").name == "Ann Roe"


def test_who_asks_may_be_named_with_an_outlet_in_brackets_behind_the_word_for_it() -> None:
    found = judge("Question (Ann Roe, Kelp News)")
    assert (found.name, found.role, found.affiliation) == ("Ann Roe", Role.REPORTER, "Kelp News")
    assert judge("Question (Ann Roe)").name == "Question (Ann Roe)"
    assert judge("Question (Ann Roe, Lund)").affiliation != "Lund"


@pytest.mark.parametrize(
    ("label", "name", "role", "office"),
    [
        ("主持人：林禾", "主持人 林禾", Role.MODERATOR, None),
        ("渔港局局长:林禾", "林禾", Role.SPEAKER, "渔港局局长"),
        ("主持人、新闻处处长：林禾", "林禾", Role.MODERATOR, "新闻处处长"),
        ("Moderator: Ann Roe", "Ann Roe", Role.MODERATOR, None),
    ],
)
def test_a_role_and_a_name_may_be_parted_by_a_colon_in_brackets(
    label: str, name: str, role: Role, office: str | None
) -> None:
    found = judge(label)
    assert (found.name, found.role, found.affiliation) == (name, role, office)


@pytest.mark.parametrize(
    "label", ["注：本文有删节", "时间：周五", "主持人：请大家安静", "Time: Ann Roe"]
)
def test_other_words_around_a_colon_in_brackets_are_no_label(label: str) -> None:
    assert judge(label).likeness is Likeness.NO
