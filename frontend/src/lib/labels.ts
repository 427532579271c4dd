// Places for names on a map: beside their dot, clear of each other, of signs and, where possible, of ribbons.
import type { Point } from './types'

export type Wanted = { key: string; at: Point; lines: string[]; strong: boolean }
export type Placed = Wanted & { x: number; y: number; anchor: 'start' | 'middle' | 'end'; width: number; height: number; leader: [number, number, number, number] | null }
type Spot = { x: number; y: number; anchor: Placed['anchor']; far?: boolean }
type Box = [number, number, number, number]

const LINE = 1.18 // line height, in letters
const LETTER = 0.54 // mean width of a letter, in letter heights: Source Sans 3, measured over country names

/** Places as many labels as fit, in the order given (the most important first). */
export function placed(wanted: readonly Wanted[], taken: readonly Box[], lines: readonly Point[][], size: [number, number], font: number): Placed[] {
  const boxes = [...taken]
  const curves = lines.flatMap((line) => line.filter((_, i) => i % 3 === 0)) // enough to feel a ribbon under a name
  const found: Placed[] = []
  for (const label of wanted) {
    const width = Math.max(...label.lines.map((line) => line.length)) * font * LETTER
    const height = label.lines.length * font * LINE
    let best: { cost: number; box: Box; spot: Spot } | null = null
    for (const [i, spot] of spots(label.at, height, font).entries()) {
      const left = spot.x - (spot.anchor === 'end' ? width : spot.anchor === 'middle' ? width / 2 : 0)
      const box: Box = [left, spot.y - font, left + width, spot.y - font + height]
      if (box[0] < 2 || box[1] < 2 || box[2] > size[0] - 2 || box[3] > size[1] - 2) continue
      if (boxes.some((other) => overlap(box, other))) continue
      const cost = i * 0.4 + (spot.far ? 6 : 0) + 3 * curves.reduce((sum, [x, y]) => sum + (x > box[0] && x < box[2] && y > box[1] && y < box[3] ? 1 : 0), 0)
      if (!best || cost < best.cost) best = { cost, box, spot }
    }
    if (!best) continue
    boxes.push(best.box)
    const { x, y, anchor, far } = best.spot
    const edge: Point = [Math.max(best.box[0], Math.min(best.box[2], label.at[0])), Math.max(best.box[1], Math.min(best.box[3], label.at[1]))]
    found.push({ ...label, x, y, anchor, width, height, leader: far ? [label.at[0], label.at[1], edge[0], edge[1]] : null })
  }
  return found
}

/** Moves signs that would cover each other apart, each to the nearest free place around where it belongs. */
export function dodged<T extends { x: number; y: number }>(signs: readonly T[], size: number): T[] {
  const set: Point[] = []
  return signs.map((sign) => {
    const ring: Point[] = [[0, 0]]
    for (const reach of [1, 1.9]) for (let i = 0; i < 8; i++) ring.push([Math.cos((i * Math.PI) / 4) * size * reach, Math.sin((i * Math.PI) / 4) * size * reach])
    const free = ring.find(([dx, dy]) => set.every(([x, y]) => Math.hypot(sign.x + dx - x, sign.y + dy - y) >= size)) ?? [0, 0]
    const at: Point = [sign.x + free[0], sign.y + free[1]]
    set.push(at)
    return { ...sign, x: at[0], y: at[1] }
  })
}

function spots([x, y]: Point, height: number, font: number): Spot[] {
  const gap = font * 0.75
  const level = y + font * 0.8 - height / 2 + font * 0.1
  return [
    { x: x + gap, y: level, anchor: 'start' },
    { x: x - gap, y: level, anchor: 'end' },
    { x, y: y + gap + font * 0.8, anchor: 'middle' },
    { x, y: y - gap - height + font, anchor: 'middle' },
    { x: x + gap, y: y + gap + font * 0.5, anchor: 'start' },
    { x: x - gap, y: y + gap + font * 0.5, anchor: 'end' },
    { x: x + gap, y: y - height + font * 0.4, anchor: 'start' },
    { x: x - gap, y: y - height + font * 0.4, anchor: 'end' },
    // farther off, with a line that leads back
    ...[2.6, 4.2, 6].flatMap((reach) =>
      [180, 135, 225, 90, 270, 45, 315, 0].map((degrees): Spot => {
        const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
        const anchor = cos > 0.3 ? 'start' : cos < -0.3 ? 'end' : 'middle'
        return { x: x + cos * reach * font, y: level - sin * reach * font, anchor, far: true }
      }),
    ),
  ]
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]
}
