"""The fields of a claim: what is claimed, by whom, and the verdict on it."""

from collections.abc import Sequence

from annotator.gui.names import checkworthy_names, claim_status_names, claim_type_names
from annotator.gui.panels.field_checks import date_text, whole_number
from annotator.gui.panels.fields import ChecksField, ChoiceField, line_field, text_field
from annotator.gui.panels.record_form import Entry, RecordForm, labelled_row
from annotator.model.codebook import VerdictScale
from annotator.model.ids import SpeakerId
from annotator.model.message import _
from annotator.model.records import Claim, Fields, Speaker


class ClaimForm(RecordForm):
    """Edits a Claim."""

    def __init__(self) -> None:
        super().__init__()
        self._scales: dict[str, VerdictScale] = {}
        self._default_scale = ""
        self._language = "en"
        self._add_statement_rows()
        self._add_verdict_rows()

    def set_scales(
        self, scales: Sequence[VerdictScale], default: str = "", language: str = "en"
    ) -> None:
        """Offer these verdict scales; a claim without one is judged on ``default``."""
        self._scales = {scale.slug: scale for scale in scales}
        self._default_scale = default or next(iter(self._scales), "")
        self._language = language
        self._scale.set_choices(
            {slug: in_language(scale.names, language) for slug, scale in self._scales.items()}
        )
        if self.record is not None:
            self.refresh()

    def show_claim(self, claim: Claim, speakers: Sequence[Speaker]) -> None:
        """Show a claim; its speaker may be any of the document's."""
        names = {str(speaker.id): speaker.name or "—" for speaker in speakers}
        self._speaker.set_choices({"": "—"} | names)
        self.show_record(claim)

    def refresh(self) -> None:
        """Offer the verdicts of the claim's scale; none where only a conclusion is asked for."""
        claim: Claim = self.record
        scale = self._scales.get(self._scale_of(claim))
        self._scale.show_value(self._scale_of(claim))
        verdicts = {"": _("No verdict yet")}
        for verdict in scale.verdicts if scale else ():
            verdicts[verdict.slug] = in_language(verdict.names, self._language)
        self._verdict.set_choices(verdicts)
        self._verdict.show_value(claim.verdict)
        self._verdict_row.setVisible(bool(len(verdicts) > 1 or claim.verdict))

    def _scale_of(self, claim: Claim) -> str:
        return claim.scale or self._default_scale

    def _add_statement_rows(self) -> None:
        restated = text_field(_("Claim"), _("the claim in words that stand by themselves"))
        self.add_row(_("Claim"), Entry("text", restated))
        self._speaker = ChoiceField(_("Speaker"), {"": "—"})
        self.add_row(
            _("Speaker"),
            Entry(
                "speaker",
                self._speaker,
                to_record=lambda value: SpeakerId(value) if value else None,
                to_field=lambda value: value or "",
            ),
        )
        date = line_field(_("Date"), _("2020-12-29, 2020-12 or 2020"), date_text)
        self.add_row(_("Date"), Entry("date", date))
        self.add_row(_("Types"), Entry("types", ChecksField(_("Types"), claim_type_names())))
        worth = ChoiceField(_("Check-worthy"), checkworthy_names())
        self.add_row(_("Check-worthy"), Entry("checkworthy", worth))
        self.add_row(
            _("Priority"),
            Entry(
                "priority",
                line_field(_("Priority"), _("1 = first"), whole_number),
                to_record=lambda value: int(value) if value else None,
                to_field=lambda value: "" if value is None else str(value),
            ),
        )

    def _add_verdict_rows(self) -> None:
        self._scale = ChoiceField(_("Scale"), {"": "—"})
        self._scale.edited.connect(self._change_scale)
        self._verdict = ChoiceField(_("Verdict"), {"": _("No verdict yet")})
        self._verdict.edited.connect(self._change_verdict)
        status = ChoiceField(_("Status"), claim_status_names())
        self.add_row(_("Status"), Entry("status", status))
        self.rows.addWidget(labelled_row(_("Scale"), [self._scale]))
        self._verdict_row = labelled_row(_("Verdict"), [self._verdict])
        self.rows.addWidget(self._verdict_row)
        conclusion = text_field(_("Conclusion"), _("what the evidence shows, and why"), lines=4)
        self.add_row(_("Conclusion"), Entry("rationale", conclusion))

    def _change_scale(self, slug: str) -> None:
        known = {verdict.slug for verdict in self._scales[slug].verdicts}
        verdict = self.record.verdict if self.record.verdict in known else ""
        self.put(scale=slug, verdict=verdict)

    def _change_verdict(self, slug: str) -> None:
        self.put(verdict=slug, scale=self._scale_of(self.record))


def in_language(names: Fields, language: str) -> str:
    """Return the name in ``language``, else in English, else in any."""
    return names.get(language) or names.get("en") or next(iter(names.values()), "")
