"""Suggestions over the whole corpus: candidate pairs, boilerplate, events.

Candidate search (`docs/decisions/0007-candidate-index.md`): `candidates` is its door. A batch of
articles goes through these packages, each built on those before it:

- `prints`: `words` makes hashes of words, `fingerprint` says all of a text in such numbers,
  `reading` does so for a stream of articles, `phrases` counts in how many weeks a phrase was
  printed (stock phrases, for `dittomark.compare`);
- `matching`: `shingles` pairs articles by rare word sequences, `closer_look` says how much of each
  stands in the other;
- `mask`: `line_counts` counts the lines of each source, `lines` finds its boilerplate, `cores` is
  what is left;
- `index`: `adding` runs the steps, `shelf` keeps what they need in files, `passages` says where in
  the texts the shared passage stands;
- `spark`: the same search on Spark, its steps on Arrow batches (`kernels`).

Around it: `parts` reads and writes corpora in files, `queue_order` puts candidates in the order of
the queue, `same_event` finds pairs without a passage in common.

Boilerplate to suggest is `boilerplate`, events to suggest are `events`; the words of dates, for
both, are `calendar_words`. What a *page* is says `boilerplate`.
"""
