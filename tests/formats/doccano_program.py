"""Has doccano's own code import a file: ``python doccano_program.py FILE LABELS``.

Into a project with the labels of the second file it is imported as a data set for sequence
labelling, and into another as one with relations. What doccano then has in its tables is printed as
JSON: text, spans and relations of each example, for both, and the labels of both. Runs in an
empty folder wherever doccano can be imported; nothing of this project is.
"""

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path

home = Path.cwd()
os.environ |= {
    "STANDALONE": "True",
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "DATABASE_URL": f"sqlite:///{home / 'db.sqlite3'}",
    "MEDIA_ROOT": str(home / "media"),
    "SECRET_KEY": "none",
}
backend = find_spec("backend")
assert backend is not None
assert backend.submodule_search_locations is not None
sys.path.insert(0, backend.submodule_search_locations[0])

import django  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402

django.setup()

from data_import.datasets import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    load_dataset,
)
from data_import.pipeline.catalog import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    create_file_format,
)
from data_import.pipeline.readers import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    FileName,
)
from django.contrib.auth import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    get_user_model,
)
from django.core.management import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    call_command,
)
from examples.models import Example  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
from label_types.models import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    SpanType,
)
from label_types.serializers import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    SpanTypeSerializer,
)
from label_types.views import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    camel_to_snake_dict,
)
from labels.models import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    Relation,
    Span,
)
from projects.models import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    SequenceLabelingProject,
)


def main(path: str, labels: str) -> None:
    """Import the file in both ways and tell what came of it."""
    call_command("migrate", verbosity=0)
    user = get_user_model().objects.create_user("eva", password="none")  # noqa: S106 - no secret
    told, types = [], []
    for task, columns in (
        ("SequenceLabeling", {"column_label": "label"}),
        ("RelationExtraction", {}),
    ):
        project = SequenceLabelingProject.objects.create(
            name=task,
            created_by=user,
            project_type="SequenceLabeling",
            allow_overlapping=True,
            use_relation=True,
        )
        _take_labels(Path(labels), project)
        files = [FileName(path, path, Path(path).name)]
        jsonl = create_file_format("JSONL")
        dataset = load_dataset(task, jsonl, files, project, encoding="utf_8", **columns)
        dataset.save(user)
        assert not dataset.errors
        examples = Example.objects.filter(project=project).order_by("id")
        told.append([_told(example) for example in examples])
        made = SpanType.objects.filter(project=project).order_by("id")
        types.append([[t.text, t.suffix_key, t.background_color, t.text_color] for t in made])
    sys.stdout.write(json.dumps([*told, types]) + "\n")


def _take_labels(path: Path, project: SequenceLabelingProject) -> None:
    """Do what the page of labels does with an uploaded file."""
    rows = [camel_to_snake_dict(row) for row in json.loads(path.read_text("utf-8"))]
    serializer = SpanTypeSerializer(data=rows, many=True)
    serializer.is_valid(raise_exception=True)
    serializer.save(project_id=project.id)


def _told(example: Example) -> list[object]:
    spans = Span.objects.filter(example=example)
    relations = Relation.objects.filter(example=example)
    return [
        example.text,
        sorted([span.start_offset, span.end_offset, span.label.text] for span in spans),
        sorted([r.from_id.start_offset, r.to_id.start_offset, r.type.text] for r in relations),
    ]


if __name__ == "__main__":
    main(*sys.argv[1:])
