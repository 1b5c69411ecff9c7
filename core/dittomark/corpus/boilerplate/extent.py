"""Where the article of a page ends, and which of its other lines nothing speaks for.

`without_teasers` drops what looks like prose far from the article: a column of teasers. `unproven`
says which lines that are left out are so by their shape and place alone. Both measured on sites
left out of the fit (decision 0006).
"""

from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.features import FEATURE_NAMES
from dittomark.structures.array_types import Bools, Floats

_COUNT: Final = FEATURE_NAMES.index("count")
_SENTENCE: Final = FEATURE_NAMES.index("ends_sentence")
_FORMS: Final = [at for at, name in enumerate(FEATURE_NAMES) if name.startswith("form_")]
# Of a column of teasers behind the article. 8 lines, 2 forms and half of the words give the same F1
# within .002; without the rule one tabloid's pages, each by itself, fall from .79 to .27.
_GAP: Final = 15  # lines between it and the article, at least
_FORMS_BETWEEN: Final = 4  # of them known forms: buttons to share, to comment, to log in
_KNOWN: Final = 0.7  # how sure a known form is that counts
_UNENDED: Final = 0.6  # share of its words in lines that end a sentence, at most
# Of the lines that nothing speaks for: 3 lines give .981 to .996 right on the four sets, 5 lines
# .976 to .996, 8 lines .967 to .995; of the words of lone pages .4 to .6 stay above the limit.
_NEAR: Final = 5  # lines
_LIKELY: Final = 0.5  # how sure a known form is that speaks for what stands around it
_SURE: Final = 0.8  # how sure a known form is that speaks for itself


def without_teasers(keep: Bools, weight: Floats, features: Floats) -> Bools:
    """Return the lines to keep without the columns of teasers among them.

    Lines that are kept, with no more than `_GAP` others between them, are one stretch; the article
    is the one with the most words in sentences. Another one is a column of teasers if known forms
    stand between and most of its words are in lines that end no sentence.
    """
    places = np.flatnonzero(keep)
    breaks = np.flatnonzero(np.diff(places) > _GAP)
    if not breaks.size:
        return keep
    sentence = features[:, _SENTENCE] > 0
    known = features[:, _FORMS].max(axis=1) >= _KNOWN
    stretches = np.split(places, breaks + 1)
    words = np.array([weight[each].sum() for each in stretches])
    ended = np.array([weight[each][sentence[each]].sum() for each in stretches])
    article = stretches[int(np.argmax(ended**2 / words))]
    result = keep.copy()
    for each, share in zip(stretches, ended / words, strict=True):
        first, last = (article, each) if each[0] > article[0] else (each, article)
        between = known[first[-1] + 1 : last[0]]
        if each is not article and share < _UNENDED and between.sum() >= _FORMS_BETWEEN:
            result[each] = False
    return result


def unproven(keep: Bools, features: Floats) -> Bools:
    """Return which lines are known by their shape and place alone.

    No other page carries them, they have no known form, and they stand inside the article or far
    from any line that is known.
    """
    form = features[:, _FORMS].max(axis=1)
    repeated = features[:, _COUNT] > 0
    places = np.flatnonzero(keep)
    inside = np.zeros(len(keep), bool)
    if places.size:
        inside[places[0] : places[-1] + 1] = True
    speaks = np.concatenate([[0], np.cumsum(repeated | (form >= _LIKELY))])
    at = np.arange(len(keep))
    low, high = np.maximum(at - _NEAR, 0), np.minimum(at + _NEAR + 1, len(keep))
    far = speaks[high] == speaks[low]
    result: Bools = (inside | far) & ~repeated & (form < _SURE)
    return result
