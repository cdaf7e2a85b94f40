import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// ENTENTE_CENTRE: the centre (or dev/mock.mjs) that `npm run dev` speaks to.
const centre = process.env['ENTENTE_CENTRE'] ?? 'http://127.0.0.1:8099';

export default defineConfig({
  base: '/',
  plugins: [svelte({ preprocess: vitePreprocess() })],
  // Nothing is inlined as data: or as a script, so that the strict content security policy holds.
  build: {
    target: 'es2022', chunkSizeWarningLimit: 2500, assetsInlineLimit: 0, modulePreload: { polyfill: false },
    // The map's worker is a script: with this ending every web server says so.
    rolldownOptions: { output: { assetFileNames: ({ names }) => `assets/[name]-[hash]${names[0]?.endsWith('.mjs') ? '.js' : '[extname]'}` } },
  },
  server: { host: '127.0.0.1', proxy: { '/api': centre, '/basemap': centre, '/log': centre, '/health': centre } },
});
