"""Is it true on crises? Press figures are made of a daily series, and the series is found again at rolling days.

``python evals/crises.py [--seeds N] [--habits plain,otherwise] [--series name,...] [--out results.jsonl]``

At each ``as_of`` only what was printed by then is read. Scored on the log scale against the best of five simple
baselines given an oracle's spread (``baselines.py``): days up to three before ``as_of``, today, three and seven days
ahead, the week ahead as one sum, and the running total. Coverage of the 50, 80 and 95 per cent intervals beside it.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from baselines import BASELINES, Figure, crps, figures_of, oracle_crps
from press import DENSE, OTHERWISE, PLAIN, VERY_SPARSE, Habits, Telling, press
from series import Series, karabakh, registrations, synthetic

from bordercast.forecasting import forecast
from bordercast.reconciliation import ReconciliationOptions, reconcile
from bordercast.vocabulary import Chance, Scenario

HABITS = {"plain": PLAIN, "dense": DENSE, "very sparse": VERY_SPARSE, "otherwise": OTHERWISE}
QUESTIONS = ("past", "today", "+3", "+7", "week ahead", "running total")
BARS = {"past": 0.50, "today": 0.65, "+7": 0.75}
LEVELS = (0.5, 0.8, 0.95)
EVERY = 9  # days between two as_of
PAST_DAYS = 3  # days before as_of from which a day counts as past
FEW = 10.0  # fewer are withheld from every export, and on a log scale they would outweigh thousands
OPTIONS = ReconciliationOptions(draws=400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One question answered: the score of the draws, whether intervals held the truth, and the baselines' guesses."""

    question: str
    truth: float
    median: float
    crps: float
    place: float
    guesses: dict[str, float]


