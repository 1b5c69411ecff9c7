"""Likely events: articles that report the same event, and its likely title.

`vectors` turns texts into weighted terms, `clusters` joins similar articles, `describe` derives
title, date, place and participants from a cluster, `propose` combines these with the project's
registry.
"""
