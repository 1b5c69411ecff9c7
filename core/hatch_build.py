"""Where a wheel of dittomark-core takes its resources from.

In the repository they lie in `resources/`, in the source distribution beside the package.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Put `dittomark_resources` into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the folder of resources; an editable install (`version`) finds it by its path."""
        if version == "editable":
            return
        root = Path(self.root)
        beside = root / "dittomark_resources"
        folder = beside if beside.exists() else root.parent / "resources" / "dittomark_resources"
        build_data["force_include"][str(folder)] = "dittomark_resources"
