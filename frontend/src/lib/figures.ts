// Figures as people read them. The rounding is that of publishing/words.py: modelled figures to two significant
// figures, said figures as they were said. Every figure and range is isolated left to right, so that "1,000 to 2,000"
// never turns round inside Arabic.
import { t, voice } from './words.svelte'
import type { Spread } from './types'

const UNDER = 10 // counts of people below this are not published

/** A count rounded to two significant figures. */
export function twoFigures(persons: number): number {
  const whole = halfEven(persons)
  if (whole < 100) return whole
  const step = 10 ** (String(whole).length - 2)
  return halfEven(persons / step) * step
}

/** A modelled count: "140,000", or "under 10". */
export function modelled(persons: number): string {
  return persons < UNDER ? t('figure-under', { n: plain(UNDER) }) : plain(twoFigures(persons))
}

/** A modelled interval: "110,000–160,000". */
export function between(low: number, high: number): string {
  if (high < UNDER) return t('figure-under', { n: plain(UNDER) })
  const from = low < UNDER ? `<\u00a0${UNDER}` : number(twoFigures(low))
  return ltr(`${from}–${number(twoFigures(high))}`)
}

/** A modelled difference with its sign, or "no change". */
export function signed(persons: number): string {
  const size = twoFigures(Math.abs(persons))
  if (size < UNDER) return t('figure-no-change')
  return ltr(`${persons > 0 ? '+' : '−'}${number(size)}`)
}

export function signedBetween(low: number, high: number): string {
  const one = (n: number) => {
    const size = twoFigures(Math.abs(n))
    return size < UNDER ? '0' : `${n > 0 ? '+' : '−'}${number(size)}`
  }
  return ltr(`${one(low)}\u00a0…\u00a0${one(high)}`)
}

/** A said figure, to the last digit. */
export function plain(figure: number): string {
  return ltr(number(figure))
}

/** A figure for an axis: "150k" would be English, so the language's own compact form. */
export function short(figure: number): string {
  return ltr(formatter('short', { notation: 'compact', maximumFractionDigits: 1 }).format(figure))
}

/** A probability; it is never told as nought. */
export function chance(probability: number): string {
  return probability < 0.001 ? t('figure-under', { n: percent(0.001) }) : percent(probability)
}

/** The share of doubt that claims removed; some always stays. */
export function removed(share: number): string {
  return percent(Math.min(0.99, share))
}

function percent(share: number): string {
  const digits = share > 0 && share < 0.01 ? 1 : 0
  return ltr(formatter(`percent ${digits}`, { style: 'percent', maximumFractionDigits: digits }).format(share))
}

/** "388,000 (310,000–470,000)". */
export function withInterval(s: Spread): string {
  return `${modelled(s.median)} (${between(s.low80, s.high80)})`
}

/** Wraps text that must run left to right in an isolate when the page runs right to left. */
export function ltr(text: string): string {
  return voice.direction === 'rtl' ? `\u2066${text}\u2069` : text
}

function number(figure: number): string {
  return formatter('plain', { maximumFractionDigits: 2 }).format(figure)
}

// Making a formatter costs a hundred times what using it costs.
const made = new Map<string, Intl.NumberFormat>()
function formatter(name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${voice.locale} ${name}`
  if (!made.has(key)) made.set(key, new Intl.NumberFormat(voice.locale, options))
  return made.get(key)!
}

/** Rounds a half to the even neighbour, as Python does, so that page and report agree to the digit. */
function halfEven(x: number): number {
  const down = Math.floor(x)
  if (x - down !== 0.5) return Math.round(x)
  return down % 2 === 0 ? down : down + 1
}
