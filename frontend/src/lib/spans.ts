// Spans count Unicode code points; JavaScript strings count UTF-16 units. Nothing here makes markup: text stays text.

export type Piece = { text: string; marks: number[] }
export type Marked = { start: number; end: number }

/** Cuts a text at the ends of spans; each piece carries the numbers of the spans that cover it. */
export function pieces(text: string, spans: readonly Marked[]): Piece[] {
  const points = Array.from(text)
  const cuts = new Set([0, points.length])
  for (const span of spans) {
    cuts.add(clamp(span.start, points.length))
    cuts.add(clamp(span.end, points.length))
  }
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, i) => {
    const end = ordered[i + 1]!
    const marks = spans.flatMap((span, n) => (span.start <= start && span.end >= end ? [n] : []))
    return { text: points.slice(start, end).join(''), marks }
  })
}

/** The words around a span, for a card: what stands before, the span, what stands after. */
export function around(text: string, span: Marked, reach = 140): [string, string, string] {
  const points = Array.from(text)
  const [start, end] = [clamp(span.start, points.length), clamp(span.end, points.length)]
  const from = Math.max(0, start - reach)
  const to = Math.min(points.length, end + reach)
  return [
    (from > 0 ? '…' : '') + points.slice(from, start).join(''),
    points.slice(start, end).join(''),
    points.slice(end, to).join('') + (to < points.length ? '…' : ''),
  ]
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length, at))
}
