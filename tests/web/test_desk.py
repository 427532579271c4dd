"""The desk: work is done once, beside the event loop, and old states of the store are let go."""

import asyncio
import threading
import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from large_situation import FixedSource, build
from serving import asked

from bordercast.vocabulary import UnreadableStore
from bordercast.web import desk as desks
from bordercast.web.desk import Board, Desk
from bordercast.web.problems import Refused


class SlowSource(FixedSource):
    """A source that counts and takes its time, and whose store can grow."""

    def __init__(self, situation, seconds):
        super().__init__(situation)
        self.seconds, self.made, self.state = seconds, [], "one"
        self.first = situation.as_of - timedelta(days=90)

    def mark(self):
        return self.state

    def days(self):
        return (self.first, self.now.as_of)

    def situation(self, as_of, scenarios=(), days=None):
        self.made.append((as_of, threading.current_thread().name))
        end = time.perf_counter() + self.seconds
        while time.perf_counter() < end:  # work that holds the interpreter, as Python does
            sum(range(1000))
        return replace(self.now, as_of=as_of)


def test_an_estimate_never_blocks_the_loop(situation):
    """While a day is worked out for half a second, other work on the loop goes on every few milliseconds."""

    async def look():
        desk = Desk(SlowSource(situation, 0.5))
        task = asyncio.create_task(desk.board())
        waits = []
        while not task.done():
            start = time.perf_counter()
            await asyncio.sleep(0.001)
            waits.append(time.perf_counter() - start)
        desk.close()
        return waits

    waits = asyncio.run(look())
    assert len(waits) > 10
    assert sorted(waits)[len(waits) // 2] < 0.05


def test_two_readers_of_one_day_share_one_piece_of_work(situation):
    """Ten ask at once, it is worked out once, in a thread of the desk."""
    source = SlowSource(situation, 0.1)

    async def look():
        desk = Desk(source)
        boards = await asyncio.gather(*(desk.board() for _ in range(10)))
        desk.close()
        return boards

    boards = asyncio.run(look())
    assert len({id(board) for board in boards}) == 1
    assert len(source.made) == 1
    assert source.made[0][1].startswith("desk")


def test_a_store_that_grows_is_looked_at_anew(situation, monkeypatch):
    """Another mark, another board; boards of the old state are let go."""
    monkeypatch.setattr(desks, "FRESH_S", 0.0)
    source = SlowSource(situation, 0.0)

    async def look():
        desk = Desk(source)
        one = await desk.board()
        assert await desk.board() is one
        source.state = "two"
        two = await desk.board()
        kept = len(desk._boards)
        desk.close()
        return one, two, kept

    one, two, kept = asyncio.run(look())
    assert one is not two
    assert kept == 1


def test_what_is_kept_is_bounded(situation):
    """No more days than may be, whoever asks for them; searches likewise."""
    source = SlowSource(situation, 0.0)

    async def look():
        desk = Desk(source)
        for i in range(desks.BOARDS + 5):
            await desk.board(source.first + timedelta(days=i))
        kept = len(desk._boards)
        board = await desk.board()
        desk.close()
        return kept, board

    kept, board = asyncio.run(look())
    assert kept == desks.BOARDS
    for i in range(desks.ASKED + 9):
        board.found((i,), lambda: None)
    assert len(board._asked) == desks.ASKED


def test_work_that_takes_too_long_is_told_and_goes_on(situation, monkeypatch):
    """503 with when to ask again; the next who asks gets it."""
    monkeypatch.setattr(desks, "PATIENCE_S", 0.05)
    source = SlowSource(situation, 0.4)

    async def look():
        desk = Desk(source)
        await desk.state()
        with pytest.raises(Refused) as refused:
            await desk.board()
        await asyncio.sleep(0.6)
        board = await desk.board()
        desk.close()
        return refused.value, board

    refused, board = asyncio.run(look())
    assert refused.status == 503
    assert refused.headers["Retry-After"]
    assert isinstance(board, Board)
    assert len(source.made) == 1


def test_an_empty_store_says_so(situation):
    """404 with the command that fills it, on every view; the status still answers."""

    class Empty(FixedSource):
        def days(self):
            return ()

    with asked(Empty(situation)) as client:
        answer = client.get("/api/situation")
        assert answer.status_code == 404
        assert "bordercast run" in answer.json()["remedy"]
        assert client.get("/api/status").json()["days"] == []


def test_a_store_that_cannot_be_read_does_not_tell_its_path(situation):
    """503 with what to do, and nothing of the disk."""

    class Gone(FixedSource):
        def mark(self):
            raise UnreadableStore("/home/analyst/crisis.db cannot be opened.")

    with asked(Gone(situation)) as client:
        answer = client.get("/api/situation")
        assert answer.status_code == 503
        assert "/home" not in answer.text
        assert "bordercast inspect" in answer.json()["remedy"]


def test_a_source_that_breaks_says_no_more_than_that(situation):
    """500 in the one shape, without the words of the error."""

    class Broken(FixedSource):
        def situation(self, as_of, scenarios=(), days=None):
            raise ZeroDivisionError("secret of the house")

    with asked(Broken(situation)) as client:
        answer = client.get("/api/situation")
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert answer.json()["remedy"]


@pytest.fixture(scope="module")
def large():
    with asked(FixedSource(build(corridors=100, days=365, claims=10_000, draws=40))) as client:
        client.get("/api/situation")
        yield client


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/api/situation", 40_000),
        ("/api/flows?levels=median&measure=daily", 80_000),
        ("/api/corridors/RUS-ANY", 80_000),
        ("/api/claims", 40_000),
        ("/api/borders", 40_000),
    ],
)
def test_a_large_situation_stays_small_and_quick(large, address, most):
    """A hundred corridors, a year, ten thousand claims: few kilobytes, and warm answers in little processor time."""
    large.get(address)
    start = time.process_time()
    with large.stream("GET", address, headers={"Accept-Encoding": "gzip"}) as answer:
        size = len(b"".join(answer.iter_raw()))
    assert answer.status_code == 200
    assert size < most
    assert time.process_time() - start < 0.1


def test_dates_are_days(large):
    """The large situation is known as of its last day."""
    assert date.fromisoformat(large.get("/api/situation").json()["answers"]["as_of"])
