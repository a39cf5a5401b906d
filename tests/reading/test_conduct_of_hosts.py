"""Roles that show in how people open, present others and give them the word."""

from annotator.model.kinds import Role
from tests.reading.test_conduct import LONG, roles


def test_who_tells_whom_they_have_invited_opens() -> None:
    invites = "大家好，今天请来了市港务局局长林禾女士，下面请她介绍情况。"
    found = roles(
        ("方明", Role.SPEAKER, invites),
        ("林禾", Role.SPEAKER, "渡轮总体正点。" * 20),
        ("记者", Role.REPORTER, "票价呢？"),
        ("林禾", Role.SPEAKER, "不变。"),
    )
    assert found == {"方明": Role.MODERATOR}


def test_who_greets_all_and_asks_another_to_present_opens() -> None:
    found = roles(
        ("方大海主任", Role.SPEAKER, "大家好，下面请林小禾局长介绍情况。"),
        ("林小禾局长", Role.SPEAKER, "渡轮总体正点。" * 20),
        ("记者", Role.REPORTER, "票价呢？"),
        ("林小禾局长", Role.SPEAKER, "不变。"),
    )
    assert found == {"方大海主任": Role.MODERATOR}


def test_who_says_whom_we_now_have_before_another_speaks_chairs() -> None:
    found = roles(
        ("oduya", Role.SPEAKER, "Good morning, all. Let’s now have Minister Falk. Good morning."),
        ("falk", Role.SPEAKER, LONG),
        ("q", Role.REPORTER, "Why?"),
        ("falk", Role.SPEAKER, "Because."),
    )
    assert found == {"oduya": Role.MODERATOR}


def test_who_opens_and_lets_all_talk_to_another_chairs() -> None:
    opening = "Good morning, I am glad that you came. {}let’s {} Bo Low."
    talk: tuple[str, Role | None, str] = ("low", None, LONG)
    for words in ("talk to", "go to"):
        assert roles(("roe", None, opening.format("First, ", words)), talk) == {
            "roe": Role.MODERATOR
        }
    assert roles(("roe", None, opening.format("First, ", "ask")), talk) == {}


def test_the_host_asks_though_clips_of_others_are_played_once_each() -> None:
    spoken: list[tuple[str, Role | None, str]] = [
        ("Ann", None, "The harbour is shut today, and Bo is with us live. Good morning, Bo."),
        ("Bo", None, "Good morning."),
        ("Ann", None, "What did they have to say?"),
        ("Bo", None, "They said a great deal, and here is one of them at the pier."),
        ("Cy", None, "We shut it for the wind."),
        ("Ann", None, "And when will it open?"),
        ("Bo", None, "I asked another of them."),
        ("Di", None, "It will be open in May."),
    ]
    assert roles(*spoken).get("Ann") in {Role.REPORTER, Role.MODERATOR}


def test_who_lets_another_say_something_first_chairs() -> None:
    opening = "Thank you for being here. We will ask you some questions. {}, we are all ears."
    answer: tuple[str, Role | None, str] = ("Roe", None, "I thank you for your company. " * 20)
    said_first = opening.format("But if you would like to say a few words")
    assert roles(("Low", None, said_first), answer) == {"Low": Role.MODERATOR}
    assert roles(("Low", None, opening.format("But if you like it here")), answer) == {}


def test_who_says_first_to_want_to_ask_something_asks_however_long() -> None:
    asked = "Mr. President, I would like to ask {}. " + "The boats lie idle. " * 30 + "Is it so?"
    answer: tuple[str, Role | None, str] = ("Roe", None, "It is.")
    said_first = roles(("Low", None, asked.format("two questions")), answer)
    assert said_first == {"Low": Role.REPORTER}
    assert roles(("Low", None, asked.format("everybody to sit")), answer) == {}


def test_who_ends_in_the_name_of_the_next_gives_the_word() -> None:
    answer: tuple[str, Role | None, str] = ("Roe", None, "I thank you for your company. " * 20)
    opening = "Here we are, and all of you will be briefed on ports now. {}"
    assert roles(("Low", None, opening.format("Dr. Roe?")), answer) == {"Low": Role.MODERATOR}
    assert roles(("Low", None, opening.format("We have Dr. Roe.")), answer) == {}


def test_who_asks_others_for_a_few_words_chairs() -> None:
    found = roles(
        ("方芳", None, "今天林小禾老师来谈灯塔。先请林小禾老师简单说两句。"),
        ("林小禾", None, "灯塔是我二十岁时盖的，那时没有路。"),
        ("方芳", None, "再請王大海局長說幾句。"),
        ("王大海", None, "航道都修好了，船每天都来。"),
    )
    assert found == {"方芳": Role.MODERATOR}
