"""What each source said before tells how loose it is: its own noise, learned beside that of its class.

A class is believed beforehand: officials count well, the unnamed guess. Some do not keep to it. Each figure of a source is held
against what all the others say of it (its cavity), and the factor by which the source's noise, and the bias it is
allowed, differ from its class is weighed over a grid under a prior that says they hardly do.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.contradictions import cavity
from bordercast.reconciliation.fit import NODE_WEIGHTS, NODES, Fit
from bordercast.reconciliation.likelihood import log_likelihood
from bordercast.reconciliation.observations import Observation
from bordercast.reconciliation.voices import Voice

Array = NDArray[np.float64]

OWN_SD = 0.5  # of the log of a source's factor: the classes differ by 0.9 each (.04, .10, .25); judgement
FACTORS = np.exp(np.linspace(-1.5, 2.25, 11))
LEAST_FIGURES = 3  # fewer say nothing of a scatter
WORTH = 0.5  # log factor of some source from which another fit is worth its time; judgement


def looseness(observations: Sequence[Observation], fit: Fit) -> dict[str, float]:
    """Return the factor of each source with figures enough (posterior mean of its log), or nothing if none matters."""
    rows = [
        i
        for i, o in enumerate(observations)
        if o.bias is not None and o.sense == "figure" and o.voice not in (None, Voice.CERTAIN)
    ]
    if not rows:
        return {}
    said = _said(fit, rows)
    by_source: dict[str, list[int]] = defaultdict(list)
    for place, i in enumerate(rows):
        by_source[_source(observations[i])].append(place)
    log_factors = np.log(FACTORS)
    found = {}
    for name, places in sorted(by_source.items()):
        if len(places) < LEAST_FIGURES:
            continue
        odds = said[places].sum(axis=0) - 0.5 * np.square(log_factors / OWN_SD)
        weights = np.exp(odds - odds.max())
        found[name] = float(np.exp(weights @ log_factors / weights.sum()))
    return found if any(abs(np.log(f)) > WORTH for f in found.values()) else {}


def loosened(observations: Sequence[Observation], factors: Mapping[str, float]) -> list[Observation]:
    """Return the rows with the noise and the bias of each source scaled by its factor."""
    return [
        replace(o, loose=factors[o.bias[0]], bias=(o.bias[0], o.bias[1] * factors[o.bias[0]]))
        if o.bias is not None and o.bias[0] in factors and o.voice is not Voice.CERTAIN
        else o
        for o in observations
    ]


def _said(fit: Fit, rows: Sequence[int]) -> Array:
    """Log probability ``(row, factor)`` of each figure, given all the others, were its source so loose."""
    system = fit.blocks.system
    centre, spread = cavity(fit)
    nodes = centre[rows, None] + np.sqrt(spread[rows])[:, None] * NODES
    own = system.noise[rows] * np.exp(np.asarray(fit.hyper.trust))[system.voice[rows]]
    said = np.empty((len(rows), len(FACTORS)))
    for place, factor in enumerate(FACTORS):
        sigma = np.hypot(own * factor, system.extra[rows])
        value, *_ = log_likelihood(nodes, system.windows[rows], sigma, system.slip[rows])
        said[:, place] = np.log(np.exp(value) @ NODE_WEIGHTS)
    return said


def _source(observation: Observation) -> str:
    assert observation.bias is not None
    return observation.bias[0]
