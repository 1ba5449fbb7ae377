import { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from './support/portalTest';

/** A service of the guest's own team on which something fires whenever one looks. */
const SERVICE = '/catalog/default/component/harbour-portal';

const card = (page: Page, title: string) =>
  page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });

/** What the page holds below its header. */
const content = (page: Page) =>
  page.getByRole('main').or(page.getByRole('article')).first();

test.describe('what fires', () => {
  test('is on top of the card of its service, in one request, with the way in', async ({
    page,
    portal,
  }) => {
    const reads: string[] = [];
    page.on('request', request => {
      if (request.url().includes('/api/runbooks/')) reads.push(request.url());
    });
    await page.goto(SERVICE);

    const runbooks = card(page, 'Runbooks');
    await expect(
      runbooks.getByText(/PortalDiskFillsUp.* has been firing for/),
    ).toBeVisible();
    await expect(
      runbooks.getByRole('button', { name: /^Open the runbook of/ }).first(),
    ).toBeVisible();
    expect(reads).toHaveLength(1);
    await portal.expectAccessible(runbooks);
    await portal.picture('runbooks-card');
  });

  test('is on the home page', async ({ page, portal }) => {
    await page.goto('/');
    const way = page
      .getByRole('button', { name: /^Open the runbook of .*PortalDiskFillsUp/ })
      .first();
    await expect(way).toBeVisible();
    await expect(
      page.getByText(/alerts? fires? on what your teams own/),
    ).toBeVisible();
    await portal.picture('home');
    await way.click();
    await expect(page).toHaveURL(/\/runbooks\/.*alert=PortalDiskFillsUp/);
  });
});

