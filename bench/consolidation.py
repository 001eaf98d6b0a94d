"""The demo's two years told through the operations, then the city report of a whole round made of them."""

import sys
from uuid import UUID

from bench._clock import report, timed
from bench._database import fresh_database

MARK = 3.0
STORY_MARK = 40.0


def main() -> int:
    """0 when the story and the report keep their marks."""
    with fresh_database():
        return _measure()


def _measure() -> int:
    from django.db import transaction

    from dongvon.demo.load import load
    from dongvon.domain.audit.vocabulary import SYSTEM
    from dongvon.domain.workplan.operations.consolidate import consolidate
    from dongvon.domain.workplan.queries.consolidations import rounds_to_consolidate
    from dongvon.kernel import clock
    from dongvon.kernel.ids import new_id

    with timed() as story:
        load(plan_path=None, progress=lambda done, total: None)
    whole = max(rounds_to_consolidate(), key=lambda each: each.accepted)
    with timed() as taken, transaction.atomic():
        made = consolidate(key=new_id(), by=SYSTEM, at=clock.now(), round=whole.id)
    told = report("demo story: city, two plans, two years of reports", story.seconds, mark=STORY_MARK)
    what = f"consolidation of {whole.accepted} reports into .docx and .xlsx"
    return 0 if report(what, taken.seconds, mark=MARK, floor=_papers_alone(made)) and told else 1


def _papers_alone(consolidation: UUID) -> float:
    """Reading both files back into memory and writing them out again: the paper's own price, without any counting."""
    from io import BytesIO

    import docx
    import openpyxl

    from dongvon.domain.workplan.queries.consolidations import consolidation_files

    (_, paper), (_, workbook) = consolidation_files(consolidation)
    with timed() as taken:
        docx.Document(BytesIO(paper)).save(BytesIO())
        openpyxl.load_workbook(BytesIO(workbook)).save(BytesIO())
    return taken.seconds


if __name__ == "__main__":
    sys.exit(main())
