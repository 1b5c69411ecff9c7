"""Which version of the program this is."""


def version() -> str:
    """Return the version of the installed package, or `0` when it runs from a bare tree."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("dittomark")
    except PackageNotFoundError:
        return "0"
