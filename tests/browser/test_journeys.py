"""The nine things on the page, each as somebody would use it, on the bundled example behind a real server."""

import csv
import io
import re
import zipfile

import pytest
from PIL import Image

pytestmark = pytest.mark.browser


def settled(page):
    page.wait_for_load_state("networkidle")


def found(page):
    """How many claims the page says it found."""
    said = page.get_by_text(re.compile(r"^(\d+ claims|One claim)$"))
    said.wait_for()
    return int(re.match(r"\d+", said.inner_text().replace("One", "1"))[0])


def link(page, name):
    page.get_by_role("navigation").first.get_by_role("link", name=name, exact=True).click()
    settled(page)


def test_the_answer_first(visit, example):
    """What is the number, as of when, who said so, people or crossings, how sure, what changed, Excel, cite: without a click."""
    page = visit(example)
    answer = page.get_by_role("region", name="The answer")
    words = answer.inner_text()
    assert re.search(r"\d{2,3},000\n", words)
    for question in (
        "As of when",
        "Who said so",
        "People or crossings",
        "How sure",
        "What changed",
        "In Excel",
        "To cite",
    ):
        assert question in words
    assert re.search(r"\d+ claims from \d+ independent voices", words)
    assert re.search(r"\d[\d,]*–\d[\d,]*, 80 per cent interval", words)
    box = answer.get_by_text("To cite").bounding_box()
    assert box
    assert box["y"] < 900, "the eight answers stand on the first screen"


def test_the_number_walks_back_to_its_sentence(visit, example):
    """A number leads to its evidence, a claim to its report, and there the sentence is marked; by keyboard alone."""
    page = visit(example)
    page.get_by_role("link", name=re.compile("people: the evidence")).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/corridors/RUS-ANY")
    page.locator(".claims a").first.wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    first = page.locator(".claims a").first
    said = first.inner_text()
    first.focus()
    page.keyboard.press("Enter")
    page.locator("blockquote mark").wait_for()
    assert said.split(" · ")[0] in page.get_by_role("heading", level=1).inner_text()
    quote = page.locator("blockquote mark").inner_text()
    page.get_by_role("link", name="The report").focus()
    page.keyboard.press("Enter")
    marked = page.locator("article .span.on mark")
    marked.first.wait_for()
    assert marked.first.inner_text() in quote or quote in marked.first.inner_text()
    assert marked.first.is_visible()


def test_the_map(visit, example):
    """Every ribbon can be reached and says its corridor, number and interval; choosing one turns the timeline to it."""
    page = visit(example)
    ribbons = page.locator("a.ribbon")
    spoken = [ribbons.nth(i).get_attribute("aria-label") for i in range(ribbons.count())]
    assert len(spoken) > 8
    assert all(re.search(r": [\w ,]+ people \(.+\) up to ", words) for words in spoken), spoken
    assert any("moved onward" in words for words in spoken)
    kazakhstan = page.locator('a.ribbon[data-corridor="RUS-KAZ"]')
    kazakhstan.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**corridor=RUS-KAZ*")
    page.get_by_role("heading", name="Day by day: Russia to Kazakhstan").wait_for()
    signs = page.locator("a.mark")
    assert {"open", "restricted"} <= set(
        re.findall(
            r"\b(open|restricted|closed|undecided)\b",
            " ".join(page.locator("g.sign").evaluate_all("e => e.map(x => x.getAttribute('class'))")),
        )
    )
    assert all("Border, " in signs.nth(i).get_attribute("aria-label") for i in range(signs.count()))
    before = ribbons.first.locator(".body").get_attribute("d")
    page.get_by_role("button", name="Closer").click()
    page.wait_for_timeout(400)
    assert ribbons.first.locator(".body").get_attribute("d") != before


