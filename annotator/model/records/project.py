"""What belongs to a whole project: settings and the codebook."""

from dataclasses import dataclass, field

from annotator.model.ids import LabelId, SettingId
from annotator.model.kinds import LabelKind
from annotator.model.records.fields import Fields


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of the project; ``id`` is its name, such as ``memo`` or ``verdict_scale``."""

    id: SettingId
    value: str


@dataclass(frozen=True, slots=True)
class ExtraField:
    """A field that a codebook adds to a label's annotations."""

    name: str
    type: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """An entry of the codebook; ``names`` and ``definitions`` are keyed by language."""

    id: LabelId
    kind: LabelKind
    names: Fields
    slug: str = ""
    parent: LabelId | None = None
    definitions: Fields = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    colour: str = "#0072B2"
    key: str = ""
    order: int = 0
    extra_fields: tuple[ExtraField, ...] = ()
    retired: bool = False

    def name(self, language: str = "en") -> str:
        """Return the name in ``language``, else in English, else in any; never nothing."""
        named = self.names.get(language) or self.names.get("en")
        return named or next(filter(None, self.names.values()), self.slug or self.id)
