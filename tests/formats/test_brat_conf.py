"""brat's configuration: plain types, their names, kinds and colours."""

import re

from annotator.formats.brat_conf import annotation_conf, read_conf, visual_conf
from tests.formats.projects import LABELS


def test_types_are_plain_and_names_and_kinds_lie_in_the_configuration() -> None:
    conf = annotation_conf(LABELS, {"claim_verdict": {"true", "false"}})
    assert "!figure\n\tquantity\n" in conf
    assert "claim_verdict\tArg:<ENTITY>, Value:false|true\n" in conf
    told = read_conf(conf, visual_conf(LABELS))
    assert [told.name(brat_type) for brat_type in told.types] == [
        "Statement",
        "Quantity",
        "Health",
        "Wards",
    ]
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", brat_type) for brat_type in told.types)
