"""Reviewing claims in the terminal: one key a verdict, or a file of verdicts, or a list for another program."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bordercast.cli import show
from bordercast.cli.exits import Exit
from bordercast.vocabulary import (
    BordercastError,
    Correction,
    InvalidSetting,
    Judgement,
    Kind,
    Ruling,
    Situation,
)

if TYPE_CHECKING:
    from bordercast.publishing import Release
    from bordercast.publishing.screen import ClaimDetail, VerdictLine
    from bordercast.store import Store
    from bordercast.vocabulary import Verdict

KEYS = "a accept  r reject  c correct  d duplicate  u undo  n next  p back  ? help  q quit"
HELP = """a  it says what the report says          r  it does not: asks why
c  a field is wrong: asks which           d  another claim says the same thing first
u  take back the last verdict, or the one that stands on this claim
n  next claim (space, Enter)              p  the one before        q  stop; what was decided is kept"""
FIELDS = {
    "v": ("value", "the number alone"), "u": ("unit", "person, household, vehicle, km, percent ..."),
    "h": ("hedge", "exact, approx, more_than, at_least, nearly, up_to, less_than"),
    "o": ("origin", "a code such as RUS, or a name"), "d": ("destinations", "codes or names, with commas"),
    "@": ("at", "a code or a name"), "f": ("start", "first day, 2022-09-25"), "l": ("end", "last day"),
    "k": ("kind", "flow, onward, return, stock, queue ..."), "t": ("term", "arrived, fled, displaced ..."),
    "m": ("measure", "cumulative, daily, daily_rate, period, increment ..."), "s": ("status", "open, closed, full ..."),
    "y": ("modality", "asserted, reported, estimated, planned, rumoured ..."), "p": ("population", "who they are"),
}  # fmt: skip
ACCEPTED, REJECTED = "It says what the report says.", "The report does not say this."
LIKE = 9  # claims offered as the first to say it


@dataclass(slots=True)
class Sitting:
    """One analyst going through claims; ``key`` reads a key, ``ask`` a line of text."""

    store: "Store"
    release: "Release"
    queue: "Sequence[ClaimDetail]"
    analyst: str
    key: Callable[[], str]
    ask: Callable[[str], str]
    held: "Mapping[str, VerdictLine]"
    given: list[str] = field(default_factory=list)

    def go(self) -> None:
        """Show claim after claim until the last one or ``q``; every verdict is kept as soon as it is given."""
        at = 0
        while at < len(self.queue):
            detail = self.queue[at]
            self._show(detail, at)
            key = self.key()
            acts = {
                "a": self._accept,
                "r": self._reject,
                "c": self._correct,
                "d": self._duplicate,
                "u": self._undo,
            }
            if key == "q":
                return
            if key == "p":
                at = max(0, at - 1)
            elif key in ("n", " ", "\r", "\n"):
                at += 1
            elif key in acts:
                try:
                    at += acts[key](detail)
                except BordercastError as problem:
                    show.say(f"{problem}")
            else:
                show.say(HELP)

    def _show(self, detail: "ClaimDetail", at: int) -> None:
        from bordercast.publishing import review_text  # noqa: PLC0415

        show.say("")
        show.draw(review_text(detail, self.held.get(detail.line.id), heading=f"{at + 1}/{len(self.queue)}  "))
        show.say(KEYS)

    def _accept(self, detail: "ClaimDetail") -> int:
        return self._give(detail, Ruling.ACCEPTED, ACCEPTED)

    def _reject(self, detail: "ClaimDetail") -> int:
        return self._give(detail, Ruling.REJECTED, self.ask("Why?") or REJECTED)

    def _correct(self, detail: "ClaimDetail") -> int:
        from bordercast.reading import correction_of  # noqa: PLC0415

        show.say("Which field?  " + "  ".join(f"{key} {name}" for key, (name, _) in FIELDS.items()))
        name, form = FIELDS.get(self.key(), ("", ""))
        typed = self.ask(f"{name} ({form})") if name else ""
        if not typed:
            show.say("Nothing was corrected.")
            return 0
        several = [part.strip() for part in typed.split(",")] if name == "destinations" else typed
        plain = typed.replace(",", "").replace(" ", "") if name == "value" else several
        correction = correction_of({name: plain})
        claim = self.store.claim(detail.line.id)
        assert claim is not None
        correction.of(claim)  # refused here, before the reason is asked for
        return self._give(
            detail, Ruling.CORRECTED, self.ask("Why?") or f"The report says {typed}.", correction=correction
        )

    def _duplicate(self, detail: "ClaimDetail") -> int:
        offered = _alike(detail, self.queue)
        for number, other in enumerate(offered, 1):
            show.say(
                f"{number}  {other.line.id}  {other.line.words} ({other.line.publisher or 'no publisher'})"
            )
        show.say("Which one says it first? A number, i to give an id, any other key for none.")
        key = self.key()
        if key == "i":
            first = self.ask("Claim id")
        else:
            first = offered[int(key) - 1].line.id if key.isdigit() and 1 <= int(key) <= len(offered) else ""
        if not first:
            return 0
        return self._give(detail, Ruling.DUPLICATE, "It says the same thing again.", duplicate_of=first)

    def _undo(self, detail: "ClaimDetail") -> int:
        here = self.held.get(detail.line.id)
        taken = self.given[-1] if self.given else (here.id if here else "")
        verdict = next((v for v in self.store.verdicts() if v.id == taken), None)
        if verdict is None:
            show.say("There is no verdict to take back.")
            return 0
        back = Judgement(
            claim_id=verdict.claim_id,
            ruling=Ruling.WITHDRAWN,
            analyst=self.analyst,
            reason="Taken back.",
            withdraws=taken,
        )
        self._rule(back)
        self.given = self.given[:-1]
        show.say(f"Took back: {verdict.ruling.value}, claim {verdict.claim_id}.")
        return 0

    def _give(
        self, detail: "ClaimDetail", ruling: Ruling, reason: str, *,
        correction: Correction | None = None, duplicate_of: str | None = None,
    ) -> int:  # fmt: skip
        judgement = Judgement(
            claim_id=detail.line.id, ruling=ruling, analyst=self.analyst, reason=reason, correction=correction,
            duplicate_of=duplicate_of,
        )  # fmt: skip
        self.given.append(self._rule(judgement).id)
        show.say(f"{ruling.value}.")
        return 1

    def _rule(self, judgement: Judgement) -> "Verdict":
        (verdict,) = _rule(self.store, [judgement], datetime.now(UTC))
        self.held = standing(self.store, self.release)
        return verdict


def reviewed(
    store: "Store", situation: Situation, *, kind: Kind | None, everything: bool, analyst: str, as_json: bool, fail_empty: bool
) -> Exit:  # fmt: skip
    """Go through the claims that wait for a verdict, at a terminal; elsewhere print them."""
    from bordercast.publishing import release, review_text  # noqa: PLC0415

    out = release(situation, small_counts=True)
    held = standing(store, out)
    queue = waiting(out, held, kind=kind, everything=everything)
    if as_json:
        for detail in queue:
            show.line({"claim": detail, "verdict": held.get(detail.line.id)})
    elif queue and sys.stdin.isatty() and sys.stdout.isatty():
        import typer  # noqa: PLC0415

        who = analyst or typer.prompt("Your name, which is kept with every verdict")
        sitting = Sitting(
            store=store, release=out, queue=queue, analyst=who, key=typer.getchar,
            ask=lambda words: str(typer.prompt(words, default="", show_default=False)).strip(), held=held,
        )  # fmt: skip
        sitting.go()
    else:
        for detail in queue:
            show.draw(review_text(detail, held.get(detail.line.id)))
    if not queue:
        show.say(
            "Every claim has its verdict." if situation.claims else "The store holds no claim by that day."
        )
    return Exit.EMPTY if fail_empty and not queue else Exit.OK


def history(store: "Store", situation: Situation, *, as_json: bool, fail_empty: bool) -> Exit:
    """Print every verdict, the newest first."""
    from bordercast.pipeline import verdicts_now  # noqa: PLC0415
    from bordercast.publishing import history_text, release  # noqa: PLC0415
    from bordercast.publishing.screen import verdict_lines  # noqa: PLC0415

    lines = verdict_lines(release(situation, small_counts=True), verdicts_now(store))
    if as_json:
        for line in lines:
            show.line(line)
    elif lines:
        show.draw(history_text(lines))
    else:
        show.say("No verdict was given yet.")
    return Exit.EMPTY if fail_empty and not lines else Exit.OK


def taken_down(store: "Store", file: str, *, analyst: str, as_json: bool, fail_empty: bool) -> Exit:
    """Take down the verdicts of a file, or of standard input for ``-``: all of them, or none when a line cannot be used."""
    from bordercast.reading import read_judgements  # noqa: PLC0415

    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise InvalidSetting(f"{file} is no UTF-8 text ({fault}). Save it as UTF-8.") from None
    judgements = read_judgements(text.splitlines(), source=file, analyst=analyst)
    now = datetime.now(UTC)
    verdicts = _rule(store, judgements, now)
    for verdict in verdicts:
        if as_json:
            show.line(verdict)
    new = sum(verdict.decided == now for verdict in verdicts)
    show.say(f"{new} verdicts taken down; {len(verdicts) - new} held already.")
    return Exit.EMPTY if fail_empty and not verdicts else Exit.OK


def waiting(
    out: "Release", held: "Mapping[str, VerdictLine]", *, kind: Kind | None, everything: bool
) -> "tuple[ClaimDetail, ...]":
    """Return the claims to review: those the rest contradicts first, then by what the estimate takes from them."""
    from bordercast.publishing.screen import claim_detail  # noqa: PLC0415

    surprise = {c.claim_id: c.surprise for c in out.contradictions}
    chosen = [
        claim
        for claim in out.claims
        if (kind is None or claim.kind is kind) and (everything or claim.id not in held)
    ]
    chosen.sort(key=lambda claim: (surprise.get(claim.id, 1.0), -claim.entry.weight, claim.id))
    return tuple(detail for claim in chosen if (detail := claim_detail(out, claim.id)))


def standing(store: "Store", out: "Release") -> "dict[str, VerdictLine]":
    """Return the verdicts that hold, by claim."""
    from bordercast.pipeline import verdicts_now  # noqa: PLC0415
    from bordercast.publishing.screen import verdict_lines  # noqa: PLC0415

    return {v.claim_id: v for v in verdict_lines(out, verdicts_now(store)) if v.holds and v.withdraws is None}


def _alike(detail: "ClaimDetail", queue: "Sequence[ClaimDetail]") -> "list[ClaimDetail]":
    """Return the claims most like one: of its kind, with its figure or on its corridor."""
    mine = detail.line

    def likeness(other: "ClaimDetail") -> int:
        line = other.line
        figure = (
            line.quantity is not None
            and mine.quantity is not None
            and line.quantity.middle == mine.quantity.middle
        )
        return 2 * figure + (line.ends == mine.ends) + bool(set(line.corridors) & set(mine.corridors))

    others = [o for o in queue if o.line.id != mine.id and o.line.kind is mine.kind and likeness(o)]
    return sorted(others, key=likeness, reverse=True)[:LIKE]


def _rule(store: "Store", judgements: "Sequence[Judgement]", now: datetime) -> "tuple[Verdict, ...]":
    from bordercast.pipeline import rule  # noqa: PLC0415

    return rule(store, judgements, at=now)
