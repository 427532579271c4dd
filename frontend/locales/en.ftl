# The page's words. docs/glossary.md is the authority on terms. A name in one catalogue is in all of them, with the same
# values: tests/catalogues.test.ts holds that.

## Frame
skip = Skip to the content
pages = Pages
page-situation = Situation
page-claims = Claims
page-borders = Borders
page-shelter = Shelter
page-scenarios = Scenarios
page-review = Review
page-export = Take away
as-of = As of
as-of-label = Known as of the end of this day
as-of-past = You see what was known on { $day }. Later reports are not used.
day-before = The day before
day-after = The day after
latest = Latest
language = Language
theme = Appearance
theme-auto = As the device
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
working = Working it out …
problem = The situation cannot be shown
no-answer = The server gives no answer. Is it still running?
lost = There is no such page
lost-back = Go to the situation
boundaries = The boundaries and names shown and the designations used do not imply official endorsement or acceptance. Dashed lines mark boundaries that are not agreed. Kosovo: all references shall be understood in the context of Security Council resolution 1244 (1999).
made-by = Made by Bordercast from published reports. Quotes are short and belong to their publishers.
more = More
copy = Copy
copied = Copied
all = All
clear = Clear
withheld = withheld: under ten
not-said = not said
stands = stands
take = Take
publisher-unknown = Publisher unknown

## Figures and places
figure-under = under { $n }
figure-no-change = no change
place-any = all destinations
place-other = elsewhere
corridor = { $origin } to { $destination }
corridor-into = into { $destination }
corridor-out = out of { $origin }
onward = moved onward
mostly-prior = mostly prior

## The answer
answer = The answer
answer-left = People who left { $place }
answer-crossed = People who crossed, { $name }
answer-number-label = { $n } people: the evidence
answer-interval = { $range }, 80 per cent interval
answer-none = No claim of { $n } can inform a flow yet, so there is no number. The claims say what is known.
ask-when = As of when
ask-who = Who said so
ask-what = People or crossings
ask-sure = How sure
ask-changed = What changed
ask-excel = In Excel
ask-cite = To cite
answer-when = End of { $day }. It counts { $days }.
answer-who = { $claims ->
    [one] One claim
   *[other] { $claims } claims
  } from { $voices ->
    [one] one independent voice
   *[other] { $voices } independent voices
  }
answer-what = People who crossed a border outward, each counted as often as they crossed. Onward movement and people present are apart and never added.
answer-sure = 95 per cent interval { $wide }. The claims removed { $informed } of the doubt there was before.
answer-day = { $n } on { $day }: { $change } on the day before ({ $range }).
answer-news = In the last day: { $reports ->
    [one] one report
   *[other] { $reports } reports
  }, { $claims ->
    [one] one claim
   *[other] { $claims } claims
  }.
answer-revised = They took the total from { $before } to { $after }.
more-forms = More forms

## The map
map-title = Who crossed where
map-shows = The map shows
map-total = Since { $day }
map-day = On { $day }
map-label = Map of { $n } flows between countries on { $day }. Each is a link; the table of corridors has the same figures.
map-closer = Closer
map-farther = Farther
map-whole = The whole region
map-onward-figure = { $n } onward
map-spoken-total = { $name }: { $n } people ({ $range }) up to { $day }
map-spoken-day = { $name }: { $n } people ({ $range }) on { $day }
map-border = Border, { $name }: { $words }
key-flow = Width: median; halo: upper end of the 80 % interval; core: lower end
key-onward = Moved onward
key-prior = Mostly prior: few claims
key-loose = Dotted: said, but no fact
border-all = { $place }, all borders

## The timeline
timeline-title = Day by day: { $name }
timeline-daily-title = Day by day
timeline-shows = The timeline shows
timeline-daily = A day
timeline-cumulative = Total
timeline-label = Timeline, { $name }. { $said } Highest on { $peak }.
timeline-day = { $day }: { $n } people ({ $range }).
timeline-total = { $first } to { $day }: { $n } people ({ $range }).
timeline-ahead = if nothing changes →
timeline-claim = Claim: { $words }; { $voice }. About { $n } a day.
timeline-play = Play the days
timeline-pause = Pause
timeline-slider = Day
timeline-table = The days as a table
key-bands = Median in its 50, 80 and 95 % bands
key-range = A claim: its range
key-more = A claim: “more than”
key-flags = Trigger, or what was said of a border
key-ahead = Forecast as things stand
as-known-then = See what was known on { $day }
corridor-pick = Corridor
behind = { $n ->
    [one] One claim behind it
   *[other] { $n } claims behind it
  }
