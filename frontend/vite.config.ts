import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// The page is packaged inside the Python package; `bordercast serve` hands it out. In development, `npm run dev`
// asks a running `bordercast serve` for the data.
const server = process.env.BORDERCAST_SERVER ?? 'http://127.0.0.1:8321'

export default defineConfig({
  plugins: [svelte()],
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
