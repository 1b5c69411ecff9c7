"""Suggestions over the whole corpus: candidate pairs, boilerplate, events.

Candidate search (`docs/decisions/0021-candidate-index.md`): `candidates` is its door, `index` runs
the steps. They are, in order:

- `words` makes hashes of words, `prints` fingerprints of whole texts, `reading` those of a stream
  of articles;
- `line_counts` counts the lines of each source, `mask` takes its boilerplate out, `cores` is what
  is left;
- `shingles` pairs articles by rare word sequences, `matching` looks closely at each pair,
  `passages` says where in the texts the shared passage stands.

Around it: `shelf` keeps the index in files, `parts` reads and writes corpora in files,
`queue_order` puts candidates in the order of the queue, `same_event` finds pairs without a passage
in common. On Spark the same search is `spark`, its steps on Arrow batches `spark_kernels`.

Stock phrases: `phrases` counts in how many weeks a phrase was printed, for `dittomark.compare`.

Boilerplate to suggest is `boilerplate`, events to suggest are `events`; the words of dates, for
both, are `calendar_words`. What a *page* is says `boilerplate`.
"""
