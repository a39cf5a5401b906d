"""The sample projects: a copy for the person, and quotes that name places."""

import pytest

from annotator.model.errors import UserError
from annotator.model.project_edits import set_setting
from annotator.resources import sample_project_path
from annotator.workspace.folders import data_folder
from annotator.workspace.opening import this_person
from annotator.workspace.samples import SampleIds, find_quote, open_sample_copy, sample_session


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_person_works_on_a_copy_that_is_kept(language: str) -> None:
    original = sample_project_path(f"briefing-{language}").read_bytes()
    with open_sample_copy(language, this_person()) as copy:
        assert copy.path.is_relative_to(data_folder())
        [document] = copy.documents()
        assert document.language.startswith(language)
        copy.apply(set_setting(None, "memo", "mine"))
    assert sample_project_path(f"briefing-{language}").read_bytes() == original
    with open_sample_copy(language, this_person()) as again:
        assert again.setting("memo")


def test_a_language_without_a_sample_names_those_there_are() -> None:
    with pytest.raises(UserError, match="no sample “fr”; there are zh, en"):
        open_sample_copy("fr", this_person())


def test_every_build_has_the_same_ids_and_time() -> None:
    one, two, other = sample_session(1), sample_session(1), sample_session(2)
    assert [one.new_id() for _time in range(3)] == [two.new_id() for _time in range(3)]
    assert (one.author, one.clock()) == (two.author, other.clock())
    assert one.author.id != other.author.id
    new_id = SampleIds(7)
    ids = [new_id() for _time in range(100)]
    assert ids == sorted(set(ids))


def test_a_quote_is_found_where_it_stands_for_the_nth_time() -> None:
    text = "aXaXXa"
    assert [find_quote(text, "a", nth) for nth in (1, 2, 3)] == [(0, 1), (2, 3), (5, 6)]
    assert find_quote(text, "X", 1, after=2) == (3, 4)
    assert find_quote("aaa", "aa", 2) == (1, 3)
    with pytest.raises(UserError, match="no “a” number 4"):
        find_quote(text, "a", 4)
