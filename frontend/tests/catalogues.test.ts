// Five catalogues, one set of names, the same values in each, and every name the page asks for is there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const languages = ['en', 'fr', 'ru', 'uk', 'ar']
const text = (language: string) => readFileSync(join(root, 'locales', `${language}.ftl`), 'utf8')
const names = (language: string) => [...text(language).matchAll(/^([a-z][\w-]*) =/gm)].map((m) => m[1]!)
const values = (language: string) => {
  const found = new Map<string, string[]>()
  let name = ''
  for (const line of text(language).split('\n')) {
    name = /^([a-z][\w-]*) =/.exec(line)?.[1] ?? name
    found.set(name, [...new Set([...(found.get(name) ?? []), ...[...line.matchAll(/\{ \$(\w+)/g)].map((m) => m[1]!)])].sort())
  }
  return found
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : /\.(svelte|ts)$/.test(entry.name) ? [readFileSync(join(folder, entry.name), 'utf8')] : []))
}

describe('the catalogues', () => {
  it.each(languages)('%s can be read to the last message', (language) => {
    const bundle = new FluentBundle(language)
    expect(bundle.addResource(new FluentResource(text(language)))).toEqual([])
    expect(names(language).filter((name) => !bundle.hasMessage(name))).toEqual([])
  })

  it.each(languages)('%s names nothing twice', (language) => {
    expect(names(language).filter((name, i, all) => all.indexOf(name) !== i)).toEqual([])
  })

  it.each(languages.slice(1))('%s has the names and the values of English', (language) => {
    expect([...names(language)].sort()).toEqual([...names('en')].sort())
    const english = values('en')
    for (const [name, used] of values(language)) expect([name, used.filter((v) => !english.get(name)!.includes(v))]).toEqual([name, []])
  })

  it('hold every name that the page asks for', () => {
    const known = new Set(names('en'))
    const asked = sources(join(root, 'src')).flatMap((source) => [...source.matchAll(/\bt\(\s*'([\w-]+)'/g)].map((m) => m[1]!))
    expect(asked.length).toBeGreaterThan(100)
    expect([...new Set(asked)].filter((name) => !known.has(name))).toEqual([])
  })

  it('have a sentence for every reason of the ledger', () => {
    const python = readFileSync(join(root, '../src/bordercast/reconciliation/words.py'), 'utf8')
    const reasons = [...python.matchAll(/^ {4}"(\w+)":/gm)].map((m) => `reason-${m[1]!.replaceAll('_', '-')}`)
    expect(reasons.length).toBeGreaterThan(30)
    expect(reasons.filter((reason) => !names('en').includes(reason))).toEqual([])
  })

  it('count in Ukrainian and Arabic as those languages do', () => {
    const said = (language: string, n: number) => {
      const bundle = new FluentBundle(language === 'ar' ? 'ar-u-nu-latn' : language, { useIsolating: false })
      bundle.addResource(new FluentResource(text(language)))
      return bundle.formatPattern(bundle.getMessage('scenario-days-n')!.value!, { n })
    }
    expect([1, 3, 5, 21].map((n) => said('uk', n))).toEqual(['1 день', '3 дні', '5 днів', '21 день'])
    expect([1, 2, 3, 11].map((n) => said('ar', n))).toEqual(['يوم واحد', 'يومان', '3 أيام', '11 يومًا'])
  })
})
