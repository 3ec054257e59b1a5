"""The forms above the lists."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import Status
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError
from giaoluu.register.models import ActivityCountry
from giaoluu.register.queries import ActivityFilter
from giaoluu.web.remembering import remembered
from giaoluu.web.words import country_name, kind_label, label
from giaoluu.web.written import held


class DateField(forms.CharField):
    """A date as people write it, as precise as they like: a year, a month, a day."""

    def clean(self, value: Any) -> str:
        """Refuse what is no date."""
        text = held("date", str(super().clean(value) or ""))
        try:
            if text:
                Edtf(text)
        except EdtfError as error:
            raise forms.ValidationError(_("Write a year, a month or a day: 2025, 3/2025, 11/3/2025.")) from error
        return text


class ActivityForm(forms.Form):
    """The filters of the list of activities."""

    text = forms.CharField(label=_("Words"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    since = DateField(label=_("From"), required=False, max_length=40)
    until = DateField(label=_("Until"), required=False, max_length=40)
    main = forms.ChoiceField(label=_("Told as"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.is_bound and not self.data.get("main"):
            self.data = {**{name: self.data.get(name, "") for name in self.fields}, "main": "yes"}
        every = [("", str(_("All")))]
        countries = sorted(((code, country_name(code)) for code in _countries()), key=lambda choice: choice[1])
        choices_of: dict[str, list[tuple[str, str]]] = {
            "kind": [(name, kind_label(name)) for name in kinds()],
            "country": countries,
            "status": [(status.value, label("status", status.value)) for status in Status],
            "main": [("yes", str(_("Main"))), ("no", str(_("In passing"))), ("all", str(_("All")))],
        }
        for name, choices in choices_of.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices if name == "main" else [*every, *choices]
        for name in ("since", "until"):
            self.fields[name].widget.attrs.update(placeholder="3/2025")

    def wanted(self) -> ActivityFilter:
        """Return the filter that the form asks for."""
        asked = {**self.cleaned_data, "main": {"yes": True, "no": False}.get(self.cleaned_data["main"])}
        return ActivityFilter(**asked)


def _countries() -> list[str]:
    """Return the countries that activities have."""
    codes = ActivityCountry.objects.values_list("code", flat=True).distinct().order_by()
    return remembered("countries", lambda: list(codes))