def test_the_timeline(visit, example):
    """Scrubbing moves map and words together and stays in the address; marks lead to claims; a past day shows what was known then."""
    page = visit(f"{example}/?corridor=RUS-KAZ")
    marks = page.locator(".chart a.claim")
    assert marks.count() > 3
    assert all("Claim: " in marks.nth(i).get_attribute("aria-label") for i in range(marks.count()))
    assert page.locator(".chart .flag").count() > 2
    slider = page.get_by_role("slider", name="Day")
    slider.focus()
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    settled(page)
    day = re.search(r"day=(\d{4}-\d\d-\d\d)", page.url)
    assert day
    assert re.match(r"\d+ \w+: [\d,]+ people \(", slider.get_attribute("aria-valuetext"))
    assert slider.get_attribute("aria-valuetext") == page.locator(".said").inner_text()
    number = page.locator(".number").inner_text()
    page.get_by_role("link", name=re.compile("See what was known")).click()
    settled(page)
    assert f"as_of={day[1]}" in page.url
    page.get_by_text("You see what was known on").wait_for()
    page.wait_for_function("before => document.querySelector('.number')?.innerText !== before", arg=number)
    page.get_by_role("button", name="Total", exact=True).click()
    assert page.get_by_role("group", name=re.compile("^Timeline, ")).is_visible()
    page.get_by_role("button", name="Play the days").click()
    page.wait_for_url(re.compile("day="))
    page.get_by_role("button", name="Pause").click()


def test_claims_and_evidence(visit, example):
    """Claims can be filtered and searched; one shows its chain, its copies and its fate; contradictions stand side by side."""
    page = visit(example)
    link(page, "Claims")
    total = found(page)
    with page.expect_response("**/api/claims?*decision=folded*"):
        page.get_by_label("In the ledger").select_option("folded")
    page.wait_for_function("n => document.querySelectorAll('tbody tr').length < n", arg=min(total, 50))
    folded = found(page)
    assert 0 < folded < total
    assert page.locator("tbody tr").count() == folded
    page.locator("tbody th a").first.click()
    page.get_by_text("Carried by").wait_for()
    assert page.get_by_role("heading", name="Who told whom").is_visible()
    assert page.locator(".chain li").count() >= 1
    page.go_back()
    found(page)
    assert page.get_by_label("In the ledger").input_value() == "folded"
    page.get_by_role("button", name="Clear").click()
    page.get_by_role("searchbox").fill("Gomelauri")
    page.wait_for_url(re.compile("text=Gomelauri"))
    page.locator("tbody tr").first.filter(has_text="Gomelauri").wait_for()
    page.get_by_role("main").get_by_role("link", name="Where sources disagree").click()
    page.locator(".versus").nth(2).wait_for()
    assert "What the others imply".upper() in page.locator(".versus").first.inner_text().upper()


def test_borders(visit, example):
    """Facts, decisions, denials and rumours stand apart, each with who and when; no decision is never closed."""
    page = visit(f"{example}/borders")
    table = page.get_by_role("table").first.inner_text()
    assert "nobody has stated it as a fact" in table
    assert "no decision" in table
    said = page.locator("section table tbody tr td:nth-of-type(2)").all_inner_texts()
    kinds = set(page.locator("section table tbody tr td:nth-of-type(1)").all_inner_texts())
    assert {"fact", "rumour"} <= kinds
    assert not any("no decision" in words and "closed" in words for words in said)
    page.locator("section table a").first.click()
    page.locator("blockquote mark").wait_for()


def test_shelter(visit, example):
    """Places where shelter is told of, with what is said of them and by whom, each a claim away from its sentence."""
    page = visit(f"{example}/shelter")
    assert "not evidence that shelter is enough" in page.get_by_role("main").inner_text()
    assert page.locator("tbody tr").count() > 3
    page.locator("tbody a").first.click()
    page.locator("blockquote mark").wait_for()
    assert "shelter" in page.get_by_role("complementary").inner_text()