behind-all = All evidence for { $name }

## Corridors
corridors = Corridors
corridors-out = Out of the country of origin
corridors-onward = Onward, never added to the outflow
col-corridor = Corridor
col-day = Day
col-on = On { $day }
col-week = Last 7 days
col-since = Since { $day }
col-picture = The interval as a picture
col-ground = Ground
col-median = Median
col-80 = 80 % interval
col-95 = 95 % interval
ground = { $claims ->
    [one] one claim
   *[other] { $claims } claims
  }, { $voices ->
    [one] one voice
   *[other] { $voices } voices
  }
informed-says = of the doubt removed by claims.
evidence-used = Used: { $n }
evidence-used-says = They inform the estimate. The bar is the information taken: full is one clear official figure.
evidence-folded = Folded: { $n }
evidence-folded-says = The same statement as another claim, which carries it. A copied story is not a second witness.
evidence-set-aside = Set aside: { $n }
evidence-set-aside-says = They cannot or must not inform the estimate; each says why.
evidence-none = No claim informs it: the figure is the prior alone.
weight-of = weight { $n }
copies-of = { $n ->
    [one] one copy
   *[other] { $n } copies
  }
disagreements = Where sources disagree
disagreements-all = All { $n } disagreements
disagreements-none = No claim stands out against the others.
gaps = Gaps, and what would change the estimate
versus-claim = The claim
versus-others = What the others imply
versus-chance = 80 per cent interval, { $unit }. A claim so far off has a chance of { $chance }.
versus-opponents = Pulling the other way:

## Claims
claims-lead = Everything somebody said, quoted exactly, and what became of it.
claims-found = { $n ->
    [one] One claim
   *[other] { $n } claims
  }
claims-all = All { $n } claims
search = Search
order = Order
order-weight = Most weight first
order-published = Latest first
order-surprise = Most surprising first
filter-kind = Kind
filter-decision = In the ledger
filter-modality = How it is said
filter-source-type = Source
filter-corridor = Corridor
col-said = Said
col-figure = Figure
col-when = When
col-by = By
col-how = How
col-fate = Ledger
pages-of-claims = Pages of claims
page-before = Before
page-after = Next
page-of = { $from } to { $to } of { $n }
claim-report = The report
claim-source = the source
claim-chain = Who told whom
claim-fate = What became of it
claim-weight = It gave the estimate as much as { $n } of a clear official figure.
claim-informs = It informs
claim-carried = Carried by
claim-copies = { $n ->
    [one] One copy folded into it
   *[other] { $n } copies folded into it
  }
claim-against = The rest of the evidence does not expect it
claim-expected = The others imply { $n } ({ $range }); a claim so far off has a chance of { $chance }.
claim-reads = How it is read
claim-kind = Kind
claim-figure = Figure
claim-measure = Counts
claim-status = State
claim-when = When
claim-who = Of whom
claim-from = From
claim-to = To
claim-via = Through
claim-at = At
claim-modality = How it is said
report-claims = { $n ->
    [one] one claim
   *[other] { $n } claims
  }
report-said = What it says
report-masked = names of private persons and contacts are covered

## Borders
borders-title = Borders: who said what
borders-lead = Only a statement of fact makes a border open or closed. Rumours, plans, denials and “no decision” stand beside it, in their own words.
borders-standing = What stands
borders-standing-on = What stands at the end of { $day }
borders-said = { $n ->
    [one] One statement
   *[other] { $n } statements, latest first
  }
borders-queues = Queues
borders-nobody = nobody has stated it as a fact
borders-none = Nobody has said anything about a border.
col-border = Border
col-stands = Stands
col-loose = Said since, but no fact
col-queue = Queue
col-kind = Kind
col-whom = For whom
lane-fact = fact
lane-decision = plan, “no decision”
lane-denial = denial
lane-rumour = rumour

