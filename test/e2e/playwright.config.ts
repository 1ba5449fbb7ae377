import { defineConfig } from '@playwright/test';
import { backend, developed, running, standIn } from './src/support/addresses';

const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: './src',
  outputDir: './test-results',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // Files go side by side; what a test changes is looked at in its own file only.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    [
      'json',
      {
        outputFile:
          process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/report.json',
      },
    ],
  ],
  use: {
    // Built, a page is there in a part of the time.
    baseURL: running ?? backend,
    trace: 'retain-on-failure',
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      executablePath: process.env.FAIRLEAD_CHROMIUM,
      args: [
        // The page of the legacy portal comes from a file, and asks a backend of this machine.
        '--disable-features=LocalNetworkAccessChecks',
        // Chromium has no sandbox for root.
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
  projects: [
    { name: 'ready', testMatch: 'ready.setup.ts' },
    { name: 'portal', testMatch: '*.test.ts', dependencies: ['ready'] },
  ],
  webServer: running
    ? undefined
    : {
        command: 'node ../../scripts/start.mjs',
        env: {
          PORT: new URL(developed).port,
          BACKEND_PORT: new URL(backend).port,
          FAIRLEAD_DATA: process.env.FAIRLEAD_DATA ?? '.data',
          // Backstage reads configuration from variables that are called so.
          APP_CONFIG_integrations_github: JSON.stringify([
            { host: 'github.com', apiBaseUrl: standIn, token: 'stand-in' },
          ]),
        },
        url: developed,
        timeout: 240_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
      },
});
