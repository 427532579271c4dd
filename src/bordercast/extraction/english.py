"""English: the words the rules need. Data only; see `language` for what each is for."""

import re

from bordercast.extraction.language import Fractions, Language, Motion, cues, words
from bordercast.vocabulary import Hedge, Kind, Modality

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTH = (
    r"(?P<m>january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
# "may" is the month only after a word that goes with a month
_BARE_MONTH = _MONTH.replace(
    "|may|",
    "|(?:(?<=in )|(?<=of )|(?<=since )|(?<=during )|(?<=late )|(?<=early )|(?<=mid-)|(?<=last )|(?<=until )|(?<=from )|(?<=this ))may(?! be\\b| have\\b)|may(?= \\d{4})|",
)
_WEEKDAY = r"(?P<w>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_UNIT = r"(?:(?P<hour>hours?)|(?P<day>days?)|(?P<week>weeks?)|(?P<month>months?)|(?P<fortnight>fortnights?)|(?P<year>years?))"
_N = r"(?P<n>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty-four)"
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_DET = r"(?:the |its |their |neighbou?ring |nearby |northern |southern |eastern |western |central |both |§+['’]s? )*"
_CAUSED = (
    r"(?:dr(?:ove|iven)|driving|drives?|forc(?:ed|es|ing)|push(?:ed|es|ing)|chas(?:ed|ing)|compell(?:ed|ing))"
)
# between a verb and the figure that is its object: "took in (some) #"
_ABOUT = (
    r"(?:(?:more than|over|some|about|around|nearly|almost|at least|up to|as many as|roughly|approximately|close to|an estimated"
    r"|another|a further|an additional|the first|at|perhaps|only|just|well over) )?#"
)


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + pattern + r")(?!\w)")


def _before(pattern: str) -> re.Pattern[str]:
    """Return a pattern that must end where the place (or figure) begins."""
    return re.compile(
        r"(?<!\w)(?:"
        + pattern
        + r")\s+"
        + _DET
        + r"(?:[a-z]+ of |city of |town of |republic of |territory of )?$"
    )


# verbs of saying, by what is done in saying it; past, present and "-ing" where wires use it
_SAY = (
    r"sa(?:id|ys?|ying)|told|tells|telling|wr(?:ote|ites?|itten)|add(?:ed|s)|not(?:ed|es)|stat(?:ed|es)|remark(?:ed|s)|comment(?:ed|s)|tweet(?:ed|s)|post(?:ed|s)|explain(?:ed|s)|describ(?:ed|es)|quot(?:ed|es)|cit(?:ed|es)|recall(?:ed|s)|testif(?:ied|ies)|"
    r"report(?:ed|s)?|announc(?:ed|es)|inform(?:ed|s)|disclos(?:ed|es)|reveal(?:ed|s)|indicat(?:ed|es)|signall?(?:ed|s)|show(?:ed|s)? that|publish(?:ed|es)|issu(?:ed|es)|releas(?:ed|es)|record(?:ed|s)|gave|gives|"
    r"confirm(?:ed|s)?|clarif(?:ied|ies)|specif(?:ied|ies)|acknowledg(?:ed|es)|conced(?:ed|es)|admit(?:ted|s) that|agree[ds]? that|stress(?:ed|es)|emphasi[sz](?:ed|es)|underlin(?:ed|es)|underscor(?:ed|es)|insist(?:ed|s)|reiterat(?:ed|es)|repeat(?:ed|s)|maintain(?:ed|s)|assert(?:ed|s)|declar(?:ed|es)|claim(?:ed|s)|alleg(?:ed|es)|argue[sd]?|made clear|point(?:ed|s) out|assur(?:ed|es)|"
    r"estimat(?:ed|es)|calculat(?:ed|es)|counted|reckon(?:ed|s)?|believe[sd]?|think(?:s)?|thought that|guess(?:ed|es)?|expect(?:ed|s)?|forecasts?|predict(?:ed|s)?|anticipat(?:ed|es)|hope[sd]?|fear(?:ed|s)|suggest(?:ed|s)|conclud(?:ed|es)|puts? (?:the|it|that|this|them|those|at|its)|speaks? of|spoke of|talks? of|talked of|"
    r"den(?:ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)|warn(?:ed|s)?|caution(?:ed|s)|complain(?:ed|s)|promis(?:ed|es)|pledg(?:ed|es)|vow(?:ed|s)|offered to|"
    r"call(?:ed|s|ing) (?:on|for|upon)|urg(?:ed|es|ing)|appeal(?:ed|s)|(?:(?<!were )(?<!was )(?<!been )(?<!are )(?<!is )(?<!be )(?:asked|asks|order(?:ed|s)|demand(?:ed|s)|advis(?:ed|es)|instruct(?:ed|s)))"
)

_TRIGGERS = {
        "mobilisation": r"(?:partial |military |general |full |the )*mobili[sz]ation|call-up|conscription (?:drive|order)|draft (?:order|decree)",
        "offensive": r"attacked|stormed|(?:seized|captured|overran|entered|took(?: control of)?|(?:had|has|have) (?:taken|seized|captured)) (?:the |control of )*(?:\w+ ){0,2}?§+(?= on | three | two | yesterday| overnight| late | early |[.,])|attacks? on|aircraft struck|struck first|anti-terrorist measures|offensive|military operation|assault|anti-terrorist operation|advance on", "invasion": r"invasion|invaded", "coup": r"coup|seized power|takeover|overthrew|overthrown|ousted|deposed",
        "ceasefire": r"cease-?fire|truce", "surrender": r"surrender\w*|capitulat\w*|lay(?:ing)? down (?:their )?(?:arms|weapons)|laid down (?:their )?(?:arms|weapons)|disband\w*", "blockade": r"blockade|blocked the (?:[\w§]+ ){0,2}?(?:road|corridor|highway|crossing)",
        "earthquake": r"earthquake|quake|the earth shook|tremor", "flood": r"floods?|flooding|floodwaters?|burst (?:its|their) banks|(?:dam|dyke|levee|embankment)s? (?:burst|broke|collapsed|gave way|was breached)", "storm": r"cyclone|hurricane|typhoon|tropical storm|storm",
        "fire": r"wildfires?|forest fires?|bushfires?", "shelling": r"shelling|bombardment|air ?strikes?|bombing|artillery", "explosion": r"explosion|blast|exploded|blew up|blown up|(?:bomb|mine|device) went off", "decree": r"decree|executive order|emergency law|state of emergency|martial law|ultimatum|(?:mandatory |compulsory )?evacuation (?:of|order)|must (?:be out|leave)(?: (?:of )?the country)? (?:by|before)|expulsion order",
        "fighting": r"fighting|clashes|violence|attacks?",
}  # fmt: skip

# Words of topics that use "left", "crossed" and "fled" of other things than people in flight; by topic.
_TOPICS = {
    "sport": r"referee|penalty area|half-time|header|winger|goalkeepers?|season tickets?|kick-?off|friendly|transfer window|supporters|spectators|fans?|grandmasters?|chess|prize fund|start line|finish line|entrants|match(?:es)?|goals?|leagues?|championships?|cup|derby|strikers?|midfielders?|coach|transfer fee|tournaments?|medals?|marathon|runners?|grand prix|olympi\w+|players?|athletes?|squad|fan zones?|stadiums|final whistle|world cup|cyclists?",
    "trade": r"hauliers|containers?|freight|cargo|turnover|wheat|exports?|imports?|trade (?:turnover|volume|deal)|tonnes|harvest|vintage|wine|stock exchange|shares|shareholders|inflation|gdp|shipping|vessels|supertankers?|canal|wagons?|quarterly|profits?|sales|retailers?",
    "culture": r"film festival|box office|concerts?|festival|ticket sales|premi[eè]re|audiences?|stage|novels?|playwright|opera|ballet|orchestra|exhibition|museum|gallery|actors?|theatre|second act|guest performance|production of|staging|theatregoers?|curtain|choir|directed by|screenplay|paintings?",
    "wildlife": r"geese|cranes|birds?|birdwatchers?|wildebeest|migratory|flocks?|roosts?|roosting|nesting|ornitholog\w+|wildlife|zoo|salmon|butterfl(?:y|ies)|storks?|whales?|turtles?|species|breeding|plumage|hatch\w*|wingbeats?|feeding grounds?|maize|wetlands?",
    "travel": r"airline passengers|passengers(?= (?:left|passed through|used|flew))|airlines|runways|flights an? (?:week|day|year|hour)|check-in|baggage|luggage|holiday(?:s|makers?)|tourism|extra trains|sun-?seekers|resorts?|beaches|motorists|getaway|half-term|charter flights?|package tours?|duty-free|timetables?|commuters?|heathrow|gatwick",
    "property": r"mortgages?|buyers?|developers?|square (?:metres|meters|feet)|housing market|landlords?|tenan(?:ts?|cy)|real estate|estate agents?|new-build|interest rates?|flat-hunters?|construction firms?",
    "computing": r"servers?|software|databases?|user accounts?|accounts|cloud|platforms?|backups?|data cent(?:re|er)s?|passwords?|websites?|mailbox(?:es)?|dashboards?|gateway|apps?|files|bytes|downtime|engineers|logins?|subscribers",
    "mishap": r"fire alarms?|false alarm|the alarm|smoke detectors?|fire engines?|librar(?:y|ies)|lifts?|shopping (?:centre|mall)|kitchen|boiler|gas leak|power cut",
    "business": r"shareholders?|layoffs?|redundanc\w+|jobs|job cuts|customers?|subscribers?|vacancies|startups?|branches|headcount|quarter results",
    "education": r"enrol\w*|semester|scholarships?|undergraduates?|tuition|lecturers?|academic year|admissions",
    "health": r"vaccin\w+|immuni[sz]\w+|doses|clinical trials?|polio|measles|bird flu|health workers",
    "work": r"nurses|recruit(?:ed|ment|ing)|hired|hiring|labour (?:market|department|ministry)|wages|unemployment|guest workers|remittances|trade union|on strike|plant|factory",
    "people counted": r"birth rate|population (?:fell|grew|rose|shrank|of the country)|statistics office|statisticians?|fertility|life expectancy",
    "crime": r"cocaine|heroin|hashish|cannabis|sentenced|contraband|cigarettes|defendants?|burglar\w*|robber\w*",
    "air": r"cabin (?:staff|crew)|aircraft fleet|airline (?:said|added|carried)|new routes?|adds? flights|air carriers?",
    "shops": r"smartphones?|phones?|shoppers?|discounts?|department stores?|supermarkets?|bestseller|box set",
    "public life": r"ballots?|polling stations?|turnout|pilgrims?|pilgrimage|hajj|worshippers|graduates?|exams?|examinations?|lay-?offs|redundanc\w+|census",
}  # fmt: skip

