"""The signs of a sentence, their words and their weights."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.model.errors import UserError
from annotator.model.script import folded
from annotator.suggest.claim_signs import (
    AGAINST,
    FOR,
    REASONS,
    claim_signs,
    read_signs,
    sentence_of,
    signs_of,
)

WORDS = '[event]\nen = ["signed"]\nzh = ["签署"]\n'
WEIGHTS = "[en]\nbias = 0\nweights = {event = 1.5}\n[zh]\nbias = 0\nweights = {event = 1}\n"


def shown(text: str, role: str = "", figures: int = 0, exact: int = 0) -> Sequence[str]:
    return signs_of(sentence_of(text, folded(text), role, figures, exact), claim_signs())


EXAMPLES = {
    "comparison": ("It is larger than ours", "比去年同期多"),
    "superlative": ("The largest of its kind", "为历史最高"),
    "trend": ("Prices surged", "房价回落"),
    "cause": ("It failed because of rust", "由于暴雨"),
    "attribution": ("According to the survey", "据统计"),
    "rule": ("The regulation is binding", "根据条例规定"),
    "allegation": ("They falsified it", "涉嫌受贿"),
    "event": ("It was completed", "大桥通车"),
    "past": ("They walked there", "开了十次会"),
    "date": ("That was yesterday", "就在昨天"),
    "absence": ("There were no deaths", "未发现异常"),
    "totality": ("The majority agreed", "全部到齐"),
    "state": ("The plant produces steel", "该厂位于河南"),
    "names": ("It went to Geneva", "法院的人"),
    "premise": (
        "The mayor left in May, so who is in charge?",
        "审计署上月批评过这家公司，请问有何回应？",
    ),
    "remark": ("That's it", "这就对了"),
    "vague": ("We do things", "这种事情"),
    "opinion": ("I think it is lovely", "我认为很好"),
    "position": ("Our position is known", "坚决反对"),
    "greeting": ("Good morning", "大家好"),
    "thanks": ("Thank you", "謝謝"),
    "sympathy": ("We apologize", "向家属道歉"),
    "question": ("Can you say more", "请问原因"),
    "asks": ("Really?", "真的？"),
    "procedure": ("Next question", "下面请提问"),
    "no_information": ("No comment", "我不掌握"),
    "wish": ("We hope so", "希望如此"),
    "plan": ("It will rain", "计划明年开工"),
    "advice": ("You should wash your hands", "切勿外出"),
    "introduction": ("My name is Anna", "我是记者"),
    "self": ("Ask me", "我想"),
    "you": ("You know", "你看"),
    "we": ("We met", "我们见过"),
    "short": ("No", "不"),
    "long": ("word " * 20, "字" * 40),
}


@pytest.mark.parametrize("sign", EXAMPLES)
def test_each_sign_is_seen_in_both_languages(sign: str) -> None:
    for text in EXAMPLES[sign]:
        assert sign in shown(text), text


@pytest.mark.parametrize("sign", EXAMPLES)
def test_a_bare_phrase_shows_no_other_sign_of_words(sign: str) -> None:
    if sign not in {"short", "long"}:
        assert sign not in shown("green chairs and blue tables in plain rooms")
        assert sign not in shown("绿色椅子、蓝色桌子、朴素房间、一扇窗户")


def test_every_sign_but_figures_and_roles_has_an_example() -> None:
    built = {"quantity", "quantities", "exact", "moderator", "reporter", "outside"}
    assert {*EXAMPLES} | built == {*REASONS}


def test_figures_and_roles_are_signs() -> None:
    assert "quantity" in shown("3 cars", figures=1)
    assert "quantities" not in shown("3 cars", figures=1)
    assert "quantities" in shown("3 cars and 4 vans", figures=2)
    assert "exact" not in shown("3 cars and 4 vans", figures=2)
    assert "exact" in shown("30 cars", figures=1, exact=1)
    assert "reporter" in shown("Hm", "reporter")
    assert "outside" in shown("Hm", "boilerplate")
    assert not {"moderator", "reporter", "outside"} & {*shown("Hm", "speaker")}


def test_names_of_people_and_the_word_i_are_told_apart() -> None:
    assert "names" in shown("the mayor of Lisbon came")
    assert "names" not in shown("and I came")


def test_titles_and_latin_letters_are_names_in_chinese() -> None:
    assert "names" in shown("《意见》写得很清楚")
    assert "names" in shown("用的是gsm")
    assert "names" not in shown("写得很清楚")


@pytest.mark.parametrize(
    ("done", "planned"),
    [
        ("省里加大了补贴", "省里加大补贴"),
        ("这几年完善了规章", "完善规章"),
        ("村里落實了補貼", "落實補貼"),
    ],
)
def test_what_is_done_is_no_plan(done: str, planned: str) -> None:
    assert "plan" not in shown(done)
    assert "plan" in shown(planned)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("補貼沒有真正到農民手上", "absence"),
        ("行政院的人", "names"),
        ("高雄的船", "names"),
        ("一列货车出轨", "event"),
    ],
)
def test_what_is_missing_named_or_broken_is_a_sign(text: str, sign: str) -> None:
    assert sign in shown(text)


def test_of_a_question_that_states_something_first_only_the_statement_counts() -> None:
    asked = shown("The mayor left in May, so could you tell us who is in charge?", "reporter")
    assert "premise" in asked
    assert not {"asks", "question", "you"} & {*asked}
    assert "asks" in shown("Could you tell us who is in charge?", "reporter")


def test_what_a_statement_is_wrapped_in_is_no_sign() -> None:
    said = "the pump at the north end of it failed"
    assert shown(f"What I can tell you is that {said}") == shown(said)
    assert shown("需要强调的是，北边那台去年新买的水泵坏了") == shown("北边那台去年新买的水泵坏了")


def test_the_language_is_that_of_most_of_the_sentence() -> None:
    assert sentence_of("中国GDP增长", "").language == "zh"
    assert sentence_of("The word 快 means fast", "").language == "en"
    assert sentence_of("", "").language == "en"


def test_weights_point_the_way_their_reasons_say() -> None:
    for weights in claim_signs().weights.values():
        assert {*weights} == {*REASONS}
        assert all(weights[sign] >= 0 for sign in FOR)
        assert all(weights[sign] <= 0 for sign in AGAINST)


def read(folder: Path, words: str, weights: str) -> None:
    (folder / "signs.toml").write_text(words, "utf-8")
    (folder / "weights.toml").write_text(weights, "utf-8")
    read_signs(folder / "signs.toml", folder / "weights.toml")


def test_a_users_own_lists_are_read(tmp_path: Path) -> None:
    read(tmp_path, WORDS, WEIGHTS)
    own = read_signs(tmp_path / "signs.toml", tmp_path / "weights.toml")
    assert signs_of(sentence_of("They signed it", "they signed it"), own)[0] == "event"


@pytest.mark.parametrize(
    ("words", "weights", "said"),
    [
        (WORDS, WEIGHTS.replace("1.5", "-1.5"), "event"),
        (WORDS, WEIGHTS.replace("event = 1.5", "evnt = -1.5"), "evnt"),
        (WORDS, WEIGHTS.replace("bias = 0\nweights = {event = 1}", ""), "weights"),
        (WORDS.replace("zh", "fr"), WEIGHTS, "zh"),
        (WORDS, WEIGHTS.replace("1.5", '"much"'), "weights.toml"),
        ("[event", WEIGHTS, "signs.toml"),
    ],
)
def test_a_mistake_in_the_files_is_named(
    tmp_path: Path, words: str, weights: str, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        read(tmp_path, words, weights)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.toml"):
        read_signs(tmp_path / "none.toml", tmp_path / "none.toml")
