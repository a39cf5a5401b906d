"""Roles that show in what people do."""

from dataclasses import replace

from annotator.model.kinds import Part, Role
from annotator.reading.conduct import answering, roles_by_conduct
from annotator.reading.said import Said, said
from annotator.reading.turn_found import TurnFound


def roles(*spoken: tuple[str, Role | None, str]) -> dict[str, Role]:
    return roles_by_conduct(
        [
            said(who, role, text, TurnFound(who, role, Part.SPEECH, None, 0, 0, len(text)))
            for who, role, text in spoken
        ]
    )


LONG = "We have done a great deal this year and there is more to come. " * 20


def test_naming_one_s_outlet_is_asking() -> None:
    found = roles(
        ("bell", None, LONG),
        ("poe", None, "Hi, this is Nick from Reuters. Tell us about rates."),
        ("bell", None, LONG),
        ("王芳", None, "谢谢。我是新华社记者，想了解进展。"),
    )
    assert found == {"poe": Role.REPORTER, "王芳": Role.REPORTER}


def test_the_only_one_beside_who_moderates_asks_for_no_outlet() -> None:
    guest = ("林大海", None, "您好。我是前年三月来到渔港日报的，当时还不会开船。")
    host = ("主持人", Role.MODERATOR, "您是哪年入行的？")
    assert roles(host, guest, host, guest) == {}
    assert roles(host, guest, ("王芳", None, LONG))["林大海"] is Role.REPORTER


def test_naming_one_s_office_is_not() -> None:
    assert roles(("poe", None, "I'm Nick Poe, director of the survey."), ("bell", None, LONG)) == {}


def test_asking_nearly_every_time_is_asking() -> None:
    found = roles(
        ("klein", None, "How bad was it?"), ("brandt", None, LONG), ("klein", None, "And now?")
    )
    assert found == {"klein": Role.REPORTER}


def test_a_speaker_with_a_long_statement_does_not_chair() -> None:
    found = roles(
        ("bell", Role.SPEAKER, LONG + "Now to your questions."),
        ("q", Role.REPORTER, "Why?"),
        ("lee", Role.SPEAKER, "Because."),
        ("q", Role.REPORTER, "Why?"),
        ("lee", Role.SPEAKER, "So."),
    )
    assert found == {}


def test_who_only_opens_and_gives_others_the_word_chairs() -> None:
    found = roles(
        ("oduya", None, "Welcome to the briefing. We will then take questions."),
        ("falk", Role.SPEAKER, LONG),
        ("q", Role.REPORTER, "Why?"),
        ("falk", Role.SPEAKER, "Because."),
    )
    assert found == {"oduya": Role.MODERATOR}


def test_who_speaks_between_reporters_answers() -> None:
    spoken = [
        ("lee", "Good day."),
        ("q", "Why?"),
        ("lee", "Because it is so."),
        ("q", "And?"),
        ("host", "Next, please."),
        ("lee", "So it is indeed."),
        ("q", "Yes?"),
        ("lee", "Certainly, yes."),
    ]
    turns = [
        said(who, role, text, TurnFound(who, role, Part.SPEECH, None, 0, 0, len(text)))
        for who, text in spoken
        for role in [Role.REPORTER if who == "q" else None]
    ]
    assert answering(turns) == set()
    assert answering(turns[1:4] + turns[6:]) == {"lee"}


def test_who_opens_and_gives_the_floor_away_for_good_chairs() -> None:
    opening = [
        ("oduya", None, "Hi, everybody. A busy day."),
        ("q", Role.REPORTER, "It is."),
        ("oduya", None, "Some ground rules. With that, I will turn it over to the director."),
    ]
    rest = [("falk", Role.SPEAKER, LONG), ("q", Role.REPORTER, "Why?")]
    assert roles(*opening, *rest, ("falk", Role.SPEAKER, "So.")) == {"oduya": Role.MODERATOR}
    answers = [("oduya", None, "Because."), ("q", Role.REPORTER, "Why?"), ("oduya", None, "So.")]
    assert roles(*opening, *rest, *answers) == {}


