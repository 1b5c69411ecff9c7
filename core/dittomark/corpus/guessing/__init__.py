"""The relation that two articles probably have, guessed from their words.

`likeness` turns two articles into a row of numbers, `guess` turns such a row into a probability for
each relation, with built-in weights (`weights.json`, fitted by `tests/benchmarks/fit_guess.py`),
and `learn` adjusts the guess to the judgements of the project's annotators.
"""
