"""What does not hold in the samples: what was written into them, and nothing else."""

import pytest

from annotator.checks.statement import Verdict
from annotator.resources import resource_path
from tests.checks.reading import checked

IN_CHINESE = {
    ("8600人次", "4300人次", "近六成"),
    ("48.6亿元", "21.4亿元", "15.8亿元", "9.7亿元"),
    ("46.2%", "18.5%", "9.3%", "31%"),
    ("8起", "14起", "一半以上"),
    ("四项",),
    ("63.5万人次", "58万人次"),
    ("约11万个", "8.5万个"),
    ("218公里", "196公里"),
}
IN_ENGLISH = {
    ("$84.5 million", "$41.2 million", "$23.8 million", "$14.1 million"),
    ("58 percent", "27 percent", "21 percent"),
    ("18", "12", "twice"),
    ("four",),
    ("2,140", "2,140", "2,410"),
    ("2,140", "2,410"),
}


@pytest.mark.parametrize(
    ("sample", "planted"), [("briefing-zh.txt", IN_CHINESE), ("briefing-en.txt", IN_ENGLISH)]
)
def test_conflicts_in_a_sample_are_those_that_were_written_into_it(
    sample: str, planted: set[tuple[str, ...]]
) -> None:
    text = resource_path("samples", sample).read_text(encoding="utf-8")
    conflicts = [check for check in checked(text) if check.verdict is Verdict.CONFLICT]
    assert {tuple(sorted(c.texts)) for c in conflicts} == {tuple(sorted(t)) for t in planted}
