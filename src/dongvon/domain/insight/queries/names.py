"""What programmes are called, for filters and tables."""

from uuid import UUID

from dongvon.domain.programmes.models import Programme


def programme_names() -> dict[UUID, str]:
    """Every programme's name by id, in the order of the bank's codes; retired ones too, for their loans live on."""
    return dict(Programme.objects.order_by("code", "variant").values_list("id", "name"))
