"""Arithmetic with colours as `#rrggbb` strings: mixing and contrast. No Qt."""


def mixed(one: str, other: str, share: float) -> str:
    """Return `one` mixed with a share (0 to 1) of `other`."""
    channels = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in channels)


def contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours, 1 to 21."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _channels(value: str) -> tuple[int, int, int]:
    red, green, blue = (int(value[index : index + 2], 16) for index in (1, 3, 5))
    return red, green, blue


def _luminance(value: str) -> float:
    shares = [channel / 255 for channel in _channels(value)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
