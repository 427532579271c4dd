"""Who speaks in sentences that do not say."""

from extraction_reader import claims


def voices_of(text, **how):
    """The voice behind each figure."""
    return [c.attribution.organisation or c.attribution.speaker for c in claims(text, **how) if c.quantity]


def test_a_statement_goes_on_through_its_paragraphs():
    """Counts after an official's count are the official's, also in the next paragraph."""
    text = "500 people have entered Chad from Sudan, the interior ministry said.\n\n300 have been registered."
    assert voices_of(text) == ["interior ministry", "interior ministry"]


def test_a_pointer_back_covers_the_paragraph():
    """A pointer such as "this was reported by" gives its voice to the sentences before it."""
    text = "Из Судана в Чад въехали 500 человек. Зарегистрированы 300. Об этом сообщила пресс-служба правительства."
    assert voices_of(text, language="ru") == ["пресс-служба правительства"] * 2


def test_a_report_without_voices_speaks_for_itself():
    """Nobody named: the outlet's own voice."""
    (claim,) = claims("500 people fled Sudan for Chad on Monday.", publisher="Desert Post")
    assert (claim.attribution.source_type.value, claim.attribution.chain) == ("media", ("Desert Post",))


def test_pronouns_mean_the_speaker_before():
    """A pronoun, "she said", is the official named in the sentence before."""
    text = (
        "Chad is full, interior minister Zara Idriss said on Monday.\n\n"
        "She said that 500 people had entered Chad from Sudan."
    )
    assert voices_of(text)[-1] in ("Zara Idriss", "interior minister Zara Idriss")
    assert claims(text)[-1].attribution.speaker == "Zara Idriss"
