// The import rules of the architecture: every import points left or down (docs/architecture.md).
const order = require('./libs/floors.json');
const below = order.flatMap((lib, i) =>
  i === order.length - 1
    ? []
    : [
        {
          name: `${lib}-imports-only-above`,
          comment: 'A lib imports only the libs listed before it.',
          severity: 'error',
          from: { path: `^libs/${lib}/` },
          to: { path: `^libs/(${order.slice(i + 1).join('|')})/` },
        },
      ],
);

module.exports = {
  forbidden: [
    ...below,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'libs-not-to-apps', severity: 'error', from: { path: '^libs' }, to: { path: '^apps' } },
    {
      name: 'apps-not-to-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/($1)/' },
    },
    {
      name: 'page-knows-the-api-alone',
      comment:
        'The page uses the public API: its types come from the document, and no lib or app is in its bundle.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|apps|test)/', pathNot: '^apps/web/' },
    },
    {
      name: 'nobody-imports-the-page',
      severity: 'error',
      from: { pathNot: '^apps/web/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'features-of-the-page-meet-by-links',
      severity: 'error',
      from: { path: '^apps/web/src/([^/]+)/' },
      to: {
        path: '^apps/web/src/[^/]+/',
        pathNot: '^apps/web/src/($1|api|command|explain|time|parts|shell|words|style)/|^apps/web/src/router',
      },
    },
    {
      name: 'parts-of-the-page-know-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(api|command|explain|time|parts|shell|words|style)/' },
      to: {
        path: '^apps/web/src/',
        pathNot: '^apps/web/src/(api|command|explain|time|parts|shell|words|style)/',
      },
    },
    {
      name: 'no-deep-lib-import',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: {
        path: '^libs/[^/]+/src/(?!index|environment\\.ts|read-side\\.ts|development-issuer\\.ts)',
        pathNot: '^libs/$2/',
      },
    },
    {
      name: 'kernel-is-pure',
      comment: 'The kernel knows decimal.js and luxon only: no Nest, no I/O.',
      severity: 'error',
      from: { path: '^libs/kernel', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules', pathNot: 'node_modules/(decimal\\.js|luxon|@types/luxon)' },
    },
    {
      name: 'deciders-are-pure',
      comment:
        'A decider imports only the kernel, facts, commands (types), kinds of things and other deciders.',
      severity: 'error',
      from: { path: '\\.(decider|stream)\\.ts$' },
      to: { pathNot: '^libs/kernel/|\\.(events|commands|decider|stream|terms|kinds)\\.ts$' },
    },
    {
      name: 'writes-never-read-a-read-model',
      severity: 'error',
      from: { path: '\\.(decider|stream|commands)\\.ts$' },
      to: { path: '^libs/read-model|\\.(queries|projection|tables)\\.ts$' },
    },
    {
      name: 'registry-alone-imports-manifests',
      comment: 'What a feature brings is known to features.ts, and to nobody else.',
      severity: 'error',
      from: { pathNot: '^libs/receivables/src/features\\.ts$' },
      to: { path: '\\.feature\\.ts$' },
    },
    {
      name: 'features-meet-by-what-they-publish',
      comment:
        'Of another feature: its facts, their postings, its stream, its commands, how these are read for a decision, and what its lines come to at a cut.',
      severity: 'error',
      from: {
        path: '^libs/receivables/src/([^/]+)/',
        pathNot: '\\.spec\\.ts$|^libs/receivables/src/audit-export/',
      },
      to: {
        path: '^libs/receivables/src/[^/]+/',
        pathNot: [
          '^libs/receivables/src/$1/',
          '^libs/receivables/src/(manifest|terms|ledger|asking|telling|reporting|audit-export)/',
          '\\.(events|stream|commands|references|postings|control|actions|cut)\\.ts$',
        ],
      },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.(spec|d)\\.ts$|main\\.tsx?$|vite\\.config|^test/' },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js'],
      mainFields: ['main'],
    },
  },
};
