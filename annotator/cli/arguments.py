"""What several commands take, and the project that they open."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from annotator.model.message import _
from annotator.workspace.opening import open_project, this_person
from annotator.workspace.workspace import Workspace

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
PATH = click.Path(path_type=Path)
project_argument: Decorator = click.argument("project", type=PATH)
json_option: Decorator = click.option(
    "--json", "as_json", is_flag=True, help=_("Print one JSON object per line.")
)


@contextmanager
def opened(project: Path, *, read_only: bool = True) -> Iterator[Workspace]:
    """Open a project for one command."""
    with open_project(project, this_person(), read_only=read_only) as workspace:
        yield workspace
