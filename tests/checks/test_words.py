"""Words compared."""

from annotator.checks.words import (
    likeness,
    longest_run,
    same_end,
    shared_part,
    stem,
    takes_up,
)


def test_words_and_runs() -> None:
    assert [stem(w) for w in ("Studies", "houses", "bus", "council's")] == [
        "study",
        "hous",
        "bus",
        "council",
    ]
    assert likeness(frozenset("ab"), frozenset("ab"), {}) == 1
    assert likeness(frozenset(), frozenset("ab"), {}) == 0
    assert longest_run(["a", "b", "c"], ["x", "b", "c"]) == 2


def test_ends_and_nouns_taken_up() -> None:
    assert same_end("新建学校", "改建学校") == 3
    assert same_end("schools", "schools") == 0
    assert takes_up("高标准农田建设", "累计建成高标准农田")
    assert not takes_up("农田", "农田")


def test_the_shared_part_asks_for_enough_words() -> None:
    assert shared_part(frozenset({"学校"}), frozenset({"学校"})) == 0
    assert shared_part(frozenset({"bus", "stop", "new"}), frozenset({"bus", "stop"})) == 1
