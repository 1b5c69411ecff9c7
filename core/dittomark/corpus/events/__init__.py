"""Likely events: which articles report the same thing, and what it might be called.

`vectors` turns texts into weighted terms, `clusters` joins articles that are alike, `describe`
reads title, date, place and participants off a cluster, `propose` puts these together with the
registry that people keep.
"""
