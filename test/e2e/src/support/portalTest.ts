import AxeBuilder from '@axe-core/playwright';
import { expect, Locator, Page, test as base } from '@playwright/test';
import { join } from 'node:path';

const images = join(__dirname, '../../../../docs/images');

/** What these tests do again and again. */
export interface Portal {
  /** Fails when a part of the page breaks a rule of accessibility. */
  expectAccessible(part: Locator): Promise<void>;
  /** Writes a picture for the documentation while these are being made anew. */
  picture(name: string): Promise<void>;
}

/** A test in a browser. It fails when the page throws. */
export const test = base.extend<{ portal: Portal }>({
  page: async ({ page }, use) => {
    const thrown: string[] = [];
    page.on('pageerror', error => thrown.push(error.message));
    await use(page);
    expect(thrown).toEqual([]);
  },
  portal: async ({ page }, use) => {
    await use({
      expectAccessible: part => expectAccessible(page, part),
      picture: async name => {
        if (process.env.UPDATE_PICTURES) {
          await page.screenshot({
            path: join(images, `${name}.png`),
            animations: 'disabled',
          });
        }
      },
    });
  },
});

export { expect } from '@playwright/test';

async function expectAccessible(page: Page, part: Locator) {
  await part.evaluate(element => element.setAttribute('data-axe', ''));
  const { violations } = await new AxeBuilder({ page })
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