test('a runbook is started from the card, ticked, seen by others, finished and taken along', async ({
  page,
  browser,
  portal,
}) => {
  // Two browsers open two pages each.
  test.slow();
  await page.goto(SERVICE);
  // A run before this one may have left it under way.
  await card(page, 'Runbooks')
    .getByRole('button', { name: /^(Start|Continue): / })
    .first()
    .click();
  await expect(page).toHaveURL(/\/runbooks\/[^/]+\?.*use=/);
  const steps = page.getByRole('checkbox');
  await expect(steps.first()).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  const wasDone = await steps.first().isChecked();
  await expect(other.getByRole('checkbox').first()).toBeChecked({
    checked: wasDone,
  });
  await steps.first().click();
  await expect(other.getByRole('checkbox').first()).toBeChecked({
    checked: !wasDone,
  });
  await elsewhere.close();
  await portal.expectAccessible(content(page));
  await portal.picture('runbook');

  await page.getByRole('button', { name: 'Finish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await portal.expectAccessible(dialog);
  await dialog.getByLabel('It helped').check();
  await dialog.getByRole('button', { name: 'Finish' }).click();
  await expect(dialog).toBeHidden();

  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download the timeline' }).click();
  const timeline = await readFile(await (await started).path(), 'utf8');
  expect(timeline).toContain('PortalDiskFillsUp');
});

test.describe('the registry', () => {
  test('says how many runbooks would fail tonight, and filters in the address', async ({
    page,
    portal,
  }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Runbooks', exact: true }).click();
    await expect(page).toHaveURL('/runbooks');
    await expect(
      page.getByText(/\d+ of \d+ runbooks would fail you tonight/),
    ).toBeVisible();
    const rows = page.getByRole('table', { name: 'Runbooks' }).getByRole('row');
    const all = await rows.count();
    await portal.expectAccessible(content(page));
    await portal.picture('runbooks');

    await page.getByRole('button', { name: /leads? nowhere/ }).click();
    await expect(page).toHaveURL(/part=resolves&state=bad/);
    // The header alone says nothing of an address.
    await expect(rows.filter({ hasNotText: 'Not reachable' })).toHaveCount(1);
    expect(await rows.count()).toBeLessThan(all);

    await page.reload();
    await expect(page.getByLabel('Health')).toHaveValue('resolves bad');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page).toHaveURL('/runbooks');
  });

  test('filters by a team that is looked up', async ({ page }) => {
    await page.goto('/runbooks');
    await page.getByLabel('Owner').fill('booking');
    await page.getByRole('listbox').getByRole('option').first().click();
    await expect(page).toHaveURL(/owner=group%3Adefault%2Fbooking/);
    const rows = page.getByRole('table', { name: 'Runbooks' }).getByRole('row');
    await expect(rows.filter({ hasText: 'Booking' }).first()).toBeVisible();
  });
});

test.describe('alert coverage', () => {
  test('leads from an alert without a runbook to its draft and its address', async ({
    page,
    portal,
  }) => {
    await page.goto('/runbooks');
    await page.getByRole('tab', { name: 'Alert coverage' }).click();
    await expect(page).toHaveURL('/runbooks/coverage');
    await expect(
      page.getByText(/\d+ of \d+ alerts that fired in 90 days/),
    ).toBeVisible();
    await portal.expectAccessible(content(page));
    await portal.picture('alert-coverage');

    await page
      .getByRole('button', { name: /^Write a runbook for/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('## Mitigation')).toBeVisible();
    await expect(dialog.getByLabel('Annotation of the alert')).toHaveValue(
      /^runbook_url: "http.*\/runbooks\/for\?alert=/,
    );
    await portal.expectAccessible(dialog);
    await portal.picture('runbook-draft');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  test('the permanent address leads to the runbook of the alert', async ({
    page,
  }) => {
    await page.goto(
      '/runbooks/for?alert=PortalDiskFillsUp&entity=component:default/harbour-portal',
    );
    await expect(
      page.getByRole('heading', { name: 'Mitigation' }).first(),
    ).toBeVisible();
  });
});

test.describe('incidents', () => {
  const OPEN = '/runbooks/incidents?open=true&owner=group:default/portal';

  test('have stages with medians, and what is learned from them', async ({
    page,
    portal,
  }) => {
    await page.goto('/runbooks');
    await page.getByRole('tab', { name: 'Incidents' }).click();
    await expect(page).toHaveURL('/runbooks/incidents');
    await expect(
      page.getByText(/\d+ incidents opened in 90 days/),
    ).toBeVisible();
    await expect(
      page.getByRole('list', { name: /How long stages take/ }),
    ).toContainText(/n = \d+/);
    await portal.expectAccessible(content(page));
    await portal.picture('incidents');
  });

  test('are told to be mitigated from their page', async ({ page, portal }) => {
    await page.goto(OPEN);
    await page
      .getByRole('table', { name: 'Incidents' })
      .getByRole('rowheader')
      .getByRole('link')
      .first()
      .click();
    await expect(page).toHaveURL(/\/runbooks\/incidents\/.+/);
    await expect(page.getByText(/^Open for/)).toBeVisible();
    const mitigation = page
      .getByRole('list', { name: /^Stages of/ })
      .getByRole('listitem')
      .nth(2);
    await expect(mitigation).toBeVisible();
    await portal.expectAccessible(content(page));
    await portal.picture('incident');

    await page
      .getByRole('button', { name: /at another time/i })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await portal.expectAccessible(dialog);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    // A run before this one may have told it already.
    const now = mitigation.getByRole('button', { name: 'Mitigated now' });
    await expect(
      now.or(mitigation.getByText(/told by a person/)).first(),
    ).toBeVisible();
    if (await now.isVisible()) {
      await now.click();
    }
    await expect(mitigation).toContainText('told by a person');
    await expect(now).toBeHidden();
  });

  test('keep what was agreed after them', async ({ page }) => {
    const what = `Give the volume more room, ${
      test.info().testId
    } ${Date.now()}`;
    await page.goto(OPEN);
    await page
      .getByRole('table', { name: 'Incidents' })
      .getByRole('rowheader')
      .getByRole('link')
      .first()
      .click();
    await page.getByLabel('What to do').fill(what);
    await page.getByRole('button', { name: 'Add a follow-up' }).click();
    const box = page.getByRole('checkbox', { name: what });
    await box.check();
    await page.reload();
    await expect(page.getByRole('checkbox', { name: what })).toBeChecked();
  });
});

test('a team sees what would fail it tonight', async ({ page, portal }) => {
  await page.goto('/catalog/default/group/portal');
  const team = card(page, 'What would fail you tonight');
  await expect(team.getByText(/PortalDiskFillsUp/).first()).toBeVisible();
  await portal.expectAccessible(team);
  await portal.picture('runbooks-team');
});
