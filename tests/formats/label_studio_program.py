"""Has Label Studio's own code import tasks: ``python label_studio_program.py TASKS CONFIG``.

What it then has in its tables is printed as JSON: the data of each task and the results of its
annotations. Runs in an empty folder wherever Label Studio can be imported; nothing of this project
is.
"""

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path

os.environ |= {
    "LABEL_STUDIO_BASE_DATA_DIR": str(Path.cwd()),
    "DJANGO_DB": "sqlite",
    "DJANGO_SETTINGS_MODULE": "core.settings.label_studio",
    "COLLECT_ANALYTICS": "False",
    "LATEST_VERSION_CHECK": "0",
    "SECRET_KEY": "none",
}
package = find_spec("label_studio")
assert package is not None
assert package.submodule_search_locations is not None
sys.path.insert(0, package.submodule_search_locations[0])

import django  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402

django.setup()

from data_import.serializers import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    ImportApiSerializer,
)
from django.core.management import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    call_command,
)
from organizations.models import (  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
    Organization,
)
from projects.models import Project  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
from tasks.models import Task  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402
from users.models import User  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: E402


def main(tasks: str, config: str) -> None:
    """Import the tasks into a project with the configuration and tell what came of it."""
    call_command("migrate", verbosity=0)
    user = User.objects.create_user(email="eva@example.org", password="none")  # noqa: S106 - no secret
    owner = Organization.create_organization(created_by=user, title="all")
    label_config = Path(config).read_text(encoding="utf-8")
    Project.validate_label_config(label_config)
    project = Project.objects.create(
        title="all", label_config=label_config, created_by=user, organization=owner
    )
    rows = json.loads(Path(tasks).read_text(encoding="utf-8"))
    context = {"project": project, "user": user}
    serializer = ImportApiSerializer(data=rows, many=True, context=context)
    serializer.is_valid(raise_exception=True)
    serializer.save(project_id=project.id)
    told = [
        [task.data, [one.result for one in task.annotations.order_by("id")]]
        for task in Task.objects.filter(project=project).order_by("id")
    ]
    sys.stdout.write("\n" + json.dumps(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
