"""Two evaluations of the same gold, or two readings of the same reports: what was won, what was lost, and how surely.

An evaluation is what ``evals/run.py --json`` writes: a row for each claim of the gold (found or not, and which fields
were right) and for each claim that is in no gold. A reading is what ``bordercast extract --json`` prints.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bordercast.vocabulary import Claim

DRAWS = 2_000  # of the bootstrap: the ends of a 95 % interval are steady to the second digit
SEED = 20_310_214
LISTED = 200  # claims named one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One claim of the gold and what was made of it, or one that is in no gold (``key`` begins with ``extra:``)."""

    case: str
    key: str
    kind: str
    found: bool
    fields: dict[str, bool]

    @property
    def extra(self) -> bool:
        """Whether it is a claim that is in no gold."""
        return self.key.startswith("extra:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one score differs: ``before``, ``after``, and the 95 % interval of the difference over the reports."""

    score: str
    before: float
    after: float
    low: float
    high: float
    won: int
    lost: int

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out no change."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two evaluations side by side; ``won`` and ``lost`` name claims as ``case key``, at most 200 each."""

    cases: int
    changes: tuple[Change, ...]
    won: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """Two readings of the same reports: claims only in one, and, of those both have, fields that differ, by count."""

    reports: int
    same: int
    gone: tuple[Claim, ...]
    come: tuple[Claim, ...]
    fields: dict[str, int]
    kinds: dict[str, tuple[int, int]]


def compare_evaluations(before: Sequence[Judged], after: Sequence[Judged]) -> Compared:
    """Return how two evaluations of the same gold differ: in all, by kind and by field.

    Intervals are of a paired bootstrap over the cases: texts are drawn, and both evaluations are scored on the same
    ones, so that what is hard in a text weighs on both alike.
    """
    old, new = ({(row.case, row.key): row for row in rows} for rows in (before, after))
    gold = sorted(key for key in old.keys() & new.keys() if not old[key].extra)
    kinds = sorted({old[key].kind for key in gold})
    names = sorted({name for key in gold for name in (*old[key].fields, *new[key].fields)})
    cases = sorted({row.case for row in (*before, *after)})
    changes = [_precision(cases, before, after)]
    changes += [
        _change(
            f"recall{f' of {kind}' if kind else ''}",
            cases,
            gold,
            old,
            new,
            lambda row: float(row.found),
            kind,
        )
        for kind in ("", *kinds)
    ]
    changes += [
        _change(f"field {name}", cases, [k for k in gold if name in old[k].fields and name in new[k].fields], old, new, _right(name))
        for name in names
    ]  # fmt: skip
    flat = [" ".join(key) for key in gold if new[key].found and not old[key].found]
    fell = [" ".join(key) for key in gold if old[key].found and not new[key].found]
    return Compared(
        cases=len(cases), changes=tuple(changes), won=tuple(flat[:LISTED]), lost=tuple(fell[:LISTED])
    )


def compare_readings(before: Iterable[Claim], after: Iterable[Claim]) -> Reread:
    """Return how two readings of the same reports differ.

    Two claims are one claim read twice when they stand in one report, are of a kind, give one figure and quote
    overlapping words.
    """
    old, new = list(before), list(after)
    left = {claim.id: claim for claim in new}
    fields: Counter[str] = Counter()
    gone, same = [], 0
    for claim in old:
        twin = left.get(claim.id) or next((c for c in left.values() if _twins(claim, c)), None)
        if twin is None:
            gone.append(claim)
            continue
        del left[twin.id]
        differ = [name for name in COMPARED if getattr(claim, name) != getattr(twin, name)]
        same += not differ
        fields.update(differ)
    kinds = sorted({claim.kind.value for claim in (*old, *new)})
    return Reread(
        reports=len({claim.report_id for claim in (*old, *new)}),
        same=same,
        gone=tuple(gone),
        come=tuple(left.values()),
        fields=dict(fields.most_common()),
        kinds={kind: (_of(kind, old), _of(kind, new)) for kind in kinds},
    )


COMPARED = (
    "term", "quantity", "measure", "population", "origin", "destinations", "via", "at", "interval", "attribution", "modality", "status",
    "evidence",
)  # fmt: skip


def _right(name: str) -> Callable[[Judged], float]:
    return lambda row: float(row.fields[name])


def _change(  # noqa: PLR0913, PLR0917 - the two sides, what is counted, and of what
    score: str, cases: Sequence[str], keys: Sequence[tuple[str, str]], old: Mapping[tuple[str, str], Judged],
    new: Mapping[tuple[str, str], Judged], worth: Callable[[Judged], float], kind: str = "",
) -> Change:  # fmt: skip
    chosen = [key for key in keys if not kind or old[key].kind == kind]
    place = {case: i for i, case in enumerate(cases)}
    sums = np.zeros((3, len(cases)))  # right before, right after, of how many; a column a case
    won = lost = 0
    for key in chosen:
        a, b = worth(old[key]), worth(new[key])
        won, lost = won + (b > a), lost + (a > b)
        sums[:, place[key[0]]] += (a, b, 1.0)
    return _with_interval(score, sums[0], sums[1], sums[2], sums[2], won, lost)


def _precision(cases: Sequence[str], before: Sequence[Judged], after: Sequence[Judged]) -> Change:
    place = {case: i for i, case in enumerate(cases)}
    right, made = np.zeros((2, len(cases))), np.zeros((2, len(cases)))
    for side, rows in enumerate((before, after)):
        for row in rows:
            right[side, place[row.case]] += row.found and not row.extra
            made[side, place[row.case]] += row.found or row.extra
    extra = [{(r.case, r.key) for r in rows if r.extra} for rows in (before, after)]
    won, lost = len(extra[0] - extra[1]), len(extra[1] - extra[0])
    return _with_interval("precision", right[0], right[1], made[0], made[1], won, lost)


def _with_interval(  # noqa: PLR0913, PLR0917 - one argument a side
    score: str,
    right: np.ndarray,
    right_after: np.ndarray,
    of: np.ndarray,
    of_after: np.ndarray,
    won: int,
    lost: int,
) -> Change:
    chance = np.random.default_rng(SEED)
    weights = (
        chance.multinomial(len(right), np.full(len(right), 1 / max(len(right), 1)), size=DRAWS)
        if len(right)
        else np.zeros((1, 0))
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        moved = weights @ right_after / (weights @ of_after) - weights @ right / (weights @ of)
    moved = moved[np.isfinite(moved)]
    low, high = (float(x) for x in np.quantile(moved, (0.025, 0.975))) if moved.size else (0.0, 0.0)
    return Change(
        score=score,
        before=float(right.sum() / of.sum()) if of.sum() else 0.0,
        after=float(right_after.sum() / of_after.sum()) if of_after.sum() else 0.0,
        low=low,
        high=high,
        won=won,
        lost=lost,
    )


def _twins(one: Claim, two: Claim) -> bool:
    if (
        one.report_id != two.report_id
        or one.kind is not two.kind
        or (one.quantity is None) != (two.quantity is None)
    ):
        return False
    if (
        one.quantity
        and two.quantity
        and (one.quantity.middle, one.quantity.unit) != (two.quantity.middle, two.quantity.unit)
    ):
        return False
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in two.evidence)


def _of(kind: str, claims: Iterable[Claim]) -> int:
    return sum(claim.kind.value == kind for claim in claims)
