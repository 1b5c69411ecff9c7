"""The operating system's lock on an open file: it ends with the process, however that ends."""

import os
import sys
from typing import Final

_LOCKED_BYTE: Final = 1 << 30  # on Windows a locked byte can't be read: lock one after the end


if sys.platform == "win32":
    import msvcrt

    def hold(descriptor: int) -> bool:
        """Lock an open file until it is closed; False if another process has locked it."""
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def hold(descriptor: int) -> bool:
        """Lock an open file until it is closed; False if another process has locked it."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
        return True
