"""Who speaks in sentences that do not say: the voice of the quotation, the paragraph or the statement."""

from bordercast.extraction.sentence import Sentence
from bordercast.extraction.voices import Voice
from bordercast.vocabulary import Attribution, SourceType

NEARBY = 14  # sentences to either side that may belong to one paragraph
LOOK_BACK = 60  # sentences
FAR = 6  # paragraphs through which a statement's figures are carried ...
FEW_VOICES = 2  # ... in a report with no more official voices than these (swept 1-4, best speakers on dev)
# Voices whose count goes on in the next paragraph; what a witness or an outlet says ends with the paragraph.
LASTING = frozenset({SourceType.OFFICIAL, SourceType.INTERNATIONAL})


def carry(
    read: list[Sentence], spoken: list[list[Voice]], own: Attribution
) -> list[tuple[Attribution, str | None]]:
    """Return, for each sentence, whose words it is when it does not say, and that voice's country.

    A quotation belongs to the voice beside it. A sentence belongs to the voice before it in its paragraph, or to
    one that points back ("this was reported by ..."). A sentence with a count goes on with the statement of the
    paragraphs before.
    """
    out: list[tuple[Attribution, str | None]] = []
    lasting = {v.attribution.voice for found in spoken for v in found if v.attribution.source_type in LASTING}
    # where many speak, a paragraph that names nobody is the outlet's
    far = FAR if len(lasting) <= FEW_VOICES else 0
    for i, sentence in enumerate(read):
        voice = _own_voice(spoken[i]) or _paragraph(i, read, spoken) or _statement(i, read, spoken, far)
        out.append((voice.attribution, voice.country) if voice else (own, None))
        if (
            voice is None
            and sentence.bullet
            and out[:-1]
            and read[i - 1].bullet
            and read[i - 1].figures
            and sentence.figures
        ):
            out[-1] = out[-2]
    return out


def _own_voice(found: list[Voice]) -> Voice | None:
    return found[-1] if found else None


def _paragraph(i: int, read: list[Sentence], spoken: list[list[Voice]]) -> Voice | None:
    """Return the voice that the same paragraph gives to a sentence."""
    sentence = read[i]
    near = [
        j
        for j in range(max(0, i - NEARBY), min(len(read), i + NEARBY + 1))
        if read[j].paragraph == sentence.paragraph
    ]
    earlier = next((spoken[j][-1] for j in reversed(near) if j < i and spoken[j]), None)
    following = next((spoken[j][0] for j in near if j > i and spoken[j]), None)
    if following and (following.backward or (sentence.quoted and sentence.quoted[0][0] <= 1)):
        return following
    if earlier:
        return earlier
    if following and sentence.figures and i + 1 < len(read) and spoken[i + 1] and read[i + 1].figures:
        # two counts of one series: "By noon they were 500. By evening there were 900, according to the mayor."
        return following if following.attribution.source_type in LASTING else None
    return None


def _statement(i: int, read: list[Sentence], spoken: list[list[Voice]], far: int) -> Voice | None:
    """Return the official voice of earlier paragraphs when a sentence goes on counting."""
    sentence = read[i]
    if not any(f.counted for f in sentence.figures) or sentence.headline:
        return None
    for j in range(i - 1, max(-1, i - LOOK_BACK), -1):
        if sentence.paragraph - read[j].paragraph > far:
            return None
        if spoken[j]:
            last = spoken[j][-1]
            return last if last.attribution.source_type in LASTING else None
    return None
