"""How good earlier forecasts of the same store were, in words: it stands beside every forecast."""

from bordercast.publishing.words import share_words
from bordercast.vocabulary import BASELINES, OURS, BackTest

UNTESTED = (
    "Earlier forecasts of this store have not been scored: nothing was reported after one that it could have foretold, "
    "or nobody has asked yet (`bordercast backtest FILE.db`). Trust this one no further than its assumptions."
)
SAME = 0.05  # a relative difference below this is none: scores of a few dozen figures are no surer
FEW = 20  # figures below which a score says little


def track_record(test: BackTest | None) -> tuple[str, ...]:
    """Return a sentence for each horizon: how often the interval held what was reported, and what simple methods did.

    The simple methods are named beside ours whether they did better or worse.
    """
    if test is None:
        return (UNTESTED,)
    told = [sentence for horizon in test.horizons if (sentence := _of(test, horizon))]
    return tuple(told) or (UNTESTED,)


def _of(test: BackTest, horizon: int) -> str | None:
    ours, skill, best = test.of(OURS, horizon), test.skill(horizon), test.best_baseline(horizon)
    if ours is None or skill is None or best is None:
        return None
    if abs(skill) < SAME:
        against = (
            f"no better and no worse than the best of {len(BASELINES)} simple methods ({best.forecaster})"
        )
    else:
        against = f"{abs(skill):.0%} {'better' if skill > 0 else 'worse'} than the best of {len(BASELINES)} simple methods ({best.forecaster})"
    few = "; few figures, so this says little" if ours.count < FEW else ""
    return (
        f"Up to {horizon} days ahead, forecasts made on earlier days held what was later reported within their 80 per cent "
        f"interval {share_words(ours.cover80)} of {ours.count} times, and were {against}{few}."
    )
