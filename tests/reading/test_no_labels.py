"""Texts in which all that looks like a label is none."""

import pytest

from annotator.reading.turns import find_turns


@pytest.mark.parametrize(
    "text",
    [
        "一季度出口增长\n\n专家：外贸韧性仍在\n\n王教授认为，出口增长有三个原因。",
        "奖牌榜\n中国：21金\n网友：太厉害了！",
        "一等奖：\n赵伟：《渔港的早晨》\n孙丽：《码头》\n刘洋：《一条船》",
        "Harbor Lights\n\nCast:\nDaniel Weir: Captain Ahern\nAlice Lane: Mary\nLuke Hart: the boy",
        "Agenda\n11:30 Q&A\nWorkshop A: Tariffs\nSpeaker: Dara Levine\n15:00 Close",
        'Terms\nBuyer: who buys.\nDirector: one of the board.\nSeller: who sells.\nNotary: "N".',
        "二、地点：发布厅\n五、参加媒体：中央驻市媒体、省市媒体\n联系人：周敏",
        "首班车：6:00\n末班车：23:00\n票价：2元起",
        "要闻\n外交部：敦促日方慎行\n市委书记王刚：抓项目\n李强：推动发展",
        "公示\n孙丽：女，1975年3月生，现任局长，拟任副市长。\n公示期：5月8日至14日",
        "Ports\nMayor: 'We shall open.'\nThe mayor said that the docks are to open in May.",
        "Words\nAnchor: who reads.\nByline: who wrote.\nEditor: who decides.\nReporter: who asks.",
        "“谁？”她问。\n小芳：你怎么来了。\n她看到这行字时，手抖了一下。",
        "Reel 7\n\nTape ID: ARX7 | Unit: LUND, Noon | Kind: Aired show | Air dates: 3/4 | Text: -",
        "王冰说道，“我去过了。”\n秦莫：“什么时候？”\n“就昨天。”",
        (
            'Picked Q-and-A\'s\n\nBo Lund and Ida Poe / photo by Lee\n\nBo Lund\n\n"I saw it."\n\n'
            'Ida Roe\n\n"I go on."\n\nUma Kelp\n\n"We sail."\n\nEva Wick\n\n"So do I."\n'
        ),
        "Visit\n11.00 Press conference.\nInterpreter: Ms. Cho.\nDress: business.",
        "今日头版\n人民日报：迈出新步伐\n光明日报：活起来\n新华社：进展顺利",
        "鲁迅：“没有路。”\n胡适：“小心求证。”\n老舍：“有节奏。”",
        "2024-03-12 10:15:02 ERROR: no file\n2024-03-12 10:15:03 INFO: again",
        "For sale: boat.\nCaptain: apply at the gate.\nLost: dog, brown.",
        "Refs\nLee, A. (2019). Harbors [1]\nPoe, B. (2020). Ports [2]\nRoe, C. (2021). Sea [3]",
        "Sir: I read your article of 3 March with surprise.\nPaul Ross, Aster Bay",
        "Terms\n\nMinister: the Minister for ports.\nOfficer: any person under section 9.",
        "第二条 发言人：是指代表。\n第三条 主持人：由办公室指定。\n第四条 记者：凭证入场。",
        "名词\n主持人：指引导议程的人。\n记者：指采编人员。\n翻译：把话说成另一种语言。",
        "server:\n  host: example.org\n  port: 8080",
        "市长：渡轮下月复航\n市长昨日表示，渡轮复航。\n\n网友：早该这样\n不少网友表示支持。",
        "陳先生：\n\n來信收悉。\n\n一、關於停車場：正在維修。",
        "We promised.\n\nQuestion: is that enough? Answer: we shall see.",
        "老百姓问：什么时候住上新房？我的答案是：明年底。",
        "Period of Service: 24/06/2010 - 27/06/2013\nOffice held: treasurer",
        "須知\n一、主持人由新聞處派員擔任。\n二、記者：每人限提一題。\n三、發言人：由局長兼任。",
        "甲方:______  乙方:______\n日期:____年__月__日",
        "常见问题:\n问题1:无法开机 解决:检查电池。\n问题2:没有声音 解决:检查音量。",
        "Question 1: What is it?\n(a) this (b) that\nAnswer: (a)\n\nTime: 30 minutes.",
        "主持人:要沉稳。主持人负责开场。\n发言人:要简短。发言人只念提纲。\n记者:让记者问。",
        (
            "Ann — she never said why — looked.\nBob — always late — came at noon. Was it noon?\n"
            "Ann — nobody else — waved.\nBob — slowly — waved back."
        ),
        "首頁\n\n全國兩會委員通道:16界別亮相,凝聚共識\n\n3月10日下午,通道開啟。",
        "Survey\nQuestion 1: How is the bus?\nGood: 21%\nQuestion 2: How often?\nDaily: 12%",
        "字面含意：天氣晴朗\n言外之意：我們要出海\n字面含意：風有點大\n言外之意：今天不開船",
        "學生： 林大海 學號： B101\n\n學生： 方小禾 學號： B102\n\n學生： 王芳 學號： B103",
        "特首去年列席。\n\n廣告：支持獨立報道",
        "喬遷新址\n\n高樂：支持獨立報道",
        "新聞總匯\n今日新聞 \n‧要聞\n大陸新聞 \n首頁\n\n記者/林大海 方小禾\n\n她今天上班。",
        "她切瓜。\n方小禾：【要面试？】\n方小禾：【难吗？】\n林大海：【稍等。】\n她翻消息。\n林大海：【问吧？】",
        "本刊编辑部\n本刊：公开发行。\n主办：某大学\n本刊：欢迎来稿，请注明姓名。",
        "公告\n\n网下投资者：以基准日为准，参与询价。\n\n网上投资者：可在T日申购。",
        "怎样采访\n采访者：应当熟悉背景。\n受访者：应当自愿。\n采访要做好准备。",
        (
            "人物\n方小禾：不做第二座灯塔\n出海改变了她。\n林大海：航线上被“改道”\n当年的船长撰文。\n"
            "王小芳：把码头修好\n她觉得很值。"
        ),
        "港讯 方小禾：不是「灯塔」，而是「浮标」\n方小禾谈到，「先放浮标。」",
        "議事錄\n主 席：江召集委員小禾\n一、宣讀。\n決定：確定。\n二、詢答。\n決定：完畢。",
        "1. 选一个\n答案：B\n解析：见条例。\n2. 再选一个\n答案：A\n解析：见报道。",
    ],
)
def test_lists_headings_and_remarks_start_no_turn(text: str) -> None:
    assert [turn.speaker for turn in find_turns(text) if turn.speaker] == []


