// Asks the page's own server, and no other. An answer is an object or a problem (RFC 9457): what, where, what to do.
import { route } from './route.svelte'

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly remedy = '',
  ) {
    super(`${title}. ${detail} ${remedy}`.trim())
  }
}

const kept = new Map<string, Promise<unknown>>()
const KEEP = 60 // answers: scrubbing back and forth over two months asks for nothing twice

/** The answer to GET, as of the day in the address; the same question is asked once. */
export function ask<T>(path: string, query: Record<string, string | number | null | undefined> = {}, signal?: AbortSignal): Promise<T> {
  const address = addressOf(path, query)
  const before = kept.get(address)
  if (before) return before as Promise<T>
  const answer = fetch(address, { headers: { accept: 'application/json' }, signal: signal ?? null }).then((r) => unpacked<T>(r))
  kept.set(address, answer)
  answer.catch(() => kept.delete(address))
  if (kept.size > KEEP) kept.delete(kept.keys().next().value!)
  return answer
}

/** The answer to POST or DELETE; what was known before may no longer hold, so it is forgotten. */
export async function tell<T>(path: string, body: unknown, method: 'POST' | 'DELETE' = 'POST'): Promise<T> {
  const answer = await fetch(addressOf(path, {}), {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-bordercast': 'page' },
    body: JSON.stringify(body),
  })
  forget()
  return unpacked<T>(answer)
}

export function forget(): void {
  kept.clear()
}

export function addressOf(path: string, query: Record<string, string | number | null | undefined>): string {
  const asked = new URLSearchParams()
  const day = query.as_of ?? route.query.get('as_of')
  if (day) asked.set('as_of', String(day))
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') asked.set(name, String(value))
  const words = asked.toString()
  return words ? `${path}?${words}` : path
}

async function unpacked<T>(answer: Response): Promise<T> {
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) return body as T
  const { title, detail, remedy } = (body ?? {}) as { title?: string; detail?: string; remedy?: string }
  throw new Problem(answer.status, title ?? answer.statusText, detail ?? '', remedy)
}
