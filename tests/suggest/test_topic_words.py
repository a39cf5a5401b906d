"""Which repeated phrases may be topics."""

import pytest

from annotator.suggest.topic_words import has_idle_edge, is_topic, stop_words


@pytest.mark.parametrize(
    ("phrase", "idle"),
    [
        ("就业岗位", False),
        ("就在昨天", True),
        ("消费者", False),
        ("在场者", True),
        ("项目", False),
        ("疫情", False),
        ("海关", False),
        ("进行改造", True),
        ("改造情况", True),
        ("个小区", True),
    ],
)
def test_an_edge_is_idle_unless_it_is_part_of_a_word(phrase: str, *, idle: bool) -> None:
    assert has_idle_edge(list(phrase), stop_words("zh")) is idle


@pytest.mark.parametrize(
    ("words", "idle"),
    [("the fire", True), ("fire crews", False), ("shelters open", True), ("cost of living", False)],
)
def test_english_edges(words: str, *, idle: bool) -> None:
    assert has_idle_edge(words.split(), stop_words("en")) is idle


@pytest.mark.parametrize(
    ("phrase", "good"),
    [
        ("社区食堂", True),
        ("全市养老", False),
        ("生态环境厅", False),
        ("领导干部", True),
        ("服务人数", False),
        ("新闻发布会", False),
    ],
)
def test_chinese_topics(phrase: str, *, good: bool) -> None:
    assert is_topic(f"看{phrase}。", phrase, list(phrase), [(1, 1 + len(phrase))]) is good


@pytest.mark.parametrize(
    ("text", "phrase", "good"),
    [
        ("We saw the fire.", "fire", True),
        ("We lost nine shelters.", "shelters", True),
        ("They burn and burn.", "burn", False),
        ("It is the change is new.", "change is new", False),
        ("the cost of living", "cost of living", True),
        ("the homes affected", "homes affected", False),
        ("this total", "total", False),
    ],
)
def test_english_topics(text: str, phrase: str, *, good: bool) -> None:
    at = text.index(phrase)
    assert is_topic(text, phrase, phrase.split(), [(at, at + len(phrase))]) is good


def test_what_stands_behind_a_number_is_a_unit() -> None:
    assert not is_topic("30公吨，5公吨", "公吨", ["公", "吨"], [(2, 4), (6, 8)])
