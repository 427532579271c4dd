// Scales of the charts: days along, persons up.

/** A round number just above the highest, in steps people read easily. */
export function ceiling(values: readonly number[]): number {
  const top = Math.max(1, ...values) * 1.06
  const size = 10 ** (String(Math.floor(top)).length - 1)
  return size * [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((step) => size * step >= top)!
}

/** Which days to write under an axis so that words do not touch: indices, evenly spaced. */
export function ticks(count: number, width: number, each: number): number[] {
  const most = Math.max(1, Math.floor(width / each))
  const step = [1, 2, 3, 4, 5, 7, 10, 14, 21, 28, 30, 60, 90, 120].find((s) => count / s <= most) ?? Math.ceil(count / most)
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step)
}

/** SVG path data through points; gaps where a number is withheld. */
export function line(points: readonly (readonly [number, number | null])[]): string {
  let pen = 'M'
  return points
    .map(([x, y]) => {
      if (y === null) {
        pen = 'M'
        return ''
      }
      const step = `${pen}${round(x)} ${round(y)}`
      pen = 'L'
      return step
    })
    .join('')
}

/** SVG path data of a band between two lines; what is withheld lies at nought. */
export function band(xs: readonly number[], low: readonly number[], high: readonly number[]): string {
  if (!xs.length) return ''
  const there = xs.map((x, i) => `${i ? 'L' : 'M'}${round(x)} ${round(high[i]!)}`).join('')
  const back = xs.map((_, i) => xs.length - 1 - i).map((i) => `L${round(xs[i]!)} ${round(low[i]!)}`).join('')
  return `${there}${back}Z`
}

export function round(x: number): number {
  return Math.round(x * 10) / 10
}
