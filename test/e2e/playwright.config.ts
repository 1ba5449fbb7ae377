import { defineConfig } from '@playwright/test';

const port = process.env.PORT ?? '3100';
const backendPort = process.env.BACKEND_PORT ?? '7107';
const isRoot = process.getuid?.() === 0;

/** A portal that runs already, instead of one of our own. */
const running = process.env.FAIRLEAD_URL;

export default defineConfig({
  testDir: './src',
  outputDir: './test-results',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 1,
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
    baseURL: running ?? `http://localhost:${port}`,
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
          PORT: port,
          BACKEND_PORT: backendPort,
          FAIRLEAD_DATA: process.env.FAIRLEAD_DATA ?? '.data',
        },
        url: `http://localhost:${port}`,
        timeout: 240_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
      },
});