def test_scenarios(visit, example):
    """Closing a border is worked out with progress, compared with another scenario, and shared as a link that gives the same."""
    page = visit(f"{example}/scenarios")
    page.get_by_role("button", name="+ Close").click()
    page.get_by_label("Where").select_option("RUS>GEO")
    page.get_by_role("button", name="Compare with another").click()
    page.get_by_role("group", name="Scenario B").get_by_label("Where").select_option("RUS>KAZ")
    page.get_by_role("button", name="Work it out").click()
    page.get_by_role("heading", name=re.compile("What would follow in 14 days")).wait_for()
    heads = page.locator("thead").last.inner_text()
    table = page.get_by_role("table").filter(has_text="B minus A").inner_text()
    assert "As things stand" in heads or "A: the difference" in table
    georgia = page.get_by_role("row", name=re.compile("^Russia to Georgia")).first.inner_text()
    assert "−" in georgia
    page.locator("details.menu summary").click()
    with page.expect_download() as taken:
        page.locator("details.menu").get_by_role("link", name="XLSX").click()
    assert "xl/workbook.xml" in zipfile.ZipFile(taken.value.path()).namelist()
    assert page.get_by_role("img", name=re.compile(r"Russia to .*people as things stand")).is_visible()
    assert page.get_by_text("Not for enforcement").is_visible()
    again = visit(page.url)
    again.get_by_role("heading", name=re.compile("What would follow in 14 days")).wait_for()
    assert again.get_by_role("row", name=re.compile("^Russia to Georgia")).first.inner_text() == georgia


def test_review(own, visit):
    """A claim is rejected with the keyboard; the estimate is made anew; the verdict stays with its author and reason; undo."""
    page = visit(f"{own}/review?order=weight")
    before = page.request.get(f"{own}/api/situation").json()["answers"]["number"]["total"]["median"]
    first = page.locator("ol [aria-current]").inner_text()
    page.keyboard.press("j")
    page.wait_for_function("t => document.querySelector('ol [aria-current]')?.innerText !== t", arg=first)
    page.keyboard.press("k")
    page.wait_for_function("t => document.querySelector('ol [aria-current]')?.innerText === t", arg=first)
    page.keyboard.press("r")
    assert page.get_by_text("A verdict needs your name and a reason.").is_visible()
    page.get_by_label("Your name").fill("A. Analyst")
    page.keyboard.press("Escape")
    judge(page, "Counts entries, not people.")
    page.keyboard.press("r")
    page.get_by_text("Verdicts: 1").wait_for()
    given = page.locator(".given li").first.inner_text()
    assert "rejected" in given
    assert "A. Analyst" in given
    assert "Counts entries, not people." in given
    after = page.request.get(f"{own}/api/situation").json()["answers"]["number"]["total"]["median"]
    assert after != before
    page.keyboard.press("u")
    page.get_by_text("Verdicts: 2").wait_for()
    settled(page)
    undone = page.request.get(f"{own}/api/situation").json()["answers"]["number"]["total"]["median"]
    assert undone == before
    assert "no longer holds" in page.locator(".given").inner_text()


def test_review_accepts_and_corrects(own, visit):
    """A figure is corrected and another accepted, with the keyboard; the correction is what the estimate then reads."""
    page = visit(f"{own}/review?order=weight")
    before = page.request.get(f"{own}/api/situation").json()["answers"]["number"]["total"]["median"]
    page.get_by_label("Your name").fill("A. Analyst")
    page.keyboard.press("Escape")
    step_to(page, ",000 ")
    judge(page, "Read against the ministry's own table.")
    page.keyboard.press("c")
    page.get_by_label("The figure should be").fill("612345")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.get_by_text("Verdicts: 1").wait_for()
    given = page.locator(".given li").first.inner_text()
    assert "corrected" in given
    assert "612,345" in given
    after = page.request.get(f"{own}/api/situation").json()["answers"]["number"]["total"]["median"]
    assert after != before
    settled(page)
    step_to(page, ",000 ")
    judge(page, "Heard on the recording.")
    page.keyboard.press("a")
    page.get_by_text("Verdicts: 2").wait_for()
    given = page.locator(".given li").first.inner_text()
    assert "accepted" in given
    assert "Heard on the recording." in given


def test_review_of_what_the_queue_points_at(own, visit):
    """On a slow machine a verdict still goes to the claim pointed at, and nothing typed before its details came is lost."""
    page = visit(f"{own}/review?order=weight")
    page.get_by_label("Your name").fill("A. Analyst")
    page.keyboard.press("Escape")
    settled(page)
    slow = []
    page.route(re.compile(r"/api/claims/\w+"), lambda asked: slow.append(asked))  # noqa: PLW0108 - not a builtin
    first = page.locator("ol [aria-current]").inner_text()
    page.keyboard.press("j")
    page.wait_for_function("t => document.querySelector('ol [aria-current]')?.innerText !== t", arg=first)
    pointed = page.locator("ol [aria-current] span").inner_text()
    judge(page, "Typed at once.")
    assert slow, "the details were not asked for"
    for held in slow:
        held.continue_()
    page.unroute_all()
    settled(page)
    assert page.locator("[data-reason]").input_value() == "Typed at once."
    page.keyboard.press("r")
    page.get_by_text("Verdicts: 1").wait_for()
    assert page.locator(".given li a").first.inner_text() == pointed


