import { mount } from 'svelte'
import App from './App.svelte'
import './styles/fonts.css'
import './styles/page.css'
import { speak } from './lib/words.svelte'
import { preferences } from './lib/preferences.svelte'

preferences.apply()
await speak(preferences.language)
mount(App, { target: document.getElementById('page')! })
