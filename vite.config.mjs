import { defineConfig } from 'vite';

/* The tab: `src/tab` into static files that the bot's server serves. Names change with what stands in them. */
export default defineConfig({
  root: 'src/tab',
  base: '/tab/',
  logLevel: 'warn',
  build: {
    outDir: '../../dist/tab',
    emptyOutDir: true,
    assetsDir: '',
    modulePreload: { polyfill: false },
    // A script or a style in the page itself would need a hole in its policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // A test holds what the first route's scripts weigh as they are sent (test/browser/tab.test.ts); nobody who starts the sandbox asks.
    chunkSizeWarningLimit: 1_000,
    target: 'es2022',
    rolldownOptions: {
      // Components say `use client`, for servers that draw pages: there is none here.
      onwarn: (warning, warn) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning),
    },
  },
});
