"""The desk: situations by day, worked out once, shared by everybody who looks, and made anew when the store grows.

The event loop never waits for an estimate: work is done in threads, and two readers of one day share one piece of
work. A board is kept per day and state of the store; the least used are let go.
"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from functools import cached_property, partial
from threading import RLock
from typing import TypeVar

from bordercast.publishing import Figures, Release, figures, release
from bordercast.publishing.screen import Changes, changes
from bordercast.vocabulary import BordercastError, Situation
from bordercast.web.payload import Payload
from bordercast.web.problems import Refused
from bordercast.web.source import Source

T = TypeVar("T")
BOARDS = 40  # days kept at hand: a crisis can be played through
ASKED = 64  # answers to searches kept with a day
KEPT_ESTIMATES = 2  # old estimates kept at hand
KEPT_BYTES = 900_000_000  # draws kept at hand: three large situations
PATIENCE_S = 120.0  # how long one request may wait for an estimate
FEED_S = 20.0  # how long a feed may be worked on
FRESH_S = 1.0  # how old the look at the store may be


class Board:
    """One situation with what the gate lets out of it, and the answers made from it so far.

    ``desk`` is the office's own view, ``public`` what may be taken away: both have passed the gate, and only the
    office's own view may hold counts under ten. Both are worked out when first asked for, once.
    """

    def __init__(self, situation: Situation, *, small_counts: bool) -> None:
        self.situation = situation
        self._small_counts = small_counts
        self._made: dict[str, Payload] = {}
        self._asked: OrderedDict[tuple[object, ...], Payload] = OrderedDict()
        self._lock = RLock()

    @cached_property
    def desk(self) -> tuple[Release, Figures]:
        """The office's own view."""
        with self._lock:
            if not self._small_counts:
                return self.public
            out = release(self.situation, small_counts=True)
            return out, figures(out)

    @cached_property
    def public(self) -> tuple[Release, Figures]:
        """What may be taken away."""
        with self._lock:
            out = release(self.situation)
            return out, figures(out, like=self.desk[1] if self._small_counts else None)

    def payload(self, key: str, make: Callable[[], Payload]) -> Payload:
        """Return an answer, made when it is first asked for. Answers are few: their addresses are not the reader's own."""
        found = self._made.get(key)
        if found is None:
            with self._lock:
                found = self._made.get(key) or make()
                self._made[key] = found
        return found

    def found(self, key: tuple[object, ...], make: Callable[[], Payload]) -> Payload:
        """Return an answer to a question strangers can vary without end: the latest few are kept."""
        with self._lock:
            known = self._asked.pop(key, None)
        answer = known if known is not None else make()
        with self._lock:
            self._asked[key] = answer
            while len(self._asked) > ASKED:
                self._asked.popitem(last=False)
        return answer

    def ready(self, key: str) -> Payload | None:
        """Return an answer that was made before, or None."""
        return self._made.get(key)


