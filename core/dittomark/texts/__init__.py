"""Texts as text: words, sentences, graphemes, offsets in any unit, and folding per script."""
