"""`python -m dittomark`: the same as the command `dittomark`."""

import sys

from dittomark.cli import main

if __name__ == "__main__":
    sys.exit(main())
