// What a reader chose about the looks, kept in this browser and nowhere else.
import { LANGUAGES, type Language } from './words.svelte'

export const THEMES = ['auto', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof THEMES)[number]

class Preferences {
  theme = $state<Theme>('auto')
  language: Language = 'en'
  author = $state('')

  constructor() {
    const asked = new URL(location.href).searchParams
    const theme = asked.get('theme') ?? read('theme')
    if ((THEMES as readonly string[]).includes(theme ?? '')) this.theme = theme as Theme
    const wished = [asked.get('lang'), read('language'), ...navigator.languages.map((l) => l.slice(0, 2))]
    this.language = (wished.find((l) => l && l in LANGUAGES) as Language | undefined) ?? 'en'
    this.author = read('author') ?? ''
  }

  apply(): void {
    if (this.theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = this.theme
  }

  keep(name: 'theme' | 'language' | 'author', value: string): void {
    try {
      localStorage.setItem(`bordercast.${name}`, value)
    } catch {
      // a browser may forbid it: the choice then holds for this visit
    }
  }
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(`bordercast.${name}`)
  } catch {
    return null
  }
}

export const preferences = new Preferences()
