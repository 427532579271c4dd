"""Is the page quick on a large situation? First and warm answers of the server, as a client on the same machine sees them.

The situation is that of ``large_situation.py``. Wall times are medians of repeats; the server's CPU time stands beside.
"""

import argparse
import http.client
import json
import statistics
import threading
import time
from collections.abc import Iterator

import uvicorn
from large_situation import FixedSource, build

from bordercast.web import Access, application

ADDRESSES = (
    "/api/status",
    "/api/situation",
    "/api/corridors",
    "/api/corridors/RUS-ANY",
    "/api/flows?levels=median&measure=daily",
    "/api/flows?levels=80",
    "/api/flows?levels=all",
    "/api/claims",
    "/api/claims?text=kazak&order=published",
    "/api/claims?corridor=RUS-KAZ&decision=used",
    "/api/borders",
    "/api/shelter",
    "/api/contradictions",
    "/api/scenarios",
    "/api/export/corridors.xlsx",
    "/api/export/map.svg",
)
REPEATS = 15


def main() -> None:
    """Print one JSON line an address."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=1000)
    situation = build(draws=parser.parse_args().draws)
    app = application(FixedSource(situation), Access())
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    for row in rows(port):
        print(json.dumps(row), flush=True)
    server.should_exit = True
    thread.join(5)


def rows(port: int) -> Iterator[dict[str, object]]:
    """Yield, for each address, the first answer and the median and worst of the next ones, in milliseconds."""
    link = http.client.HTTPConnection("127.0.0.1", port)
    for address in ADDRESSES:
        first, size = ask(link, address)
        cpu = time.process_time()
        warm = [ask(link, address)[0] for _ in range(REPEATS)]
        yield {
            "address": address,
            "packed_bytes": size,
            "first_ms": round(first, 1),
            "warm_ms": round(statistics.median(warm), 2),
            "worst_ms": round(max(warm), 2),
            "cpu_ms": round(1000 * (time.process_time() - cpu) / REPEATS, 2),
        }


def ask(link: http.client.HTTPConnection, address: str) -> tuple[float, int]:
    """Return how long an answer took in milliseconds, and how many bytes came."""
    start = time.perf_counter()
    link.request("GET", address, headers={"Accept-Encoding": "gzip"})
    answer = link.getresponse()
    body = answer.read()
    took = 1000 * (time.perf_counter() - start)
    if answer.status != 200:
        raise SystemExit(f"{address}: {answer.status} {body[:300]!r}")
    return took, len(body)


if __name__ == "__main__":
    main()
