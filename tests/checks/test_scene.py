"""A text with its figures: sentences, clauses, words around."""

from annotator.checks.words import shared_run
from tests.checks.reading import scene_of


def test_a_clause_ends_at_commas_and_at_its_neighbours() -> None:
    scene = scene_of("去年新建学校12所，改建学校14所、幼儿园16所。")
    assert [scene.subject(s).strip() for s in scene.statements] == [
        "去年新建学校|",
        "改建学校|",
        "幼儿园|",
    ]


def test_a_short_clause_takes_the_one_before_it() -> None:
    scene = scene_of("在大家努力之下，完成12件。")
    [statement] = scene.statements
    assert scene.subject(statement) == "在大家努力之下 完成|"


def test_sameness_asks_for_enough_words() -> None:
    scene = scene_of("女性28例。\n女性82例。\n新增确诊病例28例。\n新增确诊病例82例。")
    one, two, three, four = scene.statements
    assert scene.sameness(one, two) == 0
    assert scene.sameness(three, four) == 1


def test_punctuation_is_no_shared_noun() -> None:
    scene = scene_of("轮训班17期、培训人。\n专题班14期，培训人。")
    first, second = scene.statements
    assert not scene.have_same_noun(first, second)
    assert shared_run("、培训", "，培训", from_start=True) == 0
    assert shared_run("培训班", "培训人", from_start=True) == 2


def test_the_noun_in_front_is_read_past_a_verb() -> None:
    scene = scene_of("城镇新增就业达到8.46万人。\n城镇新增就业为8.64万人。")
    first, second = scene.statements
    assert scene.have_same_noun(first, second)


def test_statements_that_name_a_noun_are_found_nearest_first_in_order() -> None:
    scene = scene_of("有学校12所。有医院14家。另有学校16所。")
    assert [s.text for s in scene.naming("学校", scene.statements[1])] == ["12所", "16所"]
    assert scene.naming("码头", scene.statements[1]) == []


def test_near_and_within_stay_in_their_bounds() -> None:
    scene = scene_of("有12所。有14家，又有16所。")
    assert [s.text for s in scene.near(scene.statements[1])] == ["14家", "16所"]
    assert [s.text for s in scene.within(0, 5)] == ["12所"]


def test_traditional_text_is_read_as_simplified_at_the_same_places() -> None:
    scene = scene_of("醫療衛生支出增加，長者佔12%。")
    assert scene.sentence(0).startswith("医疗卫生支出增加，长者占")
    assert scene.statements[0].text == "12%"


def test_a_comma_inside_a_number_ends_no_clause() -> None:
    scene = scene_of("Hospitals reported 1,840 new admissions, up from 1,600 the week before.")
    assert "Hospitals reported" in scene.clause(scene.statements[1])


def test_a_header_and_times_do_not_hide_the_noun() -> None:
    scene = scene_of(
        "行人过路灯方面，截至去年年底，已安装1850组。\n去年年底全港已安装行人过路灯1580组。"
    )
    first, second = scene.statements[0], scene.statements[-1]
    assert scene.have_same_noun(first, second)
    assert scene.sameness(first, second) > 0.5


def test_the_noun_behind_one_figure_may_stand_in_front_of_the_other() -> None:
    scene = scene_of("已受理156万件申请。\n受理申请165万件。")
    first, second = scene.statements
    assert scene.have_same_noun(first, second)


def test_no_sentence_lies_outside_the_text() -> None:
    scene = scene_of("有12所。")
    assert scene.sentence(7) == ""
    assert not scene.are_neighbours(0, 5)


def test_what_was_told_before_is_of_the_paragraph_and_so_many_sentences_back() -> None:
    scene = scene_of("有12所。\n有13所。有14所。有15所,比16所少。")
    last = scene.statements[-1]
    assert [s.text for s in scene.told_before(last, 1)] == ["14所", "15所"]
    assert [s.text for s in scene.told_before(last, 9)] == ["13所", "14所", "15所"]


def test_sentences_of_one_line_are_of_one_paragraph_in_their_order() -> None:
    scene = scene_of("有12所。有13所。\n有14所。")
    assert scene.are_in_one_paragraph(0, 0)
    assert scene.are_in_one_paragraph(0, 1)
    assert not scene.are_in_one_paragraph(1, 2)
    assert not scene.are_in_one_paragraph(1, 0)
    assert not scene.are_in_one_paragraph(-1, 0)
    assert not scene.are_in_one_paragraph(0, 9)


def test_the_next_sentence_is_of_the_same_paragraph() -> None:
    scene = scene_of("有12所。有13所，又有14所。\n有15所。")
    assert [s.text for s in scene.in_next_sentence(0)] == ["13所", "14所"]
    assert scene.in_next_sentence(1) == []


def test_sentences_are_joined_by_semicolons_only() -> None:
    scene = scene_of("有12所；有13所；有14所。有15所。")
    numbers = [scene.sentence_of(s) for s in scene.statements]
    assert scene.are_joined(numbers[0], numbers[2])
    assert not scene.are_joined(numbers[2], numbers[3])
    assert not scene.are_joined(numbers[2], numbers[0])
    assert [s.text for s in scene.after_semicolons(numbers[0])] == ["13所", "14所"]


def test_what_ends_where_a_passage_starts_lies_not_in_it() -> None:
    scene = scene_of("有12所、13所。")
    first, second = scene.statements
    assert scene.within(first.end, second.start + 1) == (second,)
    assert scene.within(first.end - 1, second.start) == (first,)


def test_a_number_may_be_a_part_of_the_one_right_behind() -> None:
    scene = scene_of("We closed 41 of our 58 routes and 12 stops.")
    part, whole, other = scene.statements
    assert scene.whole_of(part) is whole
    assert scene.whole_of(whole) is None
    assert scene.whole_of(other) is None


def test_what_is_the_same_around_figures_makes_them_alike() -> None:
    scene = scene_of(
        "全市新建公办幼儿园12所。\n今年全市新建公办幼儿园14所。\n山区道路两旁植树16万棵。"
    )
    first, second, other = scene.statements
    assert scene.likeness(first, second) > 0.9
    assert scene.likeness(first, other) < 0.3
    assert scene.likeness(first, second) == scene.likeness(second, first) <= 1
    assert scene.shared_setting(first, second) > scene.shared_setting(first, other)
    assert scene.shared_phrase(first, second) >= len("全市新建公办幼儿园")


def test_the_time_of_a_clause_is_this_year_or_another() -> None:
    scene = scene_of("去年新建12所。今年新建14所。新建16所。")
    assert [set(scene.times_of(s)) for s in scene.statements] == [{"last"}, {"this"}, set()]


def test_a_short_answer_takes_up_what_was_asked() -> None:
    scene = scene_of("记者：去年一共新建了多少所学校？\n局长：12所。\n局长：改建学校14所。")
    answer, other = scene.statements
    assert "去年一共新建了多少所学校" in scene.asked(answer)
    assert scene.asked(other) == ""
    assert {"学校"} <= scene.setting(answer)


def test_the_latest_year_and_the_units_of_a_text_are_counted() -> None:
    scene = scene_of("2023年有12所，2024年有14所、16人。")
    assert scene.latest_year == 2024
    assert scene_of("有12所。").latest_year is None
    schools = [s for s in scene.statements if s.text.endswith("所")]
    assert scene.units[schools[0].figure.unit] == 2
    assert scene.of_unit(schools[0]) == schools
