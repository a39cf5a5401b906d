"""Counts and what is listed behind them."""

import pytest

from tests.checks.reading import found_in


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("縣府提出四大方案：第一，動支準備金；第二，申請補助；第三，開辦貸款。", "conflict"),
        ("我们有三个特点。其一，人气旺。其二，业态新。其三，服务优。", "consistent"),
        ("主要有三个特点。一是人气旺。二是业态新。三是服务优。四是秩序好。", "conflict"),
        ("我们有四项任务：一是扩围；二是提质；最后，加强监管。", "conflict"),
        ("我们有三项任务：一是扩围；二是提质；最后，加强监管。", "consistent"),
        ("下一步做三件事：扩大范围；提高待遇；加强监管；优化服务。谢谢。", "conflict"),
        ("下一步做三件事：扩大范围；提高待遇；加强监管。谢谢。", "consistent"),
        ("我们有三道防线，一是社区，二是门诊，三是急症室，四是病房。", "conflict"),
        ("开展了五轮专项行动：第一轮打假、第二轮打私、第三轮打毒、第四轮打骗。", "conflict"),
        ("立案12起，围绕“三个聚焦”来做：聚焦打击、聚焦防范、聚焦便民、聚焦队伍。", "conflict"),
        (
            "立案12起，围绕“四个聚焦”来做：聚焦打击、聚焦防范、聚焦便民、聚焦队伍。",
            "consistent",
        ),
        ("下一步做四件事：扩大范围；提高待遇；加强监管；优化服务等。谢谢。", "consistent"),
        ("下一步做五件事：扩大范围；提高待遇；加强监管；优化服务等。谢谢。", "undetermined"),
        ("I ask three things: have a plan; fill your tank; stay dry; and stay home.", "conflict"),
        ("We take four steps. First, we pay. Second, we move. Finally, we add buses.", "conflict"),
        ("We take three steps. First, we pay. Second, we move. Finally, we ask.", "consistent"),
        ("There are three reasons for it: cold, unstable ground, crews, and weather.", "conflict"),
        ("The plan rests on four principles: discipline, fairness, growth and care.", "consistent"),
        ("我们有三项任务：\n1. 扩围提质。\n2. 加强监管。\n3. 改进服务。", "consistent"),
        ("我们有三项任务：一是扩围；二是提质；此外，还要监管。", "undetermined"),
        ("重点抓好农村、机关、企业等4个领域。", "undetermined"),
        (
            "维持不变有三个理由。第一，物价回落。第二，需求放缓。第三，前景不明。第四，房价。",
            "conflict",
        ),
        ("维持不变有三个理由。第一，物价回落。第二，需求放缓。第三，前景不明。", "consistent"),
        (
            "I ask three things. One, stay in. Two, call us. Three, check. And four, wait.",
            "conflict",
        ),
        (
            "I ask four things. One, stay in. Two, call us. Three, check. And four, wait.",
            "consistent",
        ),
        (
            "We have two missions for this year: first, rails; second, roads; and third, ports.",
            "conflict",
        ),
        (
            "Five towns get help this week, and those are Karr, Tarn, Kell, Byrne, Tom and Lee.",
            "conflict",
        ),
        (
            "We have two people here: Ann Lee, the head; Bo Kay, the chief; and engineer Cy Dow.",
            "conflict",
        ),
        (
            "定点医院有四家，分别是东城医院、仁和医院、南城医院、西城医院东区和北城同乐医院。",
            "conflict",
        ),
        (
            "定点医院有五家，分别是东城医院、仁和医院、南城医院、西城医院东区和北城同乐医院。",
            "consistent",
        ),
        ("活动一共有四项，包括艺文荟、美食节、旅游展、龙舟赛同埋花车巡游。", "conflict"),
        ("活动一共有六项，包括艺文荟、美食节、旅游展、龙舟赛同埋花车巡游。", "undetermined"),
    ],
)
def test_a_count_is_held_against_its_list(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "list")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "你提出的十項惠民措施，包括失業救濟金、包括六十歲兩元乘車、醫療券。",
        "Let me mention three: first, cyber; second, climate; third, investment.",
        "本局今年完成三項重大建設：臺中鐵路、花東電氣化，以及\n第 1 頁\n桃園捷運綠線動工。",
        "我们有300个社区，一是老旧小区，二是新建小区。",
        "发布警报6个，登陆三个：薇拉、康纳、桃乐丝。",
        "Sadly three people have died: two children and one adult.",
        "Thanks. QUESTION (Radio Four Counties): And part-time work, is it choice, or need?",
        "我跟球员讲，球是圆的，九局打完才算数，现在要做的就是把身体照顾好、把课表做完。",
        "We met three people: .",
        "白2占领左上，黑3立即挂白角，这是变化的表现。",
        "There are eight rooms between them: four, two and two.",
        "一共五场，市区两场，青浦、南湖、海宁各一场，都办完了。",
    ],
)
def test_what_may_be_a_whole_list_is_no_conflict(text: str) -> None:
    assert "conflict" not in [v for v, _texts in found_in(text, "list")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("全省有试验区6个，分别位于临州、白渡、安溪、南屏、平湖。", "conflict"),
        ("撤离了四类人员：渔工、船员、游客、养殖户，合计2864人。", "consistent"),
        (
            (
                "We've two requests for the public: stay off the highway, don't fly drones, and "
                "call the other line if you want us to look after somebody."
            ),
            "conflict",
        ),
    ],
)
def test_a_list_ends_where_its_items_end(text: str, verdict: str) -> None:
    assert verdict in [v for v, _texts in found_in(text, "list")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "今年投入3亿元，实施“五大行动”：主体培育行动、质量强市行动、食品攻坚行动、放心消费行动。",
            "conflict",
        ),
        ("今年投入3亿元，实施「三大計畫」：主體培育、質量強市、食品攻堅。", "consistent"),
        ("推出三个措施，分别是加重罚则、扩大奖金，以及联合行动。", "consistent"),
        ("The main causes are four: defects, shortages, weather, trespass and faults.", "conflict"),
        ("There are three causes: defects, bad weather, and theft and trespass.", "consistent"),
        (
            "We opened four clinics, in Seminole, Brownfield, Lubbock, Lamesa and Plains. Come.",
            "conflict",
        ),
        ("There'll be three garages, North, South and Riverside, with many spaces.", "consistent"),
        (
            "We have three teams: one for truancy, one for health, one for cars, one for homes.",
            "conflict",
        ),
        ("前三名分别是投资、网购跟交友。", "consistent"),
    ],
)
def test_names_of_programmes_and_last_items_are_read(text: str, verdict: str) -> None:
    assert [v for v, _texts in found_in(text, "list")] == [verdict]


