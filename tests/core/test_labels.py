"""The default label scheme is complete and free of doubles."""

from dittomark.labels import LabelScheme


def test_default_keys_and_shortcuts_are_unique() -> None:
    scheme = LabelScheme()
    for labels in (scheme.spans, scheme.relations):
        keys = [label.key for label in labels]
        shortcuts = [label.shortcut for label in labels if label.shortcut]
        assert len(keys) == len(set(keys))
        assert len(shortcuts) == len(set(shortcuts))


def test_a_label_is_found_by_its_key() -> None:
    scheme = LabelScheme()
    label = scheme.span_label("most_read")
    assert label is not None
    assert label.key == "most_read"
    assert scheme.span_label("no_such_label") is None
