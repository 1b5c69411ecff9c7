"""The entry point of the frozen program: the same as `python -m dittomark_gui`."""

import multiprocessing
import sys
from pathlib import Path

from dittomark.system.environment import leave_out_foreign_parts
from dittomark.system.user_folders import use_portable_folder
from dittomark_gui.__main__ import main

if __name__ == "__main__":
    leave_out_foreign_parts()
    multiprocessing.freeze_support()
    use_portable_folder(Path(sys.executable).parent)
    sys.exit(main())