## Shelter
shelter-title = Reception and shelter
shelter-lead = Figures as said. Where nothing is said, that is not evidence that shelter is enough.
shelter-caption = Latest statements, by place
shelter-said = Everything said of shelter
shelter-none = No claim speaks of shelter.
col-place = Place
col-state = State
col-capacity = Capacity
col-housed = People housed
col-site = Site

## Verdicts
verdict = Your verdict
verdict-author = Your name
verdict-reason = Reason
verdict-value = The figure should be
verdict-accept = Accept
verdict-reject = Reject
verdict-correct = Correct
verdict-wants = A verdict needs your name and a reason.
verdict-read-only = This situation is shown read-only: no verdicts are taken.
verdict-done-accepted = Accepted. The estimate is made anew.
verdict-done-rejected = Rejected. The estimate is made anew.
verdict-done-corrected = Corrected. The estimate is made anew.

verdict-undone = Taken back on the review page
verdict-undone-said = The last verdict is taken back.
ruling-accepted = accepted
ruling-rejected = rejected
ruling-corrected = corrected
ruling-withdrawn = taken back
review-lead = Judge what the estimate rests on. A verdict needs a name and a reason, is never overwritten, and can be taken back.
review-keys = Keyboard shortcuts
review-next = next
review-previous = previous
review-undo = undo
review-queue = To judge: { $n }
review-given = Verdicts: { $n }
review-given-none = None yet.
review-none = Nothing to judge
review-no-longer = no longer holds

## Scenarios
scenarios-title = What if
scenarios-lead = Conditional figures: what would follow if nothing else changes, not what will happen. The scenarios share their chance, so a difference is the scenario's alone.
scenario-a = Scenario A
scenario-b = Scenario B
scenario-run = Work it out
scenario-days = Days ahead
scenario-days-n = { $n ->
    [one] one day
   *[other] { $n } days
  }
scenario-one = Only one scenario
scenario-two = Compare with another
scenario-share = Copy the link
scenario-progress = Step { $done } of { $total }
scenario-stale = The scenario was changed since. Work it out again.
scenario-stands = As things stand
scenario-less = { $one }: the difference
scenario-between = B minus A
scenario-follows = What would follow in { $n } days after { $day }
scenario-caption = People over all days to come, median and 80 per cent interval; the largest difference first
scenario-chart = { $name }: { $stands } people as things stand, { $scenario } in the scenario, { $change }.
scenario-waiting = People stopped who take no other way
scenario-empty = No change yet. Add one:
scenario-where = Where
scenario-from = From
scenario-until = Until, included
scenario-leak = Share that still passes
scenario-rerouted = Share of those stopped who take another way
scenario-factor = Times what passes now
scenario-persons-per-day = Persons a day
scenario-beds = Beds
scenario-share-of = Share
scenario-population = Of whom
scenario-remove = Remove
scenario-remove-label = Remove: { $what }
change-close = Close
change-reopen = Reopen
change-restrict = Restrict
change-slow = Slow down
change-throughput = Throughput
change-shelter = Add beds

change-trigger = New trigger
pressure-title = Queues, waits and shelter
pressure-caption = At the end of the last day: median and 80 per cent interval
pressure-what = What
pressure-more = { $one }: chance that it is more
pressure-queue = people waiting at the crossing
pressure-wait = wait in hours
pressure-sheltered = people in shelter
pressure-without-bed = people without a bed
pressure-full = chance that no bed is free
outlook-title = What is projected, as things stand
outlook-title-in = Shelter in scenario { $one }
outlook-lead = Need follows from the projected arrivals; what nobody said is assumed, within bounds, and says so.
outlook-caption = On { $day }: median and 80 per cent interval
outlook-not-full = not within these days
outlook-perhaps = perhaps in { $n } days
outlook-in = { $n ->
    [one] in one day
   *[other] in { $n } days
  }
outlook-claim = Claim { $n } it was read from
outlook-assumed = the scenario’s alone
col-beds = Beds
col-occupied = People in them
col-without = Without a bed, that day
col-full = Days until full
col-chance = Chance of full

estimates = Kept estimates
estimates-lead = Every estimate stays as it was made. A new one never replaces an old one.
estimate-says = The estimate made on what was known at the end of { $day }, for { $days }, as it was made.
estimate-now = The situation of that day, as it is worked out now
estimate-link = Permanent page

