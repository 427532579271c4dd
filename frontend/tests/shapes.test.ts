// Spans, scenarios, ribbons, labels, scales: the small machinery under the views.
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../src/lib/days'
import { dodged, placed } from '../src/lib/labels'
import { curve, distance, tapered, widthOf } from '../src/lib/ribbon'
import { band, ceiling, line, ticks } from '../src/lib/scale'
import { body, decoded, encoded, rows } from '../src/lib/scenario'
import { around, pieces } from '../src/lib/spans'

describe('spans', () => {
  it('count code points, not UTF-16 units', () => {
    const text = '🚌🚌 40,000 left.'
    expect(pieces(text, [{ start: 3, end: 9 }]).map((p) => [p.text, p.marks.length])).toEqual([['🚌🚌 ', 0], ['40,000', 1], [' left.', 0]])
  })
  it('may overlap, and together are the text', () => {
    const text = 'Around 40,000 have left for Uzbekistan.'
    const cut = pieces(text, [{ start: 0, end: 20 }, { start: 7, end: 39 }, { start: 30, end: 999 }])
    expect(cut.map((p) => p.text).join('')).toBe(text)
    expect(cut.find((p) => p.text.startsWith('40,000'))!.marks).toEqual([0, 1])
  })
  it('leave markup as text', () => {
    const hostile = '<img src=x onerror=alert(1)>'
    expect(pieces(hostile, [])).toEqual([{ text: hostile, marks: [] }])
  })
  it('show the words around', () => {
    expect(around('abcdefghij', { start: 4, end: 6 }, 2)).toEqual(['…cd', 'ef', 'gh…'])
  })
})

describe('a scenario in an address', () => {
  const changes = decoded('close,where=RUS>GEO,from=2022-10-11,leak=0.02,rerouted=0.7;shelter,where=KAZ,beds=5000')
  it('comes back as it went in', () => {
    expect(decoded(encoded(changes))).toEqual(changes)
    expect(encoded(decoded('nonsense;close,where='))).toBe('')
  })
  it('leaves as rows that no spreadsheet takes for formulas', () => {
    const spread = { low95: 1, low80: 2, low50: 3, median: -40.4, high50: 5, high80: 6, high95: 7 }
    const corridor = { id: 'RUS-GEO', name: '', onward: false, stands: spread, scenario: spread, difference: spread, chance_above: 0.1, daily_stands: {}, daily_scenario: {} }
    const result = { name: 'A', as_of: '2022-10-10', days: ['2022-10-11'], asked: ['=HYPERLINK("x"), close'], corridors: [corridor], waiting_end: spread, waiting: {}, pressures: [], shelters: [], notes: [], method: 'm', note: '' }
    const [head, line] = rows([result], 'cited').split('\r\n')
    expect(head!.split(',').length).toBe(16)
    expect(line).toBe('A,RUS-GEO,-40,2,6,-40,2,6,-40,2,6,1,2022-10-10,"\'=HYPERLINK(""x""), close",m,cited')
  })
  it('asks the server in its own words', () => {
    expect(body('A', changes)).toEqual({
      name: 'A',
      close: [{ where: 'RUS>GEO', from: '2022-10-11', leak: 0.02, rerouted: 0.7 }],
      shelter: [{ where: 'KAZ', beds: 5000 }],
    })
  })
})

describe('ribbons', () => {
  const [a, b] = [[0, 100], [200, 100]] as [[number, number], [number, number]]
  it('join their ends, and onward legs bow the other way', () => {
    const [out, on] = [curve(a, b, false), curve(a, b, true)]
    expect([out[0], out.at(-1)]).toEqual([a, b])
    expect(out[14]![1]).toBeLessThan(100)
    expect(on[14]![1]).toBeGreaterThan(100)
  })
  it('grow from where people leave to where they arrive', () => {
    const points = [...tapered(curve(a, b, false), 20, false).matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])] as [number, number])
    const first = distance(points[0]!, points.at(-1)!)
    const last = distance(points[points.length / 2 - 1]!, points[points.length / 2]!)
    expect(first).toBeCloseTo(3.2, 0)
    expect(last).toBeGreaterThan(15)
  })
  it('are as wide as the square root of the flow, and never vanish', () => {
    expect(widthOf(100, 400, 30)).toBe(15)
    expect(widthOf(0, 400, 30)).toBe(1.6)
  })
})

describe('labels', () => {
  it('never cover each other', () => {
    const wanted = Array.from({ length: 12 }, (_, i) => ({ key: String(i), at: [200 + (i % 4) * 14, 200 + Math.floor(i / 4) * 14] as [number, number], lines: ['Kazakhstan', '290,000'], strong: false }))
    const found = placed(wanted, [], [], [400, 400], 13)
    expect(found.length).toBeGreaterThan(6)
    const boxes = found.map((l) => {
      const left = l.x - (l.anchor === 'end' ? l.width : l.anchor === 'middle' ? l.width / 2 : 0)
      return [left, l.y - 13, left + l.width, l.y - 13 + l.height] as const
    })
    for (const [i, p] of boxes.entries()) for (const q of boxes.slice(i + 1)) expect(p[0] < q[2] && p[2] > q[0] && p[1] < q[3] && p[3] > q[1]).toBe(false)
  })
  it('and signs step aside', () => {
    const [p, q] = dodged([{ x: 10, y: 10 }, { x: 11, y: 10 }], 16)
    expect(Math.hypot(p!.x - q!.x, p!.y - q!.y)).toBeGreaterThanOrEqual(14.9)
    expect(p).toEqual({ x: 10, y: 10 })
  })
})

describe('scales', () => {
  it('end on a round number just above', () => {
    expect([ceiling([0]), ceiling([37_000]), ceiling([94_000])]).toEqual([1.5, 40_000, 100_000])
  })
  it('leave gaps where a number is withheld', () => {
    expect(line([[0, 5], [1, null], [2, 6], [3, 7]])).toBe('M0 5M2 6L3 7')
    expect(band([0, 1], [2, 2], [1, 1])).toBe('M0 1L1 1L1 2L0 2Z')
  })
  it('write only as many days as fit', () => {
    expect(ticks(365, 620, 62).length).toBeLessThanOrEqual(10)
    expect(ticks(5, 620, 62)).toEqual([0, 1, 2, 3, 4])
  })
})

describe('days', () => {
  it('know no clock and no zone', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(daysBetween('2022-09-21', '2022-10-05')).toBe(14)
  })
})
