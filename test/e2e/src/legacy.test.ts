import { Page } from '@playwright/test';
import { expect, test } from './support/legacyTest';

const MOST_TIME = / takes (most|\d+ %) of the time of /;

/** The innermost article of that title: the page of an entity is one too. */
const card = (page: Page, title: string) =>
  page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
    .last();

/** What Backstage and the cards say where one of them cannot be shown. */
const expectNoError = (page: Page) =>
  expect(page.getByText(/^Error:/)).toHaveCount(0);

test.describe('in the legacy portal', () => {
  for (const [ref, titles] of [
    [
      'component/weather-router',
      ['Runbooks', 'Scorecards', 'Delivery · last 90 days'],
    ],
    [
      'api/vessel-positions',
      ['Runbooks', 'Scorecards', 'Delivery · last 90 days'],
    ],
    [
      'system/fleet-signals',
      ['Runbooks', 'Scorecards', 'Delivery · last 90 days'],
    ],
    ['runbook/booking-api-errors', ['Runbook']],
    [
      'group/voyage-planning',
      [
        'What would fail you tonight',
        'Scorecards of the team',
        'Delivery of the team · last 90 days',
      ],
    ],
  ] as [ref: string, titles: string[]][]) {
    test(`the overview of ${ref} shows our cards`, async ({ page, portal }) => {
      await page.goto(`/catalog/default/${ref}`);
      for (const title of titles) {
        await expect(card(page, title)).toBeVisible();
        await portal.expectAccessible(card(page, title));
      }
      await page.waitForLoadState('networkidle');
      await expectNoError(page);
    });
  }

  for (const [path, words] of [
    [
      '/catalog/default/component/weather-router/scorecards',
      'Every alert that fired has a runbook',
    ],
    ['/catalog/default/component/weather-router/delivery', MOST_TIME],
    ['/catalog/default/group/voyage-planning/delivery', MOST_TIME],
    ['/catalog/default/component/harbour-portal/runbooks', 'PortalDiskFillsUp'],
    ['/runbooks', /runbooks would fail you tonight/],
    ['/runbooks/coverage', /alerts that fired in 90 days/],
    ['/runbooks/incidents', /incidents opened in 90 days/],
    ['/scorecards', 'Production readiness'],
    ['/scorecards/default/production-readiness', /worst first/],
    ['/delivery', /of waiting and rework a week/],
    ['/delivery/sources', 'GitHub'],
  ] as [path: string, words: string | RegExp][]) {
    test(`${path} opens`, async ({ page, portal }) => {
      await page.goto(path);
      await expect(page.getByText(words).first()).toBeVisible();
      await portal.expectAccessible(
        page.getByRole('main').or(page.getByRole('article')).first(),
      );
      await expectNoError(page);
    });
  }
});
