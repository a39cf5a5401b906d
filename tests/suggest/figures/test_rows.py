"""Two numbers in a row that count one thing, and two that do not."""

import pytest

from tests.suggest.figures.test_spoken_chinese import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("住了两、三天", "两、三天=2..3"),
        ("三、四、五岁的孩子", "三、四、五岁=3..5"),
        ("前後住了兩、三、四個月", "兩、三、四個月=2..4"),
        ("After about 30, 40 years they left.", "about 30, 40 years=30..40~"),
        ("We need maybe three, four weeks.", "three, four weeks=3..4"),
        ("They sent like 600, 700 people.", "600, 700=600..700"),
        ("for two, three million children", "two, three million=2000000..3000000"),
        (
            "要花20、40萬元,大約60、70億",
            "20、40萬元=200000..400000 大約60、70億=6000000000..7000000000~",
        ),
    ],
)
def test_a_guess_in_speech_is_one_range(text: str, figures: str) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("for ages 6, 7 and 8", "6=6 7=7 8=8"),
        ("三、五、七岁的孩子", "七岁=7"),
        ("第三、四、五天", "第三、四、五天=3..5"),
        ("分别花了20、40万元", "20=20 40万元=400000"),
        (
            "20、40人,20、70万,20、45万,40、20万",
            "20=20 40人=40 20=20 70万=700000 20=20 45万=450000 40=40 20万=200000",
        ),
        ("in 12, 13 were hurt", "12=12 13=13"),
        ("After 3, 5 homes were lost.", "3=3 5=5"),
        ("We sent 30, 40 came.", "30=30 40=40"),
    ],
)
def test_numbers_that_are_no_neighbours_stay_apart(text: str, figures: str) -> None:
    assert told(text) == figures
