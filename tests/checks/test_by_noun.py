"""Wholes that are counted elsewhere, found by their noun."""

import pytest

from annotator.checks.by_noun import headed, leads_to, whole_by_noun
from annotator.checks.portion import is_count
from tests.checks.reading import found_in, scene_of


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("全县有1250个行政村。\n已有500个行政村通了公交，占行政村总数的48%。", ["1250个"]),
        ("全县有1250名医生。\n已有500个行政村通了公交，占行政村总数的48%。", []),
        ("全县进出口总值1250亿元。\n其中机电产品500亿元，占出口总值的48%。", []),
        ("全县有新建行政村1250个。\n已有500个行政村通了公交，占行政村总数的48%。", []),
        ("全县有300个行政村。\n已有500个行政村通了公交，占行政村总数的48%。", []),
    ],
)
def test_the_whole_counts_what_the_share_is_said_to_be_of(text: str, wholes: list[str]) -> None:
    scene = scene_of(text)
    share = scene.statements[-1]
    counts = [s for s in scene.near(share) if is_count(s) and s.end <= share.start]
    assert [t.whole.text for t in whole_by_noun(scene, counts, share)] == wholes


@pytest.mark.parametrize(("noun", "wholes"), [("医生", ["1250名"]), ("护士", [])])
def test_a_noun_at_the_start_of_a_sentence_heads_its_share(noun: str, wholes: list[str]) -> None:
    scene = scene_of(f"全县共有医生1250名。{noun}中，500名是女性，占40%。")
    assert [t.whole.text for t in headed(scene, scene.statements[-1])] == wholes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We saw 40 homes. So 25 percent remain.", True),
        ("We saw 40 homes. Turnout was 25 percent.", False),
    ],
)
def test_a_share_of_the_next_sentence_follows_where_it_says_so(
    text: str, *, expected: bool
) -> None:
    scene = scene_of(text)
    assert leads_to(scene, scene.statements[0], scene.statements[-1]) is expected


def test_a_narrower_whole_of_the_paragraph_is_taken_where_it_fits() -> None:
    text = "今年安排重点项目{}个。产业项目一共84个，占项目总数的三分之二。\n新签约项目88个。"
    assert found_in(text.format(126), "share") == [("consistent", ("84个", "三分之二", "126个"))]


@pytest.mark.parametrize(("verb", "count"), [("and last week they gave about", 0), ("which is", 1)])
def test_a_share_of_what_others_did_has_no_part_in_front(verb: str, count: int) -> None:
    text = f"We made 2.6 million doses. There are 37,000 stores, {verb} a third of all doses."
    assert len(found_in(text, "share")) == count


@pytest.mark.parametrize(("place", "count"), [("全省65岁以上", 0), ("全市", 1)])
def test_a_whole_is_not_called_what_its_part_is(place: str, count: int) -> None:
    text = f"{place}人口463万人。\n市里65岁以上人口49万人，占全市人口的17.2%。"
    assert len(found_in(text, "share")) == count
