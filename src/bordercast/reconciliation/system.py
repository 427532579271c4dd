"""The rows of the fit as arrays: sums of daily flows, how they combine, windows and noise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bordercast.reconciliation.hyper import CLASSES, Hyper
from bordercast.reconciliation.likelihood import SLIP, SURE_SLIP
from bordercast.reconciliation.observations import Observation, Sum
from bordercast.reconciliation.voices import Voice
from bordercast.reconciliation.windows import FAR, MOST

Array = NDArray[np.float64]
Whole = NDArray[np.intp]

LEAST = 1e-9  # persons: the logarithm of a sum stays finite
FEW_SUMS = 2  # up to so many sums over a set of legs are counted leg by leg, beside the legs' own


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """Sums counted together: over one leg (``alone``), or over the legs of a set, with their weights ``(sum, day)``."""

    legs: int | Whole
    sums: Whole
    days: Array

    @property
    def alone(self) -> bool:
        """Whether one leg is counted."""
        return isinstance(self.legs, int)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class System:
    """``n`` rows about ``q`` sums of flows of shape ``(leg, day)``.

    A sum counts the legs of one of the sets, ``members`` ``(set, leg)`` being 0 or 1, with weights ``days``
    ``(q, day)``; ``counted`` says which sums each set has, ``tallies`` in which order they are best counted. ``constants`` ``(q,)`` are persons added to a sum. Row ``i`` is the log of sum ``above[i]``, less that
    of ``below[i]`` unless that is -1. ``loadings`` ``(n, shared)`` are sds of unit-normal unknowns that rows share;
    ``biases`` ``(shared,)`` says which of them are biases of sources. ``windows`` ``(n, MOST, 3)``; ``noise`` is the
    sd of the row's class, ``voice`` its place among ``CLASSES`` (-1: none), ``extra`` what the wording adds, ``slip`` the share of such figures that are simply wrong.
    """

    members: Array
    counted: tuple[Whole, ...]
    tallies: tuple[Tally, ...]
    days: Array
    constants: Array
    above: Whole
    below: Whole
    loadings: Array
    biases: NDArray[np.bool_]
    windows: Array
    noise: Array
    voice: Whole
    extra: Array
    slip: Array

    def sigma(self, hyper: Hyper) -> Array:
        """Return the sd of the reporters' noise, each class as loose as ``hyper`` says."""
        loose = np.append(np.exp(hyper.trust), 1.0)[self.voice]
        sigma: Array = np.hypot(self.noise * loose, self.extra)
        return sigma

    def loads(self, hyper: Hyper) -> Array:
        """Return the loadings with sources as biased as ``hyper`` says."""
        loads: Array = self.loadings * np.where(self.biases, np.exp(hyper.bias), 1.0)
        return loads

    def sums(self, flows: Array) -> Array:
        """Return the sums ``(..., q)`` that flows ``(..., leg, day)`` make, above zero."""
        counted: Array = np.maximum(self._count(flows) + self.constants, LEAST)
        return counted

    def counts(self, leg: int) -> NDArray[np.bool_]:
        """Return which sums ``(q,)`` count a leg."""
        counted = np.zeros(len(self.days), dtype=np.bool_)
        for one in np.flatnonzero(self.members[:, leg]):
            counted[self.counted[one]] = True
        return counted

    def rows(self, values: Array) -> Array:
        """Return ``values`` ``(..., q)`` of sums as rows ``(..., n)``: above less below."""
        padded = np.concatenate([values, np.zeros((*values.shape[:-1], 1))], axis=-1)
        combined: Array = padded[..., self.above] - padded[..., self.below]
        return combined

    def felt(self, field: Array, flows: Array, sums: Array) -> Array:
        """Return how far each row moves, to first order, when log flows move by ``field`` ``(..., leg, day)``."""
        return self.rows(self._count(field * flows) / sums)

    def field(self, force: Array, flows: Array, sums: Array) -> Array:
        """Return the transpose of ``felt``: what forces ``(..., n)`` on rows ask of log flows ``(..., leg, day)``."""
        on = np.zeros((*force.shape[:-1], len(self.days)))
        on[..., self.above] = force
        ratio = self.below >= 0
        on[..., self.below[ratio]] = -force[..., ratio]
        on /= sums
        pulled = np.zeros((*force.shape[:-1], *flows.shape))
        for tally in self.tallies:
            told = on[..., tally.sums] @ tally.days
            pulled[..., tally.legs, :] += told if tally.alone else told[..., None, :]
        pulled *= flows
        return pulled

    def only(self, rows: Whole) -> "System":
        """Return the system of some of the rows; the sums stay."""
        return replace(
            self,
            above=self.above[rows],
            below=self.below[rows],
            loadings=self.loadings[rows],
            windows=self.windows[rows],
            noise=self.noise[rows],
            voice=self.voice[rows],
            extra=self.extra[rows],
            slip=self.slip[rows],
        )

    def _count(self, flows: Array) -> Array:
        made = np.zeros((*flows.shape[:-2], len(self.days)))
        for tally in self.tallies:
            daily = flows[..., tally.legs, :]
            days = tally.days.astype(flows.dtype, copy=False)
            made[..., tally.sums] += (daily if tally.alone else daily.sum(axis=-2)) @ days.T
        return made


