"""An expected "no", with a reason fit for a citizen."""

from string import Formatter
from typing import Any, ClassVar

from dongvon.kernel.money import format_dong


class Refusal(Exception):
    """A "no" the trade foresees; subclass it beside the verb that says it.

    `text` is a Vietnamese template whose {names} are filled from the keyword values, an amount written
    {name:,}; `field` is the name of the form field at fault, where there is one. Interfaces translate `text`, then
    call `told`.
    """

    text: ClassVar[str] = "Yêu cầu không thực hiện được."
    field: ClassVar[str | None] = None

    def __init__(self, **values: Any) -> None:
        self.values = values
        super().__init__(self.text)

    @property
    def code(self) -> str:
        """The name of the refusal in the API, in logs and in tests."""
        return type(self).__name__

    def __str__(self) -> str:
        return self.told(self.text)

    def told(self, template: str) -> str:
        """The given template (`text` or a translation of it) with this refusal's values."""
        return _Lenient().vformat(template, (), self.values)


class _Lenient(Formatter):
    """Leaves a name without a value standing, a value of another kind as it is: better than a second error."""

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:
        return kwargs.get(key, f"{{{key}}}") if isinstance(key, str) else super().get_value(key, args, kwargs)

    def format_field(self, value: Any, format_spec: str) -> Any:
        if format_spec == ",":
            return format_dong(value) if isinstance(value, int) else str(value)
        try:
            return super().format_field(value, format_spec)
        except (TypeError, ValueError):
            return str(value)
