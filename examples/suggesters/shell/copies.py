#!/usr/bin/env python3
"""Calls two articles copies when most words of the one stand in the other. Needs no library.

dittomark suggester add copies --reads pairs --kinds relation --command "python3 copies.py"
dittomark suggest work.ditto --with copies
"""

import json
import sys

WHOLE, PART = 0.9, 0.3


def words(text):
    """Return the words of a text, as a set."""
    return set(text.lower().split())


for line in sys.stdin:
    row = json.loads(line)
    if row["type"] != "pair":
        continue  # the first line describes the project
    a, b = words(row["a"]["text"]), words(row["b"]["text"])
    share = len(a & b) / max(1, min(len(a), len(b)))
    if share < PART:
        continue
    relation = "wholly_derived" if share >= WHOLE else "partially_derived"
    older = "a_to_b" if row["a"]["date"] <= row["b"]["date"] else "b_to_a"
    suggestion = {
        "type": "suggestion",
        "kind": "relation",
        "a": row["a"]["id"],
        "b": row["b"]["id"],
    }
    suggestion |= {"relation": relation, "direction": older, "score": round(share, 3)}
    print(json.dumps(suggestion), flush=True)
