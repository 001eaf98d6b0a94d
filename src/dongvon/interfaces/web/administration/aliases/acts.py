"""Teaching an alias, and taking one back."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dongvon.domain.units.operations.forget_alias import forget_alias
from dongvon.domain.units.operations.learn_alias import learn_alias
from dongvon.interfaces.web.administration.aliases.forms import AliasForm
from dongvon.interfaces.web.administration.aliases.pages import TEACHERS, index_page
from dongvon.interfaces.web.shell.access import Audience, page
from dongvon.interfaces.web.shell.acts import answer, perform
from dongvon.interfaces.web.shell.gate import Asked


@page(audience=Audience.ADMINISTRATION, roles=TEACHERS)
@require_POST
def learn(request: Asked) -> HttpResponse:
    """From now on documents that say so are understood."""
    form = AliasForm(request.POST)
    if not form.is_valid():
        return index_page(request, form=form)
    given = form.cleaned_data
    outcome = perform(
        request, learn_alias, form=form, mention=given["mention"], target=given["code"] or given["target"]
    )
    if not outcome:
        return index_page(request, form=form)
    return answer(request, outcome, to="aliases:index", done=_("Đã ghi nhớ cách gọi."))


@page(audience=Audience.ADMINISTRATION, roles=TEACHERS)
@require_POST
def forget(request: Asked, alias: UUID) -> HttpResponse:
    """An alias learnt in error."""
    outcome = perform(request, forget_alias, alias=alias)
    return answer(request, outcome, to="aliases:index", done=_("Đã bỏ cách gọi."))
