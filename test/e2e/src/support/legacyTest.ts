import { Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from './portalTest';

const bundle = join(__dirname, '../../../../packages/app-legacy/dist');
const portal = process.env.FAIRLEAD_URL
  ? new URL(process.env.FAIRLEAD_URL).origin
  : `http://localhost:${process.env.PORT ?? '3100'}`;
const backend = `http://localhost:${process.env.BACKEND_PORT ?? '7107'}`;

/**
 * A test in the portal on the old frontend system. The browser gets the built bundle at the address of the running
 * portal, so both share one backend, which trusts that address.
 */
export const test = base.extend({
  page: async ({ page }, use) => {
    await serveBundle(page);
    await use(page);
  },
});

export { expect } from './portalTest';

async function serveBundle(page: Page) {
  if (!existsSync(join(bundle, 'index.html'))) {
    throw new Error(
      "The legacy portal is not built: run 'yarn workspace app-legacy build' first.",
    );
  }
  // The bundle was built with the addresses of the configuration file.
  await page.addInitScript(
    config => Object.assign(window, { __APP_CONFIG__: config }),
    { app: { baseUrl: portal }, backend: { baseUrl: backend } },
  );
  await page.route(`${portal}/**`, route => {
    const file = join(bundle, new URL(route.request().url()).pathname);
    const isPage = route.request().resourceType() === 'document';
    return route.fulfill({ path: isPage ? join(bundle, 'index.html') : file });
  });
}
