"""Boilerplate of a page: which lines are not the article, of what kind, how sure.

A *page* is an article as its site printed it, boilerplate and all: the article's text as it was
imported. The word means this throughout `dittomark.corpus`.

To follow it, read `propose`, then its steps in order: `lines` splits a page, `forms` knows what
such lines say (`phrases` holds their words), `doubles` finds what a page says twice, `repeats` what
the pages of one source share, `shape` and `features` turn all that into numbers, `scorer` into a
probability per line, `main_text` counts an HTML extractor's vote, `kinds` makes labelled spans.

`learn` learns from what people marked (`memory` holds what became of lines on finished pages),
`hold_out_score` measures how far the outcome can be trusted.
"""
