"""Qt's own texts that the program shows, for languages into which Qt is not translated.

On Windows and the Mac the system brings the dialogs for files; on Linux they are Qt's own where no
desktop portal runs. The dialog for colours is Qt's own everywhere but on the Mac.
"""

from typing import Final

TEXTS: Final = {
    "QPlatformTheme": (
        *("OK", "Cancel", "Close", "&Yes", "&No", "Help"),
        *("Save", "Open", "Apply", "Reset", "Discard"),
    ),
    "QKeySequenceEdit": ("Press shortcut", "%1, ..."),
    "QLineEdit": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QWidgetTextControl": ("&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Delete", "Select All"),
    "QTabBar": ("Scroll Left", "Scroll Right"),
    "QDockWidget": (
        *("Close", "Closes the dock widget"),
        *("Float", "Undocks and re-attaches the dock widget"),
    ),
    "QFileDialog": (
        *("Open", "&Open", "Save As", "&Save", "&Choose", "Find Directory"),
        *("&Look in:", "Directory:", "File &name:", "Files of &type:", "All Files (*)"),
        *("Files", "Directories", "Sidebar", "List of places and bookmarks", "Recent Places"),
        *("Back", "Go back", "Forward", "Go forward"),
        *("Parent Directory", "Go to the parent directory"),
        *("Create New Folder", "Create a New Folder", "&New Folder", "New Folder"),
        *("List View", "Change to list view mode", "Detail View", "Change to detail view mode"),
        *("Show ", "Show &hidden files", "Remove", "&Rename", "&Delete", "Delete"),
        "%1 already exists.\nDo you want to replace it?",
        "%1\nFile not found.\nPlease verify the correct file name was given.",
        "%1\nDirectory not found.\nPlease verify the correct directory name was given.",
        "Are you sure you want to delete '%1'?",
        "'%1' is write protected.\nDo you want to delete it anyway?",
        "Could not delete directory.",
    ),
    "QFileSystemModel": ("Computer", "Name", "Size", "Type", "Date Modified"),
    "QAbstractFileIconProvider": ("Drive", "Folder", "File", "Shortcut", "Unknown"),
    "QColorDialog": (
        *("Select Color", "&Basic colors", "&Custom colors", "&Add to Custom Colors"),
        *("&Pick Screen Color", "Cursor at %1, %2\nPress ESC to cancel"),
        *("Hu&e:", "&Sat:", "&Val:", "&Red:", "&Green:", "Bl&ue:", "A&lpha channel:", "&HTML:"),
    ),
}


def texts() -> set[tuple[str, str]]:
    """Return (context, text) of all of them."""
    return {(context, text) for context, found in TEXTS.items() for text in found}
