"""Form: a numbered official form, described once; from it come the template edited in Word and the printed page.

Texts hold template marks: "{{ full_name }}", and within a list "{{ row.name }}".
"""

from dataclasses import dataclass
from typing import Literal

from dongvon.domain.documents.papers.grids import Column
from dongvon.kernel.text import fold


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `each` names a list of which every row makes one. A `back` is a part on the back of the sheet.

    `lines` says how many lines are left to the pen where the last mark of the text has no value.
    """

    text: str
    style: Literal["body", "part", "back", "centre", "note"] = "body"
    each: str = ""
    lines: int = 1

    @property
    def ragged(self) -> bool:
        """Whether something is filled in: such lines are not stretched from edge to edge."""
        return "{{" in self.text or "…" in self.text


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table with one line for each row of the list `each`, and perhaps a line of totals."""

    columns: tuple[Column, ...]
    each: str
    cells: tuple[str, ...]
    totals: tuple[str, ...] = ()

    @property
    def by_hand(self) -> bool:
        """Whether a column is left to the pen: figures, a signature."""
        return "" in self.cells


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs, and the name under the signature (a mark, or nothing for handwriting)."""

    whom: str
    name: str = ""
    note: str = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class Received:
    """ "Nơi nhận", left of the signature of a letter."""

    copies: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """As they stand on paper: a semicolon after each, a full stop after the last."""
        return tuple(f"- {copy}{'.' if copy is self.copies[-1] else ';'}" for copy in self.copies)


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signature blocks side by side; those who receive copies of a letter stand left of them."""

    blocks: tuple[Signed, ...]
    received: Received | None = None


Part = Text | Grid | Signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form by its number, or by its `name` where the number alone would not tell it from others or there is none;
    `unconfirmed` lists fields known second-hand, told in the file's properties only.

    A citizen's paper has no `issuer`: the nation stands alone on top, place and date above the first signature. An
    issuer's last line is the body itself, those before are over it; `reference` is the number of the paper.
    """

    number: str = ""  # "10C/TD"
    name: str = ""
    title: str
    subtitle: str = ""
    issuer: tuple[str, ...] = ()
    reference: str = ""
    place_and_date: str
    parts: tuple[Part, ...]
    landscape: bool = False
    unconfirmed: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The slug under which officials' own versions of the template are kept ("10c-td")."""
        return fold(self.name or self.number).replace("/", "-").replace(" ", "-")

    @property
    def mark(self) -> str:
        """What stands above everything else, right."""
        return f"Mẫu số {self.number}" if self.number else ""

    @property
    def first_signed(self) -> Signatures | None:
        """Where a paper without an issuer is dated."""
        return next((part for part in self.parts if isinstance(part, Signatures)), None)

    @property
    def remark(self) -> str:
        """What the file's properties say about where its fields come from."""
        fields = ", ".join(self.unconfirmed)
        return f"Chưa đối chiếu với mẫu gốc: {fields}" if fields else ""
