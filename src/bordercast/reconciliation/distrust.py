"""A source that is off again and again, always the same way, is not unlucky: its bias is set free and learned.

A class allows its members a small constant bias. One dishonest or badly defined source (crossings for persons, every
figure tripled) breaks that: each of its figures then looks like a separate slip. Three of them that lie beyond
their words the same way are read as one large bias instead, and what they say of changes is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from bordercast.reconciliation.contradictions import FAR_OFF
from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.observations import Observation

FREE_BIAS = 1.0  # sd on the log scale of a bias about which nothing is believed: a factor of 2.7 either way
LEAST_FIGURES = 3  # fewer could be chance; judgement
MOST_OF_THEM = 0.5  # share of a source's figures that must be off the same way; judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Distrusted:
    """The name under which a source's bias is shared, and the middle factor by which its figures are off."""

    name: str
    factor: float


def distrusted(observations: Sequence[Observation], fit: Fit) -> tuple[Distrusted, ...]:
    """Return the sources whose figures lie beyond their words again and again, the same way."""
    gaps: dict[str, list[float]] = {}
    for i, observation in enumerate(observations):
        if observation.bias is None or observation.sense != "figure":
            continue
        low, high = float(observation.windows[:, 0].min()), float(observation.windows[:, 1].max())
        middle = float(fit.predictor[i])
        gaps.setdefault(observation.bias[0], []).append(max(low - middle, 0.0) - max(middle - high, 0.0))
    found = []
    for name, gap in sorted(gaps.items()):
        for way in (1.0, -1.0):
            off = [g for g in gap if way * g > np.log(FAR_OFF)]
            if len(off) >= LEAST_FIGURES and len(off) > MOST_OF_THEM * len(gap):
                found.append(Distrusted(name=name, factor=float(np.exp(np.median(off)))))
    return tuple(found)


def freed(observations: Sequence[Observation], sources: Sequence[Distrusted]) -> list[Observation]:
    """Return the rows with the bias of these sources set free."""
    names = {source.name for source in sources}
    return [
        replace(o, bias=(o.bias[0], FREE_BIAS)) if o.bias is not None and o.bias[0] in names else o
        for o in observations
    ]
