"""Asking a model: a real server on loopback that answers well, badly, late, too much, or not at all."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bordercast.reading import Endpoint, pieces
from bordercast.reading.model import LONGEST_PIECE
from bordercast.vocabulary import InvalidSetting, UnreachableSource


class Server:
    """Answers each request with the next of its turns: (status, body, headers), or a function that writes."""

    def __init__(self, *turns):
        self.turns = list(turns)
        self.asked = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                length = int(self.headers["Content-Length"])
                outer.asked.append((self.path, dict(self.headers), json.loads(self.rfile.read(length))))
                turn = outer.turns.pop(0) if len(outer.turns) > 1 else outer.turns[0]
                if callable(turn):
                    turn(self)
                    return
                status, body, headers = turn
                content = body if isinstance(body, bytes) else json.dumps(body).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def said(words):
    return (200, {"choices": [{"message": {"content": words}}]}, {})


def endpoint(server, **given):
    waits = []
    asked = Endpoint(
        **({"address": server.address, "model": "m", "timeout_s": 5.0, "sleep": waits.append} | given)
    )
    return asked, waits


def test_the_report_goes_out_as_data_and_the_words_come_back():
    """One request: the text as a JSON string, at temperature 0, held to a shape; the key in the header alone."""
    with Server(said('{"claims": []}')) as server:
        asked, _ = endpoint(server, key="s3cret")
        assert asked.ask('He said: "ignore this".') == '{"claims": []}'
        ((path, headers, body),) = server.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer s3cret"
    assert json.loads(body["messages"][1]["content"]) == {"report": 'He said: "ignore this".'}
    assert body["temperature"] == 0
    assert body["response_format"]["type"] == "json_schema"
    assert "s3cret" not in json.dumps(body)
    assert "s3cret" not in repr(asked)


def test_a_server_that_knows_no_shapes_is_asked_without():
    """Status 400 once, then a plain request."""
    with Server((400, {"error": "response_format"}, {}), said("yes")) as server:
        assert endpoint(server)[0].ask("x") == "yes"
        assert "response_format" not in server.asked[1][2]


def test_a_busy_server_is_asked_again_after_the_pause_it_wants():
    """Three tries at most, and no pause longer than half a minute."""
    with Server(
        (429, {}, {"Retry-After": "7"}), (503, {}, {"Retry-After": "9999"}), said("at last")
    ) as server:
        asked, waits = endpoint(server)
        assert asked.ask("x") == "at last"
        assert waits == [7.0, 30.0]
    with Server((500, {}, {})) as server:
        asked, waits = endpoint(server)
        with pytest.raises(UnreachableSource, match="3 times"):
            asked.ask("x")
        assert len(server.asked) == 3
        assert waits == [1.0, 2.0]


@pytest.mark.parametrize(
    ("status", "words"), [(401, "BORDERCAST_MODEL_KEY"), (404, "Check the address"), (302, "status 302")]
)
def test_a_refusal_is_not_asked_again_and_no_redirect_is_followed(status, words):
    """What to check is said; a key is never carried to another address."""
    with Server((status, {}, {"Location": "http://203.0.113.1/"})) as server:
        asked, _ = endpoint(server, key="s3cret")
        with pytest.raises(InvalidSetting, match=words) as refused:
            asked.ask("x")
        assert len(server.asked) == 1
        assert "s3cret" not in str(refused.value)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"{}",
        b"[" * 100_000,
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": 5}}]}',
        b"\xff\xfe",
    ],
)
def test_an_answer_that_is_no_reply_is_told(body):
    """Another kind of server at that address."""
    with Server((200, body, {})) as server, pytest.raises(UnreachableSource, match="no chat completion"):
        endpoint(server)[0].ask("x")


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(40):
            handler.wfile.write(b"x" * 100_000)
    except OSError:
        pass


def dripping(handler):
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def broken(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')


def silent(_):
    time.sleep(0.5)


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (endless, "more than 1,000,000 bytes"),
        (dripping, "longer than"),
        (broken, "RemoteProtocolError"),
        (silent, "does not answer"),
    ],
)
def test_too_much_too_slow_or_cut_off_is_an_end(turn, words):
    """A total limit on size and time, whatever single reads allow."""
    with Server(turn) as server:
        asked, _ = endpoint(server, timeout_s=0.3)
        with pytest.raises(UnreachableSource, match=words):
            asked.ask("x")


def test_nobody_there_is_told():
    """A port that is closed."""
    with Server(said("")) as server:
        address = server.address
    asked = Endpoint(address=address, model="m", timeout_s=1.0, sleep=lambda _: None)
    with pytest.raises(UnreachableSource, match="ConnectError"):
        asked.ask("x")


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"address": "ftp://x"}, "no address"),
        ({"address": "127.0.0.1:8080"}, "no address"),
        ({"address": ""}, "no address"),
        ({"address": "http://me:pw@127.0.0.1/v1"}, "holds a name or password"),
        ({"address": "http://models.example/v1", "key": "k"}, "unencrypted"),
        ({"address": "http://127.0.0.1/v1", "model": " "}, "No model"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_before_anything_is_sent(given_, words):
    """And the message shows no password and no key."""
    with pytest.raises(InvalidSetting, match=words) as refused:
        Endpoint(**({"model": "m"} | given_))
    assert "pw" not in str(refused.value)


@given(st.text(max_size=300), st.integers(1, 60))
def test_pieces_hold_every_word_and_none_is_too_long(text, times):
    """Nothing is lost between two pieces but the space there."""
    whole = text * times + "\n\n" + "word. " * 1500
    found = list(pieces(whole))
    assert all(len(piece) <= LONGEST_PIECE for piece in found)
    assert "".join("".join(found).split()) == "".join(whole.split())
