"""The terminal summary fits, says everything in words, and reads no report as markup."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from bordercast.publishing import summary


def printed(situation, width=100):
    console = Console(width=width, no_color=True, file=io.StringIO())
    console.print(summary(situation))
    return console.file.getvalue()


@pytest.mark.parametrize("width", [80, 100, 140])
def test_it_fits(situation, width):
    """No line is wider than the terminal, and nothing is cut off with an ellipsis."""
    text = printed(situation, width)
    assert all(len(line) <= width for line in text.splitlines())
    assert "…" not in text
    assert "\x1b" not in text


def test_it_answers_first(situation):
    """The name, the day, the number with its interval and the ground stand in the first lines."""
    first = "\n".join(printed(situation).splitlines()[:8])
    for words in ("as of 4 Oct 2022", "people crossed from Russia", "80 %", "independent voices"):
        assert words in first


def test_every_section_is_there(situation):
    """Corridors, onward, borders, shelter, disagreements and the scenario are shown, statuses in words."""
    text = printed(situation)
    for words in (
        "mostly prior", "Moved onward", "Borders", "rumoured: closed", "no decision", "restricted", "Shelter",
        "improvised", "Where sources disagree", "What if", "waiting",
    ):  # fmt: skip
        assert words in text


def test_brackets_of_a_report_are_not_markup(situation):
    """A name such as "[bold]" is printed as it is."""
    assert "[bold red]x[/]" in printed(replace(situation, name="[bold red]x[/]"))


def test_nothing_known_is_said(situation):
    """Without an estimate the summary says so."""
    bare = replace(
        situation, estimate=None, projections=(), ledger=replace(situation.ledger, contradictions=())
    )
    assert "no estimate" in printed(bare)
