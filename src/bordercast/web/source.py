"""Where situations come from: a store on disk, or whatever else can answer for one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from bordercast import pipeline
from bordercast.store import Store, VintageLine
from bordercast.vocabulary import Claim, Scenario, Situation, Verdict


class Source(Protocol):
    """What the desk asks of a store. Every method may be called from any thread."""

    def mark(self) -> str:
        """Return a word that changes whenever reports, claims or verdicts were added, by whichever process."""

    def days(self) -> tuple[date, ...]:
        """Return the days on which reports were published, oldest first."""

    def situation(
        self, as_of: date, scenarios: Sequence[Scenario] = (), days: int | None = None
    ) -> Situation:
        """Return the situation as of a day, projected under scenarios."""

    def vintages(self) -> tuple[VintageLine, ...]:
        """Return the estimates that are kept, newest day first."""

    def recall(self, vintage_id: str) -> Situation | None:
        """Return the situation of an estimate that is kept, as it was made, or None."""

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim as it was read, or None."""

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return every verdict, oldest first."""

    def add_verdict(self, verdict: Verdict) -> None:
        """Add a verdict."""


class StoreSource:
    """A store made by ``bordercast run``; several processes may write to it while it is shown."""

    def __init__(self, where: Path | str, *, seed: int = 0, days: int = 14) -> None:
        self._store = Store.opened(where)
        self._seed = seed
        self._ahead = days

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    def mark(self) -> str:
        """Return a word that changes whenever reports, claims or verdicts were added."""
        return self._store.mark()

    def days(self) -> tuple[date, ...]:
        """Return the days on which reports were published, and that of the latest estimate, oldest first."""
        found = set(self._store.report_days())
        latest = self._store.latest()
        if found and latest and latest > max(found):
            found.add(latest)
        return tuple(sorted(found))

    def situation(
        self, as_of: date, scenarios: Sequence[Scenario] = (), days: int | None = None
    ) -> Situation:
        """Return the situation as of a day; an estimate made before is not made again."""
        return pipeline.assess(
            self._store, as_of=as_of, scenarios=scenarios, days=days or self._ahead, seed=self._seed
        )

    def vintages(self) -> tuple[VintageLine, ...]:
        """Return the estimates that are kept, newest day first."""
        return self._store.vintages()

    def recall(self, vintage_id: str) -> Situation | None:
        """Return the situation of an estimate that is kept, as it was made, or None."""
        return pipeline.recall(self._store, vintage_id)

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim that some version of the rules found, or None."""
        return self._store.claim(claim_id)

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return every verdict, oldest first."""
        return self._store.verdicts()

    def add_verdict(self, verdict: Verdict) -> None:
        """Add a verdict."""
        self._store.add_verdict(verdict)
