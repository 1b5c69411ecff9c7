"""Pairs of articles with common word sequences, and the share of each that occurs in the other."""
