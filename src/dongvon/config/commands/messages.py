"""`dongvon messages`: compiles the English texts, kept as one small file for each area of the pages."""

from pathlib import Path

import click
import polib

import dongvon

LOCALE = Path(dongvon.__file__).parent / "interfaces" / "web" / "locale"


@click.command()
def messages() -> None:
    """Biên dịch các bản dịch giao diện (locale/<ngôn ngữ>/*.po) thành một tệp cho Django."""
    for language in sorted(folder for folder in LOCALE.iterdir() if folder.is_dir()):
        count = compile_language(language)
        click.echo(f"{language.name}: {count}")


def compile_language(folder: Path) -> int:
    """Join the folder's .po files into LC_MESSAGES/django.mo; tells how many texts it holds."""
    joined = polib.POFile()
    joined.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": "nplurals=2; plural=n != 1;"}
    texts = {
        (entry.msgctxt, entry.msgid): entry for file in sorted(folder.glob("*.po")) for entry in polib.pofile(file)
    }
    joined.extend(texts.values())
    target = folder / "LC_MESSAGES" / "django.mo"
    target.parent.mkdir(exist_ok=True)
    joined.save_as_mofile(str(target))
    return len(texts)
