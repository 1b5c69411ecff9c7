"""Files in: one module a format.

`read` turns files and folders into a stream of articles; `preview` shows what a file holds before
it is imported; `import_into` does the whole job on a project, annotations included, and
`annotate_from` takes the annotations alone, as one annotator's work.
"""

from dittomark.importing.formats import FORMATS
from dittomark.importing.preview import Preview, preview
from dittomark.importing.reader import read, read_items
from dittomark.importing.results import FIELDS, Failure, Item, Options, ReadRecord
from dittomark.importing.run import ImportReport, annotate_from, import_into, import_items

__all__ = [
    "FIELDS",
    "FORMATS",
    "Failure",
    "ImportReport",
    "Item",
    "Options",
    "Preview",
    "ReadRecord",
    "annotate_from",
    "import_into",
    "import_items",
    "preview",
    "read",
    "read_items",
]
