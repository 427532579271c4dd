"""What became of every claim: the ledger, written line by line while the room works."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bordercast.reconciliation.copies import Candidate
from bordercast.reconciliation.distrust import Distrusted
from bordercast.reconciliation.fit import Fit
from bordercast.reconciliation.observations import Observation
from bordercast.reconciliation.sifting import PARTIAL_TERMS
from bordercast.reconciliation.statements import Standing, Statement
from bordercast.reconciliation.words import WORDS
from bordercast.vocabulary import (
    Contradiction,
    Decision,
    FlowEstimate,
    Influence,
    Ledger,
    LedgerEntry,
    Modality,
    Question,
    Reading,
    Unreadable,
    Verdict,
)

FULL_GRIP = 1.25  # curvature of t4 noise at its peak, in units of 1 / sd^2: one clear figure weighs 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Consequences:
    """The estimate, and what follows from the claims that made it."""

    estimate: FlowEstimate
    contradictions: tuple[Contradiction, ...]
    readings: tuple[Reading, ...]
    influences: tuple[Influence, ...]
    questions: tuple[Question, ...]


class Fates:
    """Gathers one entry for each subject; asking for a second is our bug and raises."""

    def __init__(self) -> None:
        self._entries: dict[str, LedgerEntry] = {}
        self._denied: dict[str, str] = {}
        self._off: dict[str, float] = {}

    def settle(
        self, claim_id: str, decision: Decision, reason: str, *, verdict: Verdict | None = None
    ) -> None:
        """Enter a decision with its sentence, and the analyst's words where there was a verdict."""
        words = WORDS[reason]
        if decision is Decision.REJECTED and verdict is not None:
            words = f"An analyst rejected it: {verdict.reason}"
        self._enter(LedgerEntry(subject=claim_id, decision=decision, reason=reason, words=words))

    def set_aside(self, claim_id: str, reason: str, *, into: str | None = None) -> None:
        """Enter a claim that cannot inform the estimate."""
        self._enter(
            LedgerEntry(
                subject=claim_id, decision=Decision.SET_ASIDE, reason=reason, words=WORDS[reason], into=into
            )
        )

    def fold(self, claim_id: str, reason: str, into: str, *, verdict: Verdict | None = None) -> None:
        """Enter a claim that another one carries, and the analyst's words where one said so."""
        words = f"{WORDS[reason]} {verdict.reason}" if verdict else WORDS[reason]
        self._enter(
            LedgerEntry(subject=claim_id, decision=Decision.FOLDED, reason=reason, words=words, into=into)
        )

    def unreadable(self, lost: Unreadable) -> None:
        """Enter an input that never became a report; the same source twice is one entry."""
        self._entries.setdefault(
            lost.source,
            LedgerEntry(
                subject=lost.source,
                decision=Decision.UNREADABLE,
                reason="unreadable",
                words=f"{lost.found}. {lost.remedy}",
            ),
        )

    def deny(self, statements: Iterable[Statement], candidates: Iterable[Candidate]) -> None:
        """Remember who denies a figure that others give, to say so beside it."""
        denials = [
            s.claim
            for s in statements
            if s.claim.modality is Modality.DENIED
            and s.claim.quantity
            and s.standing not in (Standing.REJECTED, Standing.DUPLICATE)
        ]
        for candidate in candidates:
            quantity = candidate.claim.quantity
            for denial in denials:
                against = denial.quantity
                if quantity is None or against is None or quantity.unit != against.unit:
                    continue
                said = {d.iso3 for d in denial.destinations} - {None}
                reach = {*candidate.route.destinations, *candidate.route.mainly}
                if abs(quantity.middle - against.middle) <= 0.05 * against.middle and (
                    not said or not reach or said & reach
                ):
                    self._denied.setdefault(candidate.claim.id, denial.attribution.voice)

    def used(
        self,
        candidates: Sequence[Candidate],
        observations: Sequence[Observation],
        fit: Fit,
        doubted: Sequence[Distrusted] = (),
    ) -> None:
        """Enter the claims that inform the estimate, with the share of a clear figure's information each gave."""
        off = {source.name: source.factor for source in doubted}
        self._off = {o.claim_id: off[o.bias[0]] for o in observations if o.bias and o.bias[0] in off}
        weights: dict[str, float] = {}
        codes: dict[str, set[str]] = {}
        for i, observation in enumerate(observations):
            if observation.claim_id:
                weight = float(fit.grip[i] * fit.sigma[i] ** 2) / FULL_GRIP
                weights[observation.claim_id] = max(weights.get(observation.claim_id, 0.0), weight)
                codes.setdefault(observation.claim_id, set()).update(observation.codes)
        for candidate in candidates:
            name = candidate.claim.id
            reason = "bound" if candidate.route.part or candidate.claim.term in PARTIAL_TERMS else "used"
            self._enter(
                LedgerEntry(
                    subject=name,
                    decision=Decision.USED,
                    reason=reason,
                    words=self._words_of(candidate, reason),
                    weight=min(weights[name], 1.0),
                    corridors=tuple(sorted(codes[name])),
                )
            )

    def ledger(self, found: Consequences | None = None) -> Ledger:
        """Return the ledger in the order of its subjects, with what follows from the claims."""
        entries = tuple(self._entries[s] for s in sorted(self._entries))
        if found is None:
            return Ledger(entries=entries)
        return Ledger(
            entries=entries,
            contradictions=found.contradictions,
            readings=found.readings,
            influences=found.influences,
            questions=found.questions,
        )

    def _words_of(self, candidate: Candidate, reason: str) -> str:
        words = WORDS[reason]
        verdict = candidate.statement.verdict
        if verdict is not None:
            words += f" An analyst {verdict.ruling} it: {verdict.reason}"
        denier = self._denied.get(candidate.claim.id)
        if denier:
            words += f" {denier} denied this figure."
        off = self._off.get(candidate.claim.id)
        if off is not None:
            words += (
                f" This source's figures are off by a like factor, about {off:.1f}: read for its changes."
            )
        return words

    def _enter(self, entry: LedgerEntry) -> None:
        if entry.subject in self._entries:
            raise AssertionError(f"{entry.subject} already has an entry in the ledger.")
        self._entries[entry.subject] = entry
