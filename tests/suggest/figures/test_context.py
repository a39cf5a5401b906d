"""What a sentence says around a figure: what is counted, of what, how often, when."""

import pytest

from annotator.suggest.figures import suggest_figures


@pytest.mark.parametrize(
    ("text", "field", "words"),
    [
        ("全省共有7.1万个党支部,", "referent", "党支部"),
        ("基层医疗机构诊疗量达到1386万人次", "referent", "基层医疗机构诊疗量"),
        ("over 50 million doses of vaccine", "referent", "doses"),
        ("The harbour's turnover reached $7 billion", "referent", "harbour's turnover"),
        ("we met, and gross margin was 36.9%", "referent", "gross margin"),
        ("It rose 3 percent", "referent", ""),
        ("党支部占党员总数的96.5%", "denominator", "党员总数"),
        ("40.5 percent of our residents are", "denominator", "our residents"),
        ("每人每年资助50万元", "rate", "每人每年"),
        ("520 calls per day", "rate", ""),
        ("$420,000 a year", "rate", "a year"),
        ("孕产妇死亡率降至15.1/10万", "rate", "/10万"),
        ("the rate is 14.3 per 100,000", "rate", "per 100,000"),
        ("112 cases per 100,000 people", "rate", "per 100,000 people"),
        ("540 two years ago", "rate", ""),
        ("gusts of 85 km/h", "rate", "/h"),
        ("风速达到12米/秒", "rate", "/秒"),
        ("a road of 85 km", "rate", ""),
        ("去年新增27个", "period", "去年"),
        ("in 2019 it ended at 11 cases", "period", "in 2019"),
        ("截至去年底，共有43个", "as_of", "去年底"),
        ("As of Sunday, 486,000 residents came", "as_of", "Sunday"),
        ("占比由31.8%提高到44.3%", "referent", ""),
    ],
)
def test_what_the_sentence_says_around_a_figure(text: str, field: str, words: str) -> None:
    found = next(s.figure for s in suggest_figures(text) if s.figure and not s.figure.value)
    assert getattr(found, field) == words


def test_the_words_around_keep_the_texts_own_spelling() -> None:
    [found] = suggest_figures("每戶補助5000元")
    assert found.figure is not None
    assert found.figure.rate == "每戶"


def test_a_sentence_tells_nothing_about_the_next_one() -> None:
    first, second = suggest_figures("去年新增27个。共有5个。")
    assert first.figure is not None
    assert second.figure is not None
    assert (first.figure.period, second.figure.period) == ("去年", "")


def test_a_second_share_of_an_english_subject_has_the_same_referent() -> None:
    found = suggest_figures("Turnout in the islands climbed from 54 percent to 61 percent.")
    assert [s.figure.referent for s in found if s.figure] == ["Turnout in the islands"] * 2
