// Names and seats of countries in the language of the page. Filing follows the atlas; names of other languages are
// the browser's own (CLDR), English ones the atlas's.
import table from '../atlas/countries.json'
import { t, voice } from './words.svelte'

const countries = table as unknown as Record<string, [string, string, number, number]>

/** The name of a country, a group, "all destinations" or "elsewhere". `given` is the server's English name. */
export function placeName(code: string, given?: string): string {
  if (code === 'ANY') return t('place-any')
  if (code === 'OTHER') return t('place-other')
  const country = countries[code]
  if (!country) return voice.language === 'en' ? (given ?? code) : groupName(code, given)
  if (voice.language === 'en') return country[1]
  return names(voice.locale).of(country[0]) ?? country[1]
}

/** Latitude and longitude of a country's capital, or null for a code that is no country. */
export function seat(code: string): [number, number] | null {
  const country = countries[code]
  return country ? [country[2], country[3]] : null
}

/** "Russia to Kazakhstan": words, not an arrow, since an arrow points the wrong way in Arabic. */
export function corridorName(origin: string, destination: string): string {
  return t('corridor', { origin: placeName(origin), destination: placeName(destination) })
}

function groupName(code: string, given?: string): string {
  const id = `group-${code.toLowerCase().replaceAll('_', '-')}`
  const name = t(id)
  return name === id ? (given ?? code) : name
}

const made = new Map<string, Intl.DisplayNames>()
function names(locale: string): Intl.DisplayNames {
  if (!made.has(locale)) made.set(locale, new Intl.DisplayNames(locale, { type: 'region', style: 'short' }))
  return made.get(locale)!
}
