// An answer that is asked again when the question changes; what was shown before stays until the new one is there.
import { Problem } from './api'

export class Resource<T> {
  value = $state.raw<T | null>(null)
  problem = $state.raw<Problem | Error | null>(null)
  waiting = $state(true)

  constructor(question: () => Promise<T> | null) {
    let last = 0
    $effect(() => {
      const turn = ++last
      const answer = question()
      if (!answer) return
      this.waiting = true
      answer
        .then(
          (value) => turn === last && ((this.value = value), (this.problem = null)),
          (problem: Error) => turn === last && (this.problem = problem),
        )
        .finally(() => turn === last && (this.waiting = false))
    })
  }
}
