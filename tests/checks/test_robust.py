"""Any figures in any text: no check fails, and what is found points into the text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.checks.accounts import Examined, account_of
from annotator.checks.between import check_between
from annotator.checks.run import check_text
from annotator.checks.statement import Check, Statement
from annotator.model.ids import AnnotationId, DocumentId
from annotator.model.records import Figure
from annotator.workspace.checking import check_document

UNITS = ("", "percent", "pp", "bp", "CNY", "USD", "个", "人", "age year", "day", "week", "hour")
KINDS = (
    "",
    "cardinal",
    "percent",
    "fraction",
    "money",
    "ratio",
    "multiple",
    "duration",
    "date",
    "time",
    "range",
    "ordinal",
    "temperature",
)
COMPARATORS = ("", "=", "<", "<=", ">", ">=", "~", "<~", ">~", "?")
NUMBERS = (
    "",
    "0",
    "-0",
    "1",
    "3",
    "4",
    "12",
    "33",
    "42.4",
    "100",
    "-5",
    "0.0001",
    "71000",
    "76000",
    "1" + "0" * 60,
    "-" + "9" * 40,
    "0." + "0" * 50 + "1",
    "1e999999",
    "NaN",
    "Infinity",
    "twelve",
)
DATES = (
    "",
    "2020-02-29",
    "2021-02-29",
    "0000-00-00",
    "9999-12-31",
    "--02-30",
    "--13-01",
    "2020",
    "25:61/T99",
    "09:00/17:30",
    "2020-12-29/2021-01-03",
)
TEXTS = (
    "12",
    "7.1万个",
    "99.6%",
    "0.0",
    "1e5",
    "from 3 to 5",
    "3 to 5",
    "百分之三十",
    "0",
    "9,9,9",
    "x",
)
GLUES = (
    "全市共有",
    "其中",
    ",占总数的",
    "从",
    "增长到",
    "比去年增长",
    "下降",
    "四项措施:一是",
    "，二是",
    "、",
    "和",
    "。",
    "\n",
    " born in ",
    " aged ",
    "出生，今年",
    "历时",
    "至",
    " of the ",
    " up from ",
    " rose by ",
    " a total of ",
    "合計",
    "每半年",
    "：\n- ",
    "Monday, ",
    "（星期一）",
    "累計個案",
    "\U0001f600",
)
FIGURE = Figure(AnnotationId("a"))
FIGURES = st.builds(
    Figure,
    id=st.just(AnnotationId("a")),
    low=st.sampled_from(NUMBERS),
    high=st.sampled_from(NUMBERS),
    unit=st.sampled_from(UNITS),
    kind=st.sampled_from(KINDS),
    comparator=st.sampled_from(COMPARATORS),
    approximator=st.sampled_from(("", "约", "about", "x")),
    referent=st.sampled_from(("", "党支部", "doses", "(")),
    denominator=st.sampled_from(("", "党支部总数", "all doses", "[")),
    value=st.sampled_from(DATES),
)
PARTS = st.lists(st.tuples(st.sampled_from(GLUES), st.sampled_from(TEXTS), FIGURES), max_size=12)

SENTENCES = (
    "从去年的{money}增长到今年的{money}，增长{percent}。",
    "全市共有{cardinal}，其中{cardinal}已达标，占{percent}。",
    "其中包括{cardinal}、{cardinal}和{cardinal}，共{cardinal}。",
    "今年比去年多{cardinal}，增长{multiple}；從{percent}降到{percent}，下降{percent}。",
    "累計確診{cardinal}，其中輕症{cardinal}、重症{cardinal}，佔{fraction}。",
    "去年新增充電樁{cardinal}。\n去年新增充電樁{cardinal}。",
    "他{date}出生，今年{cardinal}。",
    "活动从{date}到{date}，共{duration}，{time}开放，历时{duration}。",
    "我们有{cardinal}项措施：一是甲，二是乙，三是丙。",
    "There were {cardinal} patients, of whom {cardinal}, or {percent}, recovered.",
    "It rose from {money} to {money}, an increase of {percent}.",
    "The total of {money} is made up of {money}, {money} and {money}.",
    "Costs are {money}, up {money} or {percent} from {money} a year ago.",
    "The shares were {percent}, {percent}, {percent} and {percent} of the total.",
    "She was born in {date} and is aged {cardinal}.",
    "It opens on Monday, {date}, and lasts until {date}, exactly {duration}.",
)


@st.composite
def told(draw: st.DrawFn) -> list[tuple[str, str, Figure]]:
    """Draw sentences of the kinds that checks look for, with any figures in their places."""
    parts: list[tuple[str, str, Figure]] = []
    unit = draw(st.sampled_from(UNITS))
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)):
        for glue, kind in re.findall(r"([^{}]*)\{(\w+)\}", sentence):
            figure = replace(draw(FIGURES), kind=kind)
            if kind in {"cardinal", "money"}:
                figure = replace(figure, unit=unit)
            parts.append((glue, draw(st.sampled_from(TEXTS)), figure))
        parts.append((sentence.rpartition("}")[2], "1", FIGURE))
    return parts


def written(parts: Sequence[tuple[str, str, Figure]], document: str) -> Examined:
    """Return a text that is put together of words and figures, with its statements."""
    text, statements = "", list[Statement]()
    for glue, said, figure in parts:
        start = len(text) + len(glue)
        end = start + len(said)
        statements.append(Statement(DocumentId(document), start, end, said, figure))
        text += glue + said
    return Examined(text, tuple(statements))


def assert_sane(checks: Sequence[Check], *texts: Examined) -> None:
    longest = max(len(text.text) for text in texts)
    for check in checks:
        assert check.passages
        assert all(0 <= p.start < p.end <= longest for p in check.passages)
        assert str(check.working)
        assert 0 <= check.score <= 1


@given(PARTS | told())
def test_no_figure_makes_a_check_fail(parts: list[tuple[str, str, Figure]]) -> None:
    examined = written(parts, "a")
    assert_sane(list(check_text(examined.text, examined.statements)), examined)


@given(st.lists(PARTS | told(), max_size=4))
def test_no_documents_make_a_check_fail(documents: list[list[tuple[str, str, Figure]]]) -> None:
    examined = [written(parts, str(number)) for number, parts in enumerate(documents)]
    if examined:
        accounts = [account_of(DocumentId(str(n)), each) for n, each in enumerate(examined)]
        assert_sane([told.check for told in check_between(accounts)], *examined)


@given(PARTS, st.text(max_size=3))
def test_figures_on_another_text_do_not_make_a_check_fail(
    parts: list[tuple[str, str, Figure]], text: str
) -> None:
    list(check_text(text, written(parts, "a").statements))


@given(PARTS | told())
def test_marked_figures_do_not_make_the_checks_of_a_document_fail(
    parts: list[tuple[str, str, Figure]],
) -> None:
    examined = written(parts, "a")
    found = check_document(DocumentId("a"), examined.text, examined.statements)
    assert_sane(found, examined)
