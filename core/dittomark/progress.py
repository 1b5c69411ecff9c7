"""How long work says how far it is, and how it hears that it may stop."""

from collections.abc import Callable

Report = Callable[[int, int], None]
"""Called as `report(done, total)`, `total` 0 where nobody knows; may raise `errors.Cancelled`."""
