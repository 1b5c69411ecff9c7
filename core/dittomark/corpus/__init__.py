"""Suggestions over the whole corpus: candidate pairs, boilerplate, events.

Candidate search (`docs/decisions/0007-candidate-index.md`): `candidates` is its entry point. A batch
of articles goes through these packages, each built on those before it:

- `prints`: `word_hashes` makes hashes of words, `fingerprint` represents a text by such numbers,
  `spooling` does so for a stream of articles, `phrases` counts in how many weeks a phrase was
  printed (stock phrases, for `dittomark.compare`);
- `matching`: `shingles` pairs articles by rare word sequences, `closer_look` measures how much of
  each occurs in the other;
- `mask`: `line_counts` counts the lines of each source, `boilerplate_lines` finds its boilerplate,
  `cores` is the remaining text;
- `index`: `adding` runs the steps, `shelf` stores their data in files, `passages` returns the
  offsets of the shared passage;
- `spark`: the same search on Spark, its steps on Arrow batches (`kernels`).

Around it: `parts` reads and writes corpora in files, `queue_order` puts candidates in the order of
the queue, `same_event` finds pairs without a common passage, and `guessing` guesses the relation of
two articles.

Boilerplate to suggest is in `boilerplate`, which also defines the term *page*; events to suggest are
in `events`; the words of dates, for both, are in `calendar_words`.
"""
