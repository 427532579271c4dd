"""A source that is off again and again, always the same way, is not unlucky: its bias is set free and learned.

A class allows its members a small constant bias. One dishonest or badly defined source (crossings for persons, every
figure tripled) breaks that: each of its figures then looks like a separate slip. Three of them that lie beyond
their words the same way are read as one large bias instead, and what they say of changes is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.observations import Observation
from bordercast.reconciliation.voices import Voice

FREE_BIAS = 1.0  # sd on the log scale of a bias about which nothing is believed: a factor of 2.7 either way
LEAST_FIGURES = 3  # fewer could be chance; judgement
LEAST_SOURCES = 3
FAR_OFF = 1.5  # times beyond its words: less is what words leave open; judgement
OUTSIDE = 2.0  # sds of the class's bias: a loose source may well be off by a factor of 1.8; judgement
MOST_OF_THEM = 0.5  # share of a source's figures that must be off the same way; judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Distrusted:
    """The name under which a source's bias is shared, and the middle factor by which its figures are off."""

    name: str
    factor: float


def distrusted(
    observations: Sequence[Observation], fit: Fit, known: Sequence[Distrusted] = ()
) -> Distrusted | None:
    """Return the source, not ``known`` yet, whose figures lie furthest beyond their words, the same way; or None.

    A figure is held against what everything together implies, as a source of middling bias would put it: the fit may
    have met a dishonest source halfway, by thinking everybody biased.
    """
    biases = _biases(observations, fit)
    if len(biases) < LEAST_SOURCES:
        return None  # of two that differ nobody can say which is off: that is a quarrel with two readings
    middling = float(np.median(list(biases.values())))
    gaps: dict[str, list[float]] = {}
    allowed: dict[str, float] = {}
    for i, observation in enumerate(observations):
        if observation.bias is None or observation.sense != "figure" or observation.voice is Voice.CERTAIN:
            continue
        name, sd = observation.bias
        low, high = float(observation.windows[:, 0].min()), float(observation.windows[:, 1].max())
        middle = float(fit.predictor[i]) - biases[name] + middling
        gaps.setdefault(name, []).append(max(low - middle, 0.0) - max(middle - high, 0.0))
        allowed[name] = max(float(np.log(FAR_OFF)), OUTSIDE * sd)
    found = []
    for name, gap in sorted(gaps.items()):
        for way in (1.0, -1.0):
            off = [g for g in gap if way * g > allowed[name]]
            if len(off) >= LEAST_FIGURES and len(off) > MOST_OF_THEM * len(gap):
                found.append(Distrusted(name=name, factor=float(np.exp(np.median(off)))))
    found = [f for f in found if f.name not in {k.name for k in known}]
    return max(found, key=lambda f: abs(np.log(f.factor)), default=None)


def _biases(observations: Sequence[Observation], fit: Fit) -> dict[str, float]:
    """The posterior mean of each source's log bias."""
    names = sorted({o.bias[0] for o in observations if o.bias})
    column = {name: i for i, name in enumerate(names)}
    return {
        o.bias[0]: float(fit.bias[column[o.bias[0]]] * fit.blocks.loads[i, column[o.bias[0]]])
        for i, o in enumerate(observations)
        if o.bias
    }


def freed(observations: Sequence[Observation], sources: Sequence[Distrusted]) -> list[Observation]:
    """Return the rows with the bias of these sources set free."""
    names = {source.name for source in sources}
    return [
        replace(o, bias=(o.bias[0], FREE_BIAS))
        if o.bias is not None and o.bias[0] in names and o.voice is not Voice.CERTAIN
        else o
        for o in observations
    ]
