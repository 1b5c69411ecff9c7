"""Build the manual as web pages and as PDF, in every language.

Usage: build_manual.py OUT

The source is what ships with the program (`resources/dittomark_resources/manual`), so the three
forms can't differ. Web pages come from markdown-it; the PDF from Qt, with the shipped fonts, since
Bengali needs its text shaped.
"""

import html
import os
import re
import shutil
import sys
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from markdown_it import MarkdownIt
from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

import dittomark_resources as resources
from dittomark_resources.languages import languages

_STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 17px/1.6 "Noto Sans", "Noto Sans Bengali", system-ui, sans-serif; margin: 0;
  display: grid; grid-template-columns: 17rem minmax(0, 44rem); gap: 2.5rem; padding: 2rem; }
nav ul { list-style: none; margin: 0; padding: 0; position: sticky; top: 2rem; }
nav a { display: block; padding: .2rem .6rem; border-radius: 6px; color: inherit;
  text-decoration: none; }
nav a[aria-current] { background: #e1eaf5; color: #15304c; font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .3rem .6rem; border-bottom: 1px solid #cfc9be; }
code { background: #8881; border-radius: 4px; padding: .05em .35em; }
pre code { display: block; padding: .8rem; overflow-x: auto; }
img { max-width: 100%; border: 1px solid #cfc9be; border-radius: 8px; }
@media (max-width: 60rem) { body { grid-template-columns: 1fr; } nav ul { position: static; } }
"""
_PDF_STYLE: Final = "code { background-color: #eeece8; } th { text-align: left; }"

# On paper the words in a picture are as large as those around it, and none is wider than the text.
_PDF_PICTURE_SCALE: Final = 0.7
_PDF_PICTURE_WIDTH: Final = 600


def sources(language: str) -> list[Path]:
    """Return the pages of a language in their order."""
    return sorted((resources.path("manual") / language).glob("[0-9]*-*.md"))


def title_of(page: Path) -> str:
    """Return a page's first heading."""
    found = re.search(r"^# +(.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return found.group(1) if found else page.stem


def write_pages(language: str, out: Path) -> None:
    """Write one web page for each Markdown file, and `index.html`, which is the first."""
    markdown = MarkdownIt("commonmark").enable("table")
    pages = sources(language)
    out.mkdir(parents=True, exist_ok=True)
    for page in pages:
        links = "".join(
            f'<li><a href="{other.stem}.html"'
            f"{' aria-current=page' if other == page else ''}>{html.escape(title_of(other))}</a>"
            for other in pages
        )
        body = markdown.render(page.read_text(encoding="utf-8"))
        body = re.sub(r'href="([^":]+)\.md"', r'href="\1.html"', body)
        text = (
            f'<!doctype html><html lang="{language}" dir="{languages()[language].direction}"><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{html.escape(title_of(page))} – {languages()[language].manual_title}</title>"
            f"<style>{_STYLE}</style><nav><ul>{links}</ul></nav><main>{body}</main></html>\n"
        )
        (out / f"{page.stem}.html").write_text(text, encoding="utf-8")
    shutil.copyfile(out / f"{pages[0].stem}.html", out / "index.html")


def write_reference(out: Path) -> None:
    """Write the command reference as a web page."""
    import reference

    out.mkdir(parents=True, exist_ok=True)
    markdown = MarkdownIt("commonmark").enable("table")
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>dittomark</title>'
        f"<style>{_STYLE} body {{ display: block; max-width: 60rem; }}</style>"
        f"<main>{markdown.render(reference.commands())}</main></html>\n"
    )
    (out / "commands.html").write_text(page, encoding="utf-8")


def write_pdf(language: str, out: Path) -> None:
    """Write all pages of a language into one PDF."""
    document = QTextDocument()
    font = QFont()
    font.setFamilies(list(resources.families(language)))
    font.setPointSizeF(10.5)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_PDF_STYLE)
    markdown = MarkdownIt("commonmark").enable("table")
    # Qt hangs an anchor on the first letter, and tears that off the vowel sign behind it.
    texts = (re.sub(r"<a id=[^>]*></a>", "", page.read_text("utf-8")) for page in sources(language))
    parts = [markdown.render(text) for text in texts]
    contents = "".join(f"<li>{html.escape(title_of(page))}</li>" for page in sources(language))
    whole = f"<h1>{languages()[language].manual_title}</h1><ol>{contents}</ol>" + "".join(
        part.replace("<h1>", '<h1 style="page-break-before: always">', 1) for part in parts
    )
    for name in sorted(set(re.findall(r'src="([^"]+)"', whole))):
        picture = QImage(str(resources.path("manual") / "pictures" / Path(name).name))
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
        width = round(min(picture.width() * _PDF_PICTURE_SCALE, _PDF_PICTURE_WIDTH))
        whole = whole.replace(f'src="{name}"', f'src="{name}" width="{width}"')
    document.setHtml(whole.replace("<table>", '<table border="0" cellpadding="4" width="100%">'))
    writer = QPdfWriter(str(out))
    writer.setTitle(languages()[language].manual_title)
    writer.setCreator("Dittomark")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(4, 2, 4, 2),
            QPageLayout.Unit.Millimeter,
        )
    )
    document.print_(writer)


def main(out: Path) -> None:
    """Build everything into a folder."""
    application = QGuiApplication.instance() or QGuiApplication([])
    for path in resources.font_paths():
        QFontDatabase.addApplicationFont(str(path))
    pictures = out / "pictures"
    shutil.copytree(resources.path("manual") / "pictures", pictures, dirs_exist_ok=True)
    for language, entry in languages().items():
        write_pages(language, out / language)
        write_pdf(language, out / f"dittomark-manual-{language}.pdf")
        print(
            f"{entry.manual_title}: {out / language / 'index.html'}, {out / f'dittomark-manual-{language}.pdf'}"
        )
    write_reference(out / "reference")
    print(f"For engineers: {out / 'reference'}")
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
