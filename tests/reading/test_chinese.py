"""What the words of a Chinese label say."""

import pytest

from annotator.model.kinds import Role
from annotator.reading.chinese import judge_chinese, may_report
from annotator.reading.names import Likeness
from annotator.reading.verdict import Verdict


def test_an_office_before_a_name_is_set_apart() -> None:
    verdict = judge_chinese("市港务局局长王小芳")
    assert verdict == Verdict("王小芳", Likeness.SURE, Role.SPEAKER, "市港务局局长")


@pytest.mark.parametrize(("words", "reports"), [("晨报记者 王芳", True), ("港务局局长", False)])
def test_words_beside_a_name_tell_who_reports(words: str, *, reports: bool) -> None:
    assert may_report(words) is reports
