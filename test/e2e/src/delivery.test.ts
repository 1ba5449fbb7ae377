import { Page } from '@playwright/test';
import { expect, test } from './support/portalTest';

const SENTENCE = / takes (most|\d+ %) of the time of /;

const card = (page: Page, title: string) =>
  page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title }) });

test.describe('delivery of an entity', () => {
  const PAGE = '/catalog/default/component/weather-router';

  test('is a sentence and four numbers on its card, in one request', async ({
    page,
    portal,
  }) => {
    const reads: string[] = [];
    page.on('request', request => {
      if (request.url().includes('/api/delivery/')) reads.push(request.url());
    });
    await page.goto(PAGE);

    const delivery = card(page, 'Delivery · last 90 days');
    await expect(delivery.getByText(SENTENCE)).toBeVisible();
    const numbers = delivery.getByRole('list', {
      name: 'The four numbers of delivery',
    });
    await expect(numbers.getByRole('listitem')).toHaveCount(4);
    expect(reads).toHaveLength(1);
    await portal.expectAccessible(delivery);
    await delivery.scrollIntoViewIfNeeded();
    await portal.picture('delivery-card');
  });

  test('opens in full on its tab', async ({ page, portal }) => {
    await page.goto(`${PAGE}/delivery`);
    await expect(page.getByText(SENTENCE)).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'Change fail rate' }),
    ).toBeVisible();
    await portal.expectAccessible(page.getByRole('main'));
    await portal.picture('delivery-tab');
  });

  test('opens a number: its records, and those left out', async ({
    page,
    portal,
  }) => {
    await page.goto(`${PAGE}/delivery`);
    await page
      .getByRole('link', { name: 'Lead time: Records behind it' })
      .click();
    await expect(page).toHaveURL(/measure=leadTime/);
    const panel = page.getByRole('dialog');
    const records = panel.getByRole('region', { name: 'Behind the number' });
    await expect(records.getByRole('row').nth(1)).toBeVisible();
    await portal.expectAccessible(panel);
  });

  test('takes a report of friction by keyboard alone', async ({
    page,
    portal,
  }) => {
    await page.goto(`${PAGE}/delivery`);
    await page
      .getByRole('button', { name: 'Report friction' })
      .first()
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await portal.expectAccessible(dialog);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});

test.describe('delivery of a team', () => {
  const PAGE = '/catalog/default/group/voyage-planning';

  test('is on its card', async ({ page, portal }) => {
    await page.goto(PAGE);
    const delivery = card(page, 'Delivery of the team · last 90 days');
    await expect(delivery.getByText(SENTENCE)).toBeVisible();
    await portal.expectAccessible(delivery);
  });

  test('is shown by what it owned then, or by what it owns now', async ({
    page,
    portal,
  }) => {
    await page.goto(`${PAGE}/delivery`);
    await expect(page.getByText(SENTENCE)).toBeVisible();
    await expect(
      page.getByText(/what it owned when it happened/),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Owned today' }).click();
    await expect(page).toHaveURL(/view=now/);
    await expect(page.getByText(/what it owns today/)).toBeVisible();
    await portal.expectAccessible(page.getByRole('main'));
    await portal.picture('delivery-team');
  });
});

test.describe('the delivery page', () => {
  test('says where the organisation waits, and puts teams side by side', async ({
    page,
    portal,
  }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Delivery', exact: true }).click();
    await expect(page).toHaveURL('/delivery');

    await expect(
      page.getByRole('region', { name: 'Where work waits' }),
    ).toContainText('of waiting and rework a week');
    const teams = page.getByRole('table', { name: 'Lead time' });
    await expect(teams.getByRole('row').nth(1)).toBeVisible();
    const names = await teams
      .getByRole('rowheader')
      // Groups of teams come after the teams.
      .filter({ hasNotText: 'in it' })
      .getByRole('link')
      .allInnerTexts();
    expect(names).toEqual(
      [...names].sort((a, b) => a.localeCompare(b, 'en-GB')),
    );
    await portal.expectAccessible(page.getByRole('article').first());
    await portal.picture('delivery');
  });

  test('keeps what one looks at in the address', async ({ page }) => {
    await page.goto('/delivery');
    await page.getByLabel('Measure').selectOption('Change fail rate');
    await page.getByRole('button', { name: '30 days' }).click();
    await page.getByLabel('Team', { exact: true }).fill('voyage');
    await expect(page.getByText('1 team, by name')).toBeVisible();
    await expect(page).toHaveURL(/team=voyage/);

    await page.reload();
    await expect(
      page.getByRole('table', { name: 'Change fail rate' }),
    ).toBeVisible();
    await expect(page.getByText('1 team, by name')).toBeVisible();
    await expect(page.getByRole('button', { name: '30 days' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('leads from a team to its tab', async ({ page }) => {
    await page.goto('/delivery?team=voyage');
    await page.getByRole('rowheader').getByRole('link').first().click();
    await expect(page).toHaveURL(/group\/voyage-planning\/delivery/);
  });
});

test('the sources page says how each source is doing, and what it could not read', async ({
  page,
  portal,
}) => {
  await page.goto('/delivery');
  await page.getByRole('tab', { name: 'Sources' }).click();
  await expect(page).toHaveURL('/delivery/sources');

  const sources = page.getByRole('list', { name: 'Sources of delivery data' });
  const source = (title: string) =>
    sources
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: title }) });
  await expect(source('GitHub').getByText('Receiving')).toBeVisible();
  await expect(source('Grafana')).toContainText('events.modules.grafana.token');
  await portal.expectAccessible(sources);
  await portal.picture('delivery-sources');

  await page
    .getByRole('button', { name: 'Show unreadable deliveries of GitHub' })
    .click();
  await expect(
    source('GitHub')
      .getByText(/workflow_run/)
      .first(),
  ).toBeVisible();
});

test('the home page says what waits', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('Waiting for me and my teams')).toBeVisible();
  await expect(
    page
      .getByText(/changes? waits?;/)
      .or(page.getByText('Nothing waits for you or your teams'))
      .or(page.getByText('No event of your teams came lately')),
  ).toBeVisible();
});
