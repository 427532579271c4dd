// What the server says, as docs/reference/api.md describes it.

export type Point = [number, number]
export type Level = 'low95' | 'low80' | 'low50' | 'median' | 'high50' | 'high80' | 'high95'
export type Spread = Record<Level, number>
export type Column = Partial<Record<Level, (number | null)[]>>

export type Quantity = { value: number | null; low: number | null; high: number | null; hedge: string; unit: string; per: string | null }
export type Interval = { start: string | null; end: string | null; basis: string }
export type Where = { iso3: string | null; name: string }
export type Spot = { code: string; name: string; kind: string; lat: number; lon: number }

export type Answers = {
  name: string
  as_of: string
  first_day: string | null
  last_day: string | null
  vintage: string
  method: string
  number: { corridor: string; name: string; words: string; since: string; total: Spread; week: Spread; last_day: Spread } | null
  who: { words: string; voices: string[]; claims: number; claim_ids: string[] } | null
  counts: string
  sure: { words: string; informed: number; mostly_prior: boolean } | null
  changed: { words: string; last_day: Spread } | null
  cite: string
  reports: number
  claims: number
  decisions: Record<string, number>
  contradictions: number
  gaps: string[]
  withheld: Record<string, number>
}

export type Corridor = {
  id: string
  origin: string
  destination: string
  name: string
  onward: boolean
  sum_of: string[]
  last_day: Spread
  change: Spread
  week: Spread
  total: Spread
  informed: number
  mostly_prior: boolean
  claims: number
  voices: number
  ground: string
}

export type Mark = { claim_id: string; start: string; end: string; low: number; middle: number; high: number; arrow: string; words: string; voice: string }
export type Flag = { day: string; letter: string; words: string; scope: string }
export type Series = { id: string; name: string; daily: Column; cumulative: Column; ahead: Column }
export type Flows = { as_of: string; levels: Level[]; days: string[]; ahead: string[]; corridors: Series[] }

export type CorridorDetail = {
  as_of: string
  line: Corridor
  days: string[]
  ahead: string[]
  series: Series
  marks: Mark[]
  flags: Flag[]
  used: ClaimLine[]
  folded: ClaimLine[]
  set_aside: ClaimLine[]
  contradictions: Disputed[]
}

export type ClaimLine = {
  id: string
  report_id: string
  kind: string
  modality: string
  words: string
  ends: string
  corridors: string[]
  quantity: Quantity | null
  measure: string
  interval: Interval | null
  voice: string
  source_type: string
  publisher: string | null
  published: string | null
  language: string
  decision: string
  reason: string
  weight: number
  into: string | null
  copies: number
  quote: string
}

export type ClaimPage = { as_of: string; total: number; offset: number; limit: number; facets: Record<string, Record<string, number>>; items: ClaimLine[] }

export type ClaimDetail = {
  line: ClaimLine
  term: string
  status: string | null
  population: string | null
  origin: Where | null
  destinations: Where[]
  via: Where[]
  at: Where | null
  speaker: string | null
  role: string | null
  organisation: string | null
  chain: string[]
  before: string
  quote: string
  after: string
  start: number
  end: number
  title: string
  source: string
  decision_words: string
  copies: ClaimLine[]
  carried_by: ClaimLine | null
  expected: [number, number, number] | null
  surprise: number | null
  opponents: ClaimLine[]
  withheld: string[]
}

export type Disputed = { claim: ClaimLine; unit: string; low: number | null; median: number | null; high: number | null; surprise: number; words: string; opponents: ClaimLine[] }

export type ReportText = {
  id: string
  title: string
  publisher: string | null
  published: string | null
  language: string
  source: string
  credits: string[]
  text: string
  masked: number
  spans: { claim_id: string; place: number; start: number; end: number }[]
  claims: ClaimLine[]
}

export type Said = { day: string; status: string; modality: string; fact: boolean; words: string; voice: string; population: string | null; claim_id: string }
export type Border = { id: string; border: string; name: string; state: string; at: Spot | null; standing: Said | null; loose: Said | null; events: Said[]; queues: ClaimLine[] }
export type Shelter = { place: string; country: string | null; at: Spot | null; latest: string | null; sites: { site: string; status: string | null; words: string; claim: ClaimLine }[] }
export type Moved = { id: string; name: string; before: Spread | null; after: Spread; words: string }
export type Changes = {
  since: string
  as_of: string
  words: string
  headline: Moved | null
  corridors: Moved[]
  reports: number
  claims: number
  latest: ClaimLine[]
  borders: string[]
  contradictions: string[]
}
export type Outlook = { id: string; name: string; onward: boolean; stands: Spread; scenario: Spread; difference: Spread; chance_above: number; daily_stands: Column; daily_scenario: Column }
export type ScenarioResult = { name: string; as_of: string; days: string[]; asked: string[]; corridors: Outlook[]; waiting_end: Spread; waiting: Column; pressures: Pressure[]; shelters: ShelterOutlook[]; notes: string[]; method: string; note: string }
export type ScenarioAnswer = { results: ScenarioResult[]; between: Outlook[]; pressures_between: Pressure[] }
export type Job = { id: string; state: 'waiting' | 'working' | 'done' | 'failed'; step: string; done: number; total: number; result: ScenarioAnswer | null; problem: string | null }
export type VerdictLine = { id: string; claim_id: string; ruling: string; analyst: string; decided: string; reason: string; withdraws: string | null; holds: boolean; corrected_to: string | null; claim: ClaimLine | null }
export type Pressure = { measure: string; place: string; origin: string; destination: string; name: string; unit: string; stands: Spread; scenario: Spread; difference: Spread; chance_above: number }
export type ShelterOutlook = {
  id: string
  name: string
  country: string
  at: Spot | null
  days: string[]
  beds: Column
  occupied: Column
  without: Column
  days_until_full: { low80: number | null; median: number | null; high80: number | null; chance: number }
  from_claims: boolean
  claims: string[]
}
