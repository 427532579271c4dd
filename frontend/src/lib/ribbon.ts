// The shape of a flow: a ribbon thin where people leave and wide where they arrive, joining two places on the map.
// The same geometry as publishing/flowmap.py, so that page and report look alike.
import type { Point } from './types'

const STEPS = 28 // points along a ribbon: smooth at 960 px
const BEND = 0.16 // how far a ribbon bows, as a share of its length; by eye

/** Points along a curve from a to b that bows upward; onward legs bow the other way and so part from the outflow. */
export function curve(a: Point, b: Point, onward: boolean): Point[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const up = (dx >= 0 ? -1 : 1) * (onward ? -1 : 1)
  const middle: Point = [(a[0] + b[0]) / 2 - dy * BEND * up, (a[1] + b[1]) / 2 + dx * BEND * up]
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS
    const at = (k: 0 | 1) => (1 - t) ** 2 * a[k] + 2 * t * (1 - t) * middle[k] + t * t * b[k]
    return [at(0), at(1)] as Point
  })
}

/** The outline of a ribbon that grows to `width` and, with a head, ends in a blunt arrow, as SVG path data. */
export function tapered(line: readonly Point[], width: number, head = true): string {
  const last = line.length - 1
  const tip = line[last]!
  const reach = Math.max(5, width * 0.75)
  let cut = last
  while (cut > 2 && distance(line[cut]!, tip) < reach) cut--
  const left: Point[] = []
  const right: Point[] = []
  for (let i = 0; i <= cut; i++) {
    const [x, y] = line[i]!
    const [nx, ny] = normal(line, i)
    const half = (width / 2) * (0.16 + (0.84 * i) / last)
    left.push([x + nx * half, y + ny * half])
    right.push([x - nx * half, y - ny * half])
  }
  const [x, y] = line[cut]!
  const [nx, ny] = normal(line, cut)
  const wing = width * 0.5 + Math.max(2, width * 0.22)
  const point = head ? [[x + nx * wing, y + ny * wing], tip, [x - nx * wing, y - ny * wing]] : []
  const outline = [...left, ...point, ...right.reverse()]
  return `${outline.map(([px, py], i) => `${i ? 'L' : 'M'}${round(px!)} ${round(py!)}`).join('')}Z`
}

/** Width in pixels of a flow: the square root, so that a tenfold flow stays visible beside a small one. */
export function widthOf(persons: number, widest: number, full: number): number {
  return Math.max(1.6, full * Math.sqrt(Math.max(0, persons) / Math.max(1, widest)))
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

function normal(line: readonly Point[], i: number): Point {
  const [a, b] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!]
  const length = distance(a, b) || 1
  return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length]
}

function round(x: number): number {
  return Math.round(x * 10) / 10
}
