"""The extent of the article on a page: columns of teasers, and lines without evidence.

`without_teasers` drops text far from the article that resembles prose: a column of teasers.
`unproven` finds the lines that are left out because of their shape and position alone. Both were
measured on sites left out of the fit (decision 0006).
"""

from typing import Final

import numpy as np

from dittomark.corpus.boilerplate.features import FEATURE_NAMES
from dittomark.structures.array_types import Bools, Floats

_COUNT: Final = FEATURE_NAMES.index("count")
_SENTENCE: Final = FEATURE_NAMES.index("ends_sentence")
_FORMS: Final = [at for at, name in enumerate(FEATURE_NAMES) if name.startswith("form_")]
# Properties of a column of teasers. 8 lines, 2 forms and half of the words give the same F1 within
# .002; without the rule one tabloid's pages, each scored alone, fall from .79 to .27.
_GAP: Final = 15  # least lines between the column and the article
_FORMS_BETWEEN: Final = 4  # least known forms among these lines: buttons to share, comment, log in
_KNOWN: Final = 0.7  # least confidence of such a form
_UNENDED: Final = 0.6  # most of the column's words, as a share, in lines that end a sentence
# Distance to the nearest evidence. With 3 lines the precision on the four sets is .981 to .996,
# with 5 .976 to .996, with 8 .967 to .995; of the words of lone pages .4 to .6 stay above the
# limit.
_NEAR: Final = 5  # lines
_LIKELY: Final = 0.5  # least confidence of a form that is evidence for the lines around it
_SURE: Final = 0.8  # least confidence of a form that is evidence for its own line


def without_teasers(keep: Bools, weight: Floats, features: Floats) -> Bools:
    """Return the mask of lines to keep without the columns of teasers among them.

    Kept lines with at most `_GAP` other lines between them form one stretch; the article is the
    stretch with the most words in sentences. Another stretch is a column of teasers if known forms
    are between the two and few of its words are in lines that end a sentence. `features` has a row
    of `FEATURE_NAMES` per line.
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
    """Return a mask of the lines for which shape and position are the only evidence.

    No other page carries them, they have no known form of high confidence, and they are inside the
    article or far from any line with other evidence.
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
