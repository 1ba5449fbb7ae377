import { Page } from '@playwright/test';
import { join } from 'node:path';
import { backend, developed, running } from './addresses';
import { test as base } from './portalTest';
import { requireBuilt } from './requireBuilt';

const portal = running ?? developed;

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
  const bundle = requireBuilt('app-legacy');
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