def main() -> int:
    """Replay, score, print; the exit status says whether the bars are met."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seeds", type=int, default=2)
    arguments.add_argument("--from-seed", type=int, default=0)
    arguments.add_argument("--habits", default="plain,otherwise")
    arguments.add_argument("--series", default="")
    arguments.add_argument("--out", type=Path, default=None)
    asked = arguments.parse_args()
    met = True
    for name in asked.habits.split(","):
        answers: list[Answer] = []
        for seed in range(asked.from_seed, asked.from_seed + asked.seeds):
            for one in all_series(seed):
                if asked.series and one.name not in asked.series.split(","):
                    continue
                found = list(replay(one, HABITS[name], seed))
                answers += found
                print(f"{name:12} seed {seed} {one.name:24} {_line(found)}", flush=True)
                if asked.out:
                    with asked.out.open("a", encoding="utf-8") as file:
                        file.write(
                            json.dumps({"habits": name, "seed": seed, "series": one.name, **ratios(found)})
                            + "\n"
                        )
        met &= report(name, answers)
    return 0 if met else 1


def all_series(seed: int) -> Iterator[Series]:
    """Yield the synthetic series of a seed, and the real ones whose source is here."""
    yield from synthetic(seed)
    for real in (
        karabakh(),
        registrations(
            "burundi2015", "BDI", {"rwa-mahama": "RWA", "tan-nyarugusu": "TZA", "uga-nakivale": "UGA"}
        ),
        registrations(
            "mali2012",
            "MLI",
            {"mau-mbera": "MRT", "bf-mentao": "BFA", "nig-abala": "NER", "nig-mangaize": "NER"},
        ),
        registrations("car2013", "CAF", {"cameroon": "CMR", "chad": "TCD", "dcongo": "COD"}),
    ):
        if real is not None:
            yield real


def replay(series: Series, habits: Habits, seed: int) -> Iterator[Answer]:
    """Yield the answers at every as_of from what was printed by then."""
    telling = press(series, habits, np.random.default_rng([seed, len(series.name), series.days]))
    every = EVERY if series.days > 3 * EVERY else 2
    for today in range(min(every, 5), series.days - 1, every):
        yield from answers_on(telling, today)


def answers_on(telling: Telling, today: int) -> Iterator[Answer]:
    """Yield what is answered on one day, for each corridor that somebody spoke of."""
    series = telling.series
    as_of = series.day(today)
    estimate, _ = reconcile(telling.reports, telling.claims, as_of=as_of, options=OPTIONS)
    if estimate is None:
        return
    ahead = forecast(estimate, Scenario(), days=14, chance=Chance())
    reports = {r.id: r for r in telling.reports}
    first = series.first.toordinal()
    since = (estimate.days[0] - series.first).days
    for corridor, truth in series.flows.items():
        figures = figures_of(telling.claims, reports, corridor, first=first, as_of=today)
        if corridor not in estimate.legs or not figures:
            continue
        known = np.concatenate([estimate.of(corridor), ahead.of(corridor)[: len(estimate.draws)]], axis=1)
        guess = {name: _Guesser(rule, figures) for name, rule in BASELINES.items()}
        for question, days in _questions(today, max(since, 0), series.days):
            sample = known[:, [d - since for d in days]].sum(axis=1)
            actual = float(truth[days].sum())
            if actual < FEW:
                continue
            yield Answer(
                question=question,
                truth=actual,
                median=float(np.median(sample)),
                crps=crps(sample, actual),
                place=float(np.mean(sample < actual) + 0.5 * np.mean(sample == actual)),
                guesses={name: sum(map(at, days)) for name, at in guess.items()},
            )


def _questions(today: int, since: int, end: int) -> Iterator[tuple[str, list[int]]]:
    """Yield each question and the days it is about."""
    for day in range(since, today - PAST_DAYS):
        yield "past", [day]
    yield "today", [today]
    for gap in (3, 7):
        if today + gap < end:
            yield f"+{gap}", [today + gap]
    if today + 7 < end:
        yield "week ahead", list(range(today + 1, today + 8))
    yield "running total", list(range(since, today + 1))


class _Guesser:
    """One baseline's answers about one corridor, each day asked once; after the last figure's day it persists."""

    def __init__(
        self, rule: Callable[[Sequence[Figure], int], float | None], figures: Sequence[Figure]
    ) -> None:
        self._rule, self._figures = rule, figures
        self._known: dict[int, float] = {}

    def __call__(self, day: int) -> float:
        if day not in self._known:
            self._known[day] = max(self._rule(self._figures, day) or 0.0, 0.0)
        return self._known[day]


def ratios(answers: Iterable[Answer]) -> dict[str, object]:
    """Return, for each question, our score, the best baseline's and its name, coverage, and how many answers."""
    grouped: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        grouped[answer.question].append(answer)
    found: dict[str, object] = {}
    for question, group in grouped.items():
        truths = [a.truth for a in group]
        scores = {name: oracle_crps([a.guesses[name] for a in group], truths) for name in BASELINES}
        best = min(scores, key=scores.__getitem__)
        ours = float(np.mean([a.crps for a in group]))
        places = np.array([a.place for a in group])
        found[question] = {
            "n": len(group),
            "ours": ours,
            "best": best,
            "theirs": scores[best],
            "ratio": ours / scores[best],
            "place": float(places.mean()),
            "cover": [float(np.mean(np.abs(places - 0.5) <= level / 2)) for level in LEVELS],
        }
    return found


def report(name: str, answers: Sequence[Answer]) -> bool:
    """Print the table of one set of habits; return whether the bars on scores are met."""
    met = True
    print(
        f"\n{name}: log-scale CRPS; cover of 50/80/95 % intervals; place is the mean rank of the truth (0.5 is even)"
    )
    for question in QUESTIONS:
        row = ratios([a for a in answers if a.question == question]).get(question)
        if not isinstance(row, dict):
            continue
        bar = BARS.get(question)
        met &= bar is None or row["ratio"] <= bar
        cover = "/".join(f"{100 * c:.0f}" for c in row["cover"])
        print(
            f"  {question:14} n {row['n']:6}  ours {row['ours']:.3f}  best {row['theirs']:.3f} ({row['best']})  "
            f"ratio {row['ratio']:.2f}{f' (bar {bar})' if bar else ''}  cover {cover}  place {row['place']:.2f}"
        )
    print(flush=True)
    return met


def _line(answers: Sequence[Answer]) -> str:
    return "  ".join(
        f"{q} {row['ratio']:.2f} [{'/'.join(f'{100 * c:.0f}' for c in row['cover'])}]"
        for q, row in ratios(answers).items()
        if isinstance(row, dict) and q in (*BARS, "running total")
    )


if __name__ == "__main__":
    sys.exit(main())
