"""What the processes beside the window begin with: see ``warm_processes``."""

import importlib
import pkgutil

import annotator
from annotator.model.ids import DocumentId
from annotator.reading.pasted import read_pasted
from annotator.workspace.checking import check_document
from annotator.workspace.suggestion_run import Part, suggest_in_part, suggest_topics_in
from tests.example import TEXT

NOT_BESIDE = {"annotator.gui", "annotator.cli", "annotator.__main__"}

for _part in pkgutil.iter_modules(annotator.__path__, "annotator."):
    if _part.name in NOT_BESIDE:  # not even looked into, as that alone would load Qt
        continue
    _loaded = importlib.import_module(_part.name)
    for _module in pkgutil.walk_packages(getattr(_loaded, "__path__", ()), f"{_part.name}."):
        importlib.import_module(_module.name)
read_pasted(TEXT)
suggest_in_part(Part(0, TEXT, ()))
suggest_topics_in(TEXT, ())
check_document(DocumentId("d"), TEXT, ())
