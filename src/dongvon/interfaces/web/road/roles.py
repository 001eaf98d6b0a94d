"""Who walks the road: whose desk a step is, and who may read files."""

from collections.abc import Mapping
from typing import Final

from dongvon.domain.lending.vocabulary import Step
from dongvon.domain.units.vocabulary import Role

#: The steps that each role takes, in the order in which its desk shows them.
STEPS_OF: Final[Mapping[str, tuple[Step, ...]]] = {
    Role.GROUP_LEADER: (Step.COMPLETE, Step.SCREEN),
    Role.COMMUNE_OFFICER: (Step.CONFIRM,),
    Role.COMMUNE_CHAIR: (Step.CONFIRM,),
    Role.CREDIT_OFFICER: (Step.TAKE_IN, Step.APPRAISE, Step.NOTIFY, Step.COMPLETE),
    Role.CREDIT_CONTROLLER: (Step.CONTROL,),
    Role.OFFICE_DIRECTOR: (Step.APPROVE, Step.SIGN),
    Role.TELLER: (Step.HAND_OUT,),
}

DESKS: Final = frozenset(STEPS_OF)
COMMUNE: Final = frozenset({Role.COMMUNE_OFFICER, Role.COMMUNE_CHAIR})
ASKING: Final = frozenset({Role.GROUP_LEADER, Role.CREDIT_OFFICER})

#: Those who walk it, and those who watch.
READERS: Final = DESKS | {
    Role.ORGANISATION_OFFICER,
    Role.ACCOUNTANT,
    Role.BRANCH_OFFICER,
    Role.BRANCH_DIRECTOR,
    Role.INSPECTOR,
}


def steps_of(roles: frozenset[str]) -> tuple[Step, ...]:
    """Every step somebody with these roles takes, each once."""
    return tuple(dict.fromkeys(step for role, steps in STEPS_OF.items() if role in roles for step in steps))
