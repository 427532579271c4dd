// Figures are rounded as the reports round them, and read left to right wherever they stand.
import { afterEach, describe, expect, it } from 'vitest'
import { between, chance, modelled, plain, removed, signed, signedBetween, twoFigures } from '../src/lib/figures'
import { quantityWords, statusWords, endsWords } from '../src/lib/said'
import { voice } from '../src/lib/words.svelte'

afterEach(() => (voice.language = 'en'))

describe('figures', () => {
  it.each([[0, 0], [12.5, 12], [13.5, 14], [99.4, 99], [104, 100], [105, 100], [115, 120], [99999, 100000], [141500, 140000], [756141.8, 760000]])('%d is %d to two figures, halves to the even neighbour as in Python', (persons, rounded) => {
    expect(twoFigures(persons)).toBe(rounded)
  })
  it('never shows a count under ten', () => {
    expect(modelled(9.9)).toBe('under 10')
    expect(between(3, 40)).toBe('<\u00a010–40')
    expect(between(1, 9)).toBe('under 10')
  })
  it('signs differences and knows when there is none', () => {
    expect([signed(-14200), signed(3180), signed(4)]).toEqual(['−14,000', '+3,200', 'no change'])
    expect(signedBetween(-120, 3)).toBe('−120\u00a0…\u00a00')
  })
  it('never tells a chance as nought, nor doubt as gone', () => {
    expect(chance(0)).toBe('under 0.1%')
    expect(removed(0.998)).toBe('99%')
  })
  it('isolates figures in Arabic, so that a range does not turn round', () => {
    voice.language = 'ar'
    expect(between(118_000, 160_000)).toBe('\u2066120,000–160,000\u2069')
    expect(plain(1054)).toBe('\u20661,054\u2069')
    expect(signed(-4800)).toBe('\u2066−4,800\u2069')
  })
})

describe('what was said', () => {
  const said = { value: 260_000, low: 260_000, high: null, hedge: 'more_than', unit: 'person', per: null }
  it('keeps the hedge', () => {
    expect(quantityWords(said)).toBe('more than 260,000 persons')
    expect(quantityWords({ ...said, value: null, low: 5000, high: 6000, hedge: 'range', per: 'day' })).toBe('5,000–6,000 persons a day')
    expect(quantityWords({ ...said, value: null, low: 20_000, high: 100_000, hedge: 'vague' })).toBe('tens of thousands of persons')
    expect(quantityWords(null)).toBe('no figure')
  })
  it('never reads a rumour, a plan or "no decision" as a fact', () => {
    expect(statusWords('closed', 'rumoured')).toBe('rumoured: closed')
    expect(statusWords('closed', 'undecided')).toBe('no decision')
    expect(statusWords('closed', 'asserted')).toBe('closed')
  })
  it('says directions in words, since an arrow points the wrong way in Arabic', () => {
    expect(endsWords('RUS>KAZ+GEO')).toBe('Russia to Kazakhstan, Georgia')
    expect(endsWords('?>LVA')).toBe('into Latvia')
    voice.language = 'ar'
    expect(endsWords('RUS>ANY')).not.toMatch(/[→←>]/)
  })
})