def test_short_answers_of_one_speaker_are_turns() -> None:
    text = "记者：多少？\n王芳：三个\n记者：何时？\n王芳：明天"
    assert [turn.speaker for turn in find_turns(text)] == ["记者", "王芳", "记者", "王芳"]


def test_who_asks_a_question_alone_is_a_turn() -> None:
    assert find_turns("记者：请问何时？")[0].speaker == "记者"


def test_lines_of_address_are_no_values_of_a_list() -> None:
    text = (
        "Mayor of Lund Ann Lee: Friends, dear colleagues,\n\nGood day.\n\n"
        "Question: Good evening,\n\nWhen do the docks open?\n"
    )
    assert [turn.speaker for turn in find_turns(text)] == ["Mayor of Lund Ann Lee", "Question"]


def test_numbered_shots_with_what_is_said_in_them_are_turns() -> None:
    shots = "".join(
        f"{n}. SOUNDBITE (English) Ann Lee, mayor:\n“We open the docks.”\n{n + 1}. Ships in port\n"
        for n in (2, 4, 6)
    )
    turns = find_turns(f"PORT / DOCKS\n1. Wide shot of the port\n{shots}")
    assert [turn.speaker for turn in turns[1:]] == ["Ann Lee"] * 3


def test_an_interview_may_stand_in_quotes_where_whole_names_and_surnames_come_once() -> None:
    text = (
        "Ann Roe met Bo Low on the radio.\n\nAnn Roe: “Are the piers safe?”\n\n"
        "Bo Low: “They are, I think.”\n\nRoe: “Should we look?”\n\nLow: “I think we did.”\n"
    )
    found = [turn.speaker for turn in find_turns(text) if turn.speaker]
    assert found == ["Ann Roe", "Bo Low", "Roe", "Low"]


def test_one_word_in_capitals_that_greets_is_a_label_though_no_other_is_there() -> None:
    head = "We met with Dr. Harriet Roe on Sunday.\n\n"
    for said, speakers in (
        ("Good morning. I am glad, as", ["ROE"]),
        ("Ports shut. So do we, as", []),
    ):
        found = [turn.speaker for turn in find_turns(f"{head}ROE: {said}\n\nRead more.\n")]
        assert [name for name in found if name] == speakers
