"""Boilerplate of a page: which lines are not the article, of what kind, how sure.

`lines` splits a page, `forms` knows what such lines say, `repeats` what the pages of one source
share, `features` turns all that into numbers, `scorer` into a probability per line, `kinds` into
labelled spans, `suggest` into suggestions; `learn` learns from what people marked.
"""
