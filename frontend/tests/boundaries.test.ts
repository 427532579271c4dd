// The first thing a reader from a ministry checks: where the map draws what is disputed (docs/explanation/boundaries.md).
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { geoContains } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
type World = Topology<{ countries: GeometryCollection }> & { dashed: number[] }
let world: World

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts/atlas.mjs')])
  world = JSON.parse(readFileSync(join(root, 'src/atlas/world.topo.json'), 'utf8')) as World
})

function owner(lon: number, lat: number): string[] {
  return world.objects.countries.geometries.filter((shape) => geoContains(feature(world, shape), [lon, lat])).map((shape) => String(shape.id))
}

describe('the map files', () => {
  it.each([
    ['Simferopol in Ukraine', 34.1, 44.95, 'UKR'],
    ['Sevastopol in Ukraine', 33.6, 44.65, 'UKR'],
    ['Donetsk in Ukraine', 37.8, 48.0, 'UKR'],
    ['Laayoune apart', -13.2, 27.15, 'ESH'],
    ['the Golan under Syria', 35.78, 33.0, 'SYR'],
    ['Gaza under Palestine', 34.4, 31.45, 'PSE'],
    ['Pristina apart', 21.17, 42.66, 'XKX'],
    ['Stepanakert under Azerbaijan', 46.75, 39.82, 'AZE'],
    ['Sukhumi under Georgia', 41.1, 43.05, 'GEO'],
    ['Tiraspol under Moldova', 29.62, 46.85, 'MDA'],
    ['Hargeisa under Somalia', 44.06, 9.56, 'SOM'],
    ['northern Nicosia under Cyprus', 33.4, 35.25, 'CYP'],
  ])('%s', (_, lon, lat, code) => {
    expect(owner(lon, lat)).toEqual([code])
  })
  it('has lines that are not agreed', () => {
    expect(world.dashed.length).toBeGreaterThan(4)
  })
})
