"""What the frozen program starts with: the same as `python -m dittomark_gui`."""

import multiprocessing
import sys

from dittomark_gui.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
