// Writes what the page needs of the atlas: the base map (TopoJSON) and a small table of countries.
// Both come from the Python package, so that browser, report and server draw the same lines and file a disputed
// place under the same country; see docs/explanation/boundaries.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const here = dirname(fileURLToPath(import.meta.url))
const python = join(here, '../../src/bordercast')
const out = join(here, '../src/atlas')

const TOLERANCE = 0.015 // degrees; the packed file keeps 0.01. 114 KB gzip; 0.03 gives 101 and shows at the closest zoom

mkdirSync(out, { recursive: true })
const packed = JSON.parse(gunzipSync(readFileSync(join(python, 'publishing/data/basemap.json.gz'))))
write('world.topo.json', topology(packed))
write('countries.json', countries(readFileSync(join(python, 'atlas/data/countries.csv'), 'utf8')))

function write(name, value) {
  writeFileSync(join(out, name), JSON.stringify(value))
}

/** TopoJSON of the packed map, every arc thinned; the numbers of the arcs that are not agreed in `dashed`. */
function topology({ grid, arcs, countries, dashed }) {
  const geometries = Object.entries(countries).map(([id, rings]) => ({ type: 'Polygon', id, arcs: rings }))
  return {
    type: 'Topology',
    transform: { scale: [1 / grid, 1 / grid], translate: [0, 0] },
    arcs: arcs.map((flat) => pack(simplified(unpack(flat, grid), TOLERANCE), grid)),
    objects: { countries: { type: 'GeometryCollection', geometries } },
    dashed,
  }
}

function unpack(flat, grid) {
  const points = []
  let x = 0
  let y = 0
  for (let i = 0; i < flat.length; i += 2) {
    x += flat[i]
    y += flat[i + 1]
    points.push([x / grid, y / grid])
  }
  return points
}

function pack(points, grid) {
  let px = 0
  let py = 0
  return points.map(([lon, lat]) => {
    const [x, y] = [Math.round(lon * grid), Math.round(lat * grid)]
    const step = [x - px, y - py]
    px = x
    py = y
    return step
  })
}

/** Douglas and Peucker, with the ends kept so that neighbours still meet. A closed ring keeps four points. */
function simplified(points, tolerance) {
  if (points.length < 5) return points
  const keep = new Uint8Array(points.length)
  keep[0] = keep[points.length - 1] = 1
  const closed = points[0][0] === points.at(-1)[0] && points[0][1] === points.at(-1)[1]
  const stack = closed ? halves(points, keep) : [[0, points.length - 1]]
  while (stack.length) {
    const [a, b] = stack.pop()
    let far = 0
    let at = -1
    for (let i = a + 1; i < b; i++) {
      const d = away(points[i], points[a], points[b])
      if (d > far) [far, at] = [d, i]
    }
    if (far > tolerance) {
      keep[at] = 1
      stack.push([a, at], [at, b])
    }
  }
  return points.filter((_, i) => keep[i])
}

function halves(points, keep) {
  const third = Math.floor(points.length / 3)
  keep[third] = keep[2 * third] = 1
  return [[0, third], [third, 2 * third], [2 * third, points.length - 1]]
}

function away(p, a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  const t = length ? Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length)) : 0
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}

/** ISO 3166-1 alpha-3 to [alpha-2, English name, lat, lon of the capital]. */
function countries(csv) {
  const [head, ...rows] = csv.trim().split(/\r?\n/).filter((line) => !line.startsWith('#')).map(fields)
  const at = Object.fromEntries(head.map((name, i) => [name, i]))
  return Object.fromEntries(
    rows.map((row) => [row[at.iso3], [row[at.iso2], row[at.name], Number(row[at.lat]), Number(row[at.lon])]]),
  )
}

function fields(line) {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].slice(0, line.split(',').length).map(([, field]) =>
    field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field,
  )
}
