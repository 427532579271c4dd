// Days are ISO strings ("2022-10-05"): no clock, no time zone.
import { ltr } from './figures'
import { voice } from './words.svelte'

const DAY = 86_400_000

export function toDate(day: string): Date {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`)
}

export function addDays(day: string, count: number): string {
  return new Date(toDate(day).getTime() + count * DAY).toISOString().slice(0, 10)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((toDate(to).getTime() - toDate(from).getTime()) / DAY)
}

/** "5 Oct", with the year where asked. */
export function dayWords(day: string, style: 'short' | 'year' | 'long' = 'short'): string {
  return formatter(style).format(toDate(day))
}

/** "21 Sept – 5 Oct"; one day when both are the same. */
export function daysWords(from: string | null, to: string | null): string {
  if (from && to && from !== to) {
    return voice.direction === 'rtl' ? `${dayWords(from)} – ${dayWords(to)}` : formatter('short').formatRange(toDate(from), toDate(to))
  }
  return from || to ? dayWords((from ?? to)!) : ''
}

export function timeWords(moment: string): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' } as const
  return ltr(`${new Intl.DateTimeFormat(voice.locale, format).format(new Date(moment))} UTC`)
}

const made = new Map<string, Intl.DateTimeFormat>()
function formatter(style: 'short' | 'year' | 'long'): Intl.DateTimeFormat {
  const key = `${voice.locale} ${style}`
  if (!made.has(key)) {
    const month = style === 'long' ? 'long' : 'short'
    made.set(key, new Intl.DateTimeFormat(voice.locale, { day: 'numeric', month, ...(style === 'short' ? {} : { year: 'numeric' }), timeZone: 'UTC' }))
  }
  return made.get(key)!
}
