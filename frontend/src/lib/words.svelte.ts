// The page's words: Project Fluent catalogues, one a language, loaded when asked for.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import english from '../../locales/en.ftl?raw'

export const LANGUAGES = { en: 'English', fr: 'Français', ru: 'Русский', uk: 'Українська', ar: 'العربية' } as const
export type Language = keyof typeof LANGUAGES

const others = import.meta.glob<string>(['../../locales/*.ftl', '!../../locales/en.ftl'], { query: '?raw', import: 'default' })
const fallback = bundle('en', english)

class Voice {
  language = $state<Language>('en')
  bundle = $state.raw<FluentBundle>(fallback)
  get direction(): 'ltr' | 'rtl' {
    return this.language === 'ar' ? 'rtl' : 'ltr'
  }
  /** The locale for Intl: figures stay in Latin digits, so that they can be checked against the tables. */
  get locale(): string {
    return this.language === 'en' ? 'en-GB' : `${this.language}-u-nu-latn`
  }
}
export const voice = new Voice()

/** Turns the page to a language; its catalogue is fetched from the page's own server. */
export async function speak(language: Language): Promise<void> {
  const load = others[`../../locales/${language}.ftl`]
  voice.bundle = load ? bundle(language, await load()) : fallback
  voice.language = language
  document.documentElement.lang = language
  document.documentElement.dir = voice.direction
}

/** The message of a name in the language of the page; in English where a catalogue lacks it. */
export function t(id: string, values?: Record<string, FluentVariable>): string {
  for (const words of [voice.bundle, fallback]) {
    const message = words.getMessage(id)
    if (message?.value) return words.formatPattern(message.value, values ?? null)
  }
  return id
}

/** The message of a coded word such as a kind or a reason; the code in plain letters where nobody named it. */
export function coded(group: string, code: string | null | undefined): string {
  if (!code) return ''
  const id = `${group}-${code.replaceAll(/[_ ]/g, '-')}`
  const words = t(id)
  return words === id ? code.replaceAll('_', ' ') : words
}

function bundle(language: string, source: string): FluentBundle {
  // the figures inside a message, too, in Latin digits
  const made = new FluentBundle(language === 'ar' ? 'ar-u-nu-latn' : language, { useIsolating: language === 'ar' })
  made.addResource(new FluentResource(source))
  return made
}
