"""Masking of boilerplate, so that it does not make articles look similar."""
