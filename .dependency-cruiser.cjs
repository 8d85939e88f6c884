/** Which part may know which: docs/architecture.md in a form that a tool enforces. */
const npm = 'node_modules/';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-undeclared-package',
      comment: 'A package that only comes along with another may vanish.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
    {
      name: 'deployed-code-needs-runtime-dependencies',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-knows-zod-only',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { pathNot: ['^src/contract/', `^${npm}zod/`] },
    },
    {
      name: 'domain-is-pure',
      comment: 'No I/O, no platform, no clock: only other rules, the vocabulary shared with the UI and pure libraries.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        pathNot: [
          '^src/domain/',
          '^src/contract/(\\w*[vV]ocabulary|\\w*[lL]ifecycle|\\w*[lL]imits|settings|settingProposals|issues|impact|change|register)\\.ts$',
          `^${npm}(luxon|@types/luxon|canonicalize)/`,
          '^(node:)?crypto$',
        ],
      },
    },
    {
      name: 'application-knows-domain-and-contract',
      severity: 'error',
      from: { path: '^src/application/' },
      to: {
        pathNot: ['^src/(application|domain|contract)/', `^${npm}(luxon|@types/luxon|uuid|zod)/`, '^(node:)?crypto$'],
      },
    },
    {
      name: 'adapters-serve-ports',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^(src/(entry/|index)|sandbox/|static/|test/|scripts/)' },
    },
    {
      name: 'app-knows-no-sandbox-no-ui',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|static|test|scripts|bench)/' },
    },
    {
      name: 'sandbox-knows-the-platform-not-the-app',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(src|static|test|bench)/' },
    },
    {
      name: 'ui-knows-the-contract-only',
      severity: 'error',
      from: { path: '^static/' },
      to: { path: '^(src/(?!contract/)|sandbox/|test/|scripts/|bench/)' },
    },
    {
      name: 'ui-takes-types-only-from-schemas',
      comment: 'zod is not for the browser: the constants of limits and vocabulary are.',
      severity: 'error',
      from: { path: '^static/' },
      to: { path: '^src/contract/(\\w*[pP]rocedures?|scalars|\\w*Schema)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'forge-at-the-edge',
      severity: 'error',
      from: { path: '^(src|static)/', pathNot: '^(src/(adapters|entry)/|src/index\\.ts$|static/ui/src/lib/)' },
      to: { path: `^${npm}@forge/` },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
