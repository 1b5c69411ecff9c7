"""Check SBOMs against the CycloneDX schema: `check_bill.py FILE …`; exit code 1 for an error."""

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator


def main(files: list[str]) -> int:
    """Return 1 if a file is not valid, and print the reason."""
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    wrong = 0
    for file in files:
        problem = validator.validate_str(Path(file).read_text("utf-8"))
        if problem is not None:
            print(f"{file}: {problem}")
            wrong = 1
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
