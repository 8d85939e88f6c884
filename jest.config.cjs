/**
 * Tiers by folder. `npm test` runs them all; `npm run test:unit` and its like run one.
 * Integration and security speak to the app through the built back end, so the back end is built once before them.
 */
const path = require('node:path');

/** Packages that come as ES modules only, or whose `require` entry is missing. */
const esmOnly = ['canonicalize', 'intl-messageformat', '@formatjs'];

const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
    // `import()` stays Node's own, so that packages which are ES modules load as on the command line.
    module: { type: 'commonjs', ignoreDynamic: true },
    sourceMaps: 'inline',
  },
];

/**
 * @param {string} name
 * @param {{ folder?: string, network: 'none' | 'loopback', engine?: 'libSQL' | 'MariaDB', setup?: string, teardown?: string, serial?: boolean, seconds?: number }} tier
 */
const project = (name, tier) => ({
  displayName: name,
  rootDir: __dirname,
  roots: [`<rootDir>/test/${tier.folder ?? name}`],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: 'node',
  transform: { '\\.tsx$': swc(true), '\\.[cm]?[jt]s$': swc(false) },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esmOnly.join('|')})/)`, '/dist/'],
  moduleNameMapper: { '^canonicalize$': path.join(__dirname, 'node_modules/canonicalize/lib/canonicalize.js') },
  modulePathIgnorePatterns: ['<rootDir>/\\.cache/', '<rootDir>/\\.sandbox/', '/dist/'],
  setupFilesAfterEnv: ['<rootDir>/test/support/network-guard.ts', '<rootDir>/test/support/seed.ts'],
  globals: { countersignTier: { network: tier.network, engine: tier.engine ?? 'libSQL' } },
  ...(tier.setup ? { globalSetup: `<rootDir>/test/support/global/${tier.setup}.ts` } : {}),
  ...(tier.teardown ? { globalTeardown: `<rootDir>/test/support/global/${tier.teardown}.ts` } : {}),
  ...(tier.serial ? { runner: '<rootDir>/test/support/serial-runner.cjs' } : {}),
});

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    project('unit', { network: 'none' }),
    project('contract', { network: 'loopback', setup: 'back-end' }),
    project('integration (libSQL)', { folder: 'integration', network: 'loopback', setup: 'back-end' }),
    project('integration (MariaDB)', {
      folder: 'integration',
      network: 'loopback',
      engine: 'MariaDB',
      setup: 'mariadb',
      teardown: 'mariadb-stop',
    }),
    project('parity', { network: 'loopback', setup: 'mariadb', teardown: 'mariadb-stop' }),
    project('security', { network: 'loopback', setup: 'back-end' }),
    project('mutants', { network: 'loopback', setup: 'back-end', serial: true }),
    project('e2e', { network: 'loopback', setup: 'front-end', serial: true }),
  ],
  // The default leaves one processor idle; with two that is half of them.
  maxWorkers: '100%',
  testTimeout: 30_000,
  watchman: false,
  reporters: ['default', '<rootDir>/test/support/count-reporter.cjs'],
};
