// From what the server says to what the map draws, for one day of the estimate.
import { between, modelled } from './figures'
import { corridorName, placeName } from './places'
import { link } from './route.svelte'
import { borderWords } from './said'
import { dayWords } from './days'
import { t } from './words.svelte'
import type { Flow, Sign } from '../parts/FlowMap.svelte'
import type { Border, Column, Corridor, Flows, Said, Spread } from './types'

export type MapMode = 'total' | 'day'

/** The legs to draw on a day; from the corridors' own figures on the last day, from the columns before it. */
export function mapFlows(corridors: readonly Corridor[], flows: Flows | null, day: string, mode: MapMode): Flow[] {
  const i = flows?.days.indexOf(day) ?? -1
  const columns = new Map(flows?.corridors.map((c) => [c.id, mode === 'day' ? c.daily : c.cumulative]))
  return corridors
    .filter((c) => !c.sum_of.length)
    .sort((a, b) => b.total.high80 - a.total.high80)
    .map((c) => {
      const column = columns.get(c.id)
      const last = i < 0 || i === flows!.days.length - 1 || !column
      const { low80, median, high80 } = last ? (mode === 'day' ? c.last_day : c.total) : at(column, i)
      const figure = modelled(median)
      const values = { name: corridorName(c.origin, c.destination), n: figure, range: between(low80, high80), day: dayWords(day) }
      const spoken = [t(mode === 'day' ? 'map-spoken-day' : 'map-spoken-total', values), c.onward ? t('onward') : '', c.mostly_prior ? t('mostly-prior') : ''].filter(Boolean).join('; ')
      return { id: c.id, origin: c.origin, destination: c.destination, onward: c.onward, prior: c.mostly_prior, low: low80, median, high: high80, figure, spoken }
    })
}

function at(column: Column, i: number): Pick<Spread, 'low80' | 'median' | 'high80'> {
  return { low80: column.low80?.[i] ?? 0, median: column.median?.[i] ?? 0, high80: column.high80?.[i] ?? 0 }
}

/** The greatest median of any leg on any day, so that the width of a ribbon means the same while days go by. */
export function widestOf(corridors: readonly Corridor[], flows: Flows | null, mode: MapMode): number {
  const legs = corridors.filter((c) => !c.sum_of.length)
  if (mode === 'total') return Math.max(1, ...legs.map((c) => c.total.median))
  const ids = new Set(legs.map((c) => c.id))
  let most = Math.max(1, ...legs.map((c) => c.last_day.median))
  for (const series of flows?.corridors ?? []) if (ids.has(series.id)) for (const n of series.daily.median ?? []) if (n && n > most) most = n
  return most
}

/** What was said of each border by the end of a day: the standing fact and, newer than it, what is no fact. */
export function borderSigns(borders: readonly Border[], day: string): Sign[] {
  return borders.flatMap((border) => {
    const known = border.events.filter((e) => e.day <= day)
    const standing = known.filter((e) => e.fact).at(-1)
    const loose = known.filter((e) => !e.fact && (!standing || e.day >= standing.day)).at(-1)
    return [standing, loose].flatMap((said) => (said ? [sign(border, said)] : []))
  })
}

function sign(border: Border, said: Said): Sign {
  return {
    id: `${border.id}-${said.fact ? 'fact' : 'loose'}`,
    border: border.border,
    at: border.at,
    status: said.modality === 'undecided' || ['denied', 'negated'].includes(said.modality) ? 'undecided' : said.status,
    fact: said.fact,
    spoken: t('map-border', { name: borderName(border), words: borderWords(said) }),
    address: link('/borders', { border: border.id }),
  }
}

export function borderName(border: Border): string {
  const [a, b] = border.border.split('>')
  if (a && b) return corridorName(a, b)
  return /^[A-Z]{3}$/.test(border.border) ? t('border-all', { place: placeName(border.border) }) : border.name
}


