"""Is the page quick in a browser on a large situation? Bytes of the first view, first paint, and interactions, in Chromium.

The situation is that of ``large_situation.py``: 100 corridors, 365 days, 10,000 claims. An interaction is measured from
the event to the next painted frame after everything it asked for has come. Times are wall times: say what else ran.
"""

import argparse
import json
import shutil
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

import uvicorn
from large_situation import FixedSource, build
from playwright.sync_api import CDPSession, Page, sync_playwright

from bordercast.web import Access, application

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
PAINTED = (
    "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0)))"
)
FIRST = """() => new Promise(done => {
  const seen = { fcp: 0, lcp: 0, cls: 0, long: 0 };
  new PerformanceObserver(l => l.getEntries().forEach(e => { if (e.name === 'first-contentful-paint') seen.fcp = e.startTime }))
    .observe({ type: 'paint', buffered: true });
  new PerformanceObserver(l => l.getEntries().forEach(e => seen.lcp = e.startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver(l => l.getEntries().forEach(e => { if (!e.hadRecentInput) seen.cls += e.value })).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver(l => l.getEntries().forEach(e => seen.long += Math.max(0, e.duration - 50))).observe({ type: 'longtask', buffered: true });
  setTimeout(() => done(seen), 300);
})"""
REPEATS = 9


def main() -> None:
    """Print one JSON line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--url", help="a server that runs already")
    arguments = parser.parse_args()
    if arguments.url:
        measure(arguments.url)
        return
    app = application(FixedSource(build(draws=arguments.draws)), Access())
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    measure(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}")
    server.should_exit = True
    thread.join(5)


def measure(url: str) -> None:
    """Measure first views, then interactions on one of them."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        views = []
        for _ in range(5):
            page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
            views.append(first_view(page, url))
            page.context.close()
        for name in views[-1]:
            show(f"first view: {name}", [view[name] for view in views[1:]])  # the first one warms the server
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(url, wait_until="networkidle")
        link = page.context.new_cdp_session(page)
        link.send("Performance.enable")
        for name, times in interactions(page, lambda: busy(link)):
            show(f"{name}: wall ms", [wall for wall, _ in times])
            show(f"{name}: main thread ms", [cpu for _, cpu in times])
        browser.close()


def first_view(page: Page, url: str) -> dict[str, float]:
    """Return milliseconds and compressed KiB of a first view with an empty cache."""
    sent: list[float] = []
    hosts: set[str] = set()
    link = page.context.new_cdp_session(page)
    link.send("Network.enable")
    link.on("Network.loadingFinished", lambda event: sent.append(event["encodedDataLength"]))
    link.on("Network.requestWillBeSent", lambda event: hosts.add(urlsplit(event["request"]["url"]).netloc))
    page.goto(url, wait_until="networkidle")
    seen = page.evaluate(FIRST)
    return {
        "first paint ms": seen["fcp"],
        "largest paint ms": seen["lcp"],
        "layout shift": seen["cls"],
        "blocked ms": seen["long"],
        "KiB": sum(sent) / 1024,
        "requests": len(sent),
        "hosts": len(hosts - {""}),  # data: has none
    }


def busy(link: CDPSession) -> float:
    """Return how long the page's main thread has worked, in milliseconds: script, style, layout and painting."""
    return 1000 * next(
        m["value"] for m in link.send("Performance.getMetrics")["metrics"] if m["name"] == "TaskDuration"
    )


def interactions(page: Page, clock: Callable[[], float]) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Yield, for each interaction, milliseconds from the event to the next painted frame: wall, and main thread."""

    def timed(act: Callable[[int], object]) -> list[tuple[float, float]]:
        times = []
        for i in range(REPEATS):
            page.wait_for_timeout(120)
            worked, begun = clock(), page.evaluate("performance.now()")
            act(i)
            times.append((page.evaluate(PAINTED) - begun, clock() - worked))
        return times

    slider = page.get_by_role("slider").first
    slider.focus()
    page.keyboard.press("ArrowLeft")  # asks for the days before the last, once
    page.wait_for_load_state("networkidle")
    yield (
        "scrub a day (map of 100 corridors, chart of 365 days)",
        timed(lambda i: page.keyboard.press("ArrowLeft" if i % 2 else "ArrowRight")),
    )
    buttons = page.locator(".mapping .group button")
    yield "map: since the first day or on the day", timed(lambda i: buttons.nth(1 - i % 2).click())
    ribbons = page.locator("a.ribbon")
    yield (
        "pick a corridor on the map",
        timed(lambda i: (ribbons.nth(20 + i).focus(), page.keyboard.press("Enter"))),
    )
    line = page.locator("select").nth(2)
    yield "pick a corridor by name", timed(lambda i: line.select_option(index=3 + i))
    page.get_by_role("navigation").first.get_by_role("link").nth(1).click()
    page.wait_for_load_state("networkidle")
    search = page.get_by_role("searchbox")
    yield (
        "search 10,000 claims (180 ms pause for typing included)",
        timed(lambda i: answered(page, lambda: search.fill(f"kaz{i}"))),
    )
    search.fill("")
    page.wait_for_load_state("networkidle")
    after = page.get_by_role("navigation").last.get_by_role("button").last
    yield "turn a page of 10,000 claims", timed(lambda _: answered(page, after.click))


def answered(page: Page, act: Callable[[], object]) -> None:
    """Act, and wait until the claims asked for have come."""
    with page.expect_response("**/api/claims?*"):
        act()


def show(name: str, times: Sequence[float]) -> None:
    """Print the median and the worst."""
    print(
        json.dumps(
            {"what": name, "median": round(statistics.median(times), 3), "worst": round(max(times), 3)}
        ),
        flush=True,
    )


if __name__ == "__main__":
    main()
