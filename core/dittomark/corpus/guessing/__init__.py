"""The relation that two articles probably have, guessed from their words.

`likeness` turns two articles into a row of numbers, `guess` turns such a row into a probability for
each relation, with weights that ship (`weights.json`, fitted by `tests/benchmarks/fit_guess.py`),
and `learn` moves these weights by what the project's own annotators judged.
"""