def test_an_official_who_but_opens_and_asks_others_to_speak_chairs() -> None:
    opening = "大家好，欢迎出席今天的新闻发布会。下面请王局长作介绍。"
    assert roles(("林晓", Role.SPEAKER, opening), ("王芳", Role.SPEAKER, "各位好。" * 90)) == {
        "林晓": Role.MODERATOR
    }
    alone = "大家好，欢迎出席今天的新闻发布会。下面我先发布几条消息。"
    assert roles(("林晓", Role.SPEAKER, alone), ("王芳", Role.SPEAKER, "各位好。" * 90)) == {}


def test_who_calls_a_committee_to_order_moderates() -> None:
    assert roles(("roe", None, "The committee will come to order."), ("low", None, LONG)) == {
        "roe": Role.MODERATOR
    }


def test_saying_to_moderate_is_moderating() -> None:
    found = roles(("roe", None, "I'm looking forward to moderating this."), ("bell", None, LONG))
    assert found == {"roe": Role.MODERATOR}


def test_who_hands_over_right_behind_an_operator_and_answers_nobody_chairs() -> None:
    hands = "Thank you. Joining me are two of us. I will now turn the call over to Jo."
    call = [("operator", Role.MODERATOR, "Welcome."), ("sun", None, hands), ("ho", None, LONG)]
    rest = [("q", Role.REPORTER, "Why?"), ("ho", None, "So.")]
    assert roles(*call, *rest) == {"sun": Role.MODERATOR}
    assert roles(*call, *rest, rest[0], ("sun", None, "Because of that.")) == {}


def test_who_repeats_a_reporter_in_another_script_asks() -> None:
    spoken = [
        ("澎湃新闻记者", Role.REPORTER, "何时？"),
        ("The Paper", None, f"{LONG}When?"),
        ("汪明", None, "很快。"),
        ("Wang Ming", None, "Soon."),
    ]
    turns = [
        said(who, role, text, TurnFound(who, role, Part.SPEECH, None, 0, 0, len(text)))
        for who, role, text in spoken
    ]
    assert roles_by_conduct(turns) == {"The Paper": Role.REPORTER}
    assert roles_by_conduct([turns[0], turns[2], *turns[2:]]) == {}


def test_nobody_moderates_or_reports_before_a_court() -> None:
    pleading = (
        ("cole", None, "Next question, please."),
        ("roe", None, "Is it so?"),
        ("low", Role.SPEAKER, LONG),
        ("roe", None, "And then?"),
    )
    assert roles(*pleading, ("THE COURT", Role.SPEAKER, "Sustained.")) == {}
    assert roles(*pleading) == {"cole": Role.MODERATOR, "roe": Role.REPORTER}


def test_a_titled_person_who_only_presents_the_first_to_speak_chairs() -> None:
    welcome = "Good morning and welcome to the media conference. "
    found = roles(
        ("sund", Role.SPEAKER, f"{welcome}Our first speaker today is Bo Low."),
        ("low", None, LONG),
    )
    assert found == {"sund": Role.MODERATOR}
    assert roles(("sund", Role.SPEAKER, welcome), ("low", None, LONG)) == {}


def test_who_thanks_for_joining_asks_for_no_outlet() -> None:
    hello = "I’m Ann Roe with Harbour Radio, and thank you for joining us."
    assert roles(("roe", None, hello), ("low", None, LONG)) == {}


def test_who_opens_and_gives_the_floor_away_chairs() -> None:
    found = roles(
        ("roe", None, "Three of us are here. I give the floor to Bo."), ("low", None, LONG)
    )
    assert found == {"roe": Role.MODERATOR}


def test_who_but_invites_the_first_to_ask_chairs() -> None:
    invites = "Last year was long. I would like to give Ann a chance to ask the first question."
    found = roles(
        ("low", Role.SPEAKER, LONG),
        ("roe", Role.SPEAKER, invites * 6),
        ("ann", Role.REPORTER, "Why?"),
        ("low", Role.SPEAKER, LONG),
    )
    assert found == {"roe": Role.MODERATOR}


def test_of_two_the_one_who_alone_asks_is_a_reporter_however_short_the_answers() -> None:
    asked = "It is long since we met here, and much has been said of it. Why did you do so?"
    talk = [("roe", None, asked), ("low", None, "So."), ("roe", None, asked), ("low", None, "No.")]
    assert roles(*talk) == {"roe": Role.REPORTER}
    assert roles(*talk[:3], ("low", None, "Why not?")) == {}


