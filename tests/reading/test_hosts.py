"""Who asks in an interview by its heading."""

import pytest

from annotator.reading.hosts import around_post, asking_guest, hosts


@pytest.mark.parametrize(
    ("heading", "names", "expected"),
    [
        ("Radio interview with Ann Roe, Kelp FM", ["ANN ROE", "PRIME MINISTER"], {"ANN ROE"}),
        ("Interview with Ann Roe and Bo Low", ["AR", "BL", "PM"], {"AR", "BL"}),
        ("Interview with Ann Roe, minister", ["ANN ROE", "DAN FOX"], set()),
        ("Interview with Ann Moe Sund", ["AS", "MS"], set()),
        ("Doorstop in Kelp Bay", ["ANN ROE", "PRIME MINISTER"], set()),
        ("Mayor Low Appears Live on WKLP With Ann Roe", ["Ann Roe", "Mayor Bo Low"], {"Ann Roe"}),
        ("Mayor Low Appears on the Ann Roe Show", ["Ann Roe", "Roe", "Bo Low"], {"Ann Roe", "Roe"}),
    ],
)
def test_hosts_are_who_is_named_where_an_office_answers(
    heading: str, names: list[str], expected: set[str]
) -> None:
    assert hosts(heading, names) == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("林禾：把灯塔修成一场奇迹\n来源：海港周刊", {"方芳"}),
        ("专访灯塔工程师林禾", {"方芳"}),
        ("对话林禾", {"方芳"}),
        ("林禾：大家好。", set()),
        ("林禾：修灯塔\n方芳：画灯塔", set()),
        ("渡轮复航", set()),
    ],
)
def test_a_heading_names_the_guest_whom_the_other_asks(opening: str, expected: set[str]) -> None:
    assert asking_guest(opening, ["林禾", "方芳"]) == expected
    assert asking_guest(opening, ["林禾", "方芳", "余大海"]) == set()


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        ("ROE PM LUND PM ROE PM", {"ROE", "LUND"}),
        ("ROE PM LUND PM", set()),
        ("PM ROE PM ROE PM ROE", set()),
        ("ROE PM LUND ROE PM ROE", set()),
        ("ROE FOX ROE FOX ROE FOX", set()),
        ("ROE PM CEO PM ROE PM", set()),
    ],
)
def test_who_speaks_before_each_answer_of_an_office_asks(speakers: str, expected: set[str]) -> None:
    assert around_post(speakers.split()) == expected
