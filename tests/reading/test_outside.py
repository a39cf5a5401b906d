"""Lines above all speech that say who is there, and titles."""

from annotator.reading.turns import find_turns


def speakers(text: str) -> list[str]:
    return [turn.speaker for turn in find_turns(text) if turn.speaker]


def test_the_heads_of_a_record_name_its_people_and_start_none() -> None:
    text = "审判长：王建平  书记员：李丽\n\n审判长：现在开庭。\n原告：请求付款。\n审判长：答辩。"
    assert speakers(text) == ["审判长", "原告", "审判长"]


def test_the_fields_of_a_notice_may_be_set_wide_and_name_who_will_chair() -> None:
    notice = "渔港访谈预告\n\n时 间：3月2日\n\n地 点：渔港演播厅\n\n"
    assert speakers(f"{notice}主持人：渔港电视台主持人 王小芳\n\n简 介：谈航线。\n") == []
    assert speakers(f"{notice}嘉宾：渔港集团总裁林大海\n\n简 介：谈航线。\n") == []


def test_a_line_of_several_fields_may_end_in_one_that_is_empty() -> None:
    fields = "发布人：渔港中心     发布时间：2007-03-20     点击次数："
    talk = "主持人：各位好。\n王小芳：您好。\n主持人：船多吗？\n王小芳：多。\n"
    assert speakers(f"{fields}\n\n{talk}") == ["主持人", "王小芳"] * 2


def test_a_title_above_where_a_page_is_from_or_its_day_starts_none() -> None:
    talk = "记者：船多吗？\n林大海：多。\n记者：人呢？\n林大海：也多。\n"
    source = "http://harbour.example   2013-05-23 11:26:29\n\n"
    assert speakers(f"第1頁\n林大海：将来会有更多的船\n\n{source}{talk}")[0] == "记者"
    assert speakers(f"第1頁\n林大海：将来会有更多的船\n\n请看。\n\n{talk}")[0] == "林大海"
    day = " 2020-05-07 05:35 桌面版\n\n"
    assert speakers(f"第1頁\n【林大海】将来会有更多的船\n\n{day}{talk}")[0] == "记者"


def test_a_question_and_its_answer_on_a_line_are_no_fields() -> None:
    assert (
        speakers("渔港局答记者问  问：何时复航？ 答：下月。 问：涨价吗？ 答：不涨。")
        == ["问", "答"] * 2
    )


def test_the_title_of_a_page_starts_none_where_it_also_ends_another_line() -> None:
    talk = "王小芳：您好。\n林大海：您好。\n王小芳：船多吗？\n林大海：多。\n"
    title = "东方渔港：把船开远\n"
    assert speakers(f"电视台《港口谈》：{title}\n{title}{talk}") == ["王小芳", "林大海"] * 2
    assert speakers(f"首页 > {title}{title}{talk}") == ["王小芳", "林大海"] * 2
    assert speakers(f"上集说过。\n{title}下集再看，敬请期待。\n{talk}")[0] == "东方渔港"


def test_people_listed_below_a_role_start_none_and_speak_by_their_names_alone() -> None:
    text = (
        "主持人：\n省政府新闻办副主任 何平\n发布人：\n省水利厅副厅长 孙丽\n\n"
        "何平\n各位记者，大家上午好！请孙丽副厅长介绍。\n\n孙丽\n各位记者，大家好。\n\n"
        "何平\n谢谢，请提问。\n\n海东日报记者\n请问进展如何？\n\n孙丽\n很好。\n"
    )
    assert speakers(text) == ["何平", "孙丽", "何平", "海东日报记者", "孙丽"]
    first = next(turn for turn in find_turns(text) if turn.speaker)
    assert (first.role, first.affiliation) == ("moderator", "省政府新闻办副主任")


def test_a_title_in_title_case_starts_none_though_its_first_word_is_a_label_below() -> None:
    talk = "\n\nHERALD: Are you well?\n\nRoe: I am.\n\nHERALD: Since when?\n\nRoe: Since May.\n"
    title = "HERALD Interview with Ann Roe 'The Sea Has Changed Us'"
    assert speakers(title + talk) == ["HERALD", "Roe", "HERALD", "Roe"]


def test_a_title_may_end_in_the_name_of_a_programme_or_have_a_day() -> None:
    talk = "\n\nHERALD: Are you well?\n\nAnn Roe: I am.\n\nHERALD: Since when?\n\nAnn Roe: May.\n"
    title = 'Go\n\nHarbor Exclusive: Ann Roe Sits Down with Bo Low, May 27th, on "Ports of Lund"'
    assert speakers(title + talk) == ["HERALD", "Ann Roe", "HERALD", "Ann Roe"]


