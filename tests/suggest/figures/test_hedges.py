"""Words around a number that make it approximate or one-sided."""

import pytest

from annotator.suggest.figures.quantity import figures_in
from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "span", "approximator", "comparator"),
    [
        ("约30个", "约30个", "约", "~"),
        ("排了3公里多,车道很窄", "3公里多", "多", ">~"),
        ("台幣約12萬", "台幣約12萬", "約", "~"),
        ("美元至少三次", "至少三次", "至少", ">="),
        ("远低于北约2%", "2%", "", "="),
        ("签约30个", "30个", "", "="),
        ("近三年", "近三年", "", "="),
        ("近千人", "近千人", "近", "<~"),
        ("近8小时", "近8小时", "近", "<~"),
        ("至少30多人", "至少30多人", "至少…多", ">="),
        ("一个多小时内", "一个多小时内", "多…内", "<="),
        ("不少于5天", "不少于5天", "不少于", ">="),
        ("30个以上", "30个以上", "以上", ">="),
        ("over 50 million", "over 50 million", "over", ">"),
        ("well over 50", "well over 50", "well over", ">"),
        ("sales >$40m", ">$40m", ">", ">"),
        ("p < 0.05", "< 0.05", "<", "<"),
        ("(≥30 cases)", "≥30", "≥", ">="),
        (">> 30 people", "30", "", "="),
        ("<p>30 people", "30", "", "="),
        ("Nearly  40", "Nearly  40", "Nearly", "<~"),
        ("65 and older", "65 and older", "and older", ">="),
        ("100-plus days", "100-plus days", "plus", ">="),
        ("within 72 hours", "within 72 hours", "within", "<="),
        ("a sub-$50 price", "sub-$50", "sub", "<"),
        ("a sub 2 hour run", "sub 2 hour", "sub", "<"),
        ("the sub 6 came on", "6", "", "="),
        ("20 something million people", "20 something million", "something", ">~"),
        ("the 500 plus acres", "500 plus acres", "plus", ">="),
        ("2 percent plus a bonus", "2 percent", "", "="),
        ("It was revised up to 8 percent", "8 percent", "", "="),
        ("at forty-something dollars", "forty-something dollars", "something", ">~"),
        ("within 72", "72", "", "="),
        ("winds near 90 mph", "near 90 mph", "near", "<~"),
        ("at near 50-year lows", "near 50-year", "near", "<~"),
        ("near 12 miles of road", "12 miles", "", "="),
        ("We're up to 7,917", "7,917", "", "="),
        ("Fines are up to $500", "up to $500", "up to", "<="),
        ("共130起\n以上是主要情况", "130起", "", "="),
        ("30%\nor more", "30%\nor more", "or more", ">="),
        ("一个月多付", "一个月", "", "="),
        ("一个月多", "一个月多", "多", ">~"),
        ("反映一年多了,没人管", "一年多", "多", ">~"),
        ("一年多了不少费用", "一年", "", "="),
        ("一連四日的活動", "一連四日", "一連", "="),
        ("出口連五季下滑", "連五季", "連", "="),
        ("连三天都等不了", "三天", "", "="),
        ("大连三天举办", "三天", "", "="),
        ("连三个人", "三个", "", "="),
        ("已經快三年了", "快三年", "快", "<~"),
        ("花費高達快2億", "快2億", "快", "<~"),
        ("也快2秒", "2秒", "", "="),
        ("加快3天", "3天", "", "="),
        ("收割过七成", "过七成", "过", ">"),
        ("去过七次", "七次", "", "="),
        ("不得少于3人", "不得少于3人", "不得少于", ">="),
        ("罚款5万元以下", "5万元以下", "以下", "<="),
        ("edged up to 4.3 percent", "4.3 percent", "", "="),
        ("built it over three years", "three years", "", "="),
        ("lasted over three years", "over three years", "over", ">"),
        ("spread over five of them", "five", "", "="),
        ("under two feet of snow", "two feet", "", "="),
        ("under two feet tall", "under two feet", "under", "<"),
        ("just after 1 a.m.", "just after 1 a.m.", "just after", ">~"),
        ("we spoke about two bridges", "two", "", "="),
        ("they told us about six bridges", "six", "", "="),
        ("we spoke about two weeks ago", "about two weeks", "about", "~"),
        ("the over-70s", "over-70s", "over", ">"),
        ("for under-5s", "under-5s", "under", "<"),
        ("12 years and longer", "12 years and longer", "and longer", ">="),
        ("4 percent plus a bonus", "4 percent", "", "="),
        ("about 14 June.", "about 14 June", "about", "~"),
        ("over May 4 levels", "May 4", "", "="),
        ("three or more inches", "three or more inches", "or more", ">="),
        ("20 or so miles", "20 or so miles", "or so", "~"),
        ("we need about six bridges", "about six", "about", "~"),
        ("he knows about 60 of them", "about 60", "about", "~"),
        ("晚上7点前后", "晚上7点前后", "前后", "~"),
    ],
)
def test_a_word_beside_the_number_belongs_to_it(
    text: str, span: str, approximator: str, comparator: str
) -> None:
    [found] = figures_in(text)
    assert text[found.start : found.end] == span
    assert (found.quantity.approximator, found.quantity.comparator) == (approximator, comparator)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("3,000 plus or minus 50", "3,000=3000 50=50"),
        ("$26 billion plus or minus 2%", "$26 billion=26000000000 2%=2"),
    ],
)
def test_plus_or_minus_is_no_or_more(text: str, figures: str) -> None:
    assert told(text) == figures


def test_a_word_for_more_between_two_numbers_belongs_to_neither() -> None:
    text = "比去年的20萬噸多3萬噸"
    assert [text[found.start : found.end] for found in figures_in(text)] == ["20萬噸", "3萬噸"]
