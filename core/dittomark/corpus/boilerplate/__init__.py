"""Detection of boilerplate: the lines of a page that are not the article, with kind and score.

A *page* is an article as its site printed it, boilerplate included: the article's text as it was
imported. The word has this meaning throughout `dittomark.corpus`.

To follow it, read `propose`, then its steps in order: `lines` splits a page, `forms` recognises
lines by their wording (`phrases` holds the wordings), `doubles` finds duplicate lines of one page,
`repeats` lines that pages of one source share, `shape` and `features` compute numbers per line,
`scorer` a probability per line, `main_text` adds an HTML extractor's vote, `extent` removes columns
of teasers, `kinds` makes labelled spans.

`learn` fits a correction to the spans that people marked (`memory` counts the labels of lines on
finished pages), `hold_out_score` measures precision and recall.
"""