def test_sentences_that_each_start_with_a_number_are_a_list() -> None:
    text = "There are four steps. One, money. Two, relief. Three, research.{} That is it."
    assert [v for v, _t in found_in(text.format(""), "list")] == ["conflict"]
    assert [v for v, _t in found_in(text.format(" Four, rules."), "list")] == ["consistent"]
    few = "There are four steps. One, money. Two, relief. And then there is more."
    assert "conflict" not in [v for v, _t in found_in(few, "list")]


@pytest.mark.parametrize(("count", "verdict"), [("五", "conflict"), ("三", "consistent")])
def test_things_may_be_told_as_the_first_and_the_second(count: str, verdict: str) -> None:
    text = f"我们要抓好{count}件事：第一件是补充编制，第二件是提高待遇，第三件是减轻负担。"
    assert [v for v, _texts in found_in(text, "list")] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "他提出两个原则：“正规战与游击战相配合，野战军与地方军相呼应，正规军与民兵相配合。”",
        "这两个侧面合在一起，表现了他的风度、气质、境界，十分完美。",
        "我们保证每人两亩基本农田，安排近地、阳坡地、好地，多分一份。",
        "3：驻军帮助清理、搬运、重建。",
        "中共六大的报告提出原则：一是改变旧习；二是不分出身；三是反对屠杀。",
        "11名获奖者是：治理荒山的王某；逆境成材的李某；扶贫的赵家兄弟。",
    ],
)
def test_speech_areas_lines_congresses_and_people_are_no_counts_of_a_list(text: str) -> None:
    assert [v for v, _ in found_in(text, "list") if v == "conflict"] == []


def test_what_is_made_up_of_some_includes_all_of_them() -> None:
    text = "专班由六个部门组成，包括公安局、交通局、民政局、消防局和环保局。"
    assert [v for v, _texts in found_in(text, "list")] == ["conflict"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "There are two remedies. First, more staff. Second, new vans; and the third is time.",
            "conflict",
        ),
        ("The chain trades in three lands: the U.K., Malta, the U.S. and Peru.", "conflict"),
        ("The chain trades in four lands: the U.K., Malta, the U.S. and Peru.", "consistent"),
        (
            "We have two people: Ann Bell, the chair; Bo Carr, a cook; and Di Lowe, a guard.",
            "conflict",
        ),
        (
            "We have three people: Ann Bell, the chair; Bo Carr, a cook; and Di Lowe, a guard.",
            "consistent",
        ),
    ],
)
def test_other_things_and_people_are_counted_too(text: str, verdict: str) -> None:
    assert [told for told, _texts in found_in(text, "list")] == [verdict]


def test_what_is_first_behind_any_count_is_no_list_of_it() -> None:
    text = "The package includes shells and four cranes. First, the mayor; second, the guests."
    assert found_in(text, "list") == []


@pytest.mark.parametrize("what", ["process", "security procedure", "one", "approach"])
def test_a_number_may_be_joined_to_what_is_listed(what: str) -> None:
    listed = "First, you call. Second, you pay. Third, you wait. Fourth, you sign."
    for steps, verdict in (("three-step", "conflict"), ("four-step", "consistent")):
        text = f"Getting a permit is a {steps} {what}. {listed}"
        assert found_in(text, "list") == [(verdict, (steps,))]


def test_what_is_joined_to_a_number_may_be_no_list() -> None:
    text = "She has a three-bedroom one. First, you call. Second, you pay."
    assert found_in(text, "list") == []