## Take away
export-lead = Each view in the form you need, with its source, its day and its method. Small counts and places that are not official crossings never leave.
export-all = The whole situation
export-corridors = Corridors
export-flows = Flows by day
export-claims = Claims
export-contradictions = Disagreements
export-borders = Borders
export-shelter = Shelter
col-view = View
col-tables = Tables
export-pictures = Pictures
export-pictures-says = “Take” above a map or a chart saves it as PNG or SVG, as it stands on your screen, with its source, day and method under it. Above a table it saves a picture of the first rows.
export-map-svg = The map as SVG
export-address = A permanent address
export-address-says = This address shows this day for as long as the store is kept, whatever comes later.
export-feed = A feed of changes
export-feed-says = What each day changed, for a feed reader:
export-embed = A map to embed
export-embed-says = Put this into a page that may show this server:
export-api = For programs
export-api-says = Every page has a twin in JSON: add .json to its address. All addresses:
embed-says = Known as of { $day }. Modelled from published reports; median and 80 per cent interval.

## Said figures
quantity-none = no figure
hedge-approx = about { $figure }
hedge-more-than = more than { $figure }
hedge-at-least = at least { $figure }
hedge-nearly = nearly { $figure }
hedge-up-to = up to { $figure }
hedge-less-than = fewer than { $figure }
vague-dozens = dozens of { $unit }
vague-hundreds = hundreds of { $unit }
vague-thousands = thousands of { $unit }
vague-tens-of-thousands = tens of thousands of { $unit }
unit-person = { $n ->
    [one] person
   *[other] persons
  }
unit-household = { $n ->
    [one] household
   *[other] households
  }
unit-vehicle = { $n ->
    [one] vehicle
   *[other] vehicles
  }
unit-dwelling = { $n ->
    [one] dwelling
   *[other] dwellings
  }
unit-km = km
unit-hour = { $n ->
    [one] hour
   *[other] hours
  }
unit-day = { $n ->
    [one] day
   *[other] days
  }
unit-percent = per cent
unit-crossing = { $n ->
    [one] crossing
   *[other] crossings
  }
unit-trip = { $n ->
    [one] trip
   *[other] trips
  }
unit-seat = { $n ->
    [one] seat
   *[other] seats
  }
per-day = a day
per-hour = an hour
per-week = a week
per-month = a month
when-from = from { $day }
when-since = since { $day }
when-until = until { $day }
when-none = no time given
said-reported = { $what } (reported)
said-estimated = { $what } (estimated)
said-planned = planned: { $what }
said-projected = may be { $what }
said-requested = called for: { $what }
said-rumoured = rumoured: { $what }
said-denied = denied: { $what }
said-undecided = no decision
said-negated = not { $what }