def test_a_sentence_in_capitals_among_capitals_is_no_label() -> None:
    text = "MOST CHARTERS IN TEXAS: I AM SURE OF IT.\nEARLY VOTING WILL BEGIN: IT IS MONDAY.\n"
    assert speakers(text) == []
    assert speakers("ANN ROE: I AM SURE OF IT.\nBO LOW: IT IS MONDAY.\n") == ["ANN ROE", "BO LOW"]


def test_a_line_twice_in_a_row_is_a_picture_s_caption() -> None:
    talk = "HERALD: Are you well?\n\n{}Ann Roe: I am.\n\nHERALD: Since when?\n\nAnn Roe: May.\n"
    caption = 'Minister Ann Roe: "The sea has changed us all."\n\n'
    assert speakers(talk.format(2 * caption)) == ["HERALD", "Ann Roe"] * 2


def test_labels_that_are_explained_start_none() -> None:
    assert (
        speakers("- Q: = what is asked.\n- A: = what is answered.\n- MR. LEE: = who asks.\n") == []
    )


def test_keys_of_code_are_no_labels() -> None:
    assert speakers("{\n  host: 'lund',\n  interviewer: [\n    'ann',\n  ],\n}") == []


def test_what_a_page_quotes_above_a_transcript_starts_none_where_its_speaker_has_no_quotes() -> (
    None
):
    quotes = 'Governor Roe: "The piers will hold."\nRoe: "We have boats enough."\n'
    talk = (
        "A transcript is below:\nBo Low, Harbour News: Will the piers hold?\n"
        "Governor Roe: They will. They held last year.\n"
        "Bo Low, Harbour News: And the boats?\nGovernor Roe: We have enough of them.\n"
    )
    assert speakers(quotes + talk) == ["Bo Low", "Governor Roe"] * 2
    quoted = talk.replace("They will. They held last year.", '"They will."')
    quoted = quoted.replace("We have enough of them.", '"We have enough of them."')
    assert speakers(quoted) == ["Bo Low", "Governor Roe"] * 2


def test_a_title_that_comes_back_behind_other_words_starts_none_though_these_tell_a_role() -> None:
    title = "Fisheries Council: Remarks by Commissioner Ann Roe upon arrival\n\n"
    talk = "Good morning to all of you.\n\nQ. Will it rain?\nA. It will.\n\nQ. When?\nA. In May.\n"
    assert speakers(f"Press Releases {title}{title}{talk}") == ["Q", "A"] * 2
    page = "Transcript of remarks by {} (with video)\n\n"
    said = "Reporter: Will it rain today?\n\nChief Executive: It will, as I hear.\n\n"
    pages = [f"New Lund – {title}{title}{said}" for title in (page.format("CE"), page.format("FS"))]
    assert speakers("".join(pages)) == ["Reporter", "Chief Executive"] * 2


def test_who_is_listed_as_the_speaker_with_a_courtesy_and_an_office_starts_none() -> None:
    listed = "Briefing on ports\n\nSPEAKER:  Ms. Ann Roe, Director of Ports, Lund\n\n"
    talk = "MS. ROE: Good day to you. The ports are open.\n\nQ: All of them?\n\nMS. ROE: All.\n"
    assert speakers(listed + talk) == ["MS. ROE", "Q", "MS. ROE"]
    asked = "The talk:\nTHE CHAIR: Ms. Roe, before we open up\nI ask you this.\nMS. ROE: Do ask.\n"
    assert speakers(f"{asked}THE CHAIR: Were you there?\n") == ["THE CHAIR", "MS. ROE", "THE CHAIR"]


def test_who_took_a_photograph_is_no_label() -> None:
    text = "Ann Roe: “We built piers. We had to.”\n\nBea Ash. Photograph: Bo Low\n"
    assert speakers(f"{text}Photograph: Bo Low\n") == ["Ann Roe"]


def test_a_word_that_a_page_sets_twice_above_another_starts_none() -> None:
    widget = "BOAT EMBED:\n{}\nBoats\n\n"
    talk = "Ann Roe: Is the pier open?\nBo Low: It is, I think.\nAnn Roe: Since May?\n"
    assert speakers(widget.format("COPY") * 2 + talk) == ["Ann Roe", "Bo Low", "Ann Roe"]
    said = widget.format("We sell boats.") + widget.format("Come and see them.")
    assert speakers(said + talk)[:2] == ["BOAT EMBED", "BOAT EMBED"]


