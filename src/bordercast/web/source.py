"""Where situations come from: a store on disk, or whatever else can answer for one."""

import os
import signal
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, date, datetime
from multiprocessing import get_context
from pathlib import Path
from threading import Lock
from typing import Protocol

from bordercast import pipeline
from bordercast.store import Store, VintageLine
from bordercast.vocabulary import Claim, Judgement, Scenario, Situation, Verdict


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

    def rule(self, judgement: Judgement) -> Verdict:
        """Take down a verdict and return it; the one that stands when it holds already, word for word."""


class StoreSource:
    """A store made by ``bordercast run``; several processes may write to it while it is shown.

    With ``processes`` situations are worked out in as many processes beside this one, so that whoever reads here does
    not feel it; with 0 in the thread that asks.
    """

    def __init__(self, where: Path | str, *, seed: int = 0, days: int = 14, processes: int = 0) -> None:
        self._store = Store.opened(where)
        self._where = where
        self._seed = seed
        self._ahead = days
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def close(self) -> None:
        """Let go of the store and the processes."""
        self._store.close()
        if self._pool is not None:
            workers = list((self._pool._processes or {}).values())  # noqa: SLF001 - terminate_workers() comes with 3.14
            self._pool.shutdown(wait=False, cancel_futures=True)
            for worker in workers:  # what they write is whole or not at all
                worker.terminate()

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
        ahead = days or self._ahead
        if self._processes == 0:
            return pipeline.assess(self._store, as_of=as_of, scenarios=scenarios, days=ahead, seed=self._seed)
        asked = (self._where, as_of, tuple(scenarios), ahead, self._seed)
        try:
            return self._workers().submit(_assess, *asked).result()
        except BrokenProcessPool:  # a worker was killed, perhaps for its memory: once more, with new ones
            self._pool = None
            return self._workers().submit(_assess, *asked).result()

    def _workers(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    max_workers=self._processes,
                    mp_context=get_context(
                        "spawn"
                    ),  # this process has threads, and a fork would copy their locks
                    initializer=_quiet,
                )
            return self._pool

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
        """Return every verdict, oldest first, on the claims as the present rules find them."""
        return pipeline.verdicts_now(self._store)

    def rule(self, judgement: Judgement) -> Verdict:
        """Take down a verdict and return it; the one that stands when it holds already, word for word."""
        return pipeline.rule(self._store, [judgement], at=datetime.now(UTC))[0]


def _assess(
    where: Path | str, as_of: date, scenarios: tuple[Scenario, ...], days: int, seed: int
) -> Situation:
    with Store.opened(where) as store:
        return pipeline.assess(store, as_of=as_of, scenarios=scenarios, days=days, seed=seed)


def _quiet() -> None:
    """Leave Ctrl-C to the process that asked, and the processor to those who wait at a screen."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(5)