class Desk:
    """Situations by day out of a source; ``small_counts`` lets the office's own view hold counts under ten.

    ``read_only`` takes no verdicts; ``ahead`` is how many of the latest days are worked out before anybody asks.
    """

    def __init__(
        self, source: Source, *, small_counts: bool = True, read_only: bool = False, ahead: int = 0
    ) -> None:
        self.source = source
        self._ahead = ahead
        self._warming: asyncio.Task[None] | None = None
        self.read_only = read_only
        self._small_counts = small_counts
        self._threads = ThreadPoolExecutor(max_workers=3, thread_name_prefix="desk")
        self._boards: OrderedDict[tuple[date, str], Board] = OrderedDict()
        self._kept: OrderedDict[str, Board] = OrderedDict()
        self._working: dict[tuple[date, str], asyncio.Task[Board]] = {}
        self._changed: dict[tuple[date, str], Changes] = {}
        self._seen: tuple[float, str, tuple[date, ...]] = (-1e9, "", ())

    def close(self) -> None:
        """Let go of the threads; work that has not begun is dropped."""
        if self._warming is not None:
            self._warming.cancel()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def forget(self) -> None:
        """Look at the store anew at the next request: something was just written."""
        self._seen = (-1e9, "", ())

    @property
    def working(self) -> tuple[date, ...]:
        """The days that are being worked out now."""
        return tuple(sorted(day for day, _ in self._working))

    async def do(self, work: Callable[[], T]) -> T:
        """Return what some work gives, done in a thread, within the time a request may take."""
        loop = asyncio.get_running_loop()
        try:
            return await asyncio.wait_for(loop.run_in_executor(self._threads, work), PATIENCE_S)
        except TimeoutError:
            raise _too_slow() from None

    async def state(self) -> tuple[str, tuple[date, ...]]:
        """Return the state of the store as a word, and the days there are situations of."""
        at, mark, days = self._seen
        if time.monotonic() - at > FRESH_S:
            before, (mark, days) = mark, await self.do(self._look)
            self._seen = (time.monotonic(), mark, days)
            if mark != before and self._ahead and self._warming is not None and self._warming.done():
                self._warming = asyncio.get_running_loop().create_task(self.warm())
        return mark, days

    def begin(self) -> None:
        """Begin to work out the latest days; once, when the server has started."""
        self._warming = asyncio.get_running_loop().create_task(self.warm())

    async def board(self, as_of: date | None = None) -> Board:
        """Return the board of a day, the latest by default; a Refused says when there is none."""
        mark, days = await self.state()
        if not days:
            raise Refused(
                404,
                "The store holds no report with a date",
                "Without one there is no day to show.",
                "Read reports into it: bordercast run REPORTS --into FILE.db",
            )
        day = as_of or days[-1]
        if not days[0] <= day <= days[-1]:
            raise Refused(
                404,
                f"There is no situation as of {day}",
                f"The reports in the store were published from {days[0]} to {days[-1]}.",
                "Give a day between these in ?as_of=, or none for the latest.",
            )
        key = (day, mark)
        found = self._boards.get(key)
        if found is not None:
            self._boards.move_to_end(key)
            return found
        task = self._working.get(key)
        if task is None:
            task = asyncio.get_running_loop().create_task(self._work(key))
            self._working[key] = task
        try:
            return await asyncio.wait_for(asyncio.shield(task), PATIENCE_S)
        except TimeoutError:
            raise _too_slow() from None

    async def warm(self) -> None:
        """Work out the latest days before anybody asks, the newest first; what goes wrong is told to whoever does."""
        mark, days = await self.state()
        for day in list(reversed(days))[: max(1, self._ahead)]:
            with suppress(Refused, BordercastError):
                await self.board(day)
            if mark != self._seen[1] or self._weight() > KEPT_BYTES / 2:
                return

    async def kept(self, board: Board, key: str, make: Callable[[], Payload]) -> Payload:
        """Return an answer of a board: at once when it was made before, else made in a thread."""
        found = board.ready(key)
        return found if found is not None else await self.do(lambda: board.payload(key, make))

    async def before(self, board: Board) -> Board | None:
        """Return the board of the day before, or None when that is before the first report."""
        _, days = await self.state()
        day = board.situation.as_of - timedelta(days=1)
        return await self.board(day) if days and day >= days[0] else None

    async def changed(self, most: int) -> tuple[Changes, ...]:
        """Return what each of the latest days changed for those who may take it away, newest first.

        Days that are not worked out in time are left for the next who asks: a feed is asked for again and again.
        """
        mark, days = await self.state()
        found: list[Changes] = []
        end = time.monotonic() + FEED_S
        for day in reversed(days[-most:]):
            if found and time.monotonic() > end:
                break
            if (day, mark) not in self._changed:
                board = await self.board(day)
                before = await self.before(board)
                if before is None:
                    continue
                self._changed[day, mark] = await self.do(partial(_changes, before, board))
            found.append(self._changed[day, mark])
        for key in [key for key in self._changed if key[1] != mark]:
            del self._changed[key]
        return tuple(found)

    async def estimate(self, vintage_id: str) -> Board:
        """Return the board of an estimate that was kept, as it was made; a Refused says when there is none."""
        found = self._kept.get(vintage_id)
        if found is None:
            situation = await self.do(lambda: self.source.recall(vintage_id))
            if situation is None:
                raise Refused(
                    404,
                    f"There is no estimate {vintage_id}",
                    "The store does not keep it, or its draws are gone.",
                    "See /api/estimates for those there are.",
                )
            found = Board(situation, small_counts=self._small_counts)
            self._kept[vintage_id] = found
            while len(self._kept) > KEPT_ESTIMATES:
                self._kept.popitem(last=False)
        return found

    async def _work(self, key: tuple[date, str]) -> Board:
        try:
            loop = asyncio.get_running_loop()
            board = await loop.run_in_executor(self._threads, self._make, key[0])
            self._boards[key] = board
            self._let_go(key[1])
            return board
        finally:
            del self._working[key]

    def _make(self, day: date) -> Board:
        board = Board(self.source.situation(day), small_counts=self._small_counts)
        _ = board.desk  # worked out here, in a thread
        return board

    def _look(self) -> tuple[str, tuple[date, ...]]:
        return self.source.mark(), self.source.days()

    def _let_go(self, mark: str) -> None:
        """Drop boards of older states of the store first, then those looked at longest ago."""
        for key in [key for key in self._boards if key[1] != mark]:
            del self._boards[key]
        while len(self._boards) > 1 and (len(self._boards) > BOARDS or self._weight() > KEPT_BYTES):
            self._boards.popitem(last=False)

    def _weight(self) -> int:
        return sum(
            board.situation.estimate.draws.nbytes
            for board in self._boards.values()
            if board.situation.estimate
        )


def _changes(before: Board, after: Board) -> Changes:
    return changes(before.public, after.public)


def _too_slow() -> Refused:
    return Refused(
        503,
        "The estimate is still being worked out",
        f"It was not ready within {PATIENCE_S:.0f} seconds.",
        "Ask again in a while: the work goes on.",
        Retry_After="10",
    )
