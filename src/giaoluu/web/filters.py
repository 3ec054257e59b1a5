"""The forms above the lists."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from giaoluu.langs.kinds import kinds
from giaoluu.model.activities import Act, Status
from giaoluu.model.edtf import Edtf
from giaoluu.model.errors import EdtfError
from giaoluu.register.models import ActivityCountry, Quotation
from giaoluu.register.queries import ActivityFilter, StatementFilter
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
        choices_of: dict[str, list[tuple[str, str]]] = {
            "kind": [(name, kind_label(name)) for name in kinds()],
            "country": _named(_countries()),
            "status": [(status.value, label("status", status.value)) for status in Status],
            "main": [("yes", str(_("Main"))), ("no", str(_("In passing"))), ("all", str(_("All")))],
        }
        for name, choices in choices_of.items():
            _offer(self, name, choices, every=name != "main")
        _show_how(self)

    def wanted(self) -> ActivityFilter:
        """Return the filter that the form asks for."""
        asked = {**self.cleaned_data, "main": {"yes": True, "no": False}.get(self.cleaned_data["main"])}
        return ActivityFilter(**asked)


class StatementForm(forms.Form):
    """The filters of the list of statements."""

    text = forms.CharField(label=_("Words"), required=False, max_length=200)
    act = forms.ChoiceField(label=_("Act"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    since = DateField(label=_("From"), required=False, max_length=40)
    until = DateField(label=_("Until"), required=False, max_length=40)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, "act", [(act.value, label("act", act.value)) for act in Act])
        _offer(self, "country", _named(_sides()))
        _show_how(self)

    def wanted(self, article: int | None) -> StatementFilter:
        """Return the filter that the form asks for."""
        return StatementFilter(**self.cleaned_data, article=article)


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]], *, every: bool = True) -> None:
    """Let a field be one of some choices, or all."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [("", str(_("All"))), *choices] if every else choices


def _show_how(form: forms.Form) -> None:
    """Show in the fields of dates how one may be written."""
    for name in ("since", "until"):
        form.fields[name].widget.attrs.update(placeholder="3/2025")


def _named(codes: list[str]) -> list[tuple[str, str]]:
    """Return countries with their names, in the order of these."""
    return sorted(((code, country_name(code)) for code in codes), key=lambda choice: choice[1])


def _sides() -> list[str]:
    """Return the countries that statements have."""
    sides = Quotation.objects.filter(current=True).order_by().values_list("sides", flat=True).distinct()
    return remembered("sides", lambda: sorted({code for some in sides for code in some.split()}))


def _countries() -> list[str]:
    """Return the countries that activities have."""
    codes = ActivityCountry.objects.values_list("code", flat=True).distinct().order_by()
    return remembered("countries", lambda: list(codes))
