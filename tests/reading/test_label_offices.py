"""The office that an English label tells itself."""

import pytest

from annotator.reading.label_offices import office_told
from annotator.reading.turns import find_turns


@pytest.mark.parametrize(
    ("label", "office"),
    [
        ("Prime Minister Roe", "Prime Minister"),
        ("The Foreign Press Secretary Ann Roe", "Foreign Press Secretary"),
        ("State Minister for Foreign Affairs Ann Roe", "State Minister for Foreign Affairs"),
        ("Secretary of the Treasury Roe", "Secretary of the Treasury"),
        ("Governor of New Lund Ann Roe", "Governor of New Lund"),
        ("SECRETARY OF PORTS DR. ANN ROE", "SECRETARY OF PORTS"),
        ("President of Lund Ann Roe (retranslated)", "President of Lund"),
        ("High Representative/Vice-President Ann Roe", "High Representative/Vice-President"),
        ("Minister Roe", "Minister"),
        ("Mayor Ann de Roe", "Mayor"),
        ("MAYOR ROE", "MAYOR"),
        ("Mr. Roe", None),
        ("General Roe", None),
        ("Professor Roe", None),
        ("Chief Executive", None),
        ("Dr. Ann Roe", None),
        ("Vice Adm. Ann Roe", None),
        ("Prime Minister", None),
        ("Chief of Staff", None),
        ("Ann Roe", None),
        ("市长 Roe", None),
    ],
)
def test_an_office_stands_before_a_name(label: str, office: str | None) -> None:
    assert office_told(label) == office


def test_other_labels_of_who_holds_an_office_have_it_too() -> None:
    text = (
        "Deputy Minister for Fish Ann Roe: Good day to you all.\nQ: Why?\n"
        "Deputy Minister Roe: So it is.\nQ: And when?\nAnn Roe: In May.\n"
    )
    told = [turn.affiliation for turn in find_turns(text) if turn.speaker != "Q"]
    assert told == ["Deputy Minister for Fish"] * 3
