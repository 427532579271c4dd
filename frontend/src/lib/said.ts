// Said figures and statements in the words of the page's language, from their parts and never from a sentence.
import { coded, t } from './words.svelte'
import { ltr, plain } from './figures'
import { daysWords, dayWords } from './days'
import { placeName } from './places'
import type { ClaimLine, Interval, Quantity, Said, Shelter } from './types'

const VAGUE: Record<number, string> = { 20: 'dozens', 200: 'hundreds', 2000: 'thousands', 20000: 'tens-of-thousands' }

/** A said figure as it was said: "more than 260,000 persons". */
export function quantityWords(said: Quantity | null): string {
  if (!said) return t('quantity-none')
  const unit = (n: number) => t(`unit-${said.unit}`, { n })
  const rate = said.per ? ` ${t(`per-${said.per}`)}` : ''
  const vague = said.hedge === 'vague' ? VAGUE[said.low ?? 0] : undefined
  if (vague) return t(`vague-${vague}`, { unit: unit(100_000) }) + rate
  if (said.value !== null) return hedged(said.hedge, `${plain(said.value)} ${unit(said.value)}${rate}`)
  const [low, high] = [said.low, said.high]
  if (low !== null && high !== null) return `${ltr(`${bare(low)}–${bare(high)}`)} ${unit(high)}${rate}`
  if (low !== null) return hedged('at_least', `${plain(low)} ${unit(low)}${rate}`)
  return hedged('up_to', `${plain(high ?? 0)} ${unit(high ?? 0)}${rate}`)
}

function hedged(hedge: string, figure: string): string {
  const id = `hedge-${hedge.replaceAll('_', '-')}`
  return hedge === 'exact' || hedge === 'range' || hedge === 'vague' ? figure : t(id, { figure })
}

function bare(n: number): string {
  return plain(n).replace(/[\u2066\u2069]/g, '')
}

/** When a claim counts: "21 Sept – 4 Oct", "on 4 Oct", "since 21 Sept". */
export function whenWords(interval: Interval | null): string {
  const { start = null, end = null, basis = '' } = interval ?? {}
  if (start && end) return daysWords(start, end)
  if (start) return t(basis === 'future' ? 'when-from' : 'when-since', { day: dayWords(start) })
  return end ? t('when-until', { day: dayWords(end) }) : t('when-none')
}

/** The ends of a claim, "RUS>FIN" or a place, as names. */
export function endsWords(ends: string): string {
  const parts = ends.split('>')
  if (parts.length !== 2) return ends
  const [from, to] = parts.map((side) => (side === '?' ? '' : side.split('+').map((code) => placeName(code)).join(', ')))
  if (!from && !to) return ''
  if (!from) return t('corridor-into', { destination: to! })
  return to ? t('corridor', { origin: from, destination: to }) : t('corridor-out', { origin: from })
}

/** One claim in a line: where, how many, when. */
export function claimWords(claim: ClaimLine): string {
  const figure = claim.quantity ? quantityWords(claim.quantity) : ''
  return [endsWords(claim.ends), figure, whenWords(claim.interval)].filter(Boolean).join(' · ')
}

/** How the state of a border was said, so that a rumour or a plan never reads as a fact. */
export function statusWords(status: string | null, modality: string): string {
  if (modality === 'undecided') return t('said-undecided')
  const what = coded('status', status ?? 'none')
  return modality === 'asserted' ? what : t(`said-${modality}`, { what })
}

export function borderWords(said: Said): string {
  return `${statusWords(said.status, said.modality)}, ${said.voice}, ${dayWords(said.day)}`
}

/** What is said last of shelter in a place. */
export function shelterWords(place: Shelter): string {
  const [site] = place.sites
  return site ? `${place.place}: ${statusWords(site.status, site.claim.modality)}, ${site.claim.voice}` : place.place
}
