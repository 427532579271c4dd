"""Whether a text, or a paragraph of it, is about something else: sport, trade, culture, tourism."""

from bordercast.extraction.language import Language
from bordercast.extraction.sentence import Sentence

FOREIGN_WORDS = (
    3  # distinct words of other topics that make a whole text foreign (judgement, on our distractors)
)
FOREIGN_PARAGRAPH = 2  # ... and a paragraph, where there is less room for chance


def relevant(read: list[Sentence], language: Language) -> list[bool]:
    """Return, for each sentence, whether it may be about people on the move.

    Words of other topics are set against words that only flight, borders and disasters use; "left", "crossed" and
    "fled" are used of goalkeepers and of chess kings too.
    """
    foreign = [set(language.irrelevant.findall(s.mask)) for s in read]
    ours = [len(set(language.relevant.findall(s.mask))) for s in read]
    if len(set().union(*foreign)) >= FOREIGN_WORDS and len(set().union(*foreign)) > 2 * sum(ours):
        return [False] * len(read)
    out: list[bool] = []
    for i, sentence in enumerate(read):
        near = [
            j for j in range(max(0, i - 8), min(len(read), i + 9)) if read[j].paragraph == sentence.paragraph
        ]
        words = set().union(*(foreign[j] for j in near))
        out.append(not (len(words) >= FOREIGN_PARAGRAPH and len(words) > sum(ours[j] for j in near)))
    return out
