"""brat's configuration: plain types, their names, kinds and colours."""

import re
from dataclasses import replace

from annotator.formats.brat_conf import annotation_conf, read_conf, types_of, visual_conf
from annotator.model.kinds import LabelKind
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


def test_names_that_differ_in_case_only_stay_different_and_no_kind_is_taken() -> None:
    twins = [replace(LABELS[0], slug="Rain"), replace(LABELS[1], slug="rain")]
    third = replace(LABELS[2], slug="figure")
    types = types_of([*twins, third, replace(LABELS[3], slug="水", names={"zh": "水"})])
    assert list(types.values()) == ["Rain", "rain_2", "figure_2", "topic_2"]


def test_what_other_configurations_say_is_read() -> None:
    annotation = "\n".join(
        (
            *("# names", "[entities]", "!Place", "\tRiver|riv", "Person", "<X>", "---"),
            *(
                "[relations]",
                "Of\tArg1:River, Arg2:River",
                "[events]",
                "!claim",
                "\tRise\tof:River",
            ),
        )
    )
    visual = "[labels]\nRiver | River of water | Riv\nRise |\n[drawing]\nRiver\tbgColor:#8fb2ff"
    told = read_conf(annotation, visual)
    assert [(label.name, label.kind, label.colour) for label in told.labels()] == [
        ("River of water", None, "#8fb2ff"),
        ("Person", None, ""),
        ("Rise", LabelKind.CLAIM, ""),
    ]
