"""A value and its name within a document, so that each refusal can say where."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from dongvon.kernel.rates import Rate
from dongvon.kernel.refusals import Refusal


class Refused(Refusal):
    """Something in the document is not as it must be; `where` in its values is the name."""

    text = "{where}: không đọc được."


class UnknownKey(Refused):
    """A key that means nothing here."""

    text = "{where}: không có khóa này; các khóa dùng được: {known}."


class MissingKey(Refused):
    """A key without which nothing can be computed."""

    text = "{where}: thiếu khóa này."


class WrongShape(Refused):
    """An object, a list or a text was expected and something else came."""

    text = "{where}: phải là {expected}."


class ImpossibleDate(Refused):
    """No such day exists, or it is not written yyyy-mm-dd."""

    text = "{where}: “{given}” không phải là ngày có thật; đề nghị ghi theo dạng yyyy-mm-dd."


class ImpossibleAmount(Refused):
    """Not an amount of money above the least one, or finer than the smallest unit."""

    text = "{where}: “{given}” phải là số tiền lớn hơn 0, tối đa {digits} chữ số thập phân."


class ImpossiblePercent(Refused):
    """Not a yearly rate."""

    text = "{where}: “{given}” phải là lãi suất %/năm từ 0 đến 1000."


class NotWithin(Refused):
    """Not a whole number within its bounds."""

    text = "{where}: “{given}” phải là số nguyên từ {least} đến {most}."


_NUMBER = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOST_PERCENT = 1_000
_MOST_PLACES = 18


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a document and the path by which a person finds it."""

    where: str
    value: object

    def has(self, key: str) -> bool:
        """Whether this is an object with that key."""
        return isinstance(self.value, Mapping) and key in self.value

    def members(self, *, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, "Node"]:
        """The values of an object by key. Refuses `WrongShape`, `UnknownKey`, `MissingKey`."""
        if not isinstance(self.value, Mapping):
            raise WrongShape(where=self.where or "(tài liệu)", expected="một đối tượng {khóa: giá trị}")
        known = (*required, *optional)
        for key in self.value:
            if key not in known:
                raise UnknownKey(where=self._path(str(key)), known=", ".join(known))
        for key in required:
            if key not in self.value:
                raise MissingKey(where=self._path(key))
        return {str(key): Node(self._path(str(key)), inner) for key, inner in self.value.items()}

    def items(self, *, least: int = 0) -> list["Node"]:
        """The values of a list. Refuses `WrongShape`."""
        if not isinstance(self.value, list) or len(self.value) < least:
            raise WrongShape(where=self.where, expected="một danh sách" + (" không rỗng" if least else ""))
        return [self.child(at) for at in range(len(self.value))]

    def child(self, at: int) -> "Node":
        """One value of a list."""
        assert isinstance(self.value, list), "only a list has numbered values"
        return Node(f"{self.where}[{at}]", self.value[at])

    def day(self) -> date:
        """A day of the calendar. Refuses `ImpossibleDate`."""
        if isinstance(self.value, str) and _DAY.fullmatch(self.value):
            try:
                return date.fromisoformat(self.value)
            except ValueError:
                pass
        raise ImpossibleDate(where=self.where, given=self.value)

    def amount(self, *, digits: int, least: int = 1) -> int:
        """An amount in the smallest unit, never rounded. Refuses `ImpossibleAmount`."""
        number = self._number()
        scaled = number * 10**digits if number is not None else Fraction(-1)
        if scaled.denominator != 1 or scaled < least:
            raise ImpossibleAmount(where=self.where, given=self.value, digits=digits)
        return int(scaled)

    def rate(self) -> Rate:
        """A yearly rate. Refuses `ImpossiblePercent`."""
        number = self._number()
        if number is None or number > _MOST_PERCENT:
            raise ImpossiblePercent(where=self.where, given=self.value)
        return Rate(number)

    def whole(self, *, least: int, most: int) -> int:
        """A whole number within bounds. Refuses `NotWithin`."""
        number = self._number()
        if number is None or number.denominator != 1 or not least <= number <= most:
            raise NotWithin(where=self.where, given=self.value, least=least, most=most)
        return int(number)

    def _number(self) -> Fraction | None:
        if isinstance(self.value, bool) or not isinstance(self.value, str | int | Decimal):
            return None
        if isinstance(self.value, Decimal) and abs(self.value.adjusted()) > _MOST_PLACES:
            return None
        written = self.value if isinstance(self.value, str) else f"{Decimal(self.value):f}"
        return Fraction(written) if _NUMBER.fullmatch(written) else None

    def _path(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key
