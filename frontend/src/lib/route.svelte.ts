// Where the reader is. The address holds the whole state that somebody may want to share: page, day, filters.
import { tick } from 'svelte'

class Route {
  path = $state(location.pathname)
  query = $state.raw(new URLSearchParams(location.search))

  get parts(): string[] {
    return this.path.split('/').filter(Boolean).map(decodeURIComponent)
  }

  go(address: string, how: 'push' | 'replace' = 'push'): void {
    const to = new URL(address, location.href)
    const turned = to.pathname !== this.path
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', to)
    this.path = to.pathname
    this.query = to.searchParams
    if (turned && how === 'push') void arrive()
  }

  /** Sets some parts of the query and leaves the others; null takes a part away. */
  set(parts: Record<string, string | null>, how: 'push' | 'replace' = 'replace'): void {
    this.go(this.with(this.path, parts), how)
  }

  /** An address with the present day and the parts given. */
  with(path: string, parts: Record<string, string | null> = {}): string {
    const query = new URLSearchParams(path === this.path ? this.query : undefined)
    const day = this.query.get('as_of')
    if (day) query.set('as_of', day)
    for (const [name, value] of Object.entries(parts)) {
      if (value === null || value === '') query.delete(name)
      else query.set(name, value)
    }
    const words = query.toString()
    return words ? `${path}?${words}` : path
  }
}

export const route = new Route()

/** A link to another page, as of the same day. */
export function link(path: string, parts: Record<string, string | null> = {}): string {
  return route.with(path, parts)
}

export function listen(): void {
  addEventListener('popstate', () => {
    route.path = location.pathname
    route.query = new URLSearchParams(location.search)
  })
  addEventListener('click', (event) => {
    const anchor = (event.target as Element | null)?.closest?.('a')
    if (!anchor || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const href = anchor.getAttribute('href')
    if (!href?.startsWith('/') || anchor.hasAttribute('download') || anchor.dataset.plain !== undefined) return
    event.preventDefault()
    route.go(href)
  })
}

async function arrive(): Promise<void> {
  await tick()
  scrollTo(0, 0)
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}
