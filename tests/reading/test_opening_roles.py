"""What an opening says of who chairs, asks and answers."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.opening_roles import role_in
from annotator.reading.turns import find_turns

CHINESE = (
    "今天我们请来了市水务局副局长、办公室主任陆知远先生,市财政局副局长何映秋和市人社局处长岑柏女士。"
    "发布会由市政府新闻办副主任沈若溪主持。"
)
ENGLISH = (
    "Adaeze Okafor, commissioner of health; Dr. Simon Vane, chief medical officer; and Press "
    "Secretary Karen Whitlock briefed reporters. Tobias Renn, head of communications, moderated."
)


def test_who_chairs_and_who_reports() -> None:
    assert role_in(CHINESE, "沈若溪") is Role.MODERATOR
    assert role_in(ENGLISH, "MR. RENN") is Role.MODERATOR
    assert role_in("Our reporter Mira Klein spoke with him.", "Klein") is Role.REPORTER
    assert role_in("KLP4's Mira Klein spoke with the mayor.", "Klein") is Role.REPORTER
    assert role_in("KLP4's Mira Klein spoke with the mayor.", "MIRA KLEIN") is Role.REPORTER
    assert role_in("On Sunday Mira Klein interviewed Bo Low.", "MIRA KLEIN") is Role.REPORTER
    assert role_in("An interview with CNN’s Mira Klein.", "Klein") is Role.REPORTER
    assert role_in("An interview with Lund’s Mira Klein.", "Klein") is None
    assert role_in("Mayor Mira Klein spoke with reporters.", "Klein") is None
    assert role_in("Compere: ANN ROE AND BO POE", "BO POE") is Role.MODERATOR
    assert role_in(CHINESE, "陆知远") is None
    assert role_in("节目主持人卜邦直也在。", "卜") is Role.MODERATOR
    assert role_in("市長林大海接受港口之聲專訪。", "港口之聲") is Role.REPORTER
    assert role_in("市長林大海接受港口之聲專訪。", "林大海") is None
    assert role_in("港口娛樂訊 她在休息間。", "港口娛樂") is Role.REPORTER
    assert role_in("林大海万字采访 林大海接受采访实录", "林大海") is None
    assert role_in("图文/海港日报 采访 林大海", "林大海") is Role.REPORTER
    assert role_in("采访者：林大海\n被采访者：余小禾", "林大海") is Role.REPORTER
    assert role_in("采访者：林大海\n被采访者：余小禾", "余小禾") is None
    assert role_in("Ann Lee是海港一家博客的撰稿人。", "Ann Lee") is Role.REPORTER
    assert role_in("港口財經對林大海教授進行了一次獨家專訪。", "港口財經") is Role.REPORTER


def test_a_spokesperson_who_holds_a_briefing_is_no_chair() -> None:
    opening = "外交部发言人林剑主持例行记者会"
    assert role_in(opening, "林剑") is Role.MODERATOR
    assert role_in(opening, "林剑", Role.SPEAKER) is None


def test_who_talks_with_the_host_is_none() -> None:
    assert role_in("以下是林大海与主持人王芳的对话", "林大海") is None
    assert role_in("以下是林大海与主持人王芳的对话", "王芳") is Role.MODERATOR


def test_two_may_host_together() -> None:
    opening = "林大海接受主持人王芳和余小禾访谈"
    assert role_in(opening, "王芳") is Role.MODERATOR
    assert role_in(opening, "余小禾") is Role.MODERATOR
    assert role_in(opening, "林大海") is None


@pytest.mark.parametrize(
    ("opening", "role"),
    [
        ("Bo Low, interviewed by Ann Mia Roe, Lund.", Role.REPORTER),
        ("INTERVIEW CONDUCTED BY CY POE and ANN ROE", Role.REPORTER),
        ("On Sunday Ann Roe interviewed Bo Low, mayor of Lund.", Role.REPORTER),
        ("Ann Roe interviewed by Bo Low", None),
        ("Interviewer: Cy Poe Place: home of Ann Roe", None),
        ("[Moderated by Ann Roe, press office]", Role.MODERATOR),
    ],
)
def test_a_heading_tells_who_interviews(opening: str, role: Role | None) -> None:
    assert role_in(opening, "Ann Roe") is role


def test_a_head_in_capitals_says_who_moderates_even_where_nobody_else_speaks() -> None:
    head = "PRESS CLUB LUNCH\n\nMODERATOR: ANN ROE, PRESIDENT OF THE PRESS CLUB\n\n"
    for label in ("MS. ROE", "ANN ROE"):
        text = f"{head}{label}: Good morning. My name is Ann Roe, and we wait for our guest.\n"
        assert [turn.role for turn in find_turns(text) if turn.speaker] == ["moderator"]
