"""Who asks, by how often each of those who speak does so."""

from annotator.model.kinds import Role
from annotator.reading.turns import find_turns
from tests.reading.test_conduct import roles

HEAD = "Ann Roe, Press Club President: Thank you for your speech. {}\n\n"
ANSWER = "Bo Low, Prime Minister: {}\n\n"


def asking(text: str) -> set[str | None]:
    return {turn.speaker for turn in find_turns(text) if turn.role is Role.REPORTER}


def test_who_asks_the_only_other_asks_though_both_hold_an_office() -> None:
    asked = HEAD.format("Can you build the pier without new taxes?")
    assert asking(asked + ANSWER.format("I can. We have saved for it.")) == {"Ann Roe"}
    assert asking(HEAD.format("The pier is long.") + ANSWER.format("It is.")) == set()
    assert asking(HEAD.format("Is the pier long?") + ANSWER.format("It is.")) == {"Ann Roe"}
    assert asking(asked + ANSWER.format("I can. But what would it cost?")) == set()


def test_who_thanks_an_official_first_and_asks_later_asks() -> None:
    opens = "Ann Roe (Chief Librarian, Lund): Minister, we are glad of this hour.\n"
    talk = f"{opens}Minister: So am I.\n"
    assert asking(talk) == set()
    assert asking(f"{talk}Roe: Do you see the ferry sail in May?\nMinister: It will.\n") >= {"Roe"}


def test_nobody_asks_where_the_other_has_no_office() -> None:
    asked = HEAD.format("Can you build the pier?")
    assert asking(f"{asked}Bo Low: I can.\n\n") == set()


def test_an_official_who_but_opens_with_a_question_does_not_ask() -> None:
    opens = "FOREIGN MINISTER ROE: {} Where would you rather be?\n\n"
    talk = "SECRETARY LOW: Here, of course. We have talked all day.\n\n"
    assert asking(opens.format("Welcome.") + talk) == {"FOREIGN MINISTER ROE"}
    more = "FOREIGN MINISTER ROE: So let us go on with it.\n"
    assert asking(opens.format("Welcome.") + talk + more) == set()


def test_who_opens_and_then_only_asks_asks_beside_another_who_does() -> None:
    told = "The storm has hit the pier of the town of Lund hard, and many boats are lost. " * 2
    answer: tuple[str, Role | None, str] = (
        "low",
        None,
        "They will sail on the second of May. " * 9,
    )
    talk = [("day", None, "How are they?"), answer, ("roe", None, "Will they sail?"), answer]
    both = {"day": Role.REPORTER, "roe": Role.REPORTER}
    assert roles(("roe", None, told), *talk) == both
    assert roles(("roe", None, "So it is."), *talk) == {"day": Role.REPORTER}
    assert roles(("day", None, "Why?"), ("roe", None, told), *talk) == {"day": Role.REPORTER}
