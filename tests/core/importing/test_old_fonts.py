"""Bengali in the letters of an old font is recognised, and becomes Unicode when that is wanted."""

from pathlib import Path

import pytest
from tests.helpers.command import run

from dittomark import importing
from dittomark.annotations import NewArticle
from dittomark.importing import Options
from dittomark.importing.bijoy import is_bijoy, to_unicode
from dittomark.importing.results import Item, Note
from dittomark.project import Project

OLD = (
    "cÖavbgš¿x e‡j‡Qb, miKvi gvbyl‡`i Rb¨ KvR Ki‡Q| wZwb e‡jb, GB wm×všÍ †_‡K †KvbI e¨¯ÍZv ‰Zwi n‡e bv| "
    "Kg©KZ©viv Rvbvb, Ae¯’v wb‡q Zv‡`i m‡½ K_v n‡q‡Q Ges 25 Rb AvnZ n‡q‡Qb| www.example.org"
)
NEW = (
    "প্রধানমন্ত্রী বলেছেন, সরকার মানুষদের জন্য কাজ করছে। তিনি বলেন, এই সিদ্ধান্ত থেকে কোনও ব্যস্ততা তৈরি হবে না। "
    "কর্মকর্তারা জানান, অবস্থা নিয়ে তাদের সঙ্গে কথা হয়েছে এবং ২৫ জন আহত হয়েছেন। www.example.org"
)


def test_every_sign_stands_where_unicode_has_it() -> None:
    assert to_unicode(OLD) == NEW


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Avwg evsjvq Mvb MvB|", "আমি বাংলায় গান গাই।"),
        ("cyiæl ag©xq †mŠiRMr m¤¢e D™¢e", "পুরুষ ধর্মীয় সৌরজগৎ সম্ভব উদ্ভব"),
        ("Avb›` iZœ Kw¤úDUvi †W¯‹ e¨w³", "আনন্দ রত্ন কম্পিউটার ডেস্ক ব্যক্তি"),
        ("\x87K", "কে"),  # read as Latin-1
        ("ÒKÓ", "“ক”"),
    ],
)
def test_conjuncts_and_vowels_left_of_their_letter(old: str, new: str) -> None:
    assert to_unicode(old) == new


@pytest.mark.parametrize(
    "text",
    [
        NEW,
        "The ferry © stopped at noon † because of a storm, and I was there. ‡ Note of the editor.",
        "Le traité d’État « général » a été signé à Genève ; l’œuvre était prête. " * 5,
        "",
    ],
)
def test_other_texts_are_not_taken_for_it(text: str) -> None:
    assert not is_bijoy(text)


def read(path: Path, options: Options) -> list[Item]:
    return list(importing.read_items(path, options))


def test_a_file_is_told_converted_on_request_and_kept_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD.encode("cp1252"))
    items = read(path, Options())
    assert [item.text for item in items if isinstance(item, NewArticle)] == [OLD]
    assert any("old Bengali font" in str(item.message) for item in items if isinstance(item, Note))
    [article] = [i for i in read(path, Options(fonts="bijoy")) if isinstance(i, NewArticle)]
    assert (article.text, article.language) == (NEW, "bn")
    assert article.metadata["text_in_old_font"] == OLD


def test_a_table_is_converted_and_what_is_unicode_stays(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'title,text\nfirst,"{OLD}"\nশেষ,"{NEW}"\n', "utf-8")
    items = read(tmp_path / "a.csv", Options(fonts="bijoy"))
    assert [item.text for item in items if isinstance(item, NewArticle)] == [NEW, NEW]


def test_the_command_converts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OLD, "utf-8")
    Project.create(tmp_path / "p.ditto").close()
    said = run("import", tmp_path / "p.ditto", tmp_path / "a.txt", "--fonts", "bijoy")
    assert said.code == 0
    with Project.open(tmp_path / "p.ditto", read_only=True) as project:
        assert [article.text for article in project.articles()] == [NEW]
