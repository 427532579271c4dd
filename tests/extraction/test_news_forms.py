"""Forms of news language in ordinary sentences: what must come out, and beside each a near miss that says nothing."""

from datetime import datetime

import pytest

from bordercast.extraction import extract
from bordercast.vocabulary import Report


def read(text, language="en"):
    """Return (kind, term, figure or bounds or status, places) of each claim of a text published on a Wednesday."""
    report = Report.of(
        text=text,
        published=datetime.fromisoformat("2023-05-10T12:00:00+00:00"),
        language=language,
        source="form",
    )
    found = []
    for claim in extract([report]):
        q = claim.quantity
        figure = claim.status if q is None else (q.value if q.value is not None else (q.low, q.high))
        where = [p.iso3 for p in (claim.origin, *claim.destinations, claim.at) if p is not None]
        found.append((claim.kind.value, claim.term, figure, where))
    return found


FORMS = {
    "people named displaced, in a country that counts them": (
        "Burkina Faso counts 1.8 million internally displaced persons.",
        "Burkina Faso counts 1.8 million registered voters.",
        ("stock", "displaced", 1800000.0, ["BFA"]),
    ),
    "people displaced by something just now": (
        "Some 33,600 people have been newly displaced in South Sudan.",
        "Some 33,600 tonnes of soil have been newly displaced in South Sudan.",
        ("flow", "displaced", 33600.0, ["SSD", "SSD"]),
    ),
    "driven out of their homes": (
        "Floods in Libya drove 4,700 families from their houses.",
        "Prices in Libya drove 4,700 buyers from their brands.",
        ("flow", "displaced", 4700.0, ["LBY", "LBY"]),
    ),
    "sent over a border in flight": (
        "Clashes in Myanmar's Kayin State have sent 2,100 villagers scrambling over the river into Thailand.",
        "Myanmar's Kayin State has sent 2,100 students to China.",
        ("flow", "fled", 2100.0, ["MMR", "THA"]),
    ),
    "refuge granted": (
        "Cameroon has granted refuge to 9,400 people from the Central African Republic.",
        "Cameroon has granted licences to 9,400 traders from the Central African Republic.",
        ("flow", "arrived", 9400.0, ["CAF", "CMR"]),
    ),
    "refuge given now": (
        "Eastern Chad is currently giving refuge to 300,000 Sudanese.",
        "Eastern Chad is currently giving credit to 300 traders.",
        ("stock", "present", 300000.0, ["SDN", "TCD"]),
    ),
    "the number of refugees somewhere": (
        "The number of Malian refugees in Mauritania stands at 54,000.",
        "The number of Malian cattle in Mauritania stands at 54,000.",
        ("stock", "present", 54000.0, ["MLI", "MRT"]),
    ),
    "those who slept under a roof": (
        "In Przemysl, 800 people slept in a school gym, the mayor said.",
        "In Przemysl, 800 people work in a school gym, the mayor said.",
        ("shelter", "school", 800.0, ["POL"]),
    ),
    "a verb shared by several figures": (
        "From Sudan 120,000 have crossed to Chad, 76,000 to Egypt and 60,000 to South Sudan.",
        "From Sudan 120,000 bales have gone to Chad, 76,000 to Egypt and 60,000 to South Sudan.",
        ("flow", "crossed_border", 76000.0, ["SDN", "EGY"]),
    ),
    "two counts that are no range": (
        "The daily number of Afghans returning from Pakistan has climbed from 300 to 9,000.",
        "The daily number of lorries in Pakistan has climbed from 300 to 9,000.",
        ("return", "returned", 9000.0, ["PAK", "AFG"]),
    ),
    "households in brackets put nothing apart": (
        "Some 36,500 families (152,000 people) in Libya had their houses destroyed.",
        "Some 36,500 families (152,000 people) in Libya had their houses counted.",
        ("stock", "housing_destroyed", 36500.0, ["LBY"]),
    ),
    "a space lost before a figure": (
        "In Mali at least140,000 people have fled their homes.",
        "In Mali the model SU140,000 has left the shop.",
        ("flow", "fled", 140000.0, ["MLI", "MLI"]),
    ),
    "an authority that counts people who leave it": (
        "Lebanese General Security recorded 9,000 people crossing into Syria.",
        "Lebanese television recorded 9,000 songs about Syria.",
        ("flow", "crossed_border", 9000.0, ["LBN", "SYR"]),
    ),
    "people kept from entering": (
        "The Lebanese army has prevented 600 Syrians from entering the country this week.",
        "The Lebanese army has prevented 600 fires from spreading this week.",
        ("flow", "turned_back", 600.0, ["SYR", "LBN"]),
    ),
    "displaced people who were killed": (
        "Some 230 displaced people were killed in an attack on Rann in Nigeria.",
        "Some 230 displaced stones were found in Rann in Nigeria.",
        ("casualty", "killed", 230.0, ["NGA"]),
    ),
    "a count that waits, sleeps or gathers is present": (
        "Several thousand people are waiting in a hangar in Bangui.",
        "Several thousand people are waiting for the results of the ballot.",
        ("stock", "present", (2000.0, 9000.0), ["CAF"]),
    ),
    "a country that has so many of a people": (
        "Jordan has more than 320,000 Syrians.",
        "Jordan has more than 320,000 hectares of pasture.",
        ("stock", "present", 320000.0, ["SYR", "JOR"]),
    ),
    "displaced people of whom nobody says when they were": (
        "The government speaks of 310,000 displaced people in Mozambique.",
        "The government speaks of 310,000 felled trees in Mozambique.",
        ("stock", "displaced", 310000.0, ["MOZ"]),
    ),
    "a way of going and where to": (
        "That winter 200,000 Hungarians walked out to Austria.",
        "The delegates from Hungary walked out of the meeting in Austria.",
        ("flow", "left_country", 200000.0, ["HUN", "AUT"]),
    ),
    "driven back over the border": (
        "From Niger 1,200 Nigerians have been driven home over the frontier.",
        "From Niger 1,200 crates of onions have been driven over the frontier.",
        ("return", "returned", 1200.0, ["NER", "NGA"]),
    ),
    "the verb left out": (
        "Guinea has taken in 700 Ivorians and Liberia 14,000.",
        "Guinea has exported 700 tonnes and Liberia 14,000.",
        ("flow", "arrived", 14000.0, ["CIV", "LBR"]),
    ),
    "each figure of a list its own place": (
        "People have fled Sudan in three weeks: 60,000 to Chad, 42,000 to Egypt.",
        "Fares have risen in three weeks: 60,000 francs to Chad, 42,000 to Egypt.",
        ("flow", "fled", 42000.0, ["SDN", "EGY"]),
    ),
    "another voice's figure of the same thing": (
        "The army says 900 people were killed in Goma; the rebels put it at a few hundred.",
        "The army says nobody was killed in Goma; the rebels put it down to luck.",
        ("casualty", "killed", (200.0, 900.0), ["COD"]),
    ),
    "the answer to a question": (
        "How many Venezuelans are living in Peru? 768,000, according to the government.",
        "How many Venezuelans are living in Peru? Nobody knows, according to the government.",
        ("stock", "present", 768000.0, ["VEN", "PER"]),
    ),
    "a town that is itself opened": (
        "Spin Boldak reopened on Friday after eight days, and refugees went through.",
        "Spin Boldak celebrated on Friday after eight days, and refugees sang.",
        ("border_status", "crossing", "open", ["AFG"]),
    ),
    "who gets through, without the word border": (
        "Niger lets everybody in from Mali, refugees included.",
        "Niger lets nobody down, refugees included.",
        ("border_status", "border", "open", ["MLI", "NER", "NER"]),
    ),
    "papers asked for": (
        "Venezuelans must now show a passport to enter Ecuador.",
        "Venezuelans must now show patience to enter Ecuador.",
        ("border_status", "visa", "restricted", ["VEN", "ECU", "ECU"]),
    ),
    "an attack on a day": (
        "On 25 April armed men attacked police posts in Myanmar.",
        "Armed men have often attacked police posts in Myanmar.",
        ("trigger", "offensive", None, ["MMR"]),
    ),
    "an event that has moved people": (
        "The floods in Pakistan have left 300,000 people homeless.",
        "The floods in Pakistan were discussed by engineers.",
        ("trigger", "flood", None, ["PAK"]),
    ),
    "a promise with a figure": (
        "Uganda has agreed to take 2,000 Afghans.",
        "Uganda has agreed to take note of the Afghans.",
        ("appeal", "welcome", 2000.0, ["UGA"]),
    ),
    "a site spoken of": (
        "The sports hall in Palanca took in refugees. It was full by ten.",
        "The sports hall in Palanca took in refugees. It was cold by ten.",
        ("shelter", "sports_hall", "full", ["MDA"]),
    ),
    "lodging under a roof": (
        "At the school in Benghazi 112 families sleep on the desks.",
        "At the school in Benghazi 112 pages list the desks.",
        ("shelter", "school", 112.0, ["LBY"]),
    ),
    "hours that a way took": (
        "Drivers said the crossing at Masnaa took ten hours.",
        "Drivers said the trip to Beirut took ten hours.",
        ("queue", "waiting_time", 10.0, ["LBN"]),
    ),
    "where the invaded country is": (
        "Russia invaded Ukraine on 24 February 2023.",
        "Russia intrigued Ukraine on 24 February 2023.",
        ("trigger", "invasion", None, ["UKR"]),
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_read_and_its_near_miss_is_not(form):
    """The sentence yields the claim; the near miss yields nothing of that kind."""
    text, near_miss, wanted = FORMS[form]
    assert wanted in read(text)
    assert wanted[0] not in [kind for kind, *_ in read(near_miss)]


RUSSIAN = {
    "oblique numerals": (
        "Около семидесяти пяти тысяч жителей Оша перешли из Киргизии в Узбекистан.",
        ("flow", "crossed_border", 75000.0, ["KGZ", "UZB"]),
    ),
    "a noun before its number": (
        "На границе с Монголией в очереди стоят тысячи три машин.",
        ("queue", "queue", 3000.0, ["MNG", "MNG"]),
    ),
    "a dash for the verb": (
        "Польша приняла 3 миллиона украинцев, Чехия — 400 тысяч.",
        ("flow", "arrived", 400000.0, ["UKR", "CZE"]),
    ),
    "who is let through": (
        "Беженцев в Молдавии пускают без виз, сообщила пограничная служба.",
        ("border_status", "border", "open", ["MDA"]),
    ),
    "fighting that began": (
        "Бои в Судане начались 15 апреля.",
        ("trigger", "fighting", None, ["SDN"]),
    ),
}


@pytest.mark.parametrize("form", RUSSIAN)
def test_a_russian_form_is_read(form):
    """The sentence yields the claim."""
    text, wanted = RUSSIAN[form]
    assert wanted in read(text, "ru")


NOTHING = [
    "The evacuation drill at the refinery was over in eleven minutes; 640 people left the site by two gates.",
    "About 60,000 barnacle geese arrived in Scotland from Greenland over the weekend.",
    "The exercise in Almaty ended at noon: in a mock evacuation 9,000 children left their schools.",
    "The premiere filled the theatre: the audience left the stalls, 500 people in all, and the actors came out twice.",
    "Mortgages fell and buyers came: 1,200 families moved into new flats, developers in Warsaw say.",
    "M23 rebels held a parade.",
    "The highway is cut at three places, the refugee agency says.",
    "At eight this morning the office opened for refugees.",
    "The law known as Title 42 lapsed, and the border was quiet.",
    "The camp is for people over sixty.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_figure_of_something_else_becomes_people(text):
    """Drills, animals, plays, flats, names, hours and ages are nobody's flight."""
    assert not [claim for claim in read(text) if isinstance(claim[2], float | tuple)]


def test_of_a_part_and_its_whole_only_the_part_moved():
    """The inhabitants of whom some left did not all leave."""
    figures = [
        c[2] for c in read("Some 100,000 of the 120,000 inhabitants of Karabakh have left for Armenia.")
    ]
    assert figures == [100000.0]


def test_the_same_report_gives_the_same_country_whatever_the_hash_seed():
    """Two countries named as often fall the same way: the one named first."""
    text = "Russians and Ukrainians came. Ukrainians and Russians went. Some 4,000 people entered Georgia."
    assert read(text)[-1][3][0] == "RUS"


OTHER_LANGUAGES = {
    "fr: from, to, since": (
        "fr",
        "Plus de 50 000 Burundais ont fui leur pays depuis la mi-avril, principalement vers le Rwanda et la Tanzanie.",
        ("flow", "fled", 50000.0, ["BDI", "RWA", "TZA"]),
    ),
    "fr: a country that hosts": (
        "fr",
        "La Mauritanie accueille 100 000 réfugiés maliens.",
        ("stock", "present", 100000.0, ["MLI", "MRT"]),
    ),
    "fr: a border reopened": (
        "fr",
        "Le Niger a rouvert mardi sa frontière avec le Tchad.",
        ("border_status", "border", "open", ["TCD", "NER", "NER"]),
    ),
    "es: each day over a bridge": (
        "es",
        "Más de 4.000 venezolanos cruzan cada día el puente de Rumichaca rumbo a Ecuador.",
        ("flow", "crossed_border", 4000.0, ["VEN", "ECU"]),
    ),
    "es: refuge asked for": (
        "es",
        "Unos 23.000 nicaragüenses han pedido refugio en Costa Rica.",
        ("flow", "asylum_application", 23000.0, ["NIC", "CRI"]),
    ),
    "es: a border that will close": (
        "es",
        "Venezuela cerrará sus fronteras el lunes, anunció el ministro de Defensa.",
        ("border_status", "border", "closed", ["VEN"]),
    ),
    "uk: over a border with": (
        "uk",
        "За добу кордон із Польщею перетнули 69 тисяч українців.",
        ("flow", "crossed_border", 69000.0, ["UKR", "POL"]),
    ),
    "uk: people in a country": (
        "uk",
        "У Німеччині перебувають 915 тисяч біженців з України.",
        ("stock", "present", 915000.0, ["UKR", "DEU"]),
    ),
    "uk: a border closed": (
        "uk",
        "Словаччина закрила кордон з Україною.",
        ("border_status", "border", "closed", ["UKR", "SVK", "SVK"]),
    ),
}


@pytest.mark.parametrize("form", OTHER_LANGUAGES)
def test_a_form_of_another_language_is_read(form):
    """The same engine reads languages of which only flows, stocks and borders are given."""
    language, text, wanted = OTHER_LANGUAGES[form]
    assert wanted in read(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le match a attiré 40 000 spectateurs, dont 2 000 sont arrivés de Tunisie."),
        ("fr", "Le Tchad a exporté 40 000 tonnes de coton."),
        ("es", "El partido reunió a 40.000 espectadores; 2.000 llegaron desde Chile."),
        ("es", "Chile exportó 40.000 toneladas de cobre a Perú."),
        ("uk", "На матчі було 40 тисяч глядачів, 2 тисячі прибули з Польщі."),
        ("uk", "Україна вивезла 40 тисяч тонн зерна до Польщі."),
    ],
)
def test_other_topics_in_other_languages_say_nothing(language, text):
    """Matches and freight are nobody's flight in any language."""
    assert read(text, language) == []


def test_beds_are_room_and_taken_beds_are_people():
    """A count of beds is a capacity; of beds that are taken it is people housed."""
    room = read("The school in Benghazi has put up 240 beds for refugees.")
    taken = read("In the school in Benghazi 240 beds are taken, the refugee agency says.")
    assert room[0][:2] == taken[0][:2] == ("shelter", "school")


def test_so_many_per_cent_more_is_a_change():
    """A percentage more than before is a change; one of the arrivals is a share."""
    report = "On Tuesday 12 per cent fewer refugees entered Poland from Ukraine than on Monday."
    assert ("flow", "arrived", 12.0, ["UKR", "POL"]) in read(report)


def test_the_displaced_stay_unless_they_are_taken_out():
    """Displaced people are inside their country; those displaced over a border are not."""
    inside = read("Some 700,000 Malians have been displaced since January.")
    abroad = read("Some 700,000 Malians have been displaced abroad since January.")
    assert inside[0][3] == ["MLI", "MLI"]
    assert abroad[0][3] == ["MLI"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("From 1992 to 1995, 300,000 people fled Bosnia and Herzegovina.", "1992-01-01", "1995-12-31"),
        ("From 24 April to 2 May 30,000 people fled Sudan for Chad.", "2023-04-24", "2023-05-02"),
        ("In the first week of March 30,000 people fled Sudan for Chad.", "2023-03-01", "2023-03-07"),
        ("Some 30,000 people could flee Sudan in the next six months.", "2023-05-10", "2023-11-10"),
        ("In March of last year, 30,000 people fled Sudan for Chad.", "2022-03-01", "2022-03-31"),
    ],
)
def test_a_stretch_of_time(text, start, end):
    """Years, halves of dates, first weeks and months to come are resolved to their days."""
    report = Report.of(
        text=text,
        published=datetime.fromisoformat("2023-05-10T12:00:00+00:00"),
        language="en",
        source="form",
    )
    (claim,) = extract([report])
    assert (str(claim.interval.start), str(claim.interval.end)) == (start, end)