## Coded words
kind-flow = people moved
kind-onward = moved onward
kind-return = went back
kind-stock = people present
kind-queue = queue
kind-border-status = state of a border
kind-shelter = shelter
kind-casualty = casualties
kind-trigger = trigger
kind-appeal = appeal
modality-asserted = stated
modality-reported = reported
modality-estimated = estimated
modality-planned = planned
modality-projected = forecast
modality-requested = called for
modality-rumoured = rumoured
modality-denied = denied
modality-undecided = no decision
modality-negated = said not to be so
source-official = official
source-international = international body
source-politician = politician
source-expert = expert
source-organisation = organisation
source-media = media
source-witness = witness
source-unnamed = source not named
decision-used = used
decision-shown = shown
decision-folded = folded
decision-set-aside = set aside
decision-rejected = rejected
decision-unreadable = unreadable
status-open = open
status-restricted = restricted
status-closed = closed
status-undecided = undecided
status-improvised = improvised
status-under-pressure = under pressure
status-full = full
status-housed = people housed
status-capacity = capacity
status-increased = increased
status-decreased = decreased
status-unchanged = unchanged
status-none = state not given
measure-cumulative = a running total
measure-daily = one day
measure-daily-rate = people a day
measure-period = a stated stretch
measure-increment = a further number
measure-share = a share
measure-change = a change
measure-point = at a moment
measure-capacity = what could be taken in
measure-unspecified = not said
basis-explicit = date written
basis-since = since a day
basis-relative = from words such as “on Sunday”
basis-event = from an event
basis-publication = day it was said
basis-historical = background from years before
basis-future = after publication
reason-used = Informs the flow estimate
reason-bound = Counts only a part, so a bound from below
reason-shown-border-status = Stands on the border timeline
reason-shown-queue = Shown with its crossing, not counted as people
reason-shown-shelter = Stands on the shelter page
reason-shown-trigger = Dates the crisis
reason-shown-appeal = An appeal or a promise, shown
reason-shown-casualty = Casualties, shown
reason-same-voice-same-figure = The same source told it again
reason-same-rare-figure = The same unusual figure within three days
reason-starts-long-before = Counts from long before the crisis
reason-internal = Movement inside one country
reason-corrected-later = The figure was corrected later
reason-projected = A forecast, not something that happened
reason-denied = The speaker says that it is not so
reason-requested = A demand, not something that happened
reason-no-origin = Does not say from where
reason-incident = Under ten people: an incident
reason-deported = Deportations are not flight
reason-applications = Asylum applications come from people who came earlier
reason-stock-not-modelled = People present where no arrivals are known
reason-capacity = What could be taken in, not what was
reason-compared-with-last-year = Compares with a year ago
reason-copied-report = A copy, not a second witness
reason-earlier-that-day = A running total of an earlier hour
reason-future = Speaks of days that had not come
reason-group-origin = Leaves from a group of countries
reason-historical = Background from long before
reason-impossible = More people than live there
reason-negated = The text says that it did not happen
reason-no-comparison = A change without a clear comparison
reason-no-figure = Gives no number
reason-no-leg = Its corridor could not be placed
reason-nothing-to-scale = Says how a flow changed, and none is known
reason-planned = A plan or promise, not something that happened
reason-rejected-by-analyst = An analyst rejected it
reason-rumoured = A rumour nobody stands for
reason-rounded-copy = A copy that rounds a figure told before
reason-duplicate-by-analyst = An analyst says that it repeats another claim
reason-same-figure-and-days = The same figure for the same days, passed on by a voice that is not told apart
reason-said-twice = The same report says it twice
reason-same-event-other-unit = The same event in another unit
reason-share-of-part = A share of a part of the people
reason-share-of-unknown = A share of a whole nobody counts
reason-shown-stock = A count that says nothing about movement, shown
reason-stock-without-departures = People present, and nobody says how many left again
reason-stock-without-start = People present, and nobody says since when
reason-trips = Trips, mostly tourism
reason-turned-back = People turned back did not cross
reason-undated = Nobody says when
reason-undecided = No decision was taken
reason-unit = Its unit cannot be turned into people
reason-unreadable = The input could not be read
term-crossed-border = crossed a border
term-left-country = left the country
term-arrived = arrived
term-fled = fled
term-displaced = displaced
term-evacuated = evacuated
term-relocated = relocated
term-registered = registered
term-asylum-application = asylum application
term-turned-back = turned back
term-deported = deported
term-returned = returned
term-transited = passed through
term-present = present
term-sheltered = sheltered
term-homeless = homeless
term-in-camp = in a camp
term-trapped = trapped
term-queue = length of a queue
term-waiting-time = waiting time
term-border = a whole border
term-crossing = a crossing
term-visa = entry rules
term-killed = killed
term-wounded = wounded
term-missing = missing
term-fighting = outbreak of fighting
term-mobilisation = mobilisation
term-offensive = offensive
term-invasion = invasion
term-coup = coup
term-ceasefire = ceasefire
term-surrender = surrender
term-earthquake = earthquake
term-flood = flood
term-storm = storm
term-fire = fire
term-decree = decree
term-blockade = blockade
term-shelling = shelling
term-explosion = explosion
site-cinema = cinema
site-school = school
site-hotel = hotel
site-sports-hall = sports hall
site-camp = camp
site-reception-centre = reception centre
site-tents = tents
site-private-homes = private homes
site-mosque = mosque
site-church = church
site-housing = housing
site-accommodation = accommodation
group-eu = European Union
group-europe = Europe
group-schengen = Schengen area
group-baltic = Baltic states
group-nordics = Nordic countries
group-central-asia = Central Asia
group-south-caucasus = South Caucasus
group-caucasus = Caucasus
group-gulf = Gulf states
group-middle-east = Middle East
group-north-africa = North Africa
group-west-africa = West Africa
group-east-africa = East Africa
group-latin-america = Latin America
group-africa = Africa
group-asia = Asia
