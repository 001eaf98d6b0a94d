"""Table cells with spans, laid out on a grid."""


class Rows:
    """Collects the cells of one table; a cell that spans rows is repeated in each of them.

    A cell that spans columns stands once, the columns it covers stay empty, so that a title row across
    the whole table keeps its words in the first column.
    """

    def __init__(self, *, table: int) -> None:
        self.table = table
        self._rows: list[dict[int, str]] = []
        self._carried: dict[int, tuple[int, tuple[int, int]]] = {}
        self._at: tuple[int, int] = (0, 0)

    def begin_row(self) -> None:
        """Start the next row with what hangs down into it."""
        self._rows.append({})
        here = len(self._rows) - 1
        for column, (left, origin) in list(self._carried.items()):
            self._rows[here][column] = self._rows[origin[0]].get(origin[1], "")
            self._keep(column, left=left - 1, origin=origin)

    def begin_cell(self, *, wide: int, high: int) -> None:
        """Start the next cell in the first free column."""
        if not self._rows:
            self.begin_row()
        row = len(self._rows) - 1
        column = next(place for place in range(10_000) if place not in self._rows[row])
        for place in range(column, column + max(1, min(wide, 60))):
            self._rows[row][place] = ""
        self._at = (row, column)
        if high > 1:
            self._carried[column] = (min(high, 2000) - 1, self._at)

    def add(self, text: str) -> None:
        """Append a paragraph to the open cell."""
        if not self._rows:
            self.begin_cell(wide=1, high=1)
        row, column = self._at
        before = self._rows[row].get(column, "")
        self._rows[row][column] = f"{before}\n{text}" if before else text

    def finished(self) -> list[tuple[str, ...]]:
        """The rows that say something, all of one width."""
        width = max((max(row) + 1 for row in self._rows if row), default=0)
        laid = [tuple(row.get(column, "") for column in range(width)) for row in self._rows]
        return [cells for cells in laid if any(cells)]

    def _keep(self, column: int, *, left: int, origin: tuple[int, int]) -> None:
        if left > 0:
            self._carried[column] = (left, origin)
        else:
            del self._carried[column]
