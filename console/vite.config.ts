import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Where the server listens while the console is developed; a build is served by the server itself. */
const target = process.env['CHANGKE_SERVER'] ?? 'http://127.0.0.1:8080'
// The server answers only to pages of its own address, so the browser's must reach it unchanged.
const server = { target, changeOrigin: false }

/** Writes every file of the build compressed beside itself, so that the server sends it without work. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir }) {
    for (const name of readdirSync(dir!, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg|json)$/.test(name)) continue
      const file = join(dir!, name)
      const content = readFileSync(file)
      writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
      writeFileSync(`${file}.br`, brotliCompressSync(content))
    }
  },
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), compressed],
  server: { host: '127.0.0.1', proxy: { '/v1': server, '/healthz': server } },
  build: {
    outDir: 'dist',
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    manifest: true,
    // Pages are small and many; inlining icons into them would defeat the cache.
    assetsInlineLimit: 0,
  },
})
