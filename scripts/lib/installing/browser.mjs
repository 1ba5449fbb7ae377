import { createHmac } from 'node:crypto';
import { chromium, expect } from '@playwright/test';
import { findChromium } from '../chromium.mjs';

/** Of the entities that `create-app` brings, the one that is looked at, and the repository that it is given. */
export const ENTITY = 'example-website';
export const REPOSITORY = 'acme/example-website';

const ENTITY_PATH = `/catalog/default/component/${ENTITY}`;
const TITLE = 'Sign what is sent';
/** The pages of the families, and what each is headed. */
const PAGES = {
  scorecards: 'Scorecards',
  delivery: 'Delivery',
  runbooks: 'Runbooks',
  onboarding: 'My journey',
};
/** What comes in by a webhook is on the page once the entities were copied and the delivery was read. */
const COMES_IN_MS = 240_000;

/** Sends what GitHub sends of a merged change, signed, and once unsigned. Resolves with both answers. */
export async function sendWebhook(backend, secret) {
  const body = JSON.stringify(mergedChange());
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const send = headers =>
    fetch(`${backend}/api/events/http/github`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-GitHub-Event': 'pull_request',
        'X-GitHub-Delivery': '6f0c9f7e-0000-4000-8000-000000000001',
        ...headers,
      },
      body,
    }).then(response => response.status);
  return {
    unsigned: await send({}),
    signed: await send({ 'X-Hub-Signature-256': `sha256=${signature}` }),
  };
}

function mergedChange() {
  const hoursAgo = hours =>
    new Date(Date.now() - hours * 3_600_000).toISOString();
  const user = { id: 7, login: 'ann', type: 'User' };
  return {
    action: 'closed',
    number: 42,
    pull_request: {
      number: 42,
      html_url: `https://github.com/${REPOSITORY}/pull/42`,
      title: TITLE,
      body: null,
      draft: false,
      created_at: hoursAgo(30),
      updated_at: hoursAgo(2),
      closed_at: hoursAgo(2),
      merged: true,
      merged_at: hoursAgo(2),
      merge_commit_sha: 'b'.repeat(40),
      user,
      requested_reviewers: [],
      labels: [],
      head: { sha: 'a'.repeat(40), ref: 'sign' },
      base: { ref: 'main' },
    },
    repository: {
      id: 1,
      name: REPOSITORY.split('/')[1],
      full_name: REPOSITORY,
      html_url: `https://github.com/${REPOSITORY}`,
      default_branch: 'main',
      owner: { id: 2, login: 'acme', type: 'Organization' },
    },
    sender: user,
  };
}

/** Looks at what a portal shows: the pages, and of an entity the cards, the tabs and the change that came in. */
export async function lookAt(url, { pictures }) {
  const broken = [];
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    // Chromium has no sandbox for root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({
      locale: 'en-GB',
      viewport: { width: 1400, height: 1600 },
    });
    page.setDefaultTimeout(60_000);
    // What throws while it renders; the development server would put it over the page.
    page.on('pageerror', error => broken.push(error.message));
    await page.goto(url);
    const enter = page.getByRole('button', { name: 'Enter' });
    // Attached, not visible: what it holds floats, so the sidebar itself may have no height.
    const signedIn = page.getByRole('navigation').first();
    await expect(enter.or(signedIn).first()).toBeAttached({ timeout: 120_000 });
    if (await enter.isVisible()) await enter.click();
    await expect(signedIn).toBeAttached({ timeout: 60_000 });

    for (const [path, heading] of Object.entries(PAGES)) {
      await page.goto(`${url}/${path}`);
      await expect(
        page.getByRole('heading', { name: heading }).first(),
      ).toBeVisible({ timeout: 60_000 });
    }

    // Of the starter scorecards, one: the catalog took it, and the scorecards backend its facts.
    await expect(async () => {
      await page.goto(`${url}/scorecards`);
      await expect(page.getByText('Findable').first()).toBeVisible({
        timeout: 10_000,
      });
    }).toPass({ timeout: COMES_IN_MS });

    await page.goto(`${url}${ENTITY_PATH}`);
    for (const family of ['Scorecards', 'Delivery', 'Runbooks']) {
      // The cards, by their headings, and the tabs.
      await expect(
        page.getByRole('heading', { name: new RegExp(`^${family}`) }).first(),
      ).toBeVisible({ timeout: 60_000 });
      const to = `${ENTITY_PATH}/${family.toLowerCase()}`;
      // Newer entity pages make their tabs of links.
      await expect(
        page
          .getByRole('tab', { name: family, exact: true })
          .or(page.getByRole('link', { name: family, exact: true }))
          .and(page.locator(`[href$="${to}"]`))
          .first(),
      ).toBeVisible();
    }
    await page.screenshot({ path: `${pictures}-entity.png` });

    const change = page.getByText(TITLE).first();
    await expect(async () => {
      await page.goto(`${url}${ENTITY_PATH}/delivery`);
      await expect(change).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: COMES_IN_MS });
    await page.screenshot({ path: `${pictures}-change.png` });
    expect([...new Set(broken)]).toEqual([]);
  } finally {
    await browser.close();
  }
}
