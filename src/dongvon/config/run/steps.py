"""Shows the long steps of a start: a moving line in a terminal, one plain line each elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

#: Called with how much is done and how much there is; 0 of 0 when nobody can know.
Report = Callable[[int, int], None]

console = Console(highlight=False)


@contextmanager
def step(what: str) -> Iterator[Report]:
    """One step of the start; the block may report how far it is."""
    columns = (SpinnerColumn("dots"), TextColumn("{task.description}"), BarColumn(24), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total or None)
        seconds = progress.tasks[0].elapsed or 0.0
    console.print(f"  ✓ {what} [dim]({seconds:.1f} s)[/dim]")


def say(text: str) -> None:
    """A line for the person at the terminal; a terminal that went away is no reason to fail."""
    try:
        console.print(text, soft_wrap=True)
    except OSError:
        return