def test_the_only_one_who_asks_among_three_is_a_reporter_too() -> None:
    talk = [
        ("ann", None, f"{LONG} Is it so?"),
        ("low", None, "It is."),
        ("ann", None, "And you?"),
        ("bell", None, "No."),
        ("ann", None, "Why not?"),
        ("low", None, "So."),
    ]
    assert roles(*talk) == {"ann": Role.REPORTER}
    assert roles(*talk, ("bell", None, "Who knows?")) == {}


def test_the_question_of_something_hands_nobody_the_word() -> None:
    found = roles(
        ("ann", Role.REPORTER, "Why?"),
        ("low", Role.SPEAKER, LONG),
        ("roe", Role.SPEAKER, "On the question of protection, we will be in contact."),
        ("ann", Role.REPORTER, "When?"),
        ("low", Role.SPEAKER, LONG),
    )
    assert found == {}


def test_whose_question_it_is_does_not_hand_over() -> None:
    found = roles(
        ("low", None, "Welcome, all. Straight to questions."),
        ("ann", None, "My question is quite simple."),
        ("low", None, "Go on."),
        ("bo", Role.REPORTER, "Why?"),
        ("low", None, "So."),
    )
    assert "ann" not in found


def test_who_but_allows_a_last_question_chairs() -> None:
    talk = [
        ("ann", Role.REPORTER, "Why?"),
        ("low", Role.SPEAKER, LONG),
        ("bo", Role.REPORTER, "When?"),
        ("roe", Role.SPEAKER, "Last question, please."),
        ("low", Role.SPEAKER, LONG),
    ]
    assert roles(*talk) == {"roe": Role.MODERATOR}
    talk[3] = ("roe", Role.SPEAKER, "That is a question for the court.")
    assert roles(*talk) == {}


def test_who_asks_for_an_opening_statement_chairs() -> None:
    asks = "We will now begin the press conference. Minister, your opening statement please."
    talk = [("roe", Role.SPEAKER, asks), ("low", Role.SPEAKER, LONG)]
    assert roles(*talk) == {"roe": Role.MODERATOR}


def test_who_asks_the_next_by_name_to_speak_chairs() -> None:
    found = roles(("roe", None, "Three of us are here. Dr. Low, please."), ("low", None, LONG))
    assert found == {"roe": Role.MODERATOR}


def test_who_presents_a_guest_first_moderates() -> None:
    found = roles(
        ("王芳", None, "大家好！介绍今天请来的嘉宾，米兰。"),
        ("米兰", None, LONG),
        ("王芳", None, "哦？"),
    )
    assert found["王芳"] is Role.MODERATOR


def test_who_gives_the_word_first_chairs_in_chinese_too() -> None:
    found = roles(("米兰", None, "王芳博士，接下来请您发言。"), ("王芳", None, LONG))
    assert found == {"米兰": Role.MODERATOR}


def test_who_speaks_of_the_viewers_first_hosts() -> None:
    found = roles(("roe", None, "Thanks to our viewers for this."), ("low", None, LONG))
    assert found == {"roe": Role.MODERATOR}


def test_who_is_asked_by_the_chair_to_answer_is_no_reporter_for_a_question() -> None:
    chair = ("主持人", Role.MODERATOR, "请林大海老师来回答。")
    guests = [("王芳", None, LONG), ("林大海", None, "谁知道呢？"), ("方芳", None, "谁知道呢？")]
    assert roles(guests[0], chair, *guests[1:]) == {"方芳": Role.REPORTER}


def test_who_says_first_whom_one_is_glad_to_have_invited_hosts() -> None:
    guest = ("林大海", None, "您好。")
    assert roles(("王芳", None, "很高兴能够请到渔港的老船长。"), guest) == {"王芳": Role.MODERATOR}
    assert roles(("王芳", None, "很高兴能够看到渔港的老船长。"), guest) == {}


