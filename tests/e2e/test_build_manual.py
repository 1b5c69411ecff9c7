"""`make manual` builds web pages and a PDF in both languages from the shipped manual."""

import re
import subprocess
import sys
from pathlib import Path

from dittomark.cli import COMMANDS
from dittomark_resources.languages import languages

ROOT = Path(__file__).parents[2]


def test_the_manual_is_built_as_pages_and_pdf(tmp_path: Path) -> None:
    script = ROOT / "packaging" / "manual" / "build_manual.py"
    paths = [str(ROOT / name) for name in ("core", "gui", "resources")]
    code = f"import sys, runpy; sys.path[:0] = [{str(script.parent)!r}, *{paths!r}]; sys.argv[1:] = [{str(tmp_path)!r}]\n"
    code += f"runpy.run_path({str(script)!r}, run_name='__main__')"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    commands = (tmp_path / "reference" / "commands.html").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"dittomark {name}" in commands
    for language in languages():
        pages = sorted((tmp_path / language).glob("*.html"))
        assert len(pages) > 10
        for page in pages:
            text = page.read_text(encoding="utf-8")
            for link in re.findall(r'(?:href|src)="([^"]+)"', text):
                assert (page.parent / link).exists(), f"{page.name} links to {link}"
        pdf = tmp_path / f"dittomark-manual-{language}.pdf"
        assert pdf.read_bytes().startswith(b"%PDF")
