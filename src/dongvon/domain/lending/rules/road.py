"""The order of the steps: which one a file waits for, by the route of its programme.

Sources: the bank's leaflets (entrusted loans: public appraisal, commune, bank; direct loans go to the bank at once),
Hướng dẫn 4546/HD-NHCS (building a home is lent directly, yet a group meets over it and the commune confirms 03/NƠXH).
"""

from collections.abc import Mapping
from typing import Final

from dongvon.domain.lending.vocabulary import Stage, Step

_AT_THE_BANK: Final[Mapping[Stage, Step]] = {
    Stage.RECEIVED: Step.APPRAISE,
    Stage.APPRAISED: Step.CONTROL,
    Stage.CONTROLLED: Step.APPROVE,
    Stage.APPROVED: Step.NOTIFY,
    Stage.NOTIFIED: Step.SIGN,
    Stage.CONTRACTED: Step.HAND_OUT,
    Stage.RETURNED: Step.COMPLETE,
}

#: Stages at which a decision is still to come, so that a file can be sent back or refused.
OPEN: Final = frozenset(
    {Stage.REQUESTED, Stage.SCREENED, Stage.CONFIRMED, Stage.RECEIVED, Stage.APPRAISED, Stage.CONTROLLED}
)


#: The stage that a step leads to.
_DONE: Final[Mapping[Step, Stage]] = {
    Step.SCREEN: Stage.SCREENED,
    Step.CONFIRM: Stage.CONFIRMED,
    Step.TAKE_IN: Stage.RECEIVED,
    Step.APPRAISE: Stage.APPRAISED,
    Step.CONTROL: Stage.CONTROLLED,
    Step.APPROVE: Stage.APPROVED,
    Step.NOTIFY: Stage.NOTIFIED,
    Step.SIGN: Stage.CONTRACTED,
}


def next_step(stage: Stage, *, screened: bool, confirmed: bool) -> Step | None:
    """What a file at `stage` waits for; `screened` and `confirmed` say whether its route has these steps."""
    if stage is Stage.REQUESTED and screened:
        return Step.SCREEN
    if stage in (Stage.REQUESTED, Stage.SCREENED) and confirmed:
        return Step.CONFIRM
    if stage in (Stage.REQUESTED, Stage.SCREENED, Stage.CONFIRMED):
        return Step.TAKE_IN
    return _AT_THE_BANK.get(stage)


def step_after(step: Step, *, resumes_at: Stage | None, screened: bool, confirmed: bool) -> Step | None:
    """What a file waits for once `step` is taken; one that was sent back goes on at `resumes_at`."""
    reached = resumes_at if step is Step.COMPLETE else _DONE.get(step)
    return next_step(reached, screened=screened, confirmed=confirmed) if reached else None


def resumed_at(stage: Stage, *, screened: bool, confirmed: bool) -> Stage:
    """Where a file goes on that was sent back at `stage`: the bank takes it in anew, others look where they were."""
    if stage not in (Stage.RECEIVED, Stage.APPRAISED, Stage.CONTROLLED):
        return stage
    if confirmed:
        return Stage.CONFIRMED
    return Stage.SCREENED if screened else Stage.REQUESTED
