"""What is kept of a document to hold it against others."""

from dataclasses import replace

from annotator.checks.accounts import LONGEST, Account, Examined, account_of
from annotator.checks.scene import REACH, SETTING
from annotator.model.ids import DocumentId
from tests.checks.reading import read

DOCUMENT = DocumentId("d")
TEXT = "前言很长，" * 400 + "。\n局长：去年全市新增充电桩4620个。今年计划新增5000个。\n谢谢大家。"


def kept(text: str) -> Account:
    return account_of(DOCUMENT, read(text))


def test_only_sentences_with_figures_and_what_leads_to_them_are_kept() -> None:
    account = kept(TEXT)
    assert [s.text for saying in account.sayings for s in saying.statements] == ["4620个", "5000个"]
    for saying in account.sayings:
        assert TEXT.startswith(saying.text, saying.start)
        assert len(saying.text) <= SETTING + REACH
    assert "谢谢" not in account.sayings[-1].text


def test_figures_are_found_by_their_number() -> None:
    account = kept(TEXT)
    for number, told in enumerate(["4620个", "5000个"]):
        saying, statement = account.saying_of(number)
        assert statement.text == told
        assert saying.text[statement.start - saying.start :].startswith(told)
    assert len(account.keys) == 2


def test_a_giant_paragraph_is_kept_in_pieces() -> None:
    text = "，".join(f"第{n}号仓库存放器材{n * 7919}箱" for n in range(2, 400))
    account = kept(text)
    assert len(account.sayings) > 5
    assert max(len(saying.text) for saying in account.sayings) <= 2 * LONGEST + REACH


def test_the_same_thing_has_a_key_in_common_and_another_thing_has_none() -> None:
    first, again, other = (
        frozenset(kept(text).keys[0])
        for text in (
            "去年全市新增充电桩4620个。",
            "问到新增充电桩，去年是新增充电桩4260个。",
            "医院有护士731名。",
        )
    )
    assert first & again
    assert not first & other


def test_english_figures_have_keys_of_the_words_that_name_them() -> None:
    first, again = (
        frozenset(kept(text).keys[0])
        for text in ("We treated 4,620 patients last week.", "They say 4,260 patients came.")
    )
    assert first & again


def test_dates_have_no_keys_and_figures_outside_the_text_are_left_out() -> None:
    examined = read("2024年新增充电桩4620个。")
    assert [bool(key) for key in account_of(DOCUMENT, examined).keys] == [True]
    moved = tuple(replace(s, start=s.start + 99, end=s.end + 99) for s in examined.statements)
    assert account_of(DOCUMENT, Examined(examined.text, moved)).keys == ()
