// The little of a browser that modules ask for when they are loaded.
const page = { lang: '', dir: '', dataset: {} }
Object.assign(globalThis, {
  location: new URL('http://127.0.0.1:8321/'),
  document: { documentElement: page, visibilityState: 'visible' },
  history: { pushState: () => undefined, replaceState: () => undefined },
})
