"""Fields, groups of fields, file upload, filters, and the summary of what is wrong."""

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from typing import Any, Literal

from django.forms import BaseForm, BoundField, ChoiceField, widgets
from django.utils.safestring import SafeString

from dongvon.interfaces.web.components.contract import NO_MARKUP, Block, Component, Text

Width = Literal["normal", "short", "half", "full"]

GROUPED = (widgets.RadioSelect, widgets.CheckboxSelectMultiple)


@dataclass(frozen=True)
class Field(Component):
    """A form's field with its label, hint, affixes and errors; the widget decides how it looks."""

    template = "components/field.html"
    bound: BoundField
    _: KW_ONLY
    width: Width = "normal"
    hint: Text = ""
    prefix: Text = ""
    suffix: Text = ""
    placeholder: Text = ""
    search: bool = False

    def extras(self) -> dict[str, Any]:
        return {
            "shape": self.shape,
            "help": self.hint or self.bound.help_text,
            "optional": not self.bound.field.required and not self.search and self.shape != "check",
            "control": self.bound.as_widget(attrs=self._attributes()) if self.shape != "choices" else None,
        }

    @property
    def shape(self) -> Literal["line", "check", "choices", "upload", "hidden"]:
        widget = self.bound.field.widget
        if widget.is_hidden:
            return "hidden"
        if isinstance(widget, GROUPED):
            return "choices"
        if isinstance(widget, widgets.FileInput):
            return "upload"
        return "check" if isinstance(widget, widgets.CheckboxInput) else "line"

    def _attributes(self) -> dict[str, str | bool]:
        attributes: dict[str, str | bool] = {"class": self._class()}
        told = [f"{self.bound.auto_id}-{part}" for part, there in self._told().items() if there]
        if told:
            attributes["aria-describedby"] = " ".join(told)
        if self.bound.errors:
            attributes["aria-invalid"] = "true"
        if self.placeholder:
            attributes["placeholder"] = str(self.placeholder)
        return attributes | ({"data-search": ""} if self.search else {})

    def _told(self) -> dict[str, bool]:
        return {"hint": bool(self.hint or self.bound.help_text), "error": bool(self.bound.errors)}

    def _class(self) -> str:
        widget = self.bound.field.widget
        if isinstance(widget, widgets.CheckboxInput):
            return "form-check-input"
        return "form-select" if isinstance(widget, widgets.Select) else "form-control"


@dataclass(frozen=True)
class Fieldset(Block):
    """Fields that belong together under one name; `across` sets short ones beside each other."""

    template = "components/fieldset.html"
    legend: Text
    _: KW_ONLY
    content: SafeString = NO_MARKUP
    hint: Text = ""
    across: bool = False


@dataclass(frozen=True)
class Upload(Component):
    """A place to drop files, with what is taken and how large; `multiple` is the widget's affair."""

    template = "components/upload.html"
    bound: BoundField
    _: KW_ONLY
    accept: str = ""
    limit: Text = ""

    def extras(self) -> dict[str, Any]:
        parts = {"hint": self.bound.help_text or self.limit, "error": self.bound.errors, "chosen": True}
        told = " ".join(f"{self.bound.auto_id}-{part}" for part, there in parts.items() if there)
        attributes: dict[str, str | bool] = {"aria-describedby": told}
        if self.accept:
            attributes["accept"] = self.accept
        if self.bound.errors:
            attributes["aria-invalid"] = "true"
        return {"control": self.bound.as_widget(attrs=attributes)}


@dataclass(frozen=True)
class Filters(Block):
    """A row of filters over a list, sent by GET so that the address can be kept and shared."""

    template = "components/filters.html"
    _: KW_ONLY
    content: SafeString = NO_MARKUP
    label: Text
    submit: Text = ""
    target: str = ""
    cleared: str = ""


@dataclass(frozen=True)
class ErrorSummary(Component):
    """What is wrong, at the top of the page, each line a link to its field; nothing when all is well."""

    template = "components/error_summary.html"
    form: BaseForm | None = None
    _: KW_ONLY
    others: tuple[Text, ...] = ()

    def extras(self) -> dict[str, Any]:
        return {"lines": [("", text) for text in self.others] + self._of_form()}

    def _of_form(self) -> list[tuple[str, Text]]:
        if self.form is None or not self.form.errors:
            return []
        return [line for name, errors in self.form.errors.items() for line in self._of_field(name, errors)]

    def _of_field(self, name: str, errors: Iterable[object]) -> list[tuple[str, Text]]:
        if self.form is None or name not in self.form.fields:
            return [("", str(error)) for error in errors]
        bound = self.form[name]
        return [(bound.auto_id, f"{bound.label}: {error}") for error in errors]


def offer(form: BaseForm, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Give one field of a form what may be chosen today."""
    field = form.fields[name]
    assert isinstance(field, ChoiceField), f"{name} is chosen from nothing."
    field.choices = list(choices)