def step_to(page, words):
    """Step with the keyboard to the next claim whose words hold these."""
    current = page.locator("ol [aria-current]")
    for _ in range(50):
        before = current.inner_text()
        page.keyboard.press("j")
        page.wait_for_function(
            "t => document.querySelector('ol [aria-current]')?.innerText !== t", arg=before
        )
        if words in current.inner_text():
            settled(page)
            return
    pytest.fail(f"no claim in the queue holds {words!r}")


def judge(page, reason):
    """Write the reason of a verdict with the keyboard, and leave the field."""
    page.keyboard.press("e")
    page.keyboard.type(reason)
    page.keyboard.press("Escape")


def test_take_it_away(visit, example, invented):
    """Each view leaves as PNG and SVG, CSV and XLSX, with its source, day and method; every page has a twin in JSON; a feed."""
    page = visit(example)
    files = {}
    for kind in ("PNG", "SVG"):
        page.locator(".mapping details.menu summary").click()
        with page.expect_download() as taken:
            page.locator(".mapping details.menu").get_by_role("button", name=kind).click()
        files[kind] = taken.value.path().read_bytes()
    assert files["PNG"].startswith(b"\x89PNG")
    assert len(files["PNG"]) > 20_000
    drawn = files["SVG"].decode()
    assert "Bordercast, " in drawn
    assert "reports known on" in drawn
    assert "Kazakhstan" in drawn
    assert "<a " not in drawn
    assert "Dotted: said, but no fact" in drawn, "the picture carries its key"
    link(page, "Claims")
    for kind in ("PNG", "SVG"):
        page.locator("details.menu summary").click()
        with page.expect_download() as taken:
            page.locator("details.menu").get_by_role("button", name=kind).click()
        assert taken.value.suggested_filename.startswith("bordercast-claims-")
        files[kind] = taken.value.path().read_bytes()
    width, height = Image.open(io.BytesIO(files["PNG"])).size
    assert len(Image.open(io.BytesIO(files["PNG"])).convert("RGB").getcolors(width * height) or ()) > 10, (
        "words, not a blank sheet"
    )
    drawn = files["SVG"].decode()
    assert re.search(r"The first 24 of \d+ rows, the heaviest first; \d+ more\.", drawn)
    assert "Source: Bordercast, from " in drawn
    page.get_by_label("Kind").select_option("flow")
    flows = found(page)
    page.locator("details.menu summary").click()
    with page.expect_download() as taken:
        page.locator("details.menu").get_by_role("link", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(taken.value.path().read_text("utf-8-sig"))))
    assert {row["kind"] for row in rows} == {"flow"}, "what was searched for is what is taken away"
    assert len(rows) <= flows
    link(page, "Take away")
    for kind, name in (("csv", "corridors.csv"), ("xlsx", "situation.xlsx")):
        with page.expect_download() as taken:
            page.locator(f'a[href*="/api/export/{name}"]').click()
        files[kind] = taken.value.path().read_bytes()
    assert any("RUS" in row for row in csv.reader(io.StringIO(files["csv"].decode("utf-8-sig"))))
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(files["xlsx"])).namelist()
    for address in (
        "/situation.json",
        "/claims.json",
        "/corridors/RUS-KAZ.json",
        "/borders.json",
        "/api/openapi.json",
    ):
        assert page.request.get(example + address).json()
    assert "<feed" in page.request.get(f"{invented}/api/feed.atom").text()
    assert page.request.get(f"{example}/api/export/map.svg").text().lstrip().startswith("<svg")
    page.goto(f"{example}/embed", wait_until="networkidle")
    assert page.locator("a.ribbon").count() > 8
    assert page.get_by_role("navigation").count() == 0
