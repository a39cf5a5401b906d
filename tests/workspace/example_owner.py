"""Whoever has a project open, as the process beside the window hears them."""

from collections.abc import Callable
from multiprocessing import Pipe

from annotator.workspace.beside import Writing, Written
from annotator.workspace.importing_beside import WhichUnit
from annotator.workspace.worker import Line
from annotator.workspace.workspace import Workspace


class Owner(Line):
    """Answers at once, as the window does from its own thread."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(Pipe()[0])
        self.told: list[object] = []
        self.asked: list[object] = []
        self._workspace = workspace
        self.unit: str | None = None
        self.before_writing: Callable[[], object] = list

    def tell(self, news: object) -> None:
        self.told.append(news)

    def ask(self, question: object) -> str | None:
        self.asked.append(question)
        if isinstance(question, Written):
            self.before_writing()
            if question.packed is not None:
                self._workspace.store.tail.take(question.packed)
            self._workspace.take(question.edit, question.uses)
        elif isinstance(question, Writing):
            self._workspace.apply(
                question.edit, group=question.group, texts_are_new=question.texts_are_new
            )
        return self.unit if isinstance(question, WhichUnit) else None
