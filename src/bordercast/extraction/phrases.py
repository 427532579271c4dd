"""The noun phrase beside a word of saying: "the acting chief of the committee, Colonel N. N.," said."""

import re

from bordercast.extraction.language import Language
from bordercast.extraction.sentence import Sentence

# Two to five capitalised words, with the particles that stand inside names ("Ursula von der Leyen", "al-Sudani").
FULL_NAME = re.compile(
    r"(?:[A-ZÀ-ÞÇŞĞА-ЯЁ][\w'’]+(?:-[A-Z]?\w+)*|[A-ZА-Я]\.)"
    r"(?:\s+(?:(?:von|van|de|del|della|der|den|des|di|du|el|al|ag|ben|bin|ibn|ould|da|dos|le|la|y|zu)\s+){0,2}(?:al-|el-|Al-|El-)?"
    r"[A-ZÀ-ÞÇŞĞА-ЯЁ][\w'’]+(?:-[A-Z]?\w+)*|\s+[A-ZА-Я]\.){1,5}"
)
BREAK = re.compile(
    r"[;:\"“”«»]|\s--?\s|[—–]"
    r"|\s(?:that|as|because|while|but|after|when|which|and|since|before|с тем, что|что|а|но|после того как)\s"
)
IN_A_NAME = re.compile(r"\b[A-ZÀ-Þ]\w+(?:,\s[A-ZÀ-Þ]\w+)*$")
EVENT_CLAUSE = frozenset({"after", "since", "when", "before", "после того как"})
LONGEST_APPOSITION = 110  # characters; longer is a clause, not a role
SUBJECT_AFTER = re.compile(
    r"\s+(?:the |an? |one of |its |his |[A-ZА-ЯЁ§]|в |во |представител|глав|министр|источник|местн|пресс|официальн|экономист"
    r"|демограф|исполняющ|на брифинге|в понедельник|собеседник|полковник|воен|мэр|горсовет|городск|республиканск|погранич|власт"
    r"|дежурн|посол|один из)"
)
STOP_AFTER = re.compile(
    r"[;:\"“”«»()]|\s--?\s|[—–]|\.(?:\s|$)"
    r"|\s(?:that|which|who|as|on|when|what|said|says|has|have|had|что|о том|было|была|были|were|was|reports?|and (?:they|it|he|she|that|#+))\s"
    r"|(?<=\w),\s(?=\d|more|about|at least|the number|some \d|nearly|almost|over|в |с |по|за |из |около|от |до |на )"
)
CONTINUES = re.compile(
    r"\s*(?:the |an? |[A-ZА-ЯЁ]|глав|министр|представит|head|chief|deputy|spokes|president|chair|director|mayor)"
)
AT_BRIEFING = re.compile(
    r"^\s*(?:(?:на брифинге|в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье|сегодня|вчера)\s+)+"
)

AUXILIARY = re.compile(r"\s+(?:has|have|had|also|later|then|has also|уже|также)\s*$")  # "X has told" names X

LEADS = re.compile(r"\s*(?:with|and|but|who|also|meanwhile|while|и|а|но)\s+", re.IGNORECASE)
Phrase = tuple[str, int]


def before(sentence: Sentence, verb: int, language: Language) -> Phrase:
    """Return the noun phrase that ends where a verb of saying begins, with its offset; "" when it is no speaker."""
    mask, text = sentence.mask, sentence.text
    start, event = 0, False
    for m in BREAK.finditer(mask, 0, verb):
        word = m[0].strip()
        if word == "and" and IN_A_NAME.search(text, 0, m.start()) and text[m.end() : m.end() + 1].isupper():
            continue  # "Social Welfare and Development"
        start = m.end()
        if word in EVENT_CLAUSE:
            event = True
        elif not word.isalpha():
            event = False
    if event and "," not in mask[start:verb]:  # "after the president announced": an event, not a statement
        return "", start
    edges = [start, *(m.start() + 1 for m in re.finditer(",", mask[start:verb]))]
    edges = [start, *(start + e for e in edges[1:])]
    pieces = [(a, b) for a, b in zip(edges, [*(e - 1 for e in edges[1:]), verb], strict=True)]
    while len(pieces) > 1 and not text[pieces[-1][0] : pieces[-1][1]].strip():
        pieces.pop()
    keep = 1
    while keep < min(len(pieces), 4) and _apposed(sentence, pieces[-keep], pieces[-keep - 1], language):
        keep += 1
    offset, end = pieces[-keep][0], pieces[-1][1]
    cut = LEADS.match(text[offset:end])
    offset += cut.end() if cut else 0
    return AUXILIARY.sub("", text[offset:end]), offset


def after(sentence: Sentence, end: int, language: Language, *, inverted: bool = False) -> Phrase:
    """Return the noun phrase after "according to", or after an inverted "said"."""
    rest = sentence.text[end : end + 170]
    if inverted and not (
        SUBJECT_AFTER.match(rest)
        or language.roles.match(rest.lower().lstrip())
        or language.bodies.match(rest.lower().lstrip())
    ):
        return "", end
    lead = AT_BRIEFING.match(rest) if inverted else None
    skipped = lead.end() if lead else 0
    rest = rest[skipped:]
    stop = STOP_AFTER.search(rest)
    phrase = rest[: stop.start()] if stop else rest
    pieces = phrase.split(",")
    keep = 1
    while keep < min(len(pieces), 3) and CONTINUES.match(pieces[keep]):
        keep += 1
    phrase = ",".join(pieces[:keep])
    indent = len(phrase) - len(phrase.lstrip())
    return phrase.strip(), end + skipped + indent


def _apposed(sentence: Sentence, last: tuple[int, int], earlier: tuple[int, int], language: Language) -> bool:
    """Whether two stretches around a comma name one speaker: "the acting chief of ..., Colonel N. N.,"."""
    here, there = sentence.text[last[0] : last[1]].strip(), sentence.text[earlier[0] : earlier[1]]
    if (
        len(here) > LONGEST_APPOSITION
        or len(there) > LONGEST_APPOSITION
        or "#" in sentence.mask[earlier[0] : last[1]]
    ):
        return False
    if language.say.search(there.lower()):
        return False
    return _nominal(here, language) and _nominal(there, language)


def _nominal(text: str, language: Language) -> bool:
    lower = text.lower()
    return bool(FULL_NAME.search(text) or language.roles.search(lower) or language.bodies.search(lower))
