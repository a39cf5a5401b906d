"""The English numerals one and zero: counts, and pronouns and articles."""

import pytest

from annotator.suggest.figures import suggest_figures


def counted(text: str) -> list[str]:
    return [found.text.lower() for found in suggest_figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "There was one ferry at the pier.",
        "Only one survey says so.",
        "It was one mistake too many, one too many.",
        "We ask for one question each.",
        "They may ask for one piece of paper a week.",
        "One comment per table, please.",
        "It carries less than one other parcel.",
        "The crew went from one to four.",
        "You need four keys, not one.",
        "Three swam ashore and one was found later.",
        "Two fell. One is in better condition.",
        "We have two of them, one to start and one to finish.",
        "Of those, one was taken to the clinic.",
        "One was flown out, two were treated here.",
        "The club needs one more win.",
        "That is one news conference a month.",
        "There is one species in that lake.",
        "Keep it to one question and one follow-up.",
        "Barns burned, nine versus one.",
        "We built three in the north, one each in Alder and Birch.",
        "They came one day late.",
        "It took one day.",
        "One more is missing.",
        "We want four of you and not just one.",
        "One of those people is in a critical condition.",
        "He said that one boat sank.",
        "There are two ferries, one more than planned.",
        "There were three counts of theft and one of assault.",
        "There is one way in.",
        "Limit your questions to one per person.",
        "They sent nine engines, one of which broke down.",
        "Two are ashore and one more is on his way.",
        "That is the one hour limit.",
        "Can one ferry do it?",
        "About one in five boats sank.",
        "Five were shot; one has died.",
        "Of the four boats, one has returned.",
        "Two boats are from Alder and one from Birch.",
        "They had sailed; one each from Alder and Birch.",
    ],
)
def test_one_counts_where_another_number_could_stand(text: str) -> None:
    assert any("one" in span.split() for span in counted(text))


@pytest.mark.parametrize(
    ("text", "ones"),
    [
        ("One is moored at the pier, and one is adrift.", 2),
        ("One was lost but one was found.", 2),
        ("One is the cost and one is the time.", 0),
        ("One is never too old and one is never too young.", 0),
        ("No one is at the pier and one is left to wonder.", 0),
    ],
)
def test_what_is_told_of_one_and_another_counts_both(text: str, ones: int) -> None:
    assert len(counted(text)) == ones


@pytest.mark.parametrize(
    "text",
    [
        "One worry is the bridge.",
        "One big caveat is the frost.",
        "We take it one puddle at a time.",
        "She is the only one left.",
        "One hopes for rain.",
        "If one looks at the map, it is close.",
        "One farmer told me he had given up.",
        "It is one man's view.",
        "Let me ask one last question.",
        "I have one more.",
        "He tried them one after another.",
        "In one way or another it will end.",
        "There are reasons, and one is plain.",
        "Could I try it one more time?",
        "We hope that one day it is built.",
        "We go one day at a time.",
        "What if one leaks?",
        "Perhaps one ferry is slower than another.",
        "He scored from his staple one-timers.",
        "It was a last-second shot.",
        "They let one go.",
        "One hears odd stories.",
        "He has reasons, one in particular.",
        "How does one measure that?",
        "There was never one like it.",
        "We built one already.",
        "I want to be clear about one thing.",
        "One last item.",
        "One team, one fight.",
        "In one go.",
        "That one person, we found him.",
        "I never saw one quite like it.",
        "That is one tough ferry.",
        "Can one fight a flood?",
        "I bought one myself.",
        "They agreed, one of them said.",
        "I hear one more than the other.",
        "Neither one led to a wreck.",
        "We go one week at a time.",
        "In any one year it floods, and any one month may tell.",
        "One doesn't comment on that.",
        "You get one leak, and then another, and it spreads.",
        "We are of one mind.",
    ],
)
def test_one_as_an_article_or_a_pronoun_is_no_count(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("We asked two, and it was a very, very joyful one in the end.", ["two"]),
        ("Three sank; a family lost one in the storm.", ["three", "one"]),
        ("In 2019 it was the first balanced one in years.", ["2019", "first"]),
    ],
)
def test_one_behind_what_tells_of_its_sort_is_no_count(text: str, spans: list[str]) -> None:
    assert counted(text) == spans


def test_one_of_somebodys_best_is_none_of_those_counted_before() -> None:
    assert counted("Founded in 1933, it is one of Alder’s most careful yards.") == ["1933"]


@pytest.mark.parametrize(
    "text", ["We saw zero goals.", "Zero of them came.", "exactly zero", "us versus zero"]
)
def test_zero_counts_with_a_noun_or_a_limit(text: str) -> None:
    assert counted(text) == ["zero"]


def test_zero_in_a_set_phrase_is_no_count() -> None:
    assert counted("We have zero tolerance here, a zero-sum game.") == []
    assert counted("Zero waste and zero hunger are goals.") == []


def test_one_or_more_of_several_is_no_count() -> None:
    assert counted("One or more of the ferries stay.") == []
    assert counted("It takes one or more days.") == ["one or more days"]


def test_a_fraction_behind_the_is_whole() -> None:
    assert counted("the one-third mark") == ["one-third"]
    assert counted("on any one-day trip") == ["one-day"]


def test_one_that_stands_for_a_thing_is_no_share() -> None:
    assert counted("the final one in 12 to 18 months") == ["12 to 18 months"]
    assert counted("about one in 12 of them") == ["about one in 12"]
