// The ground under the flows: an equal-area view of one region, and its land, borders and disputed lines as SVG paths.
import { geoAzimuthalEqualArea, geoPath, type GeoProjection, type GeoStream } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Polygon, Topology } from 'topojson-specification'
import address from '../atlas/world.topo.json?url'
import type { Point } from './types'

/** How far the map may be moved off its frame, as a share of the frame. */
export const AROUND = 0.5

type World = Topology<{ countries: GeometryCollection }> & { dashed: number[] }
export type Ground = { land: { code: string; d: string }[]; borders: string; coast: string; dashed: string }

let asked: Promise<World> | null = null

/** The base map, fetched once. */
export function world(): Promise<World> {
  asked ??= fetch(address).then((answer) => answer.json() as Promise<World>)
  return asked
}

/** The view that holds places given as [lat, lon], with a margin in pixels. */
export function view(places: readonly Point[], width: number, height: number, margin: number): GeoProjection {
  const points = (places.length ? places : ([[20, 0]] as Point[])).map(([lat, lon]) => [lon, lat] as Point)
  const [lon, lat] = middle(points)
  const projection = geoAzimuthalEqualArea().rotate([-lon, -lat]).clipAngle(100).precision(1)
  projection.scale(1).translate([0, 0])
  const flat = points.map((p) => projection(p) ?? ([0, 0] as Point))
  const [left, right] = [Math.min(...flat.map((p) => p[0])), Math.max(...flat.map((p) => p[0]))]
  const [top, bottom] = [Math.min(...flat.map((p) => p[1])), Math.max(...flat.map((p) => p[1]))]
  const least = 0.12 // radians: never closer than about 760 km, so that the region can be recognised
  const scale = Math.min((width - 2 * margin) / Math.max(right - left, least), (height - 2 * margin) / Math.max(bottom - top, least))
  return projection
    .scale(scale)
    .translate([width / 2 - ((left + right) / 2) * scale, height / 2 - ((top + bottom) / 2) * scale])
    .clipExtent([
      [-AROUND * width, -AROUND * height],
      [(1 + AROUND) * width, (1 + AROUND) * height],
    ])
}

/** What lies in a view and around it, so that the map can be moved without being drawn again; `thin` in pixels. */
export function ground(map: World, projection: GeoProjection, thin: number): Ground {
  const path = geoPath({ stream: (to) => projection.stream(thin ? thinned(to, thin) : to) }).digits(1)
  const sorts = sorted(map)
  const lines = (arcs: number[]) => path(feature(map, { type: 'MultiLineString', arcs: arcs.map((i) => [i]) })) ?? ''
  const land = map.objects.countries.geometries.flatMap((shape) => {
    const d = path(feature(map, shape))
    return d ? [{ code: String(shape.id ?? ''), d }] : []
  })
  return { land, borders: lines(sorts.borders), coast: lines(sorts.coast), dashed: lines(map.dashed) }
}

/** Leaves out points that lie on the pixel before: half the path data, and nothing to be seen. */
function thinned(to: GeoStream, pixels: number): GeoStream {
  let [x, y] = [NaN, NaN]
  return {
    point(px, py) {
      if (Math.abs(px - x) < pixels && Math.abs(py - y) < pixels) return
      ;[x, y] = [px, py]
      to.point(px, py)
    },
    lineStart() {
      x = y = NaN
      to.lineStart()
    },
    lineEnd: () => to.lineEnd(),
    polygonStart: () => to.polygonStart(),
    polygonEnd: () => to.polygonEnd(),
    sphere: () => to.sphere?.(),
  }
}

/** The arcs between two countries that are agreed, and those of one country; seams inside a country are neither. */
function sorted(map: World): { borders: number[]; coast: number[] } {
  const owners = new Map<number, string[]>()
  for (const shape of map.objects.countries.geometries) {
    for (const i of (shape as Polygon).arcs.flat()) owners.set(i < 0 ? ~i : i, [...(owners.get(i < 0 ? ~i : i) ?? []), String(shape.id)])
  }
  const arcs = [...owners].filter(([i]) => !map.dashed.includes(i))
  return {
    borders: arcs.filter(([, of]) => new Set(of).size > 1).map(([i]) => i),
    coast: arcs.filter(([, of]) => of.length === 1).map(([i]) => i),
  }
}

function middle(points: readonly Point[]): Point {
  let [x, y, z] = [0, 0, 0]
  for (const [lon, lat] of points) {
    const [a, b] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180]
    x += Math.cos(a) * Math.cos(b)
    y += Math.cos(a) * Math.sin(b)
    z += Math.sin(a)
  }
  return [(Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI]
}
