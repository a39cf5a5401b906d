"""The fields of a topic."""

from annotator.gui.names import scope_names
from annotator.gui.panels.fields import ChoiceField, line_field
from annotator.gui.panels.record_form import Entry, RecordForm
from annotator.model.message import _


class TopicForm(RecordForm):
    """Edits a Topic."""

    def __init__(self) -> None:
        super().__init__()
        self.add_row(_("Covers"), Entry("scope", ChoiceField(_("Covers"), scope_names())))
        stance = line_field(_("Stance"), _("what the speaker thinks of it"))
        self.add_row(_("Stance"), Entry("stance", stance))
