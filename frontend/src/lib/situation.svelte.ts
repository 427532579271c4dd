// The situation the reader looks at: the answers and corridors of one day, asked again when the day or the store changes.
import { ask, forget } from './api'
import { route } from './route.svelte'
import type { Answers, Corridor, Spot } from './types'

export type Overview = { answers: Answers; corridors: Corridor[]; places: Spot[] }
export type Status = { version: string; mark: string; days: string[]; working: string[]; read_only: boolean }

class Now {
  overview = $state.raw<Overview | null>(null)
  status = $state.raw<Status | null>(null)
  problem = $state.raw<Error | null>(null)
  waiting = $state(true)
  /** Grows when the store has changed under us, or a verdict was given: what hangs on it asks again. */
  round = $state(0)

  get asOf(): string {
    return this.overview?.answers.as_of ?? route.query.get('as_of') ?? ''
  }
  get days(): string[] {
    return this.status?.days ?? []
  }

  again(): void {
    forget()
    this.round += 1
  }
}
export const now = new Now()

// What stands in another page has left the office: it shows what may be taken away, and nothing else.
const OVERVIEW = location.pathname.startsWith('/embed') ? '/embed/situation.json' : '/api/situation'
const EVERY = 20_000 // milliseconds between looks at the store: reports come by the minute, not by the second

/** Keeps `now` in step with the address and the store; to be called once, where effects may run. */
export function follow(): void {
  let turn = 0
  $effect(() => {
    void now.round
    void route.query.get('as_of')
    const mine = ++turn
    now.waiting = true
    void ask<Overview>(OVERVIEW).then(
      (overview) => mine === turn && ((now.overview = overview), (now.problem = null), (now.waiting = false)),
      (problem: Error) => mine === turn && ((now.problem = problem), (now.waiting = false)),
    )
  })
  $effect(() => {
    void look()
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), EVERY)
    return () => clearInterval(timer)
  })
}

async function look(): Promise<void> {
  const answer = await fetch('/api/status', { cache: 'no-store' }).catch(() => null)
  if (!answer?.ok) return
  const status = (await answer.json()) as Status
  if (now.status && now.status.mark !== status.mark) now.again()
  now.status = status
}