def test_who_thanks_a_guest_in_chinese_and_asks_moderates() -> None:
    asked = "这座港口有很多年的历史，也有很多人在这里等过船，我们的观众都想知道它的来历。"
    talk = (
        ("甲", None, f"感谢您接受我们的专访。{asked}您从哪里开始？"),
        ("乙", None, "从码头开始。"),
        ("甲", None, f"{asked}后来呢？"),
        ("乙", None, "后来修了灯塔。"),
    )
    assert roles(*talk)["甲"] is Role.MODERATOR
    other = ("甲", None, talk[0][2].replace("感谢", "祝贺"))
    assert roles(other, *talk[1:]).get("甲") is not Role.MODERATOR


def test_of_two_the_one_with_no_office_asks_though_the_other_asks_back_once() -> None:
    asking = [("林禾", None, words) for words in ("渡轮为何停航？", "何时复航？", "票价呢？")]
    answers = ("因为风浪。", "九月一日。", "为什么要涨价呢？")
    answering = [("余大使", Role.SPEAKER, words) for words in answers]
    turns = [turn for pair in zip(asking, answering, strict=True) for turn in pair]
    assert roles(*turns) == {"林禾": Role.REPORTER}


def test_of_two_the_one_who_asks_first_need_not_ask_so_often() -> None:
    first = ("渡轮为何停航？", "我听说不是因为风浪。", "那好。", "何时复航？", "我明白了。")
    turns = [t for w in first for t in (("林禾", None, w), ("余大使", Role.SPEAKER, "因为风浪。"))]
    assert roles(*turns) == {"林禾": Role.REPORTER}
    assert roles(*turns[2:]) == {}
    polite = [(who, role, words.replace("我", "您")) for who, role, words in turns[2:]]
    assert roles(*polite) == {"林禾": Role.REPORTER}


def test_who_says_first_who_is_there_and_answers_nobody_chairs() -> None:
    greets = "各位朋友，大家好。我介绍一下出席今天发布会的领导：局长林大海。"
    for words in (greets, "出席发布会的嘉宾有：局长林大海。"):
        talk = ("王芳", Role.SPEAKER, words), ("林大海", Role.SPEAKER, LONG)
        assert roles(*talk) == {"王芳": Role.MODERATOR}
    own = ("林大海", Role.SPEAKER, "和我一起出席发布会的还有副局长王芳。")
    assert roles(own, ("记者", Role.REPORTER, "为何？")) == {}
    assert roles(("记者", Role.REPORTER, "谁来了？"), ("林大海", Role.SPEAKER, greets)) == {}


def test_who_has_an_office_beside_the_name_may_ask_back_once_too() -> None:
    def heard(who: str, words: str, *, holds_office: bool = False) -> Said:
        asks = words.endswith("?")
        return Said(who, None, words, len(words), asks, who, holds_office=holds_office)

    asked = [heard("lund", words) for words in ("Why is it so?", "And until when?", "Who pays?")]
    answered = ("So it is.", "In May.", "Would you?")
    answers = [heard("roe", words, holds_office=True) for words in answered]
    turns = [turn for pair in zip(asked, answers, strict=True) for turn in pair]
    assert roles_by_conduct(turns) == {"lund": Role.REPORTER}
    open_talk = [replace(turn, holds_office=False) for turn in turns]
    assert roles_by_conduct(open_talk) == {}


def test_the_only_one_whom_reporters_ask_asks_nobody_though_half_are_questions() -> None:
    answers = [("poe", None, text) for text in ("Hello.", "May I begin?", "So.", "Or will you?")]
    asked = ("question", Role.REPORTER, "Well, we will not hold it against you.")
    assert roles(*(turn for answer in answers for turn in (answer, asked))) == {}


def test_who_says_where_boats_go_to_gives_nobody_the_word() -> None:
    def heard(words: str) -> dict[str, Role]:
        asked = ("q", Role.REPORTER, "Why is it late?")
        mayor = ("mayor", Role.SPEAKER, LONG)
        return roles(asked, mayor, ("health", Role.SPEAKER, words), asked, mayor)

    assert heard("Our boats will go to all of the towns.") == {}
    assert heard("We will go to the phones.") == {"health": Role.MODERATOR}
    assert heard("Let us go to Ann.") == {"health": Role.MODERATOR}
