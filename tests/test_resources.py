"""Where the files that come with the program are, and the user's own."""

from pathlib import Path

import pytest

from annotator import resources

ROOT = Path(__file__).parents[1]


def test_a_checkout_has_its_resources_and_samples_beside_the_package() -> None:
    codebook = ROOT / "resources" / "codebooks" / "x.toml"
    assert resources.resource_path("codebooks", "x.toml") == codebook
    assert resources.sample_project_path("a") == ROOT / "projects" / "a.annotator"


def test_an_installed_package_has_them_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    (tmp_path / "_resources").mkdir()
    assert resources.resource_path("icons") == tmp_path / "_resources" / "icons"
    assert resources.sample_project_path("a") == tmp_path.parent / "projects" / "a.annotator"


def test_the_user_s_own_files_lie_where_a_variable_says_else_where_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", str(tmp_path))
    assert resources.own_path("units", "mine.toml") == tmp_path / "units" / "mine.toml"
    monkeypatch.setenv("ANNOTATOR_CONFIG_DIR", "")
    assert "transcript-annotator" in str(resources.own_path())
