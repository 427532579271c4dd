"""The page stands alone, escapes every word of a report, and walks each number to its sentence."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_situation import KAZ, assemble, claim, over, report

from bordercast.publishing.gate import release
from bordercast.publishing.page import page_bytes
from bordercast.publishing.sitrep import sitrep_bytes

HOSTILE = '</script><img src=x onerror="alert(1)"><svg onload=alert(2)>{{ 7*7 }} "\'&'


class Page(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.attributes, self.headings = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        given = dict(attrs)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given.get("href", ""))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))


def page_of(situation):
    return page_bytes(release(situation), ()).decode()


@pytest.fixture(scope="module")
def text(situation):
    return page_of(situation)


@pytest.fixture(scope="module")
def page(text):
    return Page(text)


def test_nothing_is_fetched(page, text):
    """No tag loads anything; web addresses stand only in the links to sources."""
    loading = {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "embed",
        "source",
        "video",
        "audio",
        "image",
        "use",
    }
    for tag, name, value in page.attributes:
        assert not (tag in loading and name in ("src", "href", "data", "xlink:href", "srcset")), (tag, value)
        assert not name.startswith("on"), (tag, name)
    style = "".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL))
    assert "@import" not in style
    assert not re.search(r"url\((?!#)", style)
    outside = re.sub(r'<a href="https://[^"]*"[^>]*>[^<]*</a>', "", text)
    assert "http://" not in outside
    assert "https://" not in outside


def test_every_anchor_resolves(page):
    """Each link inside the page leads to an id, and ids are unique."""
    assert len(page.ids) == len(set(page.ids))
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)


def test_every_number_leads_to_its_evidence(page, situation):
    """Each corridor has an evidence section, each claim a card, and both are linked to."""
    for corridor in situation.estimate.corridors:
        assert f"evidence-{corridor.origin}-{corridor.destination}" in page.ids
        assert f"#evidence-{corridor.origin}-{corridor.destination}" in page.links
    for one in situation.claims:
        assert f"claim-{one.id}" in page.ids


def test_quotes_are_highlighted_in_their_context(text):
    """The sentence is marked, and the words around it stand beside it."""
    assert "<mark>The queue before Verkhny Lars was 20 km long</mark>" in text


def test_structure_for_people_who_listen(page, text):
    """Language, one h1, no skipped heading, a skip link, a title and a caption for each table."""
    assert '<html lang="en">' in text
    assert page.headings.count(1) == 1
    for before, after in zip(page.headings, page.headings[1:], strict=False):
        assert after <= before + 1
    assert page.links[0] == "#answer"
    assert page.tags.count("table") == page.tags.count("caption") > 0
    assert all(scope in ("col", "row") for tag, name, scope in page.attributes if name == "scope")
    assert page.tags.count("desc") >= 2


def test_ribbons_can_be_reached_and_heard(text):
    """Each drawn leg is a link with words, and its pattern tells prior and onward without colour."""
    heard = re.findall(r'<a class="(ribbon[^"]*)" href="#evidence-[^"]+" aria-label="([^"]+)"', text)
    assert len(heard) == 2 * 7  # a wide and a narrow map; elsewhere has no place on either
    assert all("80 per cent interval" in words for _, words in heard)
    assert any("onward" in kind for kind, _ in heard)
    assert any("prior" in kind for kind, _ in heard)


def test_every_status_is_worded(text):
    """A rumour, "no decision" and a restriction are words on the page, not only marks."""
    for words in ("rumoured: closed", "no decision", "restricted", "nobody has stated it as a fact"):
        assert words in text


def test_people_are_never_called_refugees(text, situation):
    """A count at a border is of people who crossed."""
    assert "refugee" not in text.lower()
    assert "refugee" not in sitrep_bytes(release(situation)).decode().lower()


def test_the_boundary_note_is_printed(text):
    """The note on boundaries stands with the map."""
    assert "do not imply official endorsement or acceptance" in " ".join(text.split())


def _hostile(words):
    """Return a situation in which everything a report can bring in is hostile."""
    bad = report(
        f"More than 9,000 {words} came.", words or "x", (10, 3), title=words, source=f"javascript:{words}"
    )
    one = claim(
        bad, f"More than 9,000 {words} came", quantity=over(9000), destinations=(KAZ,), population=words
    )
    return assemble((bad,), {"kaz": one})


def test_hostile_text_is_only_text():
    """Markup in quotes, titles, publishers, names and addresses makes no tag, no handler and no script link."""
    calm, angry = Page(page_of(_hostile("calm"))), Page(page_of(replace(_hostile(HOSTILE), name=HOSTILE)))
    assert angry.tags == calm.tags
    assert not [value for _, name, value in angry.attributes if name.startswith("on")]
    assert not [link for link in angry.links if link.startswith("javascript")]


def test_hostile_text_is_only_text_in_markdown():
    """Markup, links and table bars of a report are escaped in the report."""
    text = sitrep_bytes(release(_hostile("a|b [x](javascript:alert(1)) <img src=x> `c`"))).decode()
    assert "](javascript" not in text.replace("\\]", "")
    assert not re.search(r"(?<!\\)<img", text)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60))
def test_no_text_brings_a_tag(words):
    """Whatever a report says, the page has no kind of tag it would not have anyway, and no handler."""
    page = Page(page_of(_hostile(words)))
    assert set(page.tags) <= set(CALM.tags)
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]


CALM = Page(page_of(_hostile("calm")))
