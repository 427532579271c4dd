"""A row of totals from one authority says how much each day added, far better than two totals apart would.

Errors of a running count (who is counted, where) are mostly shared by all its totals, so they cancel in the
increments. Each total of a series but its first is therefore read as "the one before, and so many more"; the
last is read as a total as well, so that the end of the series is not left to a sum of doubtful steps.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.copies import Candidate
from bordercast.reconciliation.network import Network
from bordercast.reconciliation.observations import Observation, Sum
from bordercast.reconciliation.periods import EDGE_DOUBT
from bordercast.reconciliation.sifting import NET, PARTIAL_TERMS
from bordercast.reconciliation.voices import Voice, same_voice, voice_class, voice_key
from bordercast.reconciliation.windows import at_most, significant_digits
from bordercast.vocabulary import Hedge, Measure

COUNTED_DIGITS = 4  # fewer are rounded, and the difference of rounded totals says little
STEP_DOUBT = 0.10  # revisions, late entries; judgement
NOBODY_SHARE = 0.001  # a total that stands still adds less than this share of itself


def with_increments(
    rows: Sequence[Observation], candidates: Sequence[Candidate], network: Network
) -> list[Observation]:
    """Return the rows, those of running totals read as increments where a series allows it."""
    by_claim = {o.claim_id: o for o in rows if o.claim_id and o.sense == "figure"}
    replaced: dict[str, list[Observation]] = {}
    for series in _series(candidates):
        for earlier, later in pairwise(series):
            total = by_claim[later.claim.id]
            step = _increment(earlier, later, total, network)
            replaced[later.claim.id] = [step, total] if later is series[-1] else [step]
    return [
        new for row in rows for new in (replaced.get(row.claim_id, [row]) if row.sense == "figure" else [row])
    ]


def _series(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Exact official totals of one corridor by one voice, oldest first, each later one not lower.

    Two authorities count apart: what one has today and the other had yesterday differ by more than a day's arrivals.
    """
    runs: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        claim, quantity = candidate.claim, candidate.claim.quantity
        if (
            claim.measure is Measure.CUMULATIVE
            and claim.term not in {*PARTIAL_TERMS, NET}
            and not candidate.route.part
            and quantity is not None
            and quantity.unit == "person"
            and quantity.per is None
            and quantity.hedge is Hedge.EXACT
            and quantity.value is not None
            and significant_digits(quantity.value) >= COUNTED_DIGITS
            and voice_class(candidate.statement) in (Voice.OFFICIAL, Voice.CERTAIN)
        ):
            runs[claim.kind, candidate.route].append(candidate)
    series = []
    for run in (one for several in runs.values() for one in _by_voice(several)):
        rising: list[Candidate] = []
        for candidate in sorted(run, key=lambda c: (c.period.end, _value(c), c.claim.id)):
            if rising and (
                candidate.period.end == rising[-1].period.end or _value(candidate) < _value(rising[-1])
            ):
                continue
            rising.append(candidate)
        if len(rising) > 1:
            series.append(rising)
    return series


def _by_voice(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    voices: list[list[Candidate]] = []
    for candidate in sorted(candidates, key=lambda c: c.claim.id):
        said, name = candidate.claim.attribution, voice_key(candidate.statement)
        for voice in voices:
            if name == voice_key(voice[0].statement) or same_voice(said, voice[0].claim.attribution):
                voice.append(candidate)
                break
        else:
            voices.append([candidate])
    return voices


def _increment(earlier: Candidate, later: Candidate, total: Observation, network: Network) -> Observation:
    more, legs = _value(later) - _value(earlier), network.legs_on(later.route)
    more_days = np.maximum(_days_of(later, network) - _days_of(earlier, network), 0.0)
    days = (later.period.end - earlier.period.end).days
    still = NOBODY_SHARE * _value(later)
    if more > still:
        windows = np.array([[np.log(more - 0.5), np.log(more + 0.5), 1.0]])
    else:
        windows = at_most(max(still, 1.0))
    extra = float(np.hypot(STEP_DOUBT, 2**0.5 * EDGE_DOUBT / days))
    return replace(
        total,
        above=Sum(legs=legs, days=more_days),
        windows=windows,
        extra=extra,
        bias=None,
        loadings=(),
        shift=0.0,
    )


def _days_of(candidate: Candidate, network: Network) -> NDArray[np.float64]:
    counted = np.array([float(d <= candidate.period.end) for d in network.days])
    last = candidate.period.end - network.days[0]
    if timedelta(0) <= last < timedelta(len(network.days)):
        counted[last.days] = candidate.period.last
    return counted


def _value(candidate: Candidate) -> float:
    quantity = candidate.claim.quantity
    return quantity.value or 0.0 if quantity else 0.0
