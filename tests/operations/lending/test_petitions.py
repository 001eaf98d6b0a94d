"""What is asked about a loan is put in by one and decided by another, once."""

from datetime import date
from functools import partial

import pytest

from dongvon.domain.lending.models import Petition
from dongvon.domain.lending.operations.calling import NoSuchLoan
from dongvon.domain.lending.operations.deciding import AlreadyDecided, NoDecision, NoSuchPetition, OwnPetition
from dongvon.domain.lending.operations.decline_petition import ReasonMissing, decline_petition
from dongvon.domain.lending.operations.extend import extend
from dongvon.domain.lending.operations.file_petition import AskedAlready, NothingAsked, file_petition
from dongvon.domain.lending.queries.petitions import petitions_of, waiting
from dongvon.domain.lending.vocabulary import PetitionKind
from dongvon.kernel.ids import new_id
from tests.operations.lending.bank import AT, DIRECTOR, OFFICER, Bank

START = date(2026, 3, 10)
GRANT = partial(extend, by=DIRECTOR, at=AT, on=START, months=6, decision="12/QĐ-PGD")
FILE = partial(file_petition, by=OFFICER, at=AT, received_on=START)


def test_a_petition_waits_until_another_person_decides_it(bank: Bank) -> None:
    loan = bank.lend(on=START, amount=50_000_000)
    petition = bank.ask(loan, PetitionKind.EXTEND, on=START)
    assert [row.id for row in waiting()] == [petition]
    act = GRANT(key=new_id(), petition=petition)
    (row,) = petitions_of(loan.id)
    assert (row.granted, row.answer, row.act, row.decided_by) == (True, "12/QĐ-PGD", act, DIRECTOR.person)
    assert waiting() == []


def test_nobody_decides_what_he_asked_himself(bank: Bank) -> None:
    petition = bank.ask(bank.lend(on=START, amount=50_000_000), PetitionKind.EXTEND, on=START)
    Petition.objects.filter(id=petition).update(proposed_by=DIRECTOR.person)
    with pytest.raises(OwnPetition):
        GRANT(key=new_id(), petition=petition)


def test_a_petition_is_decided_once_by_its_own_verb_and_with_a_number(bank: Bank) -> None:
    loan = bank.lend(on=START, amount=50_000_000)
    petition = bank.ask(loan, PetitionKind.EXTEND, on=START)
    with pytest.raises(NoDecision):
        GRANT(key=new_id(), petition=petition, decision=" ")
    with pytest.raises(NoSuchPetition):
        GRANT(key=new_id(), petition=bank.ask(loan, PetitionKind.FREEZE, on=START))
    decline_petition(key=new_id(), by=DIRECTOR, at=AT, petition=petition, reason="Chưa đủ hồ sơ")
    with pytest.raises(AlreadyDecided):
        GRANT(key=new_id(), petition=petition)
    with pytest.raises(ReasonMissing):
        decline_petition(key=new_id(), by=DIRECTOR, at=AT, petition=petition, reason="")


def test_one_open_petition_of_a_kind(bank: Bank) -> None:
    loan = bank.lend(on=START, amount=50_000_000)
    bank.ask(loan, PetitionKind.EXTEND, on=START)
    with pytest.raises(AskedAlready):
        FILE(key=new_id(), loan=loan.id, kind=PetitionKind.EXTEND, asked="Lần nữa")
    with pytest.raises(NothingAsked):
        FILE(key=new_id(), loan=loan.id, kind=PetitionKind.FREEZE, asked="  ")
    with pytest.raises(NoSuchLoan):
        FILE(key=new_id(), loan=new_id(), kind=PetitionKind.FREEZE, asked="Mất mùa")
