"""The names of the formats, and a sentence on each, in the interface's language."""

from typing import Final

from dittomark_gui.i18n import QT_TRANSLATE_NOOP, translate

_EXPORTS: Final = {
    "jsonl": (
        "Dittomark JSONL",
        QT_TRANSLATE_NOOP("Formats", "One file with everything; Dittomark reads it back."),
    ),
    "csv": (
        QT_TRANSLATE_NOOP("Formats", "CSV tables (folder)"),
        QT_TRANSLATE_NOOP("Formats", "A table each for articles, spans, pairs, links and events."),
    ),
    "xlsx": (
        QT_TRANSLATE_NOOP("Formats", "Excel workbook"),
        QT_TRANSLATE_NOOP("Formats", "The same tables as sheets of one workbook."),
    ),
    "sqlite": (
        QT_TRANSLATE_NOOP("Formats", "SQLite database"),
        QT_TRANSLATE_NOOP("Formats", "One file of joined tables, for SQL, Datasette and pandas."),
    ),
    "parquet": (
        QT_TRANSLATE_NOOP("Formats", "Parquet tables (folder)"),
        QT_TRANSLATE_NOOP("Formats", "For pandas, polars and other tools for large tables."),
    ),
    "huggingface": (
        QT_TRANSLATE_NOOP("Formats", "Hugging Face dataset (folder)"),
        QT_TRANSLATE_NOOP("Formats", "With a dataset card; the library “datasets” opens it."),
    ),
    "spacy": (
        QT_TRANSLATE_NOOP("Formats", "spaCy training data (folder)"),
        QT_TRANSLATE_NOOP("Formats", "The spans, as spaCy trains on them."),
    ),
    "label-studio": (
        QT_TRANSLATE_NOOP("Formats", "Label Studio (folder)"),
        QT_TRANSLATE_NOOP("Formats", "Tasks and labelling set-up for articles and for pairs."),
    ),
    "doccano": (
        "doccano",
        QT_TRANSLATE_NOOP("Formats", "The spans of every article, a line each."),
    ),
    "brat": (
        QT_TRANSLATE_NOOP("Formats", "brat (folder)"),
        QT_TRANSLATE_NOOP("Formats", "A text and an .ann file for each article."),
    ),
    "pan": (
        QT_TRANSLATE_NOOP("Formats", "PAN text alignment (folder)"),
        QT_TRANSLATE_NOOP("Formats", "Pairs and links, as the PAN contests had them."),
    ),
    "web-annotation": (
        "W3C Web Annotation",
        QT_TRANSLATE_NOOP("Formats", "Spans, links, relations and events without the texts."),
    ),
    "conll": (
        QT_TRANSLATE_NOOP("Formats", "CoNLL (word by word)"),
        QT_TRANSLATE_NOOP("Formats", "A word a line with the label of its span."),
    ),
    "prodigy": (
        "Prodigy",
        QT_TRANSLATE_NOOP("Formats", "The spans, a line for each article and annotator."),
    ),
    "cas-json": (
        QT_TRANSLATE_NOOP("Formats", "INCEpTION, UIMA CAS JSON (folder)"),
        QT_TRANSLATE_NOOP("Formats", "The spans, as INCEpTION reads them."),
    ),
    "cas-xmi": (
        QT_TRANSLATE_NOOP("Formats", "INCEpTION, UIMA CAS XMI (folder)"),
        QT_TRANSLATE_NOOP("Formats", "The spans, as INCEpTION reads them."),
    ),
    "webanno-tsv": (
        QT_TRANSLATE_NOOP("Formats", "INCEpTION, WebAnno TSV 3.3 (folder)"),
        QT_TRANSLATE_NOOP("Formats", "The spans word by word, as INCEpTION and WebAnno read them."),
    ),
    "semeval": (
        QT_TRANSLATE_NOOP("Formats", "SemEval-2022 Task 8 (pairs)"),
        QT_TRANSLATE_NOOP("Formats", "The ratings of the pairs, a row for each annotator."),
    ),
    "pair-texts": (
        QT_TRANSLATE_NOOP("Formats", "Pairs with both texts"),
        QT_TRANSLATE_NOOP("Formats", "A line a pair, to train a classifier on."),
    ),
    "clusters": (
        QT_TRANSLATE_NOOP("Formats", "Groups of duplicates"),
        QT_TRANSLATE_NOOP("Formats", "A line for each group of articles that are the same."),
    ),
    "clean-text": (
        QT_TRANSLATE_NOOP("Formats", "Clean texts"),
        QT_TRANSLATE_NOOP("Formats", "Without boilerplate, and one copy of each duplicate."),
    ),
}
_IMPORTS: Final = {
    "text": QT_TRANSLATE_NOOP("Formats", "Plain text"),
    "html": QT_TRANSLATE_NOOP("Formats", "Web page"),
    "jsonl": QT_TRANSLATE_NOOP("Formats", "JSONL (an object a line)"),
    "json": "JSON",
    "csv": QT_TRANSLATE_NOOP("Formats", "Table with commas (CSV)"),
    "tsv": QT_TRANSLATE_NOOP("Formats", "Table with tabs (TSV)"),
    "excel": "Excel",
    "parquet": "Parquet",
    "warc": QT_TRANSLATE_NOOP("Formats", "Web archive (WARC)"),
    "brat": "brat",
    "pan": QT_TRANSLATE_NOOP("Formats", "PAN text alignment"),
    "feed": QT_TRANSLATE_NOOP("Formats", "News feed (RSS, Atom)"),
    "mhtml": QT_TRANSLATE_NOOP("Formats", "Web page saved as one file (MHTML)"),
    "docx": QT_TRANSLATE_NOOP("Formats", "Word document"),
    "odt": QT_TRANSLATE_NOOP("Formats", "OpenDocument text"),
    "rtf": "Rich Text (RTF)",
    "epub": QT_TRANSLATE_NOOP("Formats", "E-book (EPUB)"),
    "pdf": "PDF",
    "dittomark": QT_TRANSLATE_NOOP("Formats", "Dittomark’s own export"),
    "ecb": QT_TRANSLATE_NOOP("Formats", "ECB+ event coreference"),
    "web-annotation": "W3C Web Annotation",
    "spacy": "spaCy",
    "clusters": QT_TRANSLATE_NOOP("Formats", "Groups of duplicates"),
    "cas-json": "UIMA CAS JSON",
    "cas-xmi": "UIMA CAS XMI",
    "webanno-tsv": "WebAnno TSV 3",
    "conll": QT_TRANSLATE_NOOP("Formats", "CoNLL (word by word)"),
    "label-studio": "Label Studio",
    "doccano": "doccano",
}


def export_name(key: str) -> str:
    """Return the name of an export format."""
    return translate("Formats", _EXPORTS[key][0]) if key in _EXPORTS else key


def export_sentence(key: str) -> str:
    """Return a sentence on the use of an export format."""
    return translate("Formats", _EXPORTS[key][1]) if key in _EXPORTS else ""


def import_name(key: str) -> str:
    """Return the name of an import format."""
    return translate("Formats", _IMPORTS[key]) if key in _IMPORTS else key
