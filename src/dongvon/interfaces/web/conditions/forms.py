"""The form of each kind of rule."""

from collections.abc import Mapping
from typing import Final

from dongvon.domain.lending.queries.rules import RuleKind
from dongvon.interfaces.web.conditions.group_forms import CriterionForm, GradeForm, PaymentForm
from dongvon.interfaces.web.conditions.road_forms import (
    AreaForm,
    ConditionForm,
    DeadlineForm,
    GroundForm,
    HolidayForm,
    RouteForm,
)
from dongvon.interfaces.web.conditions.rule_form import DatedForm
from dongvon.interfaces.web.conditions.servicing_forms import (
    AskingForm,
    BandForm,
    CheckForm,
    LimitForm,
    NoticeForm,
    OrderForm,
    PeriodForm,
    RegimeForm,
)

FORMS: Final[Mapping[RuleKind, type[DatedForm]]] = {
    RuleKind.CONDITION: ConditionForm,
    RuleKind.ROUTE: RouteForm,
    RuleKind.DEADLINE: DeadlineForm,
    RuleKind.GROUND: GroundForm,
    RuleKind.AREA: AreaForm,
    RuleKind.HOLIDAY: HolidayForm,
    RuleKind.ORDER: OrderForm,
    RuleKind.PERIOD: PeriodForm,
    RuleKind.REGIME: RegimeForm,
    RuleKind.LIMIT: LimitForm,
    RuleKind.ASKING: AskingForm,
    RuleKind.BAND: BandForm,
    RuleKind.NOTICE: NoticeForm,
    RuleKind.CHECK: CheckForm,
    RuleKind.CRITERION: CriterionForm,
    RuleKind.GRADE: GradeForm,
    RuleKind.PAYMENT: PaymentForm,
}
