"""What every desk works with: the project, the transcript, and ways to apply, ask and say."""

from collections.abc import Callable
from dataclasses import dataclass

from annotator.gui.annotation_page import AnnotationPage
from annotator.gui.dialogs import Prompts
from annotator.model.edit import Edit
from annotator.workspace.wishes import Wish
from annotator.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Bench:
    """Passed to each desk, which joins one panel with the project."""

    workspace: Workspace
    annotations: AnnotationPage
    prompts: Prompts
    apply: Callable[[Edit], bool]
    carry_out: Callable[[Wish], bool]
    say: Callable[[str], None]
    show_document: Callable[[str], None]
    inspect: Callable[[], None]
    language: str
