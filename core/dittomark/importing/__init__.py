"""Import of files: one module per format.

`read` turns files and folders into a stream of articles; `preview` reports what a file contains
before it is imported; `import_into` imports articles and annotations into a project; and
`annotate_from` imports the annotations alone, as the work of one annotator.
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
