"""The standing notes of every publication: methods, terms, boundaries; and the gaps of this one."""

from bordercast.publishing.figures import Figures
from bordercast.publishing.gate import Release
from bordercast.publishing.words import joined
from bordercast.vocabulary import Decision

BOUNDARIES = (
    "The boundaries and names shown and the designations used on this map do not imply official endorsement or "
    "acceptance. Dashed lines mark boundaries that are not agreed. Crimea is shown with Ukraine, the Golan with the "
    "Syrian Arab Republic, and Western Sahara apart, after United Nations practice. Kosovo: all references shall be "
    "understood in the context of Security Council resolution 1244 (1999)."
)

DISCLAIMER = (
    "For planning humanitarian help. Not for enforcement, and not a basis for closing a border. "
    "Scenarios are conditional: they say what would follow, not what will happen."
)

TERMS = (
    "People who crossed: crossings counted or modelled. One person can cross twice.",
    "Onward: people who had arrived in one country moved to a further one. Onward movement is never added to the outflow.",
    "80 per cent interval: four times in five the true figure is expected to lie inside it.",
    "Mostly prior: the claims say less about this row than what was assumed before any claim. Read it as a guess.",
    "Independent voices: different sources. A story copied by many outlets is one voice.",
)

METHODS = (
    "Each report is read for claims: who said what, of whom, where, when, how sure. A claim quotes its sentence exactly.",
    "Copies of a statement are folded into the first. Rumours, plans, denials and forecasts never enter the estimate.",
    "The other claims bear on a model of daily flows by corridor; hedges, rounding and overlaps enter as likelihoods.",
    "A figure over several destinations stays one claim; only the model divides it.",
    "The result is draws; medians and intervals are read from them.",
    "Modelled figures have two significant figures, said figures stand as they were said.",
)


def sureness(numbers: Figures) -> str:
    """Return how sure the headline is, in a sentence."""
    main = numbers.main
    if main is None:
        return "No claim informs a flow, so there is no estimate."
    claims, voices = len(main.claims), len(main.voices)
    ground = (
        f"{claims} {'claim' if claims == 1 else 'claims'} from "
        f"{voices} independent {'voice' if voices == 1 else 'voices'}"
    )
    ratio = main.total.high80 / max(main.total.low80, 1.0)
    grade = "narrow" if ratio < 1.35 else "moderate" if ratio < 2.2 else "wide"  # judgement
    words = f"The interval is {grade}; it rests on {ground}."
    if main.mostly_prior:
        words += " It is mostly prior: read it as a guess."
    return words


def gaps(release: Release, numbers: Figures) -> tuple[str, ...]:
    """Return what is not known, and what would change the estimate."""
    found = []
    prior = tuple(c.name for c in numbers.corridors if c.mostly_prior and not c.is_total)
    if prior:
        found.append(
            f"Mostly prior, for want of claims: {joined(prior)}. One official count for any of them would change it most."
        )
    single = tuple(
        c.name for c in numbers.corridors if not c.mostly_prior and not c.is_total and len(c.voices) == 1
    )
    if single:
        found.append(f"Resting on one voice: {joined(single)}.")
    aside = sum(entry.decision is Decision.SET_ASIDE for entry in release.ledger.entries)
    if aside:
        found.append(
            f"{aside} {'claim was' if aside == 1 else 'claims were'} set aside, each with its reason in ledger.csv."
        )
    unread = sum(entry.decision is Decision.UNREADABLE for entry in release.ledger.entries)
    if unread:
        found.append(f"{unread} {'input' if unread == 1 else 'inputs'} could not be read.")
    unsure = tuple(line.border for line in release.borders if line.standing is None)
    if unsure:
        found.append(
            f"No statement of fact about {'border' if len(unsure) == 1 else 'borders'} {joined(unsure)}."
        )
    for reason, count in release.withheld:
        found.append(f"Withheld before publication: {reason} ({count}).")
    return tuple(found) or ("None recorded.",)
