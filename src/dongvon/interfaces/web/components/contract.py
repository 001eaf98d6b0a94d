"""What a template component is: a frozen dataclass whose fields are its typed contract."""

import re
from typing import Any, ClassVar, Literal, get_args, get_origin, get_type_hints

from django.template.loader import get_template
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe

#: Words shown to people: plain or lazily translated.
Text = str | Promise

#: How a thing stands; each tone is always joined by a word or a mark, never colour alone.
Tone = Literal["good", "warn", "bad", "busy", "back", "plain"]


#: What a block wraps when it wraps nothing.
NO_MARKUP = SafeString("")


class UnfitComponent(ValueError):
    """A component was asked for something its contract does not know."""


#: The fields of each component that take one of few values, worked out once.
_choices: dict[type, dict[str, tuple[Any, ...]]] = {}


class Component:
    """A piece of page; as a template tag `{% snake_name first other=… %}`, in Python as a value for `{{ }}`.

    A subclass is a frozen dataclass; `template` is rendered with the fields and the `extras` as context.
    """

    registered: ClassVar[dict[str, type["Component"]]] = {}
    template: ClassVar[str]

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if "template" in cls.__dict__:
            Component.registered[cls.tag_name()] = cls

    def __post_init__(self) -> None:
        for name, allowed in self._choices().items():
            if getattr(self, name) not in allowed:
                told = ", ".join(map(str, allowed))
                raise UnfitComponent(f"{type(self).__name__}.{name}={getattr(self, name)!r}; one of: {told}")

    def __str__(self) -> SafeString:
        return self.html()

    def __html__(self) -> SafeString:
        return self.html()

    @classmethod
    def tag_name(cls) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def html(self) -> SafeString:
        """The component as markup; cheap ones override this without a template."""
        return mark_safe(get_template(self.template).render(self._context()))  # noqa: S308 - templates escape

    def extras(self) -> dict[str, Any]:
        """What the template needs beyond the fields."""
        return {}

    @classmethod
    def _choices(cls) -> dict[str, tuple[Any, ...]]:
        if cls not in _choices:
            hints = get_type_hints(cls)
            _choices[cls] = {name: get_args(hint) for name, hint in hints.items() if get_origin(hint) is Literal}
        return _choices[cls]

    def _context(self) -> dict[str, Any]:
        return vars(self) | self.extras()


class Block(Component):
    """A component that wraps markup: `{% card "Tiêu đề" %}…{% endcard %}`; its field `content` is the markup."""
