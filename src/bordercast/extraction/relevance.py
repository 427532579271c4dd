"""Whether a text, or a paragraph of it, is about something else: sport, trade, culture, tourism."""

from bordercast import atlas
from bordercast.extraction.language import Language
from bordercast.extraction.sentence import Sentence

FOREIGN_WORDS = (
    3  # distinct words of other topics that make a whole text foreign (judgement, on our distractors)
)
MANY_FOREIGN = 4  # ... and so many do whatever the rest says: no report of flight on dev has more than three
LEAD = 3  # sentences, headline included, that say what a report is about
STAGED = 3  # ... or so many anywhere
FOREIGN_PARAGRAPH = 2  # ... and a paragraph, where there is less room for chance


def relevant(read: list[Sentence], language: Language, title: str = "") -> list[bool]:
    """Return, for each sentence, whether it may be about people on the move.

    Words of other topics are set against words that only flight, borders and disasters use; "left", "crossed" and
    "fled" are used of goalkeepers and of chess kings too. A drill is about nobody in flight, whatever it says.
    """
    staged = [bool(s.language.staged.search(s.mask)) for s in read]
    if language.staged.search(title.lower()) or any(staged[:LEAD]) or sum(staged) >= STAGED:
        return [False] * len(read)
    foreign = [set(s.language.irrelevant.findall(s.mask)) for s in read]
    ours = [_ours(s) for s in read]
    head = set().union(language.irrelevant.findall(title.lower()), *foreign[:LEAD])
    others = head.union(*foreign)
    if len(others) >= 2 * MANY_FOREIGN or (
        not _items(read) and _elsewhere(head, others, sum(ours), sum(ours[:LEAD]), len(read))
    ):
        return [False] * len(read)
    out: list[bool] = []
    for i, sentence in enumerate(read):
        near = [
            j for j in range(max(0, i - 8), min(len(read), i + 9)) if read[j].paragraph == sentence.paragraph
        ]
        words = set().union(*(foreign[j] for j in near))
        elsewhere = len(words) >= FOREIGN_PARAGRAPH and len(words) > sum(ours[j] for j in near)
        out.append(not (elsewhere or staged[i]))
    return out


def _elsewhere(head: set[str], others: set[str], own: int, opening: int, sentences: int) -> bool:
    """Whether a report, which says in its first lines what it is about, says more of another topic than of flight."""
    if not head:
        return False
    if not own and sentences > LEAD:
        return True
    few = FOREIGN_WORDS if own > FOREIGN_PARAGRAPH else FOREIGN_PARAGRAPH
    enough = len(others) >= few and (len(others) > own or len(others) >= MANY_FOREIGN)
    return enough and len(head) >= opening


def _ours(sentence: Sentence) -> int:
    """Return how many signs of flight and borders a sentence has: words, and crossings by name."""
    crossings = any(p.place.level is atlas.Level.CROSSING for p in sentence.places)
    return len(set(sentence.language.relevant.findall(sentence.mask))) + crossings


def _items(read: list[Sentence]) -> bool:
    """Whether a text is a list of short items, each about something of its own."""
    heads = {s.paragraph: s.bullet for s in reversed(read)}
    return len(heads) > 1 and sum(heads.values()) * 2 > len(heads)
