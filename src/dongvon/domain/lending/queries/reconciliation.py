"""An outside system's extract held against its own events and our rules: every figure that differs, with its cause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

from django.db import connection

from dongvon.domain.documents.queries.tables import open_table
from dongvon.domain.lending.rules.portfolio.cells import reader_of
from dongvon.domain.lending.rules.portfolio.fields import BY_KEY, Field
from dongvon.domain.lending.rules.portfolio.headers import HEAD_LINES, NoHeader, found_header, letters
from dongvon.domain.lending.rules.reconciling.causes import FIGURES, WORDS, Finding, findings
from dongvon.domain.lending.rules.reconciling.extract import EVENT_FIELDS, EVENTS, HAPPENED, LOANS, STATED
from dongvon.domain.lending.rules.reconciling.recomputing import Case, Event, EventKind, Figures, Step

__all__ = ["HEADERS", "Finding", "Reconciliation", "reconcile", "words_of"]

SQL: Final = (Path(__file__).parents[1] / "sql" / "reconcile.sql").read_text(encoding="utf-8")
STAGE: Final = """
DROP TABLE IF EXISTS stated, happened;
CREATE TEMP TABLE stated (
    contract_number text, in_term bigint, overdue bigint, frozen bigint, owed_in_term bigint, owed_overdue bigint,
    owed_grace bigint, rate numeric, programme text, variant text, fund text, signed_on date, contractual_on date,
    extended_on date, session_on date, session_day integer, grace_until date
) ON COMMIT DROP;
CREATE TEMP TABLE happened (contract_number text, "on" date, kind text, amount bigint) ON COMMIT DROP
"""
LOST: Final = """
SELECT DISTINCT contract_number FROM happened h
WHERE NOT EXISTS (SELECT FROM stated s WHERE s.contract_number = h.contract_number) ORDER BY contract_number
"""
BATCH: Final = 2_000
HEADERS: Final = {name: BY_KEY[name].header for name in FIGURES}

Opened = tuple[IO[bytes], str]


@dataclass(slots=True)
class Reconciliation:
    """How far it is: loans compared, loans that agree, figures that differ by cause, cells that could not be read."""

    loans: int
    agreeing: int
    causes: dict[str, int]
    unread: list[str]


def reconcile(files: Sequence[Opened], *, on: date, told: Reconciliation) -> Iterator[Finding]:
    """Every differing figure of the extract as day `on` begins, loan by loan; `told` keeps count on the way.

    `files` hold a table of loans and, if there is one, of events, as sheets of one file or as two files. A loan without
    events of its own is worked out from ours. Runs in the caller's transaction. Refuses NoHeader, and what `open_table`
    refuses.
    """
    with connection.cursor() as cursor:
        cursor.execute(STAGE)
        _stage(cursor, files, told)
        cursor.execute("ANALYZE stated; ANALYZE happened")
        steps = _steps(cursor)
        cursor.execute(LOST)
        lost = [number for (number,) in cursor.fetchall()]
    for row in _rows(on):
        told.loans += 1
        found = _of_loan(row, steps, on)
        told.agreeing += not found
        yield from _counted(found, told)
    yield from _counted([_bare(number, "not_stated") for number in lost], told)


def _stage(cursor: Any, files: Sequence[Opened], told: Reconciliation) -> None:
    found = 0
    for file, name in files:
        table = open_table(file, name=name)
        heads = {sheet: list(islice(table.rows(sheet), HEAD_LINES)) for sheet in table.sheets}
        for wanted, fields, columns, target in (
            (LOANS, [BY_KEY[key] for key in STATED], STATED, "stated"),
            (EVENTS, EVENT_FIELDS, HAPPENED, "happened"),
        ):
            try:
                header = found_header(heads, table=wanted)
            except NoHeader:
                continue
            found += target == "stated"
            lines = ((n, row) for n, row in table.rows(header.sheet) if n > header.line)
            with cursor.copy(f"COPY {target} FROM STDIN") as copy:
                for line in _lines(lines, header.columns, fields, told):
                    copy.write("\t".join("\\N" if line.get(key) is None else str(line[key]) for key in columns) + "\n")
    if not found:
        raise NoHeader(lines=HEAD_LINES)


def _lines(
    lines: Iterator[tuple[int, list[Any]]], columns: dict[str, int], fields: Sequence[Field], told: Reconciliation
) -> Iterator[dict[str, Any]]:
    readers = [(each.key, columns[each.key], reader_of(each)) for each in fields if each.key in columns]
    for number, row in lines:
        values: dict[str, Any] = {}
        for key, at, read in readers:
            values[key], fault = read(row[at]) if at < len(row) else (None, "")
            if fault and len(told.unread) < BATCH:
                told.unread.append(f"{letters(at)}{number}")
        if values.get("contract_number"):
            yield values


def _steps(cursor: Any) -> dict[int, list[Step]]:
    cursor.execute("SELECT cohort_id, starts_on, percent FROM programmes_ratesegment ORDER BY cohort_id, starts_on")
    steps: dict[int, list[Step]] = {}
    for cohort, starts_on, percent in cursor.fetchall():
        steps.setdefault(cohort, []).append(Step(starts_on, _micro(percent)))
    return steps


def _rows(on: date) -> Iterator[dict[str, Any]]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(SQL, {"on": on})
        rows = cursor.fetchmany(BATCH)
        names = [each.name for each in cursor.description]
        while rows:
            yield from (dict(zip(names, row, strict=True)) for row in rows)
            rows = cursor.fetchmany(BATCH)


def _of_loan(row: dict[str, Any], steps: dict[int, list[Step]], on: date) -> list[Finding]:
    given, ours = _events(row["events"]), _events(row["ours"])
    rates = steps.get(row["cohort_id"], [])
    stated = Figures(**{name: row[name] or 0 for name in FIGURES})
    if not (given or ours) or not rates or row["final_on"] is None:
        return [_bare(row["contract_number"], "no_events")] if stated.whole else []
    first = min(event.on for event in given or ours)
    return findings(
        Case(
            contract=row["contract_number"],
            on=on,
            stated=stated,
            events=given or ours,
            rates=tuple(each for each in _from(rates, first) if each.from_on < on),
            overdue_milli=_multiple(row, rates),
            final_on=row["final_on"],
            contractual_on=row["put_off_on"] or row["due_on"] or row["final_on"],
            unextended_on=_unextended(row),
            grace_until=row["grace_on"],
            stated_micro=None if row["rate"] is None else _micro(row["rate"]),
            known=ours if given else (),
        )
    )


def _from(rates: list[Step], first: date) -> list[Step]:
    """Steps from the one in force on the first day."""
    past = [at for at, each in enumerate(rates) if each.from_on <= first]
    return rates[past[-1] if past else 0 :]


def _unextended(row: dict[str, Any]) -> date:
    """The last day by session as if the loan had never been extended."""
    if row["put_off_on"] is None or row["due_on"] is None or row["put_off_on"] == row["due_on"]:
        return row["final_on"]  # type: ignore[no-any-return]
    return row["due_on"] - timedelta(days=(row["put_off_on"] - row["final_on"]).days)  # type: ignore[no-any-return]


def _multiple(row: dict[str, Any], rates: list[Step]) -> int:
    """The overdue multiple in thousandths of a percent; a fixed overdue rate as a multiple of the last lending rate."""
    if row["overdue_percent"] is not None:
        return int(row["overdue_percent"] * 1_000)
    return int(_micro(row["overdue_rate"]) * 100_000 // rates[-1].micro) if rates[-1].micro else 0


def _events(rows: list[list[Any]] | None) -> tuple[Event, ...]:
    return tuple(Event(date.fromisoformat(day), EventKind(kind), amount) for day, kind, amount in rows or ())


def _bare(contract: str, cause: str) -> Finding:
    return Finding(contract=contract, figure="", stated=0, ours=0, cause=cause, values={})


def _micro(percent: Decimal) -> int:
    return int(percent * 1_000_000)


def _counted(found: list[Finding], told: Reconciliation) -> Iterator[Finding]:
    for each in found:
        told.causes[each.cause] = told.causes.get(each.cause, 0) + 1
        yield each


def words_of(cause: str) -> str:
    """A cause in Vietnamese, its {names} still open."""
    return WORDS[cause]