LANGUAGE = Language(
    code="en",
    nations=None,
    worded=re.compile(r"(?<![a-z])(?:" + "|".join(_ONES.split()[2:] + _TENS.split()) + r"|half|third|quarter|fifth|dozen|hundred|thousand|million|scores|tens|lakh|crore)"),
    either=re.compile(r"\bor\b"),
    scales={
        "hundred": 100, "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6,
        "k": 1e3, "billion": 1e9, "bn": 1e9, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "dozen": 12,
    },
    plural_scales=frozenset({"thousands", "millions", "lakhs"}),
    small_words={
        **{w: float(i) for i, w in enumerate(_ONES.split())},
        **{w: 10.0 * (i + 2) for i, w in enumerate(_TENS.split())},
        "half": 0.5, "quarter": 0.25, "quarters": 0.25, "thirds": 1 / 3,
    },
    vague=cues({
        "200000-1000000": r"hundreds of thousands",
        "20000-100000": r"tens of thousands",
        "2000000-100000000": r"millions(?! of (?:dollars|euros|roubles|rubles|pounds))",
        "2000-10000": r"(?:several |many |some )?thousands(?: upon thousands)?",
        "2000-9000": r"(?:several|a few|some) thousand",
        "200-900": r"(?:several|a few) hundred",
        "200-1000": r"(?:several |many |some )?hundreds",
        "20-100": r"(?:several |some )?(?:dozens|scores)|several dozen|a few dozen|tens(?= of (?:people|cars|families))",
    }),
    inverted=(),
    hedges_before=(
        (re.compile(r"(?:not? (?:more|higher|greater) than|at most|up to|as many as|as much as|a maximum of|maximum of|no fewer than)\s+(?:the |an? )?$"), Hedge.UP_TO),
        (re.compile(r"(?:more than|over|above|upwards of|in excess of|exceed(?:ed|s|ing)?|surpass(?:ed|es|ing)?|topped|passed|past|well over|north of|greater than|more than an?)\s+(?:the |an? )?$"), Hedge.MORE_THAN),
        (re.compile(r"(?:at least|a minimum of|no less than|not less than|not fewer than)\s+(?:an? |some )?$"), Hedge.AT_LEAST),
        (re.compile(r"(?:nearly|almost|close to|just under|just short of|nearing|approaching|just below|not quite|a little under|slightly under|shy of)\s+(?:the |an? )?$"), Hedge.NEARLY),
        (re.compile(r"(?:fewer than|less than|under|below|short of)\s+(?:an? )?$"), Hedge.LESS_THAN),
        (re.compile(r"(?:around|about|some|roughly|approximately|approx\.?|an estimated|estimated|circa|ca\.|in the region of|in the order of|or so|an average of|perhaps|probably|an approximate|something like|~|estimated (?:to be|at)|put (?:it|this|that) at)\s*(?:the |an? |an estimated )?$"), Hedge.APPROX),
    ),
    hedges_after=(
        (re.compile(r"\s*(?:or more|and counting|\+|and more)"), Hedge.AT_LEAST),
        (re.compile(r"\s*(?:or so|or thereabouts|-odd)"), Hedge.APPROX),
        (re.compile(r"\s*at (?:the )?most"), Hedge.UP_TO),
        (re.compile(r"\s*or (?:fewer|less)"), Hedge.UP_TO),
        (re.compile(r"\s*at least"), Hedge.AT_LEAST),
    ),
    range_between=re.compile(r"\s?(?:-|–|—|to|and|or)\s?"),
    units=cues({
        "percent": r"per ?cent|percent|%|percentage points",
        "household": r"(?:\w+ ){0,2}?(?:households?|families|family)",
        "vehicle": r"(?:\w+ ){0,3}?(?:cars|car|vehicles?|automobiles|trucks|lorries|buses|minibuses|coaches|vans|motorcycles)",
        "km": r"kilomet(?:re|er)s?|km|-?kilomet(?:re|er)|-?km",
        "hour": r"-?hours?|hrs?|h",
        "dwelling": r"(?:\w+ ){0,2}?(?:homes?|houses?|dwellings?|buildings?|apartments?|shelters destroyed|huts)",
        "crossing": r"(?:border )?crossings|border passages|entries|exits",
        "trip": r"trips|journeys",
        "seat": r"seats",
        "person": r"(?:\S+ ){0,3}?(?:people|persons?|individuals|men|women|children|boys|girls|civilians|citizens|nationals|residents|refugees|rohingyas?|yazidis?|kurds|tutsis?|hutus?|roma|uighurs|uyghurs|hazaras?|tatars|palestinians|serbs|albanians|pensioners|orphans|workers|settlers|deportees|survivors|escapees|commuters|mothers|refugees|migrants|returnees|arrivals|arrived|inhabitants|evacuees|idps?|displaced(?! (?:people|persons|civilians|residents|women|men|children|families|households)(?!\w))|displacements?|newcomers|travell?ers|villagers|asylum[- ]seekers|asylum[- ](?:applications|claims|requests)|applications?|departures|passengers|prisoners|inmates|detainees|foreigners|adults|minors|students|workers|souls|of them|others|bodies|dead|patients|wounded|injured|beds?|berths|cots|mattresses|places|identification numbers|guests|pedestrians|passports|entrants|holders|more(?! than)|registrations)|§+(?: \w+){0,2}?",
        "day": r"-?days?",
    }),
    not_counted=words(
        r"rubles?|roubles?|dollars?|afghanis?|soms?|soum|sums?|liras?|rials?|rupees?|shillings?|francs?|pesos?|naira|birr|yuan|yen|hryvnias?|zlot(?:y|ys)|kron(?:er|or|a)|won|baht|dinars?|riyals?|manats?|somoni|taka|kyats?|cents|usd|eur|euros?|tenge|drams?|lari|pounds?|tonnes?|tons?|hectares?|acres?|litres?|liters?|degrees|points?|goals?|spectators?|fans?"
        r"|tickets?|votes?|seats? in|voters?|bottles?|barrels?|metres?|meters?|miles per|kilograms?|kg|mm|square|minutes?|seconds?|years?(?:[- ]old)?|months?|weeks?|decades?|centuries|-year-old"
        r"|(?:\w+ )?(?:geese|wildebeest|sheep|cattle|deer|fish|oxen|birds?|specimens|horses|camels)|athletes|delegates|participants|protest[eo]rs|demonstrators|marchers|rioters|shoppers|members|supporters|subscribers|customers|clients|users|viewers|readers|followers|staff|employees|pilgrims|worshippers|wagons|containers|head|peacekeepers|reservists?|soldiers?|troops?|servicemen|fighters?|conscripts?|tanks?|armou?red (?:vehicles|cars)|military (?:vehicles|trucks)|aircraft|helicopters?|warships?|targets|rockets|missiles|drones?|officers?|policemen|runners?|finishers?|medals?|players?|games?|pages?|percent of the vote"
        r"|a\.?m\.?|p\.?m\.?|o'clock|local time|gmt|times|nights?|flights?|stamps?|guests|visitors?|tourists|shelters(?! destroyed)|camps|sites|cent(?:re|er)s|hospitals|clinics|mosques|churches|hotels|rooms|schools|villages|settlements|communities|districts|regions|countries|states|checkpoints|crossing points|points|provinces|eu countries"
    ),
    # a plural noun, after at most one adjective, that no unit knows: "twelve tents", "37 known trails"
    other_things=re.compile(r"\s(?:(?!(?:were|was|had|have|came|left|fled|went|took|got|made|ran|stood|sat|slept|lost|told|said|spent|drove|are|is|has|to|in|on|at|by|from|into|of|and|or|as|a|an|the|this|that|each|every|per|more|so|who|which|than|last|over|through|across|for|with|without|now|still|already|men|women|others)\b)(?![a-z]+(?:ed|ing|ly)\b)[a-z]+(?:-[a-z]+)*\s)?(?!(?:was|is|has|this|its|his|as|us|across|towards|perhaps|besides|others|sometimes|always|days|weeks|months|years|hours|times|less|thus|plus|ours|theirs|yes|crosses|comes|goes|leaves|arrives|flees|needs|means|makes|takes|souls|persons|registrations|arrivals|departures|returns|displacements|returnees|evacuees|idps|of)\b)[a-z]+(?:-[a-z]+)*s\b(?<!ss)"),
    labels=re.compile(r"(?<!\w)(?:(?:crowds?|audiences?|turnout|attendance|staff|workforce|team|army|force|crew|garrison|membership) of(?: (?:about|around|some|nearly|more than|over))?|title|section|clause|(?:are|is|were|was) (?:below|under|over|above|aged|younger than|older than)|decree|law|order|no|aged?|ages|aged between|aged from|age of|gate|road|route|highway|paragraph|page|no\.|chapter|article|kilomet(?:re|er)|platform|room|flight|phase|stage|category|grade|resolution|update|update no\.|paragraphs|under the age of|(?:people|persons|men|women|boys|girls|those|anyone|everyone|everybody|adults|children|minors|citizens|males) (?:over|under|above|below|between|from|of|older than|younger than)|n-)\s?$"),
    per=cues({
        "day": r"\s*,?\s*(?:a|per|each|every)\s+(?:single )?day|\s*daily|\s*(?:people |persons |cars |vehicles )?(?:a|per) day",
        "hour": r"\s*(?:an|per|each|every)\s+hour|\s*hourly",
        "week": r"\s*(?:a|per|each|every)\s+week|\s*weekly",
        "month": r"\s*(?:a|per|each|every)\s+month|\s*monthly",
    }),
    counted_subject=re.compile(r"(?<!\w)(?:number|total|count|flow|tally) of [^;:]{3,190}? (?:has |have |had |now |already )*(?:(?:doubled|tripled|trebled|quadrupled|swollen|swelled|jumped|surged|soared|fallen|fell|dropped|increased|decreased|shrunk|shrank)(?= to)|passed|reached|risen|rose|grown|exceeded|surpassed|topped|climbed|stands|stood|hit|was|is|put)\s(?:about |around |nearly |almost |more than |over |some |at least |to |at )*$|(?<!\w)(?:bring|tak|push|rais|swell|boost)\w* the (?:overall |total |estimated |overall estimated )?number of [^;:,]{3,120}? to (?:about |around |nearly |almost |more than |over |some |at least )*$"),
    populace=re.compile(r"(?<![\w#])#+ (?:per cent |percent )?of (?:the |its |their )?(?:[\w§]+['’]s? )?(?:[a-z]+ ){0,1}?(?:estimated |some |about |around |more than |nearly )?$|(?<!\w)(?:(?:population|inhabitants)(?: [^#,;.]{0,50})?|(?:town|city|village|country|nation|republic|region|island|state|province|district) of(?: (?:about|around|some|nearly|almost|over|only|just|more than))?)\s$"),
    number_of=re.compile(r"(?<!\w)(?:number|count|total|tally) of ([^#,;.]{0,70})"),
    restated=re.compile(r"(?<!\w)(?:(?:puts?|put|putting) (?:it|that|this|them|the (?:number|figure|total|count|toll)) at|(?:speaks?|spoke|speaking|talks?|talked) of|(?:confirms?|confirmed|counts?|counted|gives?|gave|reports?|reported|has|have|said|says|names?|cites?|estimates?|estimated|reckons?) (?:it (?:was|is|at) |(?:they|there|it) (?:were|are|was|might be|may be) |(?:that )?there (?:were|are|might be|may be|could be) |fewer, |more, |only |just )?|the number (?:now )?(?:is|was)|(?:they|there) (?:were|are)|it (?:was|is|had been|has been)|there might be|and then)\s(?:about |around |some |nearly |almost |more than |over |at least |up to |only |just |as many as |perhaps )*$"),
    how_many=words(r"how many|how large|how big|what (?:is|are|was|were) the (?:number|figures?|count)|how much"),
    nobody=words(r"nobody|no one|no people|not a single \w+|none of (?:them|the \w+)"),
    tally=re.compile(r"(?<!\w)(?:count|tally|total|number|figure)s? (?:[^#,;.]{0,60} )?(?:has |have |had |now |more than |almost |nearly )*(?:reached|stands? at|stood at|passed|(?:r[oi]se[ns]?|climbed|gr[eo]wn?|jumped|surged|soared|swelled|f[ae]llen|fell|dropped|declined|shrunk|shrank|slowed|eased|doubled|tripled|gone up|went up|gone down|went down)(?: from #+(?: [^#,;.]{1,30})?)? to|was|is)\s+(?:about |around |nearly |almost |more than |over |some )?$|(?<!\w)put(?:s|ting)? (?:the|their|that|this) (?:count|tally|total|number|figure) at\s(?:about |around |nearly |almost |more than |over |some )?$"),
    further=words(r"a further|another|an additional|additional|more people|further"),
    total=words(r"(?:bringing|brings|brought|taking|takes|took|pushing|putting) (?:the |their |its |this )?(?:\w+ )?(?:total|tally|number|count)|in total|total of|a total|altogether|in all|(?<!heaviest )(?<!busiest )(?<!highest )(?<!biggest )so far|to date|overall|running total|cumulative(?:ly)?|(?:had|has|have) risen to|(?:had |has |have )?(?:reached|passed)(?= #| more| over| nearly| almost| about)|stood at|stands at|now stands|all told|up to now|thus far|already"),
    by_now=words(r"(?:by|as of|as at|until|up to) (?:about |around |late |early |the )*(?:#+|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m|midnight|noon|midday|dawn|dusk|nightfall|morning|afternoon|evening|night|lunchtime|today|now|then|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: o'clock| this| in the)|the same (?:hour|time))"),
    perfect=words(r"(?:have|has|had|[a-z]+['’]ve)(?:\s(?:already|since|now|so far|all|also|been|reportedly|been (?:forcibly|newly|formally)|forcibly)){0,3}\s+(?:\w+ ){0,2}\w+"),
    daily=words(r"each day|every day|daily|a day|per day"),
    capacity=words(r"at (?:the )?most|can (?:be )?(?:process\w*|handle\w*|take|register\w*|accept\w*|cope with|let through)|capable of|able to (?:process|handle|register)|maximum"),
    compared=words(r"up from|down from|than|against|compared (?:with|to)"),
    fractions=Fractions.of(
        {"half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "two thirds": 200 / 3, "two-thirds": 200 / 3, "a quarter": 25.0, "one quarter": 25.0,
         "three quarters": 75.0, "three-quarters": 75.0, "a fifth": 20.0, "one fifth": 20.0, "two fifths": 40.0, "three fifths": 60.0, "four fifths": 80.0, "a tenth": 10.0},
        {w: i for i, w in enumerate(_ONES.split()[1:11], 1)},
        after=r"(?= of (?!an?\b)| (?:the|them|those|have|has|are|were|left|returned)\b|[.,;])", between=r" (?:(?:person|people|famil(?:y|ies)|households?|children|refugees?|residents?|inhabitants?|arrivals) )?(?:in|out of)(?: every)? ",
    ),
    same_time=words(r"(?:over|in|during|for|within) (?:the|that|those) same (?:period|time|days|week|month|weeks|\w+ days)|(?:during|in) those (?:\w+ )?days|same (?:day|dates|period)|over that (?:period|time)|by then|by the same (?:hour|time)"),
    months={
        m: i for i, names in enumerate(
            ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
             "september sept sep", "october oct", "november nov", "december dec"), 1) for m in names.split()
    },
    weekdays={w: i for i, w in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])},
    monthly=re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"),
    temporal=re.compile(r"day|week|month|year|quarter|christmas|summer|spring|autumn|fall|on the|q[1-4]|yesterday|night|morning|evening|noon|midday|today|tomorrow|recent|since|after|fortnight|hour|half|overnight|recently|(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    dates={
        "day_last_week": re.compile(r"(?<!\w)" + _WEEKDAY + r"(?P<week>,? (?:of )?last week)(?!\w)"),
        "year_part": re.compile(r"(?<!\w)(?:in |during |over |for )?(?:the )?(?:(?P<half>first|second) half|first (?P<months>two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}) months|(?:(?P<quarter>first|second|third|fourth)|(?P<final>last|final|past|previous)) quarter)(?:,? (?:of )?(?:this year|the year|(?P<ly>last year)|(?P<y>(?:19|20)\d\d)))?(?!\w| of (?:the (?!year)|a |\w+ people)| of (?:them|those))|(?<!\w)(?P<q>q[1-4])(?: (?:of )?(?P<y2>(?:19|20)\d\d))?(?!\w)"),
        "night_to": re.compile(r"(?<!\w)(?:overnight (?:into|to)|(?:on |in |during )?the night (?:in)?to|(?:on |in )?the night of (?:mon|tues|wednes|thurs|fri|satur|sun)day (?:in)?to|between \w+day night and)\s+(?:early )?" + _WEEKDAY + r"(?!\w)"),
        "iso": re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        "bygone": words(
            r"(?:after|before|around|following|circa|prior to|as (?:early|far back) as|by)\s+(?P<y>(?:18|19|20)\d\d)(?!,\d|\.\d|\s(?:people|persons|men|women|children|cars|vehicles|families|households|refugees|migrants|civilians|residents|arrivals))",
            r"(?P<y2>(?:18|19|20)\d\d)[- ](?:civil |independence |liberation )?(?:wars?|conflicts?|exodus|crisis|invasion|earthquake|genocide|revolution|uprising|coup|massacres?|famine|fighting|offensive|floods?|eruption|partition|expulsions?|pogroms?|displacement|outflow|influx|peace (?:deal|accords?|agreement))",
            r"(?:(?:in|during|of|from|throughout|by)\s+)?(?:the\s+)?(?:early\s+|mid-?\s*|late\s+)?(?P<d>(?:1[89]|20)\d0|(?<=['’])\d0)['’]?s",
            r"(?P<n>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty)\s+(?:years?|(?P<decades>decades))\s+(?:ago|earlier|back|before)",
            r"(?:(?P<years>(?:a few |several |some |many )?years)|(?P<lifetimes>(?:a |a few |several |some |many )?(?:decades?|generations?)|half a century|a lifetime))\s+(?:ago|earlier|back)",
            r"(?P<soviet>(?:collapse|fall|break-?up|dissolution|end) of the (?:soviet union|ussr)|soviet (?:times|days|era|rule))|(?P<war>(?:first|second) world war|world war (?:i{1,2}|one|two))",
        ),
        "week_to": re.compile(r"(?<!\w)(?:(?:in|during|over|for) )?(?:the )?(?:week|seven days) (?:to|ending|ended|until|up to)(?: on)? (?:" + _WEEKDAY + r"|(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of )?" + _MONTH + r"(?!\w)(?:,?\s+(?P<y>(?:19|20)\d\d))?)(?!\w)"),
        "week_of_month": re.compile(r"(?<!\w)(?:in |during |over )?(?:the )?(?:(?P<first>first|opening)|last|final) (?:week|days|few days) of " + _MONTH + r"(?!\w)(?:,?\s+(?P<y>(?:19|20)\d\d))?"),
        "month_part": re.compile(r"(?<!\w)(?:(?P<by>(?:at|by|until|till) )|in |from |since )?(?:the )?(?:(?P<early>early(?: in)?|beginning of|start of)|(?P<mid>mid-?|the middle of|middle of)|(?P<late>late(?: in)?|end of))(?: |(?<=-))" + _MONTH + r"(?!\w|\s+\d{1,2}(?![\d,.]))(?:,? (?:of )?(?P<y>(?:19|20)\d\d)|(?P<ly>,? last year))?"),
        "years": re.compile(r"(?<!\w)(?:from|of|in|between|during)\s+(?P<y>(?:19|20)\d\d)\s?(?:-|–|—|to|and|until|through)\s?(?P<y2>(?:(?:19|20)\d\d)|\d\d)(?!\d|,\d)"),
        "coming": re.compile(r"(?<!\w)(?:in|over|within|during) the (?:next|coming) " + _N + r"\s+" + _UNIT + r"(?!\w)"),
        "day_range": re.compile(r"(?<![\d,.])(?P<d>\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|—|to|and|through)\s?(?:the )?(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of )?" + _MONTH + r"(?!\w)(?:,?\s+(?P<y>(?:19|20)\d\d))?"),
        "month_day_range": re.compile(r"(?<!\w)" + _MONTH + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|—|to|and|through)\s?(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?![\d,.]\d)(?:,?\s+(?P<y>(?:19|20)\d\d))?"),
        "day_month": re.compile(r"(?<![\d,.])(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of )?" + _MONTH + r"(?!\w)(?:,?\s+(?P<y>(?:19|20)\d\d))?"),
        "month_day": re.compile(r"(?<!\w)" + _MONTH + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?(?![\d]|[,.]\d{3}|\s?(?:people|per|cars|families))(?:,?\s+(?P<y>(?:19|20)\d\d))?"),
        "numeric": re.compile(r"(?<![\d/.])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)(?!\d)"),
        "clock": re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)(?:\s?(?:a\.?m\.?|p\.?m\.?|gmt|utc|local time|local))?|(?<!\d)\d{1,2}\s?(?:a\.?m\.?|p\.?m\.?|o'clock)(?!\w)|(?<!\w)(?:(?:at|by|until|till|before|after|since|from|between|and|to) (?:about |around |half past |a quarter (?:to|past) |(?:five|ten|twenty) (?:to|past) )*)?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:(?:this|that|yesterday|tomorrow|on \w+day) (?:morning|afternoon|evening|night)|in the (?:morning|afternoon|evening)|at night|o['’]clock)|(?<!\w)(?:at|by|until|till|before) (?:about |around )?(?:(?:half past|a quarter (?:to|past)|(?:five|ten|twenty) (?:to|past)) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=[.,;](?: |$)|$| (?:it|the|they|he|she|on|yesterday|today)(?!\w))"),
        "day_before_yesterday": words(r"the day before yesterday"),
        "yesterday": words(r"yesterday(?: (?:morning|afternoon|evening|night))?|the previous day|the (?:day|evening|night|morning) before|a day earlier|a day before|last night"),
        "overnight": words(r"overnight|during the night|in the past (?:24|twenty-four) hours|in the last (?:24|twenty-four) hours|over the (?:past|last|previous) (?:24|twenty-four) hours"),
        "past": re.compile(r"(?<!\w)(?:(?:in|over|during|within|for|after) (?:the |just |only |a span of )?(?:past |last |previous |first |space of )?(?:" + _N + r"\s+)" + _UNIT + r"|(?:in|over|during) the (?:past|last|previous)(?P<n2>) " + _UNIT.replace("?P<", "?P<x") + r")(?!\w)"),
        "back": re.compile(r"(?<!\w)" + _N + r"\s+" + _UNIT + r"\s+(?:ago|earlier|before|previously)(?!\w)"),
        "today": words(r"today|over the day|in the course of the day|this (?:morning|afternoon|evening)|tonight|by midday|at noon|as of noon|by noon|so far today"),
        "tomorrow": words(r"tomorrow"),
        "next": words(r"(?:in|over|within) the (?:coming|next)(?: \w+)? (?:days|weeks)|in the days ahead|in the near future"),
        "weekend": words(r"(?:over|at|during|on) (?:the|this)(?: (?:past|last))? weekend|last weekend|the weekend|weekend"),
        "week_before_last": words(r"the week before last"),
        "last_week": words(r"last week|the previous week|the week before|a week earlier|the preceding week"),
        "this_week": words(r"this week|early in the week|earlier in the week|earlier this week"),
        "recent": words(r"(?:in |over |during )?(?:the )?(?:recent|last few|past few|few) days|recently|in recent weeks|(?:over|in|during) the (?:past|last) week|a few days"),
        "last_month": words(r"last month|the previous month"),
        "this_month": words(r"(?:so far |earlier |later )?this month|since the (?:start|beginning) of the month"),
        "season": re.compile(r"(?<!\w)(?:in |during |over |since )?(?:the )?(?:(?:(?P<spring>spring)|(?P<summer>summer)|(?P<autumn>autumn|fall)) of (?P<y>(?:19|20)\d\d)|last (?:spring|summer|autumn))(?!\w)"),
        "holiday": re.compile(r"(?<!\w)(?:(?P<christmas>christmas)(?: day| eve)?|(?P<eve>new year(?:'s|’s)? eve)|new year(?:'s|’s)(?: day)?|(?:(?<=since )|(?<=since the ))new year)(?!\w)"),
        "day_of_month": re.compile(r"(?<!\w)(?:on|by|since|from) the (?P<d>\d{1,2})(?:st|nd|rd|th)(?= (?!floor|anniversary|century|parallel|day|time|week|month|minute|attempt|person|of |and |or )\w|[.,;:]|$)"),
        "next_week": words(r"next week|(?:early|later|late) next week"),
        "this_year": words(r"(?:so far )?this year|since the (?:start|beginning) of the year"),
        "month": re.compile(r"(?<!\w)(?:in |of |during |since )?" + _BARE_MONTH + r"(?: (?:of )?(?P<y>(?:19|20)\d\d)|(?P<ly> of last year| last year))?(?!\w|\s+\d{1,2}(?![\d,.]))"),
        "last_year": words(r"last year|a year (?:earlier|ago|before)|the previous year"),
        "year_end": words(r"(?:by|before|until) (?:the )?(?:end of the year|year(?:'s)?[- ]end)"),
        "weekday": re.compile(r"(?<!\w)(?:(?P<last>last )|(?P<next>next )|(?P<before>the previous |the ))?" + _WEEKDAY + r"(?P<before2> before)?(?!\w)"),
        "year": re.compile(r"(?<!\w)(?:in|since|of|during|by|until|from|throughout|between)\s+" + _YEAR + r"(?!\d|,\d|\s+(?:people|men|cars|families|persons))"),
        "since": words(r"since|ever since|from(?= (?:the (?:start|beginning|day|moment|announcement|onset)))|after(?= (?:the (?:announcement|start|mobili[sz]ation|call-up|invasion|offensive|decree)))|following the announcement"),
        "until": words(r"as of|by|until|up to|till|to(?= \d)|as at"),
        "span_join": re.compile(r"\s+(?:morning |evening |night |afternoon )?(?:and|to|until|through|till)\s+(?:\w+ on )?(?:the )?(?:end of )?"),
        "span_open": re.compile(r"(?:between|from)\s+(?:\w+ on )?(?:the )?$"),
    },
    origin_before=_before(
        r"from|out of|outside|left|leave|leaves|leaving|fled|flee|fleeing|flees|quit|quitting|depart(?:ed|ing)?|departures from|exited|exiting|escap\w+(?: from)?|abandon\w*|outflow from|outflow of|exodus from|exodus of|emptied|emptying|exit from|drain from"
    ),
    destination_before=_before(
        r"(?<!according )to|into|in to|toward|towards|for|entered|enter|enters|entering|reached|reach|reaching|reaches|arriv\w+ (?:in|at|on)|cross\w* in(?:to)?|bound for|admitted (?:to|into)|entry (?:to|into)|arrivals (?:in|to)|came to|come to|(?:refuge|shelter|safety|asylum|sanctuary) in|inflow into|influx into|influx to|flooded|flooding"
    ),
    via_before=_before(r"via|through|transiting|by way of|across|over the|at the|at"),
    people_of=re.compile(r"(?<!\w)(?:citizens|nationals|subjects|passport holders) (?:of|from) (?:the )?(?:\w+ (?:of|federation) )?$"),
    single_person=re.compile(r"(?<!\w)(?:single|every|each|one|no) $"),
    border_of=re.compile(r"(?!)"),
    border_with=re.compile(r"(?<!\w)(?:borders?|frontiers?|crossings?|boundary|checkpoints?)(?: \w+){0,1} (?:with|to|into|between)\s+" + _DET + r"$"),
    at_before=_before(r"in|at|near|inside|around|within|across|on|throughout|outside"),
    owner_after=re.compile(r"['’]s?(?!\w)"),
    host_after=re.compile(
        r"^(?:['’]s? [\w ]{0,40})?[, ]*(?:alone |itself |has |have |had |also |already |now |now has |is |was |which |that )*(?:received|receive|receives|took in|taken in|takes in|take in|taking in|hosts?|hosted|hosting|welcomed|admitted|registered|recorded|accepted|counted|logged|sheltering|shelters|accommodat\w+|saw|absorbed|let in|processed)(?!\w)"
    ),
    locative=re.compile(r""),
    list_join=re.compile(r"\s*(?:,|,? and|,? or|;|/|&|,? as well as|,? but also|, then|, plus)\s*(?:to |into |for |towards? |in |from )?" + _DET),
    mainly=words(r"mainly|mostly|chiefly|primarily|largely|principally|notably|above all|especially"),
    the_country=_cue(r"(?:the|their|this) (?:§+ )?(?:country|nation|republic|state|kingdom|island)"),
    capitals={"kremlin": "RUS", "white house": "USA", "downing street": "GBR", "brussels": "BEL"},
    motions=(
        Motion(pattern=_cue(r"(?:were |was |been |being |are )?(?:turned (?:back|away)|push(?:ed|ing) back|sent back at|refused entry|denied entry|(?:barred|stopped|prevented|blocked|kept)(?: " + _ABOUT + r"#* (?:[\w§-]+ ){1,4}?)? ?from (?:entering|crossing|coming in|getting in|reaching)|intercepted)"), kind=Kind.FLOW, term="turned_back"),
        Motion(pattern=_cue(r"deport\w*|expell?\w*|extradit\w*|sent back (?:through|over|across|to)|(?:sen[dt]|sends|sending|flown|flew|shipped|shipping) back(?= " + _ABOUT + r")|(?:were|been|was) sent back|removed (?:to|from the country)"), kind=Kind.FLOW, term="deported"),
        Motion(pattern=_cue(r"(?:re-?crossed|return(?:ed|ing|s|ees?)?(?! to (?:power|work|normal|talks|the table))|went back|gone back|go(?:ing)? back|came back|come back|head(?:ed|ing) (?:back|home)|came home|go(?:ne|ing) home|back (?:home|to §+)|repatriat\w+|(?:walk(?:ed|ing)?|r[au]n(?:ning)?|dr(?:ove|iven|iving)|c[ao]me|coming|went|gone|going|got|push(?:ed|ing)|pour(?:ed|ing)|stream(?:ed|ing)|slipp(?:ed|ing)|sw[au]m|waded|climb(?:ed|ing)|squeezed|rush(?:ed|ing)|hurried|trekk(?:ed|ing)|sail(?:ed|ing)|rowed|mov(?:ed|ing)|pass(?:ed|ing)|travell?(?:ed|ing)|fl(?:ew|own|ying)|trickl(?:ed|ing)|surg(?:ed|ing)|spill(?:ed|ing)|stagger(?:ed|ing)|trudg(?:ed|ing)) (?:back|home)(?! and forth)|driven home|taken home|brought home|flown home)"), kind=Kind.RETURN, term="returned", object_is="destination"),
        Motion(pattern=_cue(r"(?:went|gone|came|travell?ed|travell?ing|crossed|going|headed)? ?(?:in )?the (?:other way|opposite direction|reverse direction)|crossed back"), kind=Kind.RETURN, term="crossed_border"),
        Motion(pattern=_cue(r"asylum[- ](?:applications?|claims?|requests?|seekers? (?:have )?(?:applied|registered))|(?:applied|apply|applying|asked|filed|applications) for (?:asylum|international protection|temporary protection)|sought asylum|lodged (?:an )?(?:asylum )?(?:applications?|claims?)"), kind=Kind.FLOW, term="asylum_application"),
        Motion(pattern=_cue(r"(?:left|leave|leaves|leaving|gone|go|set out|set off|headed|heading|travell?ed|travell?ing|moved|moving|departed|continued|continuing|flown|flew) (?:on )?(?:again )?(?:for|to) (?:other|third|another) (?:countr\w+|states?|destinations?)|(?:left|leave|departed) (?:it |them |the country |§+ )?again|(?:go|goes|went|gone) out again|moved on|moving on|move on|travell?ed (?:on|onwards?)|went on to|gone on to|left again|leave again|left the country again|(?:has|have|had) (?:since |already )?left again|onward (?:movements?|journeys?|travel|departures?)|continued (?:on )?(?:to|towards|from)|transit(?:ed|ing)? (?:through )?|passed through on their way"), kind=Kind.ONWARD, term="left_country"),
        Motion(pattern=_cue(r"(?:been |were |was |being |are )?(?:evacuat\w+|airlift\w+|brought (?:out|down|to safety|off)|ferried (?:out|across|to)|rescued|shipped out|taken (?:off|out)|moved to safety|moved # \w+ out of|took (?:out|off)|(?:has|have|had) (?:flown|brought|taken) out|(?:flew|brought) out)"), kind=Kind.FLOW, term="evacuated"),
        Motion(pattern=_cue(r"(?:been |were |was |being )?(?:relocat\w+|resettl\w+|bussed|bused|transferred|moved(?= " + _ABOUT + r")|taken (?:on )?to|taken(?= " + _ABOUT + r")|shifted|moved (?:out|to|from|into|on to))"), kind=Kind.FLOW, term="relocated"),
        Motion(pattern=_cue(r"(?:been |were |was |being |are |have |internally |newly |forcibly )?(?:displac(?!ement camp)\w+|uprooted|dislodged|driven (?:out|from|into|off)|(?:had|has|have) had to move|had to (?:leave|flee|abandon|move out)|regist\w+ as (?:internally )?displaced|forced (?:out|from|to leave|to abandon)|made to leave|chased from)"), kind=Kind.FLOW, term="displaced"),
        Motion(pattern=re.compile(r"(?<!\w)" + _CAUSED + r"(?= " + _ABOUT + r"#*(?: [\w§-]+){0,5}? (?:out of|from|away from) (?:their|its|his|her) (?:\w+ )?(?:homes?|houses?|villages?|lands?|beds|neighbou?rhoods?|towns?|communit\w+|camps?)(?!\w))"), kind=Kind.FLOW, term="displaced"),
        Motion(pattern=re.compile(r"(?<!\w)" + _CAUSED + r"(?= " + _ABOUT + r"#*(?: [\w§-]+){0,5}? (?:across|over|into) )"), kind=Kind.FLOW, term="fled", object_is="destination"),
        Motion(pattern=re.compile(r"(?<!\w)sen(?:t|ds?|ding)(?= " + _ABOUT + r"#*(?: [\w§-]+){0,5}? (?:fleeing|running|scrambling|rushing|across|over|(?:people|civilians|families|residents|villagers|refugees) (?:from|to|out of)|into (?:exile|hiding|flight|the (?:bush|forests?|hills|mountains))) )"), kind=Kind.FLOW, term="fled", object_is="destination"),
        Motion(pattern=re.compile(r"(?<!\w)" + _CAUSED + r"(?= " + _ABOUT + r")"), kind=Kind.FLOW, term="fled"),
        Motion(pattern=_cue(r"fled|flee(?:s)?|fleeing(?! (?:§|people|residents|families|men|civilians|refugees))|escap(?:e|ed|ing|es)|run(?:ning)? away|t(?:ook|aken|aking) (?:to )?flight|flight of(?= " + _ABOUT + r")|(?:sought|seek(?:s|ing)?|took|tak(?:e|es|en|ing)|found|find(?:s|ing)?) (?:refuge|safety|shelter|sanctuary)(?! at| under| for the night)|(?:ran|run|running) (?:for their lives|inland|away|from)|run(?= from)|have run"), kind=Kind.FLOW, term="fled", object_is="origin"),
        Motion(pattern=_cue(r"(?:us(?:ed|ing)|passed)(?= (?:the |this |that )?(?:§+|bridge|crossing|checkpoint|border))|(?<!red )cross(?:ed|ing|es)?(?! points?)(?: (?:the|its|their|our) (?:\w+ ){0,3}?(?:border|frontier|bridge|checkpoint|crossing))?|pass(?:ed|ing)? (?:through|over|the border|across)|poured (?:in|into|across|over)|streamed (?:in|into|across|over)|made it (?:across|over|through|in(?:to)?|to)|ma(?:de|king) (?:their|its) way(?! out)|pass(?:ed|ing)(?= from| into)|went (?:over|across)|driven (?:across|over)|drove (?:across|over|in|into)|walked (?:across|over)|came (?:over|across)|(?:walk(?:ed|ing)?|r[au]n(?:ning)?|dr(?:ove|iven|iving)|c[ao]me|coming|went|gone|going|got|push(?:ed|ing)|pour(?:ed|ing)|stream(?:ed|ing)|slipp(?:ed|ing)|sw[au]m|waded|climb(?:ed|ing)|squeezed|rush(?:ed|ing)|hurried|trekk(?:ed|ing)|sail(?:ed|ing)|rowed|mov(?:ed|ing)|pass(?:ed|ing)|travell?(?:ed|ing)|fl(?:ew|own|ying)|trickl(?:ed|ing)|surg(?:ed|ing)|spill(?:ed|ing)|stagger(?:ed|ing)|trudg(?:ed|ing)) (?:across|over|through)|(?:cut|forced|fought|found) their way (?:across|through|over)|let(?:ting)? out|allowed (?:out|to leave|to cross)"), kind=Kind.FLOW, term="crossed_border", object_is="destination"),
        Motion(pattern=_cue(r"(?:re-?)?enter(?:ed|ing|s)?|entries|arriv(?:ed|e|es|ing)|arrivals?|came(?! under| to (?:an? |the )?(?:end|light|power)|mander)|come (?:on|over|by|in|into|to|from|since|through)|come(?= #)|comes? in|coming (?:in|into|to|from|through)|admitted|let (?:in|into|through)|got to (?=§)|reach(?:ed|ing|es)? (?=§|the country|its|safety)|reached (?=§|the country|its|safety)|reach (?=§)|received|receive|receives|receiving|(?:grant|offer)(?:s|ed|ing)? (?:refuge|asylum|shelter|sanctuary|protection)(?= to)|took in|taken in|take in|taking in|welcomed|accepted|flowed (?:in|into)|flooded (?:in|into)|influx|inflow|newcomers|got (?:in|into|through)|moved in|landed|land(?= last| on| at| in)|let(?= " + _ABOUT + r")|flew(?= " + _ABOUT + r")|brought(?= " + _ABOUT + r")|have come|had come|has come|turned up|showed up|attend(?:ed)? to|entrants"), kind=Kind.FLOW, term="arrived", object_is="destination"),
        Motion(pattern=_cue(r"(?:have |had |has )?(?:already |since |now )?(?:left(?! the (?!country|republic|kingdom|island|territory|state|city|town|village|capital|region|province|district|area|enclave|zone|strip|camps?|settlement|site|mainland|neighbou?rhood)\w| homeless| without| dead| injured| wounded| stranded| " + _ABOUT + r")|leave|leaves|leaving|quit|depart(?:ed|ing|s|ures?)?|exit(?:ed|ing|s)?|gone abroad|emigrat\w+|gone|flew out|flown out|outflow|exodus|set out|got out|moved abroad|made their way out|(?:walk(?:ed|ing)?|r[au]n(?:ning)?|dr(?:ove|iven|iving)|c[ao]me|coming|went|gone|going|got|push(?:ed|ing)|pour(?:ed|ing)|stream(?:ed|ing)|slipp(?:ed|ing)|sw[au]m|waded|climb(?:ed|ing)|squeezed|rush(?:ed|ing)|hurried|trekk(?:ed|ing)|sail(?:ed|ing)|rowed|mov(?:ed|ing)|pass(?:ed|ing)|travell?(?:ed|ing)|fl(?:ew|own|ying)|trickl(?:ed|ing)|surg(?:ed|ing)|spill(?:ed|ing)|stagger(?:ed|ing)|trudg(?:ed|ing)) out(?! of (?:money|food|fuel|the (?!country|region|city|town|province|area|capital|war|zone|north|south|east|west)))|emptied out)"), kind=Kind.FLOW, term="left_country", object_is="origin"),
        Motion(pattern=re.compile(r"(?<=#) (?:or so )?in(?=[,.;]| at §)"), kind=Kind.FLOW, term="arrived"),
        Motion(pattern=re.compile(r"(?<=#) (?:or so )?out(?=[,.;]| to §)"), kind=Kind.RETURN, term="crossed_border"),
        Motion(pattern=_cue(r"(?:been |were |was |newly |formally )?regist(?:ered|rations?|er)|registration|(?:are |were )?in the register|completed registration"), kind=Kind.FLOW, term="registered"),
        Motion(pattern=_cue(r"(?:were |was |been )?(?:counted|recorded|logged|tallied|processed|checked in|cleared|waved through|fingerprinted|screened)"), kind=Kind.FLOW, term="crossed_border", weak=True),
        Motion(pattern=_cue(r"(?:are |is |were )?(?:heading|headed|travell?ing|travell?ed|bound|streaming|pouring|moving|driving|flocking|flocked|went|going|on the move|on their way) ?(?:for|to|towards?|into|across|over|through)?"), kind=Kind.FLOW, term="crossed_border", object_is="destination", weak=True),
    ),
    surge=cues({
        "increased": r"(?:dramatically|sharply|markedly|significantly|steeply|considerably|substantially|noticeably|rapidly)?\s?(?:increas(?:ed|ing|es|e)|r(?:ose|isen|ising|ises|ise)|grew|grown|growing|jump(?:ed)?|surg(?:ed|e|ing)|soar(?:ed|ing)|climb(?:ed|ing)|doubl(?:ed|ing|e)|tripl(?:ed|ing|e)|trebled|quadrupled|multiplied|went up|gone up|up by|up(?= #| some| about| around| nearly| almost)|(?<=#) more than the|picked up|spiked?|busier than)",
        "decreased": r"(?:dramatically|sharply|markedly|significantly)?\s?(?:decreas(?:ed|ing|es|e)|f(?:ell|allen|alling)|declin(?:ed|ing|e)|dropp(?:ed|ing)|drop|eas(?:ed|ing)|slow(?:ed|ing)|went down|gone down|down by|down(?= #| some| about| a little| slightly)|(?<=#) fewer than|(?<=or so) fewer than|halved|subsided|abated|dwindl(?:ed|ing))",
        "unchanged": r"unchanged|as on any other day|as usual|no (?:notable |significant )?(?:change|increase)",
    }),
    present=words(r"population of(?= " + _ABOUT + r")|(?:we|they) (?:now |already |still )?(?:have|had)(?= " + _ABOUT + r")|(?:have|has|had) yet to (?:leave|cross|flee|depart|be evacuated)|there (?:are|were) (?:now |still |currently |already )?(?=#|about|some|more than|over|nearly|at least|around|up to)|home to|(?:are|is|were|was|remain(?:s|ed)?|remaining(?= in| at)|stay(?:s|ed|ing)?|liv(?:e|es|ed|ing)|stuck|stranded|trapped|identified|residing|reside[sd]?|based|present|currently|still)(?: (?:now|still|currently|there|here|on|behind))?|hosted|hosting|sheltered|sheltering|housed|(?:hosts?|shelters?|houses?|housing)(?= " + _ABOUT + r")|accommodat\w+|(?:giv(?:es?|ing|en)|gave|provid(?:es?|ed|ing)) (?:refuge|shelter|sanctuary|protection)(?= to)|(?<!work )(?<!works )(?<!working )in(?:to)? (?:[\w#-]+ ){0,3}?(?:camps?|shelters?|tents?|centres?|centers?|settlements?|sites)|homeless|without (?:a home|shelter|a roof)|on its soil|(?<=§) (?:now |still |already |alone |currently )?(?:has|have|had)(?= " + _ABOUT + r")|h[eo]ld(?:s|ing)?(?= " + _ABOUT + r")|gathered|camped|camping|encamped|massed|massing|crowded|squatting|spent the night|spent an? \w+ night|waiting(?! for (?:the|an?|its|their|his|her) (?!border|bus|buses|boat|crossing|train|gate|rescue))|wait(?= (?:in|on|at|near|by|outside|for))|sleeping|sleep(?= (?:in|on|at|near|by|outside))|sitting|huddled|counts(?= #)|lost their homes|rendered homeless|left homeless|in collective sites"),
    weak_present=re.compile(r"(?:is|are|was|were|still|currently|based)(?: (?:now|still|currently|there|here))?"),
    stays=cues({
        "trapped": r"stuck|stranded|trapped|encircled|cut off|besieged",
        "homeless": r"homeless|without (?:a home|a roof|shelter)|lost their homes|no home",
        "in_camp": r"(?:refugee|relief|displacement|idp|displaced|transit|formal|informal)? ?camps?|collective (?:sites?|cent(?:re|er)s?)|(?:un|mission['’]s|peacekeeping) base|camp-like|settlements? sites?",
        "sheltered": r"(?:in|at|into|to) (?:\w+ ){0,3}?(?:shelters?|evacuation cent(?:re|er)s?|schools?|tents|host famil(?:y|ies)|public buildings|churches|mosques)|sheltering|sheltered|host famil(?:y|ies)|shelters",
        "displaced": r"displaced|idps?|displacement|uprooted|evacuated from",
        "registered": r"registered|in the register",
        "evacuated": r"evacuated",
    }),
    populations=words(
        r"(?:mostly|mainly|chiefly|largely|predominantly|the majority of them|most of them|overwhelmingly) (?:young )?(?:men|women|children|women and children|families)|men of (?:\w+ )?(?:fighting|draft|military|conscription)[- ]age|draft[- ]age men|military[- ]age men|women and children|children|men|women|minors|elderly"
    ),
    part_before=re.compile(r"(?<!\w)(?:of (?:them|these|those|whom|which|the (?:arrivals|people|newcomers|total|displaced|refugees))(?: who [a-z]+(?: [a-z§]+){0,3})?|among (?:them|whom|the arrivals)(?: (?:are|were))?|including|of whom)[,:]?\s+(?:about |around |some |nearly |almost |at least |more than |over )?$"),
    part_after=re.compile(r"\s+of (?:them|these|those|whom|the (?:arrivals|people|newcomers|displaced))(?!\w)"),
    part_noun=re.compile(r"\s+(?:(?:were|are|is) )?(?:(?:men|women|boys|girls|children|minors|male|female|males|females)(?: and (?:men|women|boys|girls|children|female|male))?)(?!\w)"),
    say=_cue(_SAY),
    according=_cue(r"according to|as per|per(?= (?:the|§+))|by (?=(?:the )?(?:§+(?:['’]s)? )?(?:[a-z]+ ){0,3}?(?:§+|[a-z]+)['’]s? (?:own |latest )?(?:count|reckoning|estimates?|figures|tally|data|account))|in the words of|citing|as reported by|figures from|data from|numbers from|by the count of|quoting|as quoted by|as cited by|statistics from|information from|said by|in a statement (?:by|from)|in the estimate of|cited by|quoted by|released by|published by|issued by"),
    roles=words(
        r"(?:(?:acting|former|deputy|first|vice|prime|interior|foreign|defen[cs]e|labou?r|justice|health|emergency|migration|press|chief|senior|regional|presidential|kremlin|government|ministry|police|army|military|border|state|district|ex)[- ]){0,4}"
        r"(?:ministers?|premier|president|superintendent|sheriff|arch-?bishop|bishop|imam|priest|doctors?|officers?|councill?or|undersecretary|under-secretary(?:-general)?|rapporteur|high commissioner|prosecutor(?:-general)?|magistrate|consul(?:-general)?|inspector|elder|sultan|director of operations|team leader|aide|warden|spokes(?:man|woman|person|people)|secretary(?:[- ]general)?|head|chief|mayor|governor|commissioner|director(?:[- ]general)?|ambassador|envoy|official|commander|chair(?:man|woman|person)?|coordinator|representative|adviser|advisor|economist|analyst|demographer|expert|sociologist|researcher|professor|lawmaker|deputy|senator|mp|colonel|general|major|lieutenant|captain|administrator|manager|owner|chancellor|ombudsman|prefect|akim|vice-premier|vice-president|volunteers?|activist|aid worker|correspondent|blogger|journalist|leader|press service|king|queen|pope)"
    ),
    bodies=words(
        r"(?:ministry|ministries|committee|service|guards?|agency|authorit(?:y|ies)|government|administration|police|office|department|council|commission|directorate|municipality|parliament|army|military|customs|headquarters|district|unhcr|unicef|ocha|frontex|eurostat|red cross|red crescent|united nations|european commission|kremlin|fsb|knb|rosstat|bureau|centre|center|institute|union|organi[sz]ation|fund|foundation|company|airline|airlines|operator|group|cabinet|city hall|command|federation|court|press service|staff|gendarmerie|delegation|secretariat|consulate|embassy|mission|board|task force|cluster|protección civil|protection civile|direction|dirección|minist[eè]re|ministerio|gobierno|migraci[oó]n(?:es)?|observatoire|croix-rouge|cruz roja|comit[eé]|secretaría|instituto|junta|coalition|alliance|forces?|network|observatory|border police|coast guard|refugee agency|migration agency|rescue|cinema|hotel|hostel|association)"
    ),
    official=words(
        r"head|commission|chairman|chief|officer|deputy|mayor|border troops|authority|minist\w+|government|president|premier|prime minister|governor|mayor|kremlin|spokes\w+|border (?:guard|service|police|protection|district|force|agency|control)|police|customs|committee|authorit\w+|officials?|service|administration|parliament|state|municipal\w*|fsb|knb|rosstat|ambassador|chancellor|cabinet|army|military|commander|colonel|major|general|directorate|department|migration agency|immigration|guards?|city hall|akim|prefect|emergency|secretary|commissioner|district|press service|agency|checkpoint|council"
    ),
    international=words(
        r"unhcr|unicef|ocha|frontex|eurostat|european (?:commission|union)|united nations|refugee agency|red cross|red crescent|international organi[sz]ation|world food programme|osce|african union|eu commissioner"
    ),
    politician=words(r"former|ex-\w+|opposition|lawmaker|senator|mp|member of parliament|party leader|exiled|in exile"),
    expert=words(r"economists?|analysts?|demographers?|experts?|sociologists?|researchers?|professor|scholars?|think tank|scientists?|institute|academics?|historians?"),
    media=words(
        r"media(?: outlets?| reports)?|outlets?|newspapers?|news (?:agency|agencies|site|sites|outlets?|portals?)|news|journalists?|correspondents?|tv|television|radio|channels?|press(?! (?:service|secretary|conference|office))|tabloid|daily|weekly|magazine|website|broadcaster|reporters?|tass|interfax|ria(?: novosti)?|reuters|afp|ap|bbc|cnn|rfe/rl|dpa|sputnik|novaya gazeta|meduza|forbes|bloomberg|telegram"
    ),
    witness=words(r"witness\w*|resident|residents|travell?ers?|drivers?|passengers?|locals|a man|a woman|refugees?|people on|those waiting|volunteers?|blogger|bloggers|a mother|a father|families|motorists|mechanic|queuers|employee|nurse|teacher|baker|broker|shepherd|worker|trader|shopkeeper|farmer|student|pensioner|station master|stationmaster"),
    unnamed=words(r"sources?|unnamed|anonymous|insider|on condition of anonymity|a? ?person (?:who|close|familiar|with knowledge)|people familiar|unofficial(?:ly)?|unconfirmed"),
    pronoun=re.compile(
        r"^(?:\W*)(?:he|she|it|they|the (?:former |deputy |acting )?(?:minister|president|spokes\w+|ministry|official|officials|governor|mayor|agency|committee|service|guards?|commander|colonel|head|chief|ambassador|economist|statement|secretary|officer))(?:\s+(?:also|further|later|then|has|had))?\s+(?:said|says|told|added|adds|noted|stressed|stated|explained|put|gave|called|confirmed|estimated|denied|reported|warned|announced|wrote|continued|insisted|asked|urged|promised|thinks|believes|reckons)"
        r"|(?:,|[\"”»'’?!])\s*(?:he|she|it|they|the (?:minister|president|spokes\w+|ministry|official|governor|mayor|agency|officer|colonel|former president))\s+(?:also |later )?(?:said|says|told|added|adds|noted|explained|confirmed|warned|wrote|promised|thinks|believes|reckons)(?!\w)"
        r"|(?:^|\s)(?:he|she) (?:said|added|thinks|reckons|gave|urged|also asked|promised)(?!\w)"
    ),
    he=re.compile(r"he|she|it|they|also"),
    his_words=words(r"in (?:his|her|their) words|by (?:his|her|their|its) (?:own )?(?:account|count|estimate)|according to (?:him|her|them|it)"),
    any_role=words(r"official|officials|officer|colonel|general|major|captain|lieutenant|minister|ministry|politician|spokes\w+|ex-president|secretary"),
    official_sources=words(r"(?:official|government|state|ministry|military|police) sources?"),
    acronyms=re.compile(r"\b(?:UN|U\.N\.|EU|WHO|IOM|UNHCR|UNICEF|OCHA|WFP|IDMC|IFRC|ICRC|NATO|OSCE|AU|ECOWAS|UNRWA)\b"),
    backward=re.compile(r"^\W*(?:(?:this|that|these|the (?:figures?|numbers?|data))(?: was| were| is| are)? (?:\w+ )?(?:according to|reported by|announced by|given by|published by|come from|from)|the source (?:is|was)|so (?:said|says)|that is (?:according to|what))"),
    counting=words(r"logged|counts?|counted|recorded|registered|has registered|have registered|had registered|tallied|admitted|let in|turned away|turned back|processed|denied having|has received|had received|have received|now houses"),
    modalities=(
        (words(r"(?:nobody|no one) knows (?:when|whether)|has not set a date|no decisions? (?:\S+ ){0,8}?(?:made|taken|adopted|reached)|(?:have|has|had|was|were|is|are|been)(?:n[o']t| not| yet to be| never) (?:yet )?(?:been )?(?:decided|taken|made|adopted)|not (?:yet )?(?:been )?(?:decided|taken a decision|made a decision)|no (?:such )?(?:decisions?|decree|order)(?! to return)|yet to decide|undecided|not (?:yet )?been taken|has not been decided|(?:is|are) (?:still )?(?:considering|weighing|discussing|debating|mulling)|under (?:discussion|consideration)|not aware of (?:any|such)|had not been taken|remains? (?:open|unclear) whether|not on the (?:agenda|table)|without (?:taking|making) a decision"), Modality.UNDECIDED),
        (words(r"den(?:y|ied|ies|ying)|not true(?: that)?|untrue|false|fake|rejected|rejects|rejecting|refut\w+|dismiss(?:ed|es|ing)?|no truth|disputed|baseless|wrong|do(?:es)? not correspond|contrary to reports|nonsense|called the figure"), Modality.DENIED),
        (words(r"rumou?rs?|rumou?red|speculation|speculated|it is (?:also )?being said|word (?:is|was|spread)|unconfirmed|allegedly|gossip|hearsay"), Modality.RUMOURED),
        (words(r"call(?:s|ed|ing)? (?:on|for|upon)|urg(?:e|ed|es|ing)|appeal(?:s|ed|ing)?(?: to)?|ask(?:s|ed|ing)? (?:for|that|the|people|citizens|drivers|eu|neighbou?r)|request(?:s|ed|ing)?|demand(?:s|ed|ing)?(?! (?:\w+ ){0,2}(?:passports?|visas?|permits?|documents))|should"), Modality.REQUESTED),
        (words(r"(?:said|says|announced|promised|pledged|confirmed) (?:that )?(?:\w+ ){0,3}would(?! not| have)"), Modality.PLANNED),
        (words(r"(?:prepar(?:e|es|ing)|bracing|plan(?:s|ning)?) for|fears? that|could face|(?<!vehicles )(?<!cars )(?<!one )(?<!nobody )could(?! not|n)|(?<!\d )may(?! \d)|might|would(?! not)|expect(?:s|ed|ing)?|forecast\w*|project(?:s|ed|ion|ions)|predict\w*|anticipat\w+|is likely to|are likely to|likely|possible|potential|by the end of the year|warned that|if the"), Modality.PROJECTED),
        (words(r"will|plans? to|planned|planning to|is to|are to|to be (?:set up|introduced|opened|closed|established|deployed|shut)|intends?|going to|is set to|are set to|prepar(?:es|ed|ing) to|ready to|about to|due to (?:close|open|begin|start)|means to|from (?:midnight|tomorrow)|pledge[sd]?|promise[sd]?|aims? to"), Modality.PLANNED),
        (words(r"did not (?:\w+ ){0,2}?(?:cross|enter|leave|flee|arrive|close)|nobody|no one|none(?= (?:crossed|entered|came|had|of))|never (?:crossed|entered|left)|without anyone|has not closed|have not closed"), Modality.NEGATED),
        (words(r"estimat\w+|by (?:\w+ )?estimates?|extrapolat\w+|guess\w*|reckon\w*|believed to"), Modality.ESTIMATED),
        (words(r"it is reported|it was reported|reportedly|media (?:say|said|report\w*)|according to (?:\w+ ){0,3}?media|is said to|are said to|reports (?:say|said|suggest|that|of)"), Modality.REPORTED),
    ),
    border=words(r"borders?|frontiers?|crossings?|checkpoints?|border posts?|crossing points?|entry points?|exits?|corridor|gates?|border gates?|ports? of entry|bridge|entry|river(?= to (?:passenger|all|river|traffic|ferr))|road(?= to (?:§|the (?:north|south|east|west|border|coast)))"),
    crossing=words(r"checkpoints?|border posts?|crossing points?|crossing|bridge|border gates?|corridor"),
    exit_ban=words(r"(?:bar|bars|barred|ban|bans|banned|banning|forbids?|forbade|forbidden|prohibit\w*|not (?:be )?allowed|stopped|prevented) (?:[^\s,;.]+ ){0,8}?(?:from )?(?:leaving(?: the country)?|to leave §+|going abroad|travel\w* abroad|exiting|to leave the country)"),
    no_intent=words(r"(?:does|do|did) not (?:plan|intend|mean|want)|(?:has|have|had|with|there (?:is|are|were)) no (?:plans?|intention)|no plans?|not planning|not (?:going|about) to|no (?:limits?|limitations?|restrictions?|closures?|curbs?) (?:\w+ ){0,3}?(?:planned|intended|foreseen|envisaged)|will not|would not|won't"),
    border_acts=cues({
        "restricted": r"requir\w+ (?:a )?visas?|(?:will|do|does|would) not (?:\w+ )?(?:hand out|issue|grant|give)|only on foot|tightened|restrict\w*|limit(?:s|ed|ing|ations?)? (?:on )?(?:entry|exit|crossing|travel|the number)?|tighten\w*|partial(?:ly)? clos\w+|only (?:for|to|those|people|citizens|holders)|turned (?:back|away)|turning (?:back|away)|(?:barred|banned|bar|ban|bars|bans|barring|banning|prohibit\w*)|refus(?:e|ed|es|ing) (?:entry|to (?:admit|let))|den(?:y|ied|ies|ying) entry|no longer (?:let|lets|admits?|allow\w*|issue\w*)|not (?:be )?(?:let|allowed|admitted|permitted)|draft (?:office|point|post|centre|center)|(?:mobili[sz]ation|enlistment|recruitment|call-up|conscription) (?:point|post|office|centre|center)|permits? (?:only|required)|quota|curfew|slow(?:ed|s|ing)? (?:down )?(?:entry|crossing)|stopped (?:issuing|letting|admitting)|suspend\w* (?:visas?|the issuing|tourist)|(?:is|are) (?:now )?(?:limited|open only|confined) to|(?:requir|demand|insist)\w* (?:on )?(?:\w+ ){0,2}?(?:passports?|visas?|permits?)|stop(?:s|ped|ping)? issuing|lists? (?:are |were )?checked|high alert",
        "open": r"(?:traffic|passage|crossings?|transit)[^.;]{0,30} resum(?:ed|es)|resum(?:ed|es|ing) (?:operations?|work|traffic|service)|back to normal|still (?:be )?(?:let|allowed|admitted)|re-?open(?:ed|ing|s)?|open(?:ed|ing|s)? (?:up )?(?:its |the )?§+|(?:keep(?:s|ing)?|kept) (?:its |the |their |all )?(?:\w+ ){0,2}?(?:borders?|frontiers?|crossings?)(?: with §+)? open|(?:is|are|was|were|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|kept|keep(?:s|ing)?|still|fully|will be|be) (?:\w+ )?open|open(?:ed|ing|s)? (?:its |their |the |up |to |for |§+ )*(?:borders?|frontiers?|crossings?|corridor|checkpoints?|gates?|all|everyone)|open(?:ed|ing)? (?:for|to) (?:all|everyone|traffic|people|civilians)|open borders?|lift(?:ed|ing|s)? (?:the |all |its )?(?:restrictions?|ban|blockade|closure)|working (?:as usual|normally)|operat(?:es?|ing) (?:as usual|normally|around the clock)|in operation|normal (?:again|service)|functioning|(?:all|each) who wish(?:es)?|free to (?:leave|go|cross)|let (?:everyone|all|them) (?:in|out|through|pass)|visa-free|unblocked",
        "closed": r"clos(?:e|ed|es|ing|ures?)|shut(?:s|ting|ters)?(?: down)?|seal(?:ed|s|ing)?(?: off)?|block(?:ed|s|ing|aded?)?|suspend(?:ed|s|ing)? (?:\w+ )?(?:crossings?|traffic|passage|operations?|entry)|halt(?:ed|s|ing)? (?:\w+ )?(?:crossings?|traffic|passage|entry)|impassable|out of (?:service|action)|(?:was|were|been|is) cut(?: off)?|no (?:vehicles?|cars?|traffic|one) (?:could|can) (?:pass|cross)",
    }),
    passage=cues({
        "restricted": r"(?:are|is|were|was|be|being) not (?:being )?let (?:in|through|out)|lets? (?:in|through) (?:only )?(?:those|people|women|anyone) (?:who|with)|only [^.;,]{3,50} (?:are|is|were) (?:being )?let (?:in|through|out)|(?:must|will|need to|have to|has to|will have to) (?:now |first |again )?(?:need|show|present|carry|produce|obtain|have|hold) (?:an? |their )?(?:\w+ ){0,2}?(?:visa|passport|permit)s?|with (?:passports|visas) only|(?:are|were|being) taken off (?:the )?(?:trains|buses)|no man (?:under|over|aged|between|of)[^.;]{0,40}(?:get|let) out",
        "open": r"let(?:s|ting)? (?:everybody|everyone|all comers|anyone|people|them all) (?:in|through|pass|cross)|(?:are|is|be) (?:still |now |being |again )*let (?:in|through)|(?:may|can) (?:now |again |for the first time )*(?:pass|cross) (?:on foot|freely|without)|(?:go|goes|pass|passes|went) through without|works? normally",
    }),
    it_was=words(r"(?:it|they|both|this|the former|the latter) (?:was|were|is|are|has been|had been|will be|would be|stays?|stayed|remains?|remained|has|had)(?! not)|(?:and|then|but) (?=opened|shut|closed|reopened)"),
    entry_rules=words(r"visas?|schengen|entry rules|entry permits?|travel (?:ban|documents?)|residence permits?|humanitarian visas?|tourist(?:s| visas?)|passports?"),
    queue=words(r"queu\w*|in line|backed up|snak(?:ed|ing)|(?:standing|stood|pressed|pressing) (?:before|against|outside|at) the (?:barrier|gates?|border|fence|crossing)|(?:vehicles|cars) in front of|tail ?backs?|line(?: of| up|d up| for| at)|lines of|backlog|traffic jams?|jams?|congestion|congested|wait(?:s|ed|ing)?(?: (?:times?|in line|to cross|at|for hours|for))?|stood (?:in line|for)|bottleneck|stuck|stretch(?:ed|es|ing)|to get (?:through|across)|long line|bumper to bumper|standing in"),
    queue_noun=words(r"queues?(?! for (?:fuel|bread|petrol|food|tickets))|tail ?backs?|traffic jams?|jam|lines? of (?:cars|vehicles|trucks|traffic|people)|long lines?|congestion|bottleneck|backlog"),
    no_queue=words(r"no (?:\w+ )?(?:queues?|lines?|jams?|congestion)|without (?:any )?queues?"),
    shelter_sites=cues({
        "cinema": r"cinemas?|movie theat(?:re|er)s?|theat(?:re|er)s?(?: building)?", "school": r"schools?|classrooms?|kindergartens?|universit(?:y|ies)|college|campus|dormitor(?:y|ies)",
        "sports_hall": r"sports? (?:halls?|cent(?:re|er)s?|complex)|gym(?:s|nasiums?)?|stadiums?|arenas?|sports grounds?", "mosque": r"mosques?", "church": r"church(?:es)?|monaster(?:y|ies)|parish halls?|cathedrals?|seminar(?:y|ies)|convents?",
        "reception_centre": r"reception cent(?:re|er)s?|registration cent(?:re|er)s?|humanitarian cent(?:re|er)s?|transit cent(?:re|er)s?|help points?|collective cent(?:re|er)s?",
        "camp": r"(?:refugee |displacement |tented |transit |idp )?camps?|settlement sites?|tent cit(?:y|ies)", "tent": r"tents?|marquees?",
        "hotel": r"hotels?|hostels?|guest ?houses?|sanatoriums?|motels?|boarding houses?", "private_home": r"private (?:homes?|houses?)|host famil(?:y|ies)|with (?:relatives|friends)|spare rooms?|(?:their|our) homes",
        "housing": r"(?:government|state|temporary|public|social|provided|government-provided)[- ](?:\w+ )?(?:housing|accommodations?|lodgings?)|housing|flats?|apartments?|rents?|rooms?",
        "accommodation": r"(?:convention|exhibition|community|congress|cultural|shopping) (?:cent(?:re|er)s?|halls?)|nightclubs?|barracks|warehouses?|hangars?|town halls?|cruise ships?|ferries|libraries|youth hostels?|community halls?|container (?:villages?|homes?)|changing rooms|sites(?= (?:are|cannot|can|have))|accommodations?|addresses provided|lodged|reception capacity|lodgings?|shelters?|beds?|a roof|places? to (?:stay|sleep)|somewhere to (?:stay|sleep)",
    }),
    shelter_states=cues({
        "full": r"(?:is|are|were|was|all|already|completely|now|been)? ?(?:full(?:y booked)?(?! of| name| scale| force| swing)|(?:all of them|all|are|is|were) taken|packed(?: out| to)?|occupied|at capacity|(?:beyond|over|above) (?:its |their )?capacity|can(?:not|'t|’t)? (?:take|accept|accommodate|hold) (?:any |no |in )?more(?: people)?|can take no more|no longer take|filled|to the rafters|booked (?:out|up|solid)|no (?:rooms?|vacanc\w+|beds|places|space) (?:left|available|free)|no vacanc\w+|not a single (?:free )?(?:room|bed)|overflowing|filled up|out of (?:rooms?|beds|space)|sold out|not a (?:bed|room) (?:left|to be had)|run(?:ning)? out of)",
        "under_pressure": r"pressure|strain\w*|overcrowd\w*|overwhelmed|stretched|shortage|scarce|short of (?:beds|space|rooms|housing)|struggl\w+|rents? (?:have |has |had )?(?:doubled|tripled|soared|jumped|risen|rose|gone up)|hard to find|in need of shelter|bursting at the seams|nowhere to (?:stay|sleep)|without (?:a place to stay|shelter)|capacity (?:is|was) (?:nearly )?(?:reached|exhausted)|sleep(?:ing)? (?:in (?:their )?cars|outdoors|rough|on the street|in the open)|bursting",
        "improvised": r"(?:would|will|to|has|have|had|were|was|been)? ?(?:allow\w*|let|open(?:ed|ing|s)?|turn(?:ed|ing|s)? (?:\w+ )?into|convert\w*|set up|put up|made available|offered|spend the night|sle(?:ep|pt)|overnight|temporary living|stay(?:ed|ing)? overnight|hosted|serv(?:e[sd]?|ing) as|(?:being |been )?used (?:as|to house)|given over to|handed over to|pressed into service|repurposed|camp beds|slept on|sleep on|doubl(?:es|ed) as|laid out|mattresses)",
        "housed": r"(?:were|was|been|have been|had been|has been|are|being)? ?(?:given|provided with|offered|placed in|housed|found (?:lodgings?|shelter|accommodation|housing|beds|rooms|places?) for|houses(?= #)|slee(?:ps?|ping)(?= #)|has taken in|have taken in|took in|let in|holding(?= " + _ABOUT + r")|h[eo]lds?(?= " + _ABOUT + r")|sheltering(?= #)|accommodated|put up|settled in|lodged|hosted|hosts(?= #)|sheltered|moved into|stay(?:s|ing|ed)? (?:in|at) (?:\w+ ){0,3}?(?:accommodations?|housing|hotels?|hostels?|addresses|dormitories|flats|rooms)|sle(?:ep|ept|eps|eping) in (?:\w+ ){0,3}?(?:housing|accommodation|hotels?|halls?|schools?)|(?:slee(?:p|ps|ping)|slept|spen(?:t|d|ding) (?:the|a|another|their|several|two|three) (?:\w+ )?nights?|stay(?:s|ed|ing)?|liv(?:e|es|ed|ing)|crammed|squeezed|crowded|huddled)(?= (?:in|into|on|under|at|inside) )|assigned|taken up|(?:accommodation|housing|shelter|lodgings?|beds|rooms) (?:has been |have been |had been |was |were )?(?:provided|found|given|offered|arranged) (?:to|for))",
        "capacity": r"(?<!reached their )(?<!reached its )(?<!at )(?<!over )(?<!beyond )(?<!above )capacity|(?:built|designed|meant|intended|set up|planned|laid out|made|fit) for(?= (?:about |some |up to )?#)|sleeps(?= up to)|can (?:still |only )?(?:take|hold|house|accommodate|sleep|host|accept|receive)|room for|space for|beds (?:for|available)|places for|able to (?:house|host|accommodate)",
    }),
    delay=words(r"took|takes|need(?:s|ed)?|spent|lasted|lasts|sat|sitting|standing|holding on|delays?"),
    that_site=re.compile(r"(?<!\w)(?:it|its|the sites?|the (?:place|building|hall|camp|cent(?:re|er)|facility)|most are|there)(?!\w)|^\W*full\W"),
    shelter_use=words(r"h[eo]lds?(?= " + _ABOUT + r")|took in|open(?:ed)? (?:to|for|(?:its|their) doors)|capacity|full|taken|occupied|berths|packed|planned for|built for|meant for|designed for|places for|no more|can (?:still |only )?accept|mats|shelter\w*|accommodat\w+|addresses|reception capacity|hous(?:e|ed|es|ing)|lodg\w+|stay\w*|sleep\w*|slept|overnight|beds?|roof|night|temporary living|place to stay|premises|rents?|refuge|hosted|rooms?|hostels?|hotels?|dormitor(?:y|ies)|mattress\w*|cots|bunks"),
    housing=cues({
        "housing_destroyed": r"destroy\w*|destruction|wreck\w*|burn(?:t|ed)(?: down)?|razed|flattened|washed away|demolish\w*|level(?:led|ed)|collapsed|gutted|reduced to (?:rubble|ashes)|uninhabitable|lost",
        "housing_damaged": r"damag\w*|partially destroyed|partly destroyed|flooded|inundated|submerged|unroofed|affected",
    }),
    dwelling=words(r"homes?|houses?|dwellings?|huts?|shelters?|apartments?|buildings?|structures?"),
    casualties=cues({
        "killed": r"kill\w*|dead|died|die|deaths?|lost (?:their|his|her) li(?:fe|ves)|remains (?:of|were|had)|death toll|bodies|fatalit\w+|drowned|perished",
        "wounded": r"wound\w*|injur\w*|hurt|in hospital|hospitali[sz]ed|burn(?:s|ed|t)|in treatment|being treated",
        "missing": r"missing|unaccounted for",
    }),
    triggers=cues(_TRIGGERS),
    any_trigger=words(*_TRIGGERS.values()),
    trigger_verbs=words(
        r"came into effect|took effect|took hold|went into effect|entered into force|came out|came ashore|reached the coast|tore|took hold|overthrew|overthrown|ousted|attacked|stormed|blocked|went off|opened|in place|exploded|blew up|burst|shook|tried|landfall|announc\w+|declar\w+|order(?:ed|s|ing)|sign(?:ed|s|ing)|launch\w*|began|begin\w*|begun|start(?:ed|s|ing)?|broke out|broken out|erupt\w*|struck|strikes|hit|hits|issued|decreed|agreed|took effect|came into force|after|since|following|triggered|sparked|caused|forced|due to|because of|amid|fleeing|destroyed|tore through|ripped through"
    ),
    corrected=re.compile(r"(?<!\w)(?:not|instead of|rather than|and not)\s+(?:the |about |some )?$"),
    appeal_verbs=words(
        r"call(?:s|ed|ing)? (?:on|upon|for)|urg(?:e|ed|es|ing)|demand(?:s|ed|ing)?(?: (?:in|at|from) [\w§]+)? that|advis(?:ed|es) (?:\w+ ){0,3}?(?:not to|to)|(?:is|are|was|were) advised|begg?(?:ed|s|ing)? (?:for|to|the|§+)|(?:in )?an? plea (?:to|for)|ask(?:s|ed|ing) (?:on (?:\w+ ){1,2})?for|appeal(?:s|ed|ing)?(?: to| for)|implor\w+|plead\w*|exhort\w*|ask(?:s|ed|ing) (?=§+ §+ to)|(?:there is|there's) no need|ask(?:s|ed|ing) (?:people|drivers|citizens|residents|travell?ers|neighbou?ring|the government|the international|donors|(?:the )?§+|not to|by)|ordered (?:people|residents|everyone)|also asked|request(?:s|ed|ing)? (?:that|help|assistance)"
    ),
    appeals=cues({
        "flee": r"flee|leave(?: now)?|get out|escape|run|cross|out of|evacuate", "stay": r"to leave(?= |[.,\"'”]|$)(?<=need to leave)|wait|stay|not to go back|go back|remain|not (?:to )?(?:travel|come|go|leave|flee|set out)|postpone|refrain", "end_war": r"(?:an? |the )?(?:\w+ )?(?:cease-?fire|truce|peace talks|de-escalation|withdrawal)|withdraw|lay down (?:their |its )?(?:arms|weapons)|(?:end|stop|halt|cease) (?:the |this |his |its |all )?(?:\w+ )?(?:war|fighting|violence|hostilities|fire|offensive|invasion|killing|bloodshed)|immediately end",
        "open_border": r"(?:open|reopen|keep open|keep|unblock) (?:the |its |their |all )?(?:\w+ )?(?:borders?|corridor|crossings?|frontiers?|road)|let (?:the |these |those )?(?:people|them|us|wounded|civilians|refugees|families) (?:in|through|out)|open the border|(?:stay|remain)(?:s)? open", "close_border": r"(?:close|shut|seal) (?:the |its |their |all )?(?:\w+ )?(?:borders?|crossings?|frontiers?|bridges?)",
        "help": r"help|tents|mosquito nets|field hospital|air bridge|airlift|bedding|medicines?|money|generators?|doctors|food|water|temporary shelters|medicines|blankets|aid|assist\w*|support|donat\w+|funds?|funding|supplies|solidarity|protect\w*|volunteers?|blood",
    }),
    welcome=words(r"(?:will|would|ready to|shall|are happy to|stand ready to|agreed to|offer(?:s|ed)? to|pledged to|promised to|is to|are to|prepared to) (?:\w+ ){0,2}?(?:meet|welcome|receive|host|take in|take (?:\w+ )?back|take(?= (?:about |some |up to )?#)|accept|greet|give shelter)|open arms|will be received(?: and provided for)?|doors? (?:is|are|stand) open|welcome (?:all|you|everyone|anyone)"),
    relevant=words(
        r"refugees?|borders?|fled|flee(?:ing|s)?|deport\w+|expell?\w+|expulsions?|repatriat\w+|returnees?|undocumented|camps?|uprooted|stranded|air ?strikes?|bomb\w*|rebels?|militias?|troops|insurgents?|junta|soldiers|drowned|wounded|crossing point|crossings?|passports?|visas?|rescued|storm|hurricane|typhoon|wildfires?|coup|fighting|clashes|violence|massacre|persecut\w+|escap(?:e|ed|ing)|displac\w+|fled from|flee(?:ing)? (?:the|their|§+)|evacu\w+|asylum|mobili[sz]ation|call-up|draft|conscript\w*|humanitarian|border (?:guards?|police|service|agency|checkpoint|crossing|post)s?|frontier|migration|migrants?|exodus|invasion|war|shelling|offensive|ceasefire|earthquake|flood\w*|cyclone|killed|homeless|shelter\w*|unhcr|iom|checkpoint|queue\w*"
    ),
    irrelevant=words(*_TOPICS.values()),
    staged=words(r"(?:evacuation|emergency|fire|rescue|disaster|civil[- ]defen[cs]e|large-scale|full-scale|annual) (?:drills?|exercises?|rehearsals?)|drills?(?! sergeant)|mock (?:evacuation|flood|earthquake|refugees|attack|border)|simulated|rehears(?:e|ed|al|als|ing)|extras played|played (?:the )?(?:victims|refugees)"),
)  # fmt: skip
