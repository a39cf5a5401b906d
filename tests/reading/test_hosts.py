"""Who asks in an interview by its heading."""

import pytest

from annotator.reading.hosts import hosts


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
