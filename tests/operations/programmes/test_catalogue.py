"""Rates and terms are proposed by one person, approved by another, and kept as they were approved."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.utils import ProgrammingError

from dongvon.demo.catalogue.load import load_catalogue
from dongvon.domain.audit.operations.settling import GRANTED, Decision, NoReason, NotWaiting, OwnProposal
from dongvon.domain.audit.vocabulary import Actor
from dongvon.domain.programmes.models import (
    Ceiling,
    Exclusion,
    LegalBasis,
    Programme,
    RateCohort,
    RatePeriod,
    RateSegment,
    RateSeries,
    Term,
)
from dongvon.domain.programmes.operations.decide_rates import decide_rates
from dongvon.domain.programmes.operations.decide_term import TermOverlaps, decide_term
from dongvon.domain.programmes.operations.propose_rate import AlreadyDecided, RateImpossible, propose_rate
from dongvon.domain.programmes.operations.propose_term import CourseHalfTold, propose_term
from dongvon.domain.programmes.operations.publish import AlreadyPublished, publish
from dongvon.domain.programmes.operations.retire import AlreadyRetired, retire
from dongvon.domain.programmes.queries.catalogue import catalogue, rate_of_loan, rates_of_loan
from dongvon.domain.programmes.queries.declined import turned_down
from dongvon.domain.programmes.vocabulary import (
    AppliesTo,
    CeilingDraft,
    CeilingPer,
    Channel,
    Confidence,
    Fund,
    PriorityClass,
    RateDraft,
    RateStep,
    TermDraft,
)
from dongvon.kernel.ids import new_id

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
MAKER = Actor(UUID(int=1), None, frozenset({"credit_controller"}))
CHECKER = Actor(UUID(int=2), None, frozenset({"branch_director"}))


@pytest.fixture(scope="module")
def catalogued(standing: None) -> None:
    load_catalogue(maker=MAKER, checker=CHECKER, at=AT)


def _poor() -> Programme:
    return Programme.objects.get(code="01")


def _draft(percent: str, day: date, until: date | None = None) -> RateDraft:
    return RateDraft(
        programme=_poor().id,
        fund=Fund.CENTRAL,
        priority_class=PriorityClass.ORDINARY,
        area="",
        step=RateStep(effective_on=day, until=until, percent=Decimal(percent), applies_to=AppliesTo.OUTSTANDING),
        basis=LegalBasis.objects.get(number="2553/QĐ-TTg").id,
        confidence=Confidence.CONFIRMED,
    )


def _propose(percent: str, day: date, until: date | None = None) -> UUID:
    return propose_rate(key=new_id(), by=MAKER, at=AT, rate=_draft(percent, day, until))


def _term(day: date, until: date | None = None, **more: int) -> UUID:
    draft = TermDraft(
        **more,
        programme=_poor().id,
        fund=Fund.CENTRAL,
        effective_on=day,
        until=until,
        channel=Channel.ENTRUSTED,
        longest_months=120,
        grace_months=0,
        collateral_above=None,
        overdue_percent=Decimal(130),
        rollover=True,
        ceilings=(CeilingDraft(per=CeilingPer.HOUSEHOLD, amount=150_000_000),),
        basis=LegalBasis.objects.get(number="12/QĐ-HĐQT").id,
        confidence=Confidence.CONFIRMED,
    )
    return propose_term(key=new_id(), by=MAKER, at=AT, term=draft)


def test_loading_twice_changes_nothing(catalogued: None) -> None:
    before = (RatePeriod.objects.count(), Term.objects.count(), Programme.objects.count())
    load_catalogue(maker=MAKER, checker=CHECKER, at=AT)
    assert (RatePeriod.objects.count(), Term.objects.count(), Programme.objects.count()) == before


def test_what_did_this_rate_mean_for_this_loan_on_this_day(catalogued: None) -> None:
    series = RateSeries.objects.get(programme=_poor(), fund="1", priority_class="ordinary", area="").id
    assert rate_of_loan(series=series, signed_on=date(2020, 1, 1), day=date(2025, 11, 30)) == Decimal("6.6")
    assert rate_of_loan(series=series, signed_on=date(2020, 1, 1), day=date(2025, 12, 1)) == Decimal("6.24")
    assert [str(span.percent.normalize()) for span in rates_of_loan(series=series, signed_on=date(2020, 1, 1))] == [
        "6.6",
        "5.94",
        "6.6",
        "6.24",
    ]


def test_job_loans_keep_four_decimals(catalogued: None) -> None:
    worker = next(row for row in catalogue() if (row.code, row.variant) == ("03", "lao-dong"))
    assert worker.rate_now(on=date(2026, 6, 1)) == Decimal("7.9248")


def test_the_catalogue_costs_five_queries(catalogued: None, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_max_num_queries(6):
        assert len(catalogue()) == 31


def test_a_proposed_rate_does_not_apply_until_another_person_approves(catalogued: None) -> None:
    proposal = _propose("5", date(2027, 1, 1))
    series = RatePeriod.objects.get(id=proposal).series_id
    facts = {"series": series, "signed_on": date(2026, 1, 1), "day": date(2027, 1, 1)}
    assert rate_of_loan(**facts) == Decimal("6.24")
    own_hand = Actor(MAKER.person, None, frozenset({"branch_director"}))
    with pytest.raises(OwnProposal):
        decide_rates(key=new_id(), by=own_hand, at=AT, proposals=(proposal,), decision=GRANTED)
    decide_rates(key=new_id(), by=CHECKER, at=AT, proposals=(proposal,), decision=GRANTED)
    assert rate_of_loan(**facts) == Decimal("5")
    with pytest.raises(NotWaiting):
        decide_rates(key=new_id(), by=CHECKER, at=AT, proposals=(proposal,), decision=GRANTED)


def test_what_is_turned_down_has_a_reason_and_holds_for_nobody(catalogued: None) -> None:
    rate, term = _propose("5", date(2027, 1, 1)), _term(date(2027, 1, 1))
    with pytest.raises(NoReason):
        decide_rates(key=new_id(), by=CHECKER, at=AT, proposals=(rate,), decision=Decision(granted=False, reason=" "))
    no = Decision(granted=False, reason="Chưa có quyết định của Thủ tướng")
    decide_rates(key=new_id(), by=CHECKER, at=AT, proposals=(rate,), decision=no)
    decide_term(key=new_id(), by=CHECKER, at=AT, proposal=term, decision=no)
    row = RatePeriod.objects.get(id=rate)
    assert rate_of_loan(series=row.series_id, signed_on=date(2026, 1, 1), day=date(2027, 1, 1)) == Decimal("6.24")
    assert [(each.percent, each.reason) for each in turned_down(_poor().id)] == [(5, no.reason), (None, no.reason)]
    shown = next(each for each in catalogue() if each.id == _poor().id)
    assert rate not in {each.id for each in shown.rates}
    assert term not in {each.id for each in shown.terms}
    with pytest.raises(NotWaiting):
        decide_rates(key=new_id(), by=CHECKER, at=AT, proposals=(rate,), decision=GRANTED)


def test_segments_are_what_the_rule_says_and_cohorts_keep_their_identity(catalogued: None) -> None:
    before = set(RateCohort.objects.values_list("id", flat=True))
    decide_rates(key=new_id(), by=CHECKER, at=AT, proposals=(_propose("5", date(2027, 1, 1)),), decision=GRANTED)
    assert before < set(RateCohort.objects.values_list("id", flat=True))
    for cohort in RateCohort.objects.filter(series__programme=_poor(), series__fund="1"):
        written = [(row.starts_on, row.ends_on, row.percent) for row in cohort.segments.order_by("starts_on")]
        told = rates_of_loan(series=cohort.series_id, signed_on=cohort.signed_from)
        assert written == [(span.starts_on, span.ends_on, span.percent) for span in told]


def test_impossible_and_repeated_rates_are_refused(catalogued: None) -> None:
    for percent, until in (("-1", None), ("101", None), ("5", date(2027, 1, 1))):
        with pytest.raises(RateImpossible):
            _propose(percent, date(2027, 1, 1), until)
    with pytest.raises(AlreadyDecided, match="01/12/2025"):
        _propose("5", date(2025, 12, 1))


def test_new_conditions_end_the_old_ones(catalogued: None) -> None:
    decide_term(key=new_id(), by=CHECKER, at=AT, proposal=_term(date(2027, 1, 1)), decision=GRANTED)
    periods = Term.objects.filter(programme=_poor(), fund="1").order_by("valid").values_list("valid", flat=True)
    assert list(periods)[-2:] == [
        DateRange(date(2019, 3, 1), date(2027, 1, 1)),
        DateRange(date(2027, 1, 1), None),
    ]


def test_repayment_after_a_course_is_told_whole(catalogued: None) -> None:
    with pytest.raises(CourseHalfTold):
        _term(date(2027, 1, 1), short_course_months=12)
    told = {"short_course_months": 12, "short_course_times": 2, "course_times": 1}
    assert Term.objects.filter(id=_term(date(2027, 1, 1), **told), **told).exists()


@pytest.mark.parametrize(
    ("code", "signed_on", "most"),
    [
        ("02", date(2021, 9, 1), 2_500_000),  # 2.5 million a month before 19/05/2022
        ("02", date(2022, 5, 19), 4_000_000),
        ("10", date(2010, 1, 1), 30_000_000),  # was 30, then 50, now 100 a household
        ("10", date(2020, 1, 1), 50_000_000),
        ("10", date(2026, 1, 1), 100_000_000),
    ],
)
def test_older_contracts_had_lower_ceilings(catalogued: None, code: str, signed_on: date, most: int) -> None:
    term = Term.objects.get(programme__code=code, programme__variant="", fund="1", valid__contains=signed_on)
    assert [ceiling.amount for ceiling in term.ceilings.all()] == [most]


def test_a_first_day_without_a_source_is_marked(catalogued: None) -> None:
    """The poor-household ceiling is of 01/03/2019 by its decision; no source dates that of near-poor households."""
    dated = Term.objects.filter(fund="1", valid__contains=date(2026, 1, 1), programme__variant="")
    stated = dict(dated.values_list("programme__code", "since_stated"))
    assert (stated["01"], stated["19"], stated["06"]) == (True, False, True)
    base = RatePeriod.objects.filter(series__programme__code="01", series__fund="1").order_by("effective_on")
    assert list(base.values_list("effective_on__year", "since_stated")) == [
        (2003, False),
        (2014, False),
        (2015, True),
        (2021, True),
        (2025, True),
    ]


def test_parts_of_a_poor_households_ceiling(catalogued: None) -> None:
    """Of 100 million: home repair 3, electricity 1.5, clean water 10 for each works."""
    term = Term.objects.get(programme__code="01", fund="1", valid__contains=date(2026, 1, 1))
    assert {each.per: each.amount for each in term.ceilings.all()} == {
        "household": 100_000_000,
        "house_repair": 3_000_000,
        "electricity": 1_500_000,
        "clean_water": 10_000_000,
    }


def test_conditions_need_four_eyes_and_their_own_time(catalogued: None) -> None:
    proposal = _term(date(2027, 1, 1))
    own = Actor(MAKER.person, None, frozenset({"branch_director"}))
    with pytest.raises(OwnProposal):
        decide_term(key=new_id(), by=own, at=AT, proposal=proposal, decision=GRANTED)
    with pytest.raises(TermOverlaps):
        decide_term(key=new_id(), by=CHECKER, at=AT, proposal=_term(date(2018, 1, 1)), decision=GRANTED)


def test_a_programme_is_published_once_and_retired_once(catalogued: None) -> None:
    with pytest.raises(AlreadyPublished, match="Hộ nghèo"):
        publish(key=new_id(), by=MAKER, at=AT, code="01", variant="", name="x", who="x")
    retire(key=new_id(), by=CHECKER, at=AT, on=date(2027, 1, 1), programme=_poor().id)
    with pytest.raises(AlreadyRetired, match="01/01/2027"):
        retire(key=new_id(), by=CHECKER, at=AT, on=date(2027, 2, 1), programme=_poor().id)


def _copy(model, name: str, **changed: object) -> None:  # type: ignore[no-untyped-def]
    """Try to save the first row once more under a new identity, changed as said."""
    row = model.objects.order_by("pk").first()
    row.pk = new_id() if model._meta.pk.get_internal_type() == "UUIDField" else None
    for field, value in changed.items():
        setattr(row, field, value)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        row.save(force_insert=True)


def test_constraints_hold_without_the_operations(catalogued: None) -> None:
    _copy(LegalBasis, "programmes_legal_basis_number_is_unique")
    _copy(Programme, "programmes_programme_code_is_unique")
    _copy(Term, "programmes_term_one_at_a_time")
    _copy(Term, "programmes_term_maker_is_not_checker", decided_by=MAKER.person, proposed_by=MAKER.person)
    _copy(Term, "programmes_term_course_is_told_whole", course_times=2)
    _copy(Ceiling, "programmes_ceiling_is_amount_or_percent", amount=1, percent=1)
    _copy(Ceiling, "programmes_ceiling_one_per_basis")
    _copy(Exclusion, "programmes_exclusion_stated_once")
    _copy(RateSeries, "programmes_rate_series_is_unique")
    _copy(RatePeriod, "programmes_rate_period_one_a_day")
    _copy(RatePeriod, "programmes_rate_period_percent_is_possible", percent=101)
    _copy(RatePeriod, "programmes_rate_period_ends_after_it_begins", until=date(1999, 1, 1))
    _copy(RatePeriod, "programmes_rate_period_maker_is_not_checker", decided_by=MAKER.person)
    _copy(RatePeriod, "programmes_rate_period_maker_is_not_checker", granted=False)
    _copy(RateCohort, "programmes_rate_cohort_is_unique")
    _copy(RateSegment, "programmes_rate_segment_starts_once")


def test_an_approved_rate_is_never_changed_nor_removed(catalogued: None) -> None:
    """Triggers `fixed_once_decided` and `never_deleted`."""
    with connection.cursor() as cursor:
        for change in (
            "UPDATE programmes_rateperiod SET percent = 1",
            "DELETE FROM programmes_rateperiod",
            "DELETE FROM programmes_term",
        ):
            with pytest.raises(ProgrammingError, match="pgtrigger"), transaction.atomic():
                cursor.execute(change)
