"""A corrected figure replaces the one it corrects."""

import re
from collections.abc import Sequence
from datetime import date

from bordercast.reconciliation.copies import Candidate, alike
from bordercast.reconciliation.voices import named, same_voice
from bordercast.vocabulary import Report

_CORRECTS = re.compile(
    r"\W*(correction|corrected|corrects|corrigendum|erratum|revised|clarification|уточнение|исправлен\w+|поправка)\b",
    re.IGNORECASE,
)
LOOKS_LIKE = 0.3  # share of text a correction has in common with the story it corrects; judgement


def replaced_figures(candidates: Sequence[Candidate]) -> dict[str, str]:
    """Return, for each claim a later correction replaces, the id of the claim that replaces it.

    A correction is a report whose title or first words say so. It replaces figures of its own outlet or voice
    (or of a story much like it) on the same corridor, in the same unit and measure, for the same last day +-1.
    """
    replaced: dict[str, str] = {}
    new = [c for c in candidates if c.statement.report and _corrects(c.statement.report)]
    for correction in sorted(new, key=lambda c: (c.statement.published or date.min, c.claim.id)):
        for old in candidates:
            if old.claim.report_id != correction.claim.report_id and _replaces(correction, old):
                replaced[old.claim.id] = correction.claim.id
    return {old: by for old, by in replaced.items() if by not in replaced}


def _corrects(report: Report) -> bool:
    return bool(_CORRECTS.match(report.title) or _CORRECTS.match(report.text))


def _replaces(new: Candidate, old: Candidate) -> bool:
    one, two = new.claim.quantity, old.claim.quantity
    first, second = new.statement.report, old.statement.report
    if one is None or two is None or first is None or second is None or old.statement.certain:
        return False
    same = (
        new.claim.kind is old.claim.kind
        and new.route == old.route
        and one.middle != two.middle  # the same figure again is a copy, not a correction
        and one.unit == two.unit
        and new.claim.measure is old.claim.measure
        and abs((new.period.end - old.period.end).days) <= 1
        and (old.statement.published or date.min) <= (new.statement.published or date.max)
        and not _corrects(second)
    )
    said, told = new.claim.attribution, old.claim.attribution
    return same and (
        (first.publisher is not None and first.publisher == second.publisher)
        or (named(said) and same_voice(said, told))
        or alike(first, second) >= LOOKS_LIKE
    )
