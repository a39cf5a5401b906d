"""Weights fitted to labelled sentences."""

import tomllib

from tests.suggest.fitting import as_toml, fitted


def test_a_sign_of_claims_weighs_for_and_one_of_others_against() -> None:
    bias, weights = fitted([(["trend"], 1), (["thanks"], 0), ([], 0), (["trend"], 1)], 0.1, 300)
    assert weights["trend"] > 1
    assert weights["thanks"] < 0
    assert bias < 0


def test_no_weight_points_against_its_sign() -> None:
    _, weights = fitted([(["trend"], 0), (["thanks"], 1), ([], 1)], 0.1, 300)
    assert weights["trend"] == 0
    assert weights["thanks"] == 0


def test_a_larger_penalty_makes_smaller_weights() -> None:
    examples = [(["trend"], 1), ([], 0)]
    assert fitted(examples, 5.0, 300)[1]["trend"] < fitted(examples, 0.1, 300)[1]["trend"]


def test_the_weights_are_written_as_the_program_reads_them() -> None:
    bias, weights = fitted([(["trend"], 1), ([], 0)], 1.0, 10)
    read = tomllib.loads("\n".join(as_toml("en", bias, weights)))["en"]
    assert read["bias"] == round(bias, 2)
    assert read["weights"]["trend"] == round(weights["trend"], 2)
    assert read["weights"]["outside"] == -1
