"""The parts of a workbook, element by element, as they are unpacked."""

from collections.abc import Iterator
from typing import IO, Any, Final
from xml.parsers import expat

CHUNK: Final = 1 << 18
LAST: Final = True  # the parser takes no keywords


def parser_of(reader: Any) -> Any:
    """A parser that tells the reader plain names, whatever prefix the writer chose."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = reader.chars
    parser.EndElementHandler = reader.end
    parser.StartElementHandler = reader.start

    def first(name: str, _: dict[str, str]) -> None:
        cut = name.rfind(":") + 1
        if cut:
            parser.StartElementHandler = lambda inner, given: reader.start(inner[cut:], given)
            parser.EndElementHandler = lambda inner: reader.end(inner[cut:])
        else:
            parser.StartElementHandler = reader.start

    def no_entities(*_: object) -> None:
        raise ValueError("a worksheet declares no entities")

    parser.StartElementHandler = first
    parser.EntityDeclHandler = no_entities
    return parser


def chunks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """The part in pieces that fit in memory."""
    while chunk := stream.read(CHUNK):
        yield chunk


def attributes_of(content: bytes, element: str, *wanted: str) -> list[tuple[str, str]]:
    """Two wanted attributes of each such element, "" where it has none."""
    found: list[tuple[str, str]] = []
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == element:
            first, second = (attributes.get(each, "") for each in wanted)
            found.append((first, second))

    parser.StartElementHandler = start
    parser.Parse(content, LAST)
    return found
