import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'

// The page is packaged inside the Python package; `bordercast serve` hands it out. In development, `npm run dev`
// asks a running `bordercast serve` for the data.
const server = process.env.BORDERCAST_SERVER ?? 'http://127.0.0.1:8321'

/** Ships the licences of what ends up in the bundle beside it, as those licences ask. */
function licences(): Plugin {
  const shipped = ['svelte', '@fluent/bundle', 'topojson-client', '@fontsource-variable/source-sans-3', '@fontsource-variable/source-serif-4', '@fontsource-variable/noto-naskh-arabic']
  const modules = join(import.meta.dirname, 'node_modules')
  return {
    name: 'licences',
    generateBundle() {
      const d3 = readdirSync(modules).filter((name) => name.startsWith('d3-') || name === 'internmap')
      const texts = [...shipped, ...d3].sort().flatMap((name) => {
        const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map((found) => join(modules, name, found)).find(existsSync)
        const { version, license } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as Record<string, string>
        return [`${name} ${version} (${license})`, file ? readFileSync(file, 'utf8').trim() : 'The text is that of LICENSE beside this package.', '']
      })
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n\n') })
    },
  }
}

export default defineConfig({
  plugins: [svelte(), licences()],
  build: {
    outDir: '../src/bordercast/web/ui',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0, // the content security policy lets no data: font or script in
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': server, '/feed.atom': server } },
  test: { include: ['tests/**/*.test.ts'], environment: 'node', setupFiles: ['tests/setup.ts'] },
})
