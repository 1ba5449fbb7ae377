import AxeBuilder from '@axe-core/playwright';
import {
  BrowserContext,
  expect,
  Locator,
  Page,
  test as base,
} from '@playwright/test';
import { join } from 'node:path';
import { backend } from './addresses';

const images = join(__dirname, '../../../../docs/images');

/** What these tests do again and again. */
export interface Portal {
  /** Fails when a part of the page breaks a rule of accessibility. */
  expectAccessible(part: Locator): Promise<void>;
  /** Writes a picture for the documentation while these are being made anew; of another page where one is given. */
  picture(name: string, of?: Page): Promise<void>;
  /** A page of somebody else, signed in as a person of the demo organisation. */
  openAs(userRef: string): Promise<Page>;
}

/** A test in a browser. It fails when the page throws. */
export const test = base.extend<{ portal: Portal }>({
  page: async ({ page }, use) => {
    const thrown = collectThrown(page);
    await use(page);
    expect(thrown).toEqual([]);
  },
  portal: async ({ browser, page }, use) => {
    const opened: { context: BrowserContext; thrown: string[] }[] = [];
    await use({
      expectAccessible,
      picture: async (name, of = page) => {
        if (process.env.UPDATE_PICTURES) {
          await of.screenshot({
            path: join(images, `${name}.png`),
            animations: 'disabled',
          });
        }
      },
      openAs: async userRef => {
        const context = await browser.newContext();
        await signInAs(context, userRef);
        const other = await context.newPage();
        opened.push({ context, thrown: collectThrown(other) });
        return other;
      },
    });
    await Promise.all(opened.map(({ context }) => context.close()));
    expect(opened.flatMap(({ thrown }) => thrown)).toEqual([]);
  },
});

export { expect } from '@playwright/test';

function collectThrown(page: Page): string[] {
  const thrown: string[] = [];
  page.on('pageerror', error => thrown.push(error.message));
  return thrown;
}

/** The pages sign in as the guest; here the backend is asked for a token of somebody else. */
async function signInAs(context: BrowserContext, userRef: string) {
  await context.route('**/api/auth/guest/refresh**', route =>
    route.continue({
      url: `${backend}/api/auth/demo/refresh?user=${encodeURIComponent(
        userRef,
      )}`,
    }),
  );
}

async function expectAccessible(part: Locator) {
  await part.evaluate(element => element.setAttribute('data-axe', ''));
  const { violations } = await new AxeBuilder({ page: part.page() })
    .include('[data-axe]')
    // The code boxes of Backstage and CodeMirror, whose insides are not ours.
    .exclude('[data-axe] pre')
    .exclude('[data-axe] .cm-editor')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
    .analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
    ),
  ).toEqual([]);
}
