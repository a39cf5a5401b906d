"""Offices and roles of the speakers, from all that a transcript tells of them."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.turns import find_turns


def people(text: str) -> dict[str, tuple[Role | None, str | None]]:
    return {t.speaker: (t.role, t.affiliation) for t in find_turns(text) if t.speaker}


def test_a_label_s_office_is_kept_for_all_turns_of_its_speaker() -> None:
    found = [
        turn.affiliation
        for turn in find_turns("市卫健委主任 陈明华：好。\n记者：？\n陈明华：好。")
        if turn.speaker == "陈明华"
    ]
    assert found == ["市卫健委主任", "市卫健委主任"]


def test_who_names_an_outlet_or_only_asks_is_a_reporter() -> None:
    found = people(
        "CHAIR LEE. Good day. We raised rates today and will go on.\n"
        "NICK POE. Nick Poe, CNBC. How far?\nCHAIR LEE. Far enough.\n"
        "ANN ROE. Will it hurt?\nCHAIR LEE. It may.\n"
    )
    assert {name: role for name, (role, _) in found.items()} == {
        "CHAIR LEE": Role.SPEAKER,
        "NICK POE": Role.REPORTER,
        "ANN ROE": Role.REPORTER,
    }


def test_who_hands_over_to_reporters_and_answers_none_moderates() -> None:
    found = people(
        "Ann Roe: Welcome to this briefing. Over to the director.\n"
        "Director Bell: All is well with us.\n"
        "Ann Roe: First question, please.\nReporter: Is it?\nDirector Bell: It is.\n"
        "Ann Roe: We have time for one more.\nReporter: Really?\nDirector Bell: Really.\n"
    )
    assert found["Ann Roe"][0] is Role.MODERATOR
    assert found["Director Bell"][0] is Role.SPEAKER


def test_a_person_s_role_holds_under_the_shorter_name() -> None:
    found = people(
        "LOUISA MARCH, HOST: Hello.\nSHERIFF ODOM: Hi.\nMARCH: So?\nODOM: So.\nMARCH: Thanks."
    )
    assert found["MARCH"][0] is Role.MODERATOR


def test_an_interpreter_between_does_not_make_a_chair() -> None:
    found = people(
        "主持人：请提问。\n记者：谈判何时举行？\n翻译：When?\n"
        "Commissioner Malm: In May. Next year we go to Beijing.\n"
        "翻译：五月。\n记者：还有吗？\nCommissioner Malm: No.\n"
    )
    assert found["Commissioner Malm"][0] is Role.SPEAKER


def test_a_courtesy_tells_no_role_but_asking_does() -> None:
    found = people(
        "Minister Falk: We will build homes, a great many of them, and soon.\n"
        "Ms. Tran: How much of it is new money?\nMinister Falk: Two thirds.\n"
        "Mr. Abbas: Is that final?\nMinister Falk: As final as it gets.\n"
    )
    assert found["Ms. Tran"][0] is Role.REPORTER
    assert found["Minister Falk"][0] is Role.SPEAKER


def test_a_spokesman_who_holds_a_briefing_and_answers_does_not_chair() -> None:
    found = people(
        "外交部发言人闻立斌主持例行记者会\n\n法新社记者：何时？\nAFP: When?\n"
        "闻立斌：我们会适时发布消息。\nWen Libin: In due course.\n"
        "总台央视记者：为何？\n闻立斌：中方立场是明确的。\nWen Libin: Clear.\n"
    )
    assert found["闻立斌"] == (Role.SPEAKER, "外交部发言人")


def test_offices_stand_in_lists_and_beside_padded_names() -> None:
    found = people(
        "省统计局局长　郁　平\n主持人：\n新闻处处长　　武　艺\n\n"
        "武　艺：好。\n记者：？\n郁　平：好。"
    )
    assert found["武艺"] == (Role.MODERATOR, "新闻处处长")
    assert found["郁平"] == (Role.SPEAKER, "省统计局局长")
    assert people("主持人：来的有：\n水务局局长：向海波\n请讲。\n向海波：好。\n记者：？")[
        "向海波"
    ] == (
        Role.SPEAKER,
        "水务局局长",
    )


def test_who_is_listed_as_moderator_is_one_though_nobody_else_speaks() -> None:
    found = people("主持人：顾远  新闻局局长\n\n新闻局局长 顾远：\n各位好。今天有三位来。")
    assert found["顾远"] == (Role.MODERATOR, "新闻局局长")
    presided = "Hon. Ann Roe [chairman of the panel] presiding.\n\nMs. Roe. We will come to order."
    assert people(presided)["Ms. Roe"] == (Role.MODERATOR, "chairman of the panel")


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("ANN ROE: I'm Ann Roe and this is HARBOUR TODAY.\nBO POE: It is a wall.", "ANN ROE", "m"),
        ("ANN ROE: I'm Ann Roe, the sheriff here.\nBO POE: It is a wall.", "ANN ROE", "s"),
        (
            "Ann Roe: I'm Ann Roe. Now a conversation with Bo Poe.\nAnn: So.\nBo: Hi.\nAnn: Oh.",
            "Ann",
            "m",
        ),
        ("Ann Roe: It's The Ann Roe Show. Good day.\nBo Poe: Hi.\nAnn Roe: So.", "Ann Roe", "m"),
        ("Ann Roe: Welcome to Roe & Poe here on Kelp TV.\nBO POE: Hi.\nRoe: Go.", "Ann Roe", "m"),
        (
            "On Kelp, analyst Bo Poe and host Ann Roe.\n\nROE: So.\nBO POE: No.\nROE: So.",
            "ROE",
            "m",
        ),
        ("Presenter (Ann Roe): So.\nBO POE: No.\nAnn Roe: So.", "Ann Roe", "m"),
        ("Ann Roe (presenter): So.\nBO POE: No.\nAnn Roe: So.", "Ann Roe", "m"),
        ("Ann Roe: Today on Kelp Bay, weeds. I'm Ann Roe.\nBO POE: Hi.\nRoe: Go.", "Ann Roe", "m"),
        ("A talk hosted by the town's own Ann Roe.\n\nROE: So.\nBO POE: No.\nROE: So.", "ROE", "m"),
        ("ANN ROE, HARBOUR TV ANCHOR: Good day.\nBO POE: Hi.", "ANN ROE", "m"),
        (
            "MINA ROE:\nMinister, thank you. Why?\nMINISTER:\nSo.\nMINA ROE:\nAnd now?",
            "MINA ROE",
            "m",
        ),
        (
            "ANN ROE: Now. Thanks for being with us.\nBO POE: Hi.\nROE: Why?\nPOE: So.\nROE: And?",
            "ROE",
            "m",
        ),
        (
            "TV INTERVIEW - HARBOUR TODAY WITH ANN ROE\n\nANN ROE: So.\nBO POE: No.\nROE: So.",
            "ROE",
            "m",
        ),
        ("INTERVIEW WITH BO POE\n\nANN ROE: So.\nBO POE: No.\nROE: So.", "BO POE", "s"),
        ("Q: Why?\nBO POE: Who knows?\nQ: And?\nBP: It is so.\nQ: And?\nBP: No.", "BO POE", "s"),
        ("鲁远：在我们今天的演播室，看看吧。\n任蔚：好。\n鲁远：说说。", "鲁远", "m"),
        ("沈若溪（主持人）：大家好。\n解说：他来了。\n陆知远：是的。", "沈若溪（主持人）", "m"),
        ("陆知远：我是国家新闻局副局长，大家好。\n记者：？\n陆知远：好。", "陆知远", "s"),
    ],
)
def test_hosts_and_guests(text: str, name: str, role: str) -> None:
    assert people(text)[name][0] is {"m": Role.MODERATOR, "s": Role.SPEAKER}[role]


def test_people_with_one_family_name_are_told_apart() -> None:
    found = people(
        "Harbour Bank Chairman Jon Poe spoke.\n\n"
        "JON A. POE: Good day. We raised rates and will go on as long as it takes us.\n"
        "COLBY ROE: Colby Roe, Harbour News. How far?\nMR. POE: Far enough.\nMICHELLE ROE: Nick.\n"
        "NICK BELL: Nick Bell, CNBC. Will it hurt?\nMR. POE: It may.\nMICHELLE ROE: Ann.\n"
        "ANN LIND: Ann Lind, Reuters. Is it done?\nMR. POE: It is not.\n"
    )
    assert found["COLBY ROE"][0] is Role.REPORTER
    assert found["MICHELLE ROE"][0] is Role.MODERATOR
    assert found["MR. POE"] == found["JON A. POE"] == (Role.SPEAKER, "Harbour Bank Chairman")


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Mr. Tao Kono, Minister for Ports: Hi.\nReporter: Why?\nMinister Kono: So.",
            "Minister Kono",
            "Minister for Ports",
        ),
        (
            "Prime Minister Ann Lee: Good day.\nQuestion: Why?\nAnn Lee: So.",
            "Ann Lee",
            "Prime Minister",
        ),
        (
            "With us is Reds manager, Ann Lee.\n\nHost: So?\nLee: No.\nHost: Why?\nLee: So.",
            "Lee",
            "Reds manager",
        ),
        (
            "主持人：請經濟部郭部長說明。\n郭部長智輝：好。\n記者：？\n郭部長智輝：好。",
            "郭部長智輝",
            "經濟部部長",
        ),
        (
            "Briefing by Jim Roe, Kelp Spokesman\n\nPress Spokesman Jim Roe: No.\nQ: Why?",
            "Press Spokesman Jim Roe",
            "Kelp Spokesman",
        ),
        ("局长林大海（以下简称“林”）：好。\n记者：修吗？\n林：修。\n记者：何时？", "林", "局长"),
        (
            "局长林大海：好。\n馆长林禾：好。\n记者：修吗？\n林：修。\n记者：？\n林：嗯。",
            "林",
            None,
        ),
        ("Mr. Luc Roy (Aster Bay, BQ): No.\nThe Speaker: Order.", "Mr. Luc Roy", "Aster Bay, BQ"),
    ],
)
def test_a_person_has_the_office_that_any_label_or_the_opening_tells(
    text: str, name: str, office: str | None
) -> None:
    assert people(text)[name][1] == office


@pytest.mark.parametrize("label", ["The Speaker", "Madam Speaker", "An Ceann Comhairle"])
def test_who_presides_over_a_parliament_moderates(label: str) -> None:
    assert people(f"{label}: Order.\nDeputy Mary Roe: I object.")[label][0] is Role.MODERATOR


def test_who_presents_a_guest_and_asks_moderates_and_who_opens_and_closes() -> None:
    talk = "Ann Lee: We turn to Bo Poe of the college.\nBo Poe: Hi.\nAnn Lee: Why?\nBo Poe: So."
    assert people(talk)["Ann Lee"][0] is Role.MODERATOR
    call = (
        "Ann Lee: Hi. Then we take questions.\nBo Poe: It passed last night, 31 to 18.\n"
        "Speaker 3: Which?\nBo Poe: All of them.\nAnn Lee: Any more questions? Thank you."
    )
    assert people(call)["Ann Lee"][0] is Role.MODERATOR


def test_who_asks_a_guest_beside_the_one_who_presents_is_a_host_too() -> None:
    found = people(
        "ANN COLE: Mayor Mary Roe is with us. Good morning, Mayor.\nMARY ROE: Good morning, all.\n"
        "TOM BECK: This strike. Is it over?\nMARY ROE: It is over, Tom. They voted last night.\n"
        "ANN COLE: And what did it cost?\nMARY ROE: About forty million, I am afraid.\n"
    )
    assert {name: role for name, (role, _) in found.items()} == {
        "ANN COLE": Role.MODERATOR,
        "MARY ROE": Role.SPEAKER,
        "TOM BECK": Role.MODERATOR,
    }


def test_the_first_and_the_last_letter_stand_for_a_name_of_three_words() -> None:
    found = people(
        "Interview conducted by Ann Mia Roe\n\nAnn Mia Roe: Good day.\nBo Low: Hi.\n"
        "AR: Tell me more.\nBL: I fish.\nAR: Go on.\nBL: Cod.\n"
    )
    assert (found["AR"][0], found["BL"][0]) == (Role.REPORTER, Role.SPEAKER)


def test_who_hosts_by_one_label_hosts_by_the_other() -> None:
    found = people(
        "ANNOUNCER: Noon.\nANN ROE, CO-HOST: Hello.\nBO LOW, CO-HOST: Hi.\nROE: It is a big day.\n"
    )
    assert {role for role, _ in found.values()} == {Role.MODERATOR}


def test_who_is_but_a_journalist_has_the_outlet_of_the_own_label() -> None:
    text = "Journalist, Kelp Radio: Why?\nROE: So.\nJournalist, Reef News: When?\nROE: So."
    offices = [turn.affiliation for turn in find_turns(text)]
    assert offices == ["Kelp Radio", None, "Reef News", None]


def test_an_office_ends_with_its_sentence() -> None:
    found = people(
        "Held before the Secretary. Mr. Low. Case 9\n\nMR. LOW: Yes.\nQ: Why?\nMR. LOW: So."
    )
    assert found["MR. LOW"][1] is None


def test_numbered_voices_have_the_role_that_they_act_and_else_none() -> None:
    text = (
        "Ann Roe: Good day. The docks open in May, and we have the money for all of them now.\n"
        "Speaker 1: When do they close?\nAnn Roe: In June, and not a day before that.\n"
        "Speaker 2: Yes.\nSpeaker 1: And why?\nAnn Roe: It is the tide that closes them.\n"
    )
    told = {turn.speaker: turn.role for turn in find_turns(text)}
    assert told == {
        "Ann Roe": Role.SPEAKER,
        "Speaker 1": Role.REPORTER,
        "Speaker 2": Role.UNKNOWN,
    }


def test_a_numbered_voice_moderates_only_where_it_says_more_than_a_few_words() -> None:
    behind = "Ann Roe: Good day. The docks open in May.\nQ: When?\nAnn Roe: In May, as I said.\n"
    opens = (
        "Welcome to the briefing on the docks. We have the mayor with us, and I turn it over to her"
    )
    roles = [
        find_turns(f"Speaker 1: {said}\n{behind}")[0].role
        for said in (f"{opens}, who has the floor now.", "Good question, over to you.")
    ]
    assert roles == [Role.MODERATOR, Role.UNKNOWN]


def test_who_has_but_a_rank_may_open_and_hand_over_and_asks_for_no_outlet() -> None:
    text = (
        "Presenters: General Ann Roe, commander of the port\n\n"
        "COLONEL BO LUND: Good morning. I'm Colonel Bo Lund, Lund Port Office. And with that, "
        "General, over to you.\n"
        "GENERAL ANN ROE: Thanks, Bo. We have opened the docks, and we have counted the ships.\n"
        "Q: How many?\nGEN. ROE: Forty, as of today.\n"
    )
    told = {turn.speaker: turn.role for turn in find_turns(text) if turn.speaker != "Q"}
    assert told == {
        "COLONEL BO LUND": Role.MODERATOR,
        "GENERAL ANN ROE": Role.SPEAKER,
        "GEN. ROE": Role.SPEAKER,
        None: None,
    }


@pytest.mark.parametrize(
    ("label", "role"), [("SGT. BO LUND", Role.SPEAKER), ("BO LUND", Role.REPORTER)]
)
def test_a_rank_with_a_body_is_no_reporter_s(label: str, role: Role) -> None:
    text = (
        f"{label}: I'm Bo Lund, Lund County Police. We are here to speak of the docks.\n"
        "MAYOR ROE: Good day. We have opened the docks, and we have counted the ships.\n"
    )
    assert find_turns(text)[0].role is role


def test_all_names_of_a_person_have_the_office_that_is_once_said() -> None:
    text = (
        "COLONEL BO LUND: Good day. I'm the press officer of the port. Can you hear me?\n"
        "MAYOR ROE: I can.\nCOL. LUND: Over to you.\nMAYOR ROE: The docks are open.\n"
    )
    told = [turn.affiliation for turn in find_turns(text) if turn.speaker != "MAYOR ROE"]
    assert told == ["press officer of the port"] * 2


def test_several_who_speak_before_each_answer_of_an_office_ask() -> None:
    found = people(
        "ROE: A warm welcome to the studio.\nPRIME MINISTER: Good to be here.\n"
        "LUND: You were at the races.\nPRIME MINISTER: I was, and I lost.\n"
        "ROE: I had thought so.\nPRIME MINISTER: You know me well.\n"
    )
    roles = {name: role for name, (role, _) in found.items()}
    assert roles == {
        "ROE": Role.REPORTER,
        "PRIME MINISTER": Role.SPEAKER,
        "LUND": Role.REPORTER,
    }


def test_a_label_that_is_an_office_itself_has_not_that_of_who_stands_beside_it_in_a_list() -> None:
    text = (
        "以下是海事局局长方小禾、渔港局局长罗大海和卫生署署长陈小芳教授会见传媒的谈话：\n\n"
        "记者：何时复航？\n\n渔港局局长：下月复航。\n\n卫生署署长：会先检疫。\n"
    )
    assert [t.affiliation for t in find_turns(text) if t.role is Role.SPEAKER] == [None, None]


def test_an_office_of_the_next_in_a_list_is_not_taken_for_that_of_who_stands_before_it() -> None:
    text = (
        "Briefing by Port Secretary Ann Roe, Fish Coordinator Dr. Bo Low, and Chief Port Advisor "
        "Dr. Cy Fay\n\nMS. ROE: Good day. Here is Dr. Low.\n\nDR. LOW: Thank you all.\n\n"
        "Q: Why?\n\nDR. LOW: So it is.\n"
    )
    told = {t.speaker: t.affiliation for t in find_turns(text)}
    assert told["DR. LOW"] == "Fish Coordinator"
