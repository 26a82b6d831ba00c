import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where `npm run web` finds the API. */
const api = process.env.QUITTANCE_URL ?? 'http://127.0.0.1:3000';
const proxy = Object.fromEntries(
  ['/v1', '/session', '/openapi.json', '/docs'].map((path) => [
    path,
    // The page that takes the code of `quittance open` is the dev server's own.
    {
      target: api,
      bypass: ({ url }: { url?: string }) => (url?.startsWith('/session/start') ? '/' : undefined),
    },
  ]),
);

/** React Aria empties its announcements as markup, which trusted types forbid: the same without markup. */
const emptiedWithoutMarkup: Plugin = {
  name: 'emptied-without-markup',
  transform: {
    filter: { id: /live-announcer\/LiveAnnouncer\.\w+$/ },
    handler: (code) => code.replaceAll(".innerHTML = ''", '.replaceChildren()'),
  },
};

/** The order of the layers in every file of styles: whichever the browser reads first, the order is the same. */
const layersInOrder: Plugin = {
  name: 'layers-in-order',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.css$/ },
    handler: (code) => `@layer tokens, base, parts, pages;\n${code}`,
  },
};

/** The first script is small and asks for the page's: the browser is told of that, and of its styles, before it runs. */
const mainToldOf: Plugin = {
  name: 'main-told-of',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const main = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/src/main.tsx')));
      if (!main) return [];
      const scripts = [
        main,
        ...chunks.filter(({ fileName, isEntry }) => !isEntry && main.imports.includes(fileName)),
      ];
      const styles = [...(main.viteMetadata?.importedCss ?? [])];
      const link = (rel: string) => (file: string) => ({
        ...{ tag: 'link', attrs: { rel, crossorigin: true, href: `/${file}` }, injectTo: 'head' as const },
      });
      return [
        ...scripts.map(({ fileName }) => fileName).map(link('modulepreload')),
        ...styles.map(link('stylesheet')),
      ];
    },
  },
};

const shortened = (name: string): string => name.replace(/\.\w+$/, '').split('~')[0]!;

export default defineConfig({
  root: import.meta.dirname,
  // React Aria has its English words for the United States alone.
  plugins: [
    optimizeLocales.vite({ locales: ['en-US', 'it-IT', 'bg-BG', 'de-DE'] }),
    emptiedWithoutMarkup,
    layersInOrder,
    mainToldOf,
    react(),
  ],
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // Nothing inline: the content policy allows files of this server alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Names and licences of what is shipped.
    license: { fileName: 'assets/licences.md' },
    reportCompressedSize: false,
    // A browser asks for six files at a time: what every visit loads is one, and what pages share few.
    rolldownOptions: {
      output: {
        // Else each has the names of all pages that share it.
        chunkFileNames: ({ name }) => `assets/${shortened(name)}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) => `assets/${shortened(name)}-[hash][extname]`,
        codeSplitting: {
          groups: [
            { name: 'begin', tags: ['$initial'], priority: 3 },
            { name: 'first', test: /\/src\/main\.tsx$/, priority: 2 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 16_000 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy },
});
