"""Foreign keys obey the same floors as imports: a string reference is an arrow too."""

from django.apps import apps
from django.db.models import Model

from tests.architecture.house import floors


def _own_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("dongvon.")]


def _arrows(model: type[Model]) -> list[tuple[str, str]]:
    related = [field.related_model for field in model._meta.get_fields() if field.concrete and field.is_relation]
    return [
        (model._meta.app_label, target._meta.app_label)
        for target in related
        if isinstance(target, type) and target.__module__.startswith("dongvon.")
    ]


def test_foreign_keys_point_down_or_stay() -> None:
    level = floors()
    wrong = [
        f"{model.__name__}: {source} -> {target}"
        for model in _own_models()
        for source, target in _arrows(model)
        if source != target and level[target] >= level[source]
    ]
    assert not wrong


def test_audit_has_no_foreign_keys() -> None:
    assert not [arrow for model in _own_models() for arrow in _arrows(model) if arrow[0] == "audit"]


def test_models_stand_in_the_domain() -> None:
    assert {model._meta.app_label for model in _own_models()} <= set(floors())
