// A scenario as an address holds it, and as the server takes it (docs/reference/scenario.md has the words).
// In an address: "close,where=RUS>GEO,from=2022-10-11;shelter,where=KAZ,beds=5000".

import type { ScenarioResult } from './types'

export const KINDS = ['close', 'reopen', 'restrict', 'slow', 'throughput', 'shelter', 'trigger'] as const
export type Kind = (typeof KINDS)[number]
export type Change = { kind: Kind; where: string; from?: string; until?: string } & Partial<Record<Field, string>>
export type Field = 'leak' | 'rerouted' | 'factor' | 'persons_per_day' | 'beds' | 'share' | 'population'

/** The fields each change has of its own, with what stands in them at first. */
export const FIELDS: Record<Kind, Partial<Record<Field, string>>> = {
  close: { leak: '0.02', rerouted: '0.7' },
  reopen: {},
  restrict: { population: '', share: '0.5', leak: '0.02', rerouted: '0.7' },
  slow: { factor: '0.5' },
  throughput: { persons_per_day: '1000' },
  shelter: { beds: '1000' },
  trigger: { factor: '2' },
}
const NAMES = ['where', 'from', 'until', 'leak', 'rerouted', 'factor', 'persons_per_day', 'beds', 'share', 'population'] as const

/** The changes an address holds; what cannot be read is left out. */
export function decoded(words: string | null): Change[] {
  return (words ?? '').split(';').flatMap((part) => {
    const [kind, ...pairs] = part.split(',')
    if (!(KINDS as readonly string[]).includes(kind ?? '')) return []
    const change: Change = { ...FIELDS[kind as Kind], kind: kind as Kind, where: '' }
    for (const pair of pairs) {
      const at = pair.indexOf('=')
      const name = pair.slice(0, at) as (typeof NAMES)[number]
      if (at > 0 && NAMES.includes(name)) change[name] = decodeURIComponent(pair.slice(at + 1))
    }
    return change.where ? [change] : []
  })
}

export function encoded(changes: readonly Change[]): string {
  return changes
    .map((change) => [change.kind, ...NAMES.filter((name) => change[name]).map((name) => `${name}=${encodeURIComponent(change[name]!).replaceAll('%3E', '>')}`)].join(','))
    .join(';')
}

/** One scenario as the server takes it: a list for each kind of change. */
export function body(name: string, changes: readonly Change[]): Record<string, unknown> {
  const asked: Record<string, unknown> = { name }
  for (const kind of KINDS) {
    const of = changes.filter((change) => change.kind === kind)
    if (of.length) asked[kind] = of.map(one)
  }
  return asked
}

function one(change: Change): Record<string, unknown> {
  const said: Record<string, unknown> = { where: change.where }
  if (change.from) said.from = change.from
  if (change.until) said.until = change.until
  for (const field of Object.keys(FIELDS[change.kind]) as Field[]) {
    const value = change[field]
    if (value) said[field] = field === 'population' ? value : Number(value)
  }
  return said
}

/** What follows from scenarios as rows for a spreadsheet: one a corridor and scenario, each with its day, method and assumptions. */
export function rows(results: readonly ScenarioResult[], cite: string): string {
  const levels = ['median', 'low80', 'high80'] as const
  const spreads = ['stands', 'scenario', 'difference'] as const
  const head = ['scenario', 'corridor', ...spreads.flatMap((of) => levels.map((level) => `${of}_${level}`)), 'days', 'as_of', 'asked', 'method', 'source']
  const lines = results.flatMap((result, i) =>
    result.corridors.map((c) => [
      'AB'[i]!,
      c.id,
      ...spreads.flatMap((of) => levels.map((level) => String(Math.round(c[of][level])))),
      String(result.days.length),
      result.as_of,
      result.asked.join('; '),
      result.method,
      cite,
    ]),
  )
  return [head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')
}

/** A cell that no spreadsheet takes for a formula. */
function cell(words: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
