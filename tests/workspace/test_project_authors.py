"""Under which name a script annotates."""

from pathlib import Path

from annotator import Project
from annotator.model.records import Annotation

TEXT = "张明：今年投入2.3万人。\n"


def marked_by(path: Path, name: str) -> Annotation:
    """Mark the figure under a name."""
    with Project.open(path, author=name) as project:
        start = TEXT.index("2.3")
        return project.mark(project.documents[0], start, start + 5, "quantity")


def test_each_name_is_an_author_of_its_own_and_the_same_one_every_time(tmp_path: Path) -> None:
    path, source = tmp_path / "talk.annotator", tmp_path / "talk.txt"
    source.write_text(TEXT, encoding="utf-8")
    with Project.create(path) as project:
        project.import_files(source)
        own = project.workspace.session.author
    made = [marked_by(path, name).author for name in ("Anna", own.name, "Bob", "Anna")]
    assert made[0] == made[3]
    assert made[1] == own.id
    assert len(set(made)) == 3
    with Project.open(path, read_only=True) as project:
        names = {author.id: author.name for author in project.workspace.authors()}
    assert [names[author] for author in made] == ["Anna", own.name, "Bob", "Anna"]
