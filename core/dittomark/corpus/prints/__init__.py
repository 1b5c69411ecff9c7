"""Texts as numbers: hashes of words, fingerprints of whole texts, phrases by week."""
