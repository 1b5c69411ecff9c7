from typing_extensions import Buffer

RULES: int

def chains(
    articles: tuple[Buffer, ...],
    wanted: tuple[Buffer, ...],
    boards: tuple[tuple[int, int, Buffer, float, float], ...],
    sizes: tuple[int, int, int, tuple[int, int], int, int, int, int, int, int],
    costs: tuple[float, float, float, float],
    /,
) -> list[list[list[tuple[int, int, int]]]]: ...
