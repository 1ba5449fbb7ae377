import { Page } from '@playwright/test';
import { expect, test } from './support/portalTest';

const card = (page: Page) =>
  page.getByRole('article').filter({
    has: page.getByRole('heading', { name: 'Scorecards', exact: true }),
  });

test.describe('an entity page', () => {
  test('says in one request which check leads to the next level, and how', async ({
    page,
    portal,
  }) => {
    const reads: string[] = [];
    page.on('request', request => {
      if (request.url().includes('/api/scorecards/')) reads.push(request.url());
    });
    await page.goto('/catalog/default/component/weather-router');

    const readiness = card(page).getByRole('region', {
      name: 'Production readiness',
    });
    await expect(readiness).toContainText('1 check to silver');
    await expect(readiness).toContainText('80 / 100');
    await expect(readiness).toContainText('12 of 15 points');
    await expect(page.getByRole('link', { name: /Bronze · / })).toBeVisible();
    expect(reads).toHaveLength(1);
    await portal.expectAccessible(card(page));
    await portal.picture('entity-card');

    await readiness
      .getByRole('link', {
        name: 'Every alert that fired has a runbook',
        exact: true,
      })
      .click();
    await expect(page).toHaveURL(/scorecards\?check=/);
    await expect(page.getByText('it drafts one for each alert')).toBeVisible();
    await expect(
      page.getByText('1 check to go: silver in Production readiness.'),
    ).toBeVisible();
    await portal.picture('entity-tab');
  });

  test('names an owner that does not exist', async ({ page }) => {
    await page.goto('/catalog/default/component/bunker-optimizer');

    await expect(
      card(page).getByRole('region', { name: 'Ownership' }),
    ).toContainText('The owner exists');
  });

  test('says "no data" and not "fail" where nothing was ever sent', async ({
    page,
    portal,
  }) => {
    await page.goto('/catalog/default/component/ice-chart-reader/scorecards');

    await expect(page.getByText('No level yet').first()).toBeVisible();
    const check = page.getByRole('button', {
      name: /Builds of the main branch|Nine of ten builds/,
    });
    await expect(check).toContainText('No data');
    await check.click();
    await expect(
      page.getByText(/build-farm has never sent this.*Successful builds/),
    ).toBeVisible();
    await portal.expectAccessible(page.getByRole('main'));
  });

  test('says "stale" where what was sent has grown old', async ({ page }) => {
    await page.goto('/catalog/default/component/dispute-desk/scorecards');

    await expect(
      page.getByRole('button', { name: /Nine of ten builds/ }),
    ).toContainText('Stale');
  });
});

test.describe('a team page', () => {
  test('lists what the team owns, worst first', async ({ page, portal }) => {
    await page.goto('/catalog/default/group/voyage-planning');

    const team = page.getByRole('article').filter({
      has: page.getByRole('heading', { name: 'Scorecards of the team' }),
    });
    await expect(team).toContainText('Production readiness');
    await portal.expectAccessible(team);
    await portal.picture('team');
  });

  test('of a parent counts the teams below it', async ({ page }) => {
    await page.goto('/catalog/default/group/sea');

    await expect(page.getByText(/Includes 4 teams below it/)).toBeVisible();
  });
});