def test_a_note_behind_a_sentence_makes_it_no_heading_of_what_follows() -> None:
    talk = "记者问：船多吗？\n王：再说一遍。{}\n王：多。\n问：人呢？\n王：也多。\n"
    assert speakers(talk.format("（没有听清）")) == ["记者问", "王", "王", "问", "王"]
    assert speakers(talk.format("（没有听清）").replace("遍。", "遍")) == [
        "记者问",
        "王",
        "问",
        "王",
    ]


def test_who_alone_has_a_name_on_a_line_may_greet_on_a_line_with_no_stop() -> None:
    text = "渔港发布会\n\n市渔业局局长 王小芳\n{}\n渔获比去年多了一成。\n"
    assert speakers(text.format("女士们、先生们：")) == ["王小芳"]
    assert speakers(text.format("渔获的消息")) == []


def test_a_title_above_when_a_page_was_made_anew_starts_none() -> None:
    talk = "问：船多吗？\n答：多。\n问：人呢？\n答：也多。\n"
    title = "-\n渔港局局长林大海：将来会有更多的船\n{} 2021-12-24 17:43:06\n\n"
    for updated in ("最后更新:", "更新時間：", "发稿时间:"):
        assert speakers(title.format(updated) + talk) == ["问", "答"] * 2


def test_a_caption_twice_with_its_credit_behind_the_second_starts_none() -> None:
    caption = "The Piers - New Boats Day Two"
    page = f"What was said\n\n{caption}\n{caption} / Bo Ash/Kelp Images\n\nIt was a good day.\n"
    assert speakers(page) == []


def test_a_name_that_starts_but_headings_apart_starts_none() -> None:
    heading = "Ports Tour: {} talks about the state of the piers before May"
    talk = "ANN ROE: Good day. The piers are open.\n\nBO LOW: They are. Go.\n\nANN ROE: Why?\n"
    heads = f"{heading.format('Ann Roe')}\n\n{heading.format('Bo Low')}\n\n"
    assert speakers(f"{heads}{talk}") == ["ANN ROE", "BO LOW", "ANN ROE"]
    said = heads.replace("May\n", "May.\n")
    assert speakers(f"{said}{talk}")[:2] == ["Ports Tour"] * 2


def test_who_starts_with_a_quote_and_goes_on_is_no_pulled_quote() -> None:
    talk = "王小芳：您好。\n主持人：船多吗？\n王小芳：多。\n"
    opening = "主持人：“船行千里”。{}\n"
    goes_on = "各位听众大家好，欢迎收听渔港电台的系列访谈节目。"
    assert speakers(opening.format(goes_on) + talk)[:2] == ["主持人", "王小芳"]
    assert speakers(opening.format("") + talk)[0] == "王小芳"


def test_a_title_above_where_a_report_is_from_may_end_in_a_quote() -> None:
    title = "首页>要闻\n林大海：七项举措推进“渔港之春”\n{}\n林大海说，船要多起来。\n"
    assert speakers(title.format("渔港网海东1月24日电（记者 王小芳）他日前到会。")) == []
    assert speakers(title.format("他日前到会。")) == ["林大海"]


def test_the_fields_of_a_page_of_which_some_are_empty_start_none() -> None:
    fields = "Date published:\nMedia type:\nTranscript\nAudience:\nGeneral public"
    talk = "\n\nANN ROE:\n\nIs the pier safe?\n\nBO LOW:\n\nIt is.\n\nANN ROE:\n\nSince when?\n"
    assert speakers(f"Harbour interview\n\n{fields}{talk}") == ["ANN ROE", "BO LOW", "ANN ROE"]
    said = fields.replace("General public", "We all saw it.")
    assert "Audience" in speakers(f"Harbour interview\n\n{said}{talk}")


def test_a_first_line_that_goes_on_below_is_no_title() -> None:
    wrapped = "Minister Roe: It is good to be here with\nyou in Lund. We have much to do.\n"
    assert speakers(wrapped) == ["Minister Roe"]
    assert speakers(wrapped.replace("\nyou in", "\nAnn and Bo in")) == ["Minister Roe"]
    assert speakers(wrapped.replace("here with\nyou in", "here\n\nBoats in")) == []