def system_of(observations: Sequence[Observation], legs: int) -> System:
    """Return the arrays of the rows, in their order, over so many legs."""
    quantities: list[tuple[Sum, float]] = []
    above, below = [], []
    for observation in observations:
        above.append(len(quantities))
        quantities.append((observation.above, 0.0))
        below.append(-1 if observation.below is None else len(quantities))
        if observation.below is not None:
            quantities.append((observation.below, observation.constant))
    sets = sorted({one.legs for one, _ in quantities})
    place = {one: i for i, one in enumerate(sets)}
    members = np.zeros((len(sets), legs))
    for i, one in enumerate(sets):
        members[i, list(one)] = 1.0
    loadings, biases = _loadings(observations)
    windows = np.zeros((len(observations), MOST, 3))
    windows[:, :, 0], windows[:, :, 1] = -FAR, FAR
    for i, observation in enumerate(observations):
        windows[i, : len(observation.windows)] = observation.windows
    of_sum = np.array([place[one.legs] for one, _ in quantities], dtype=np.intp)
    counted = tuple(np.flatnonzero(of_sum == i) for i in range(len(sets)))
    days = np.array([one.days for one, _ in quantities])
    return System(
        members=members,
        counted=counted,
        tallies=tuple(_tallies(members, counted, days)),
        days=days,
        constants=np.array([constant for _, constant in quantities]),
        above=np.array(above, dtype=np.intp),
        below=np.array(below, dtype=np.intp),
        loadings=loadings,
        biases=biases,
        windows=windows,
        noise=np.array([o.noise for o in observations]),
        voice=np.array([CLASSES.index(o.voice) if o.voice in CLASSES else -1 for o in observations]),
        extra=np.array([o.extra for o in observations]),
        slip=np.array([SURE_SLIP if o.voice is Voice.CERTAIN else SLIP for o in observations]),
    )


def _tallies(members: Array, counted: Sequence[Whole], days: Array) -> Iterator[Tally]:
    few = [len(which) <= FEW_SUMS for which in counted]
    for leg in range(members.shape[1]):
        mine = [
            which
            for one, which in enumerate(counted)
            if members[one, leg] and (few[one] or members[one].sum() == 1)
        ]
        if mine:
            sums = np.sort(np.concatenate(mine))
            yield Tally(legs=leg, sums=sums, days=days[sums])
    for one, which in enumerate(counted):
        if not few[one] and members[one].sum() != 1:
            yield Tally(legs=np.flatnonzero(members[one]), sums=which, days=days[which])


def _loadings(observations: Sequence[Observation]) -> tuple[Array, NDArray[np.bool_]]:
    """Sds of shared unknowns, a column each, and which columns are biases."""
    sources = sorted({o.bias[0] for o in observations if o.bias})
    others = sorted({name for o in observations for name, _ in o.loadings})
    of_source = {name: i for i, name in enumerate(sources)}
    of_other = {name: len(sources) + i for i, name in enumerate(others)}
    loadings = np.zeros((len(observations), len(sources) + len(others)))
    for i, observation in enumerate(observations):
        if observation.bias:
            loadings[i, of_source[observation.bias[0]]] = observation.bias[1]
        for name, sd in observation.loadings:
            loadings[i, of_other[name]] += sd
    return loadings, np.arange(len(sources) + len(others)) < len(sources)
