import { Page } from '@playwright/test';
import { lengthenDelivery, lengthenScorecards } from './support/longTexts';
import { expect, test } from './support/portalTest';

const PAGES: [path: string, words: RegExp][] = [
  ['/scorecards', /level|worst first/i],
  ['/scorecards/default/ownership', /level|worst first/i],
  ['/catalog/default/component/weather-router/scorecards', /\d+ of \d+ points/],
  ['/catalog/default/component/weather-router/delivery', / of the time of /],
  ['/catalog/default/group/voyage-planning/delivery', / of the time of /],
  ['/catalog/default/component/harbour-portal/runbooks', /PortalDiskFillsUp/],
  ['/runbooks', /would fail you tonight/],
  ['/runbooks/coverage', /alerts that fired in 90 days/],
  ['/runbooks/incidents', /incidents opened in 90 days/],
  [
    '/runbooks/for?alert=PortalDiskFillsUp&entity=component:default/harbour-portal',
    /^Mitigation$/,
  ],
  [
    '/runbooks/for?alert=NobodyKnowsThisOne&entity=component:default/harbour-portal',
    /has no runbook on/,
  ],
  ['/delivery', /of waiting and rework a week/],
  ['/delivery/sources', /^GitHub$/],
  ['/onboarding', /^Your firsts$/],
  ['/onboarding/tracks/default/organisation', /Merge your first change/],
  ['/onboarding/tracks/default/organisation/insights', /How far people come/],
];

test.describe('in the dark theme', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  });

  for (const [path, words] of PAGES) {
    test(`${path} keeps its contrast`, async ({ page, portal }) => {
      await page.goto(path);
      await expect(page.getByText(words).first()).toBeVisible();
      await portal.expectAccessible(
        page.getByRole('main').or(page.getByRole('article')).first(),
      );
    });
  }
});

test.describe('on a screen of 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  for (const [path, words] of PAGES) {
    test(`${path} does not scroll sideways`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByText(words).first()).toBeVisible();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
});

test.describe('with names of hundreds and sentences of thousands of letters', () => {
  const families: [
    name: string,
    lengthen: (page: Page) => Promise<void>,
    paths: string[],
  ][] = [
    [
      'scorecards',
      lengthenScorecards,
      [
        '/scorecards',
        '/scorecards/default/ownership',
        '/scorecards/default/ownership/rollup',
        '/scorecards/default/ownership/definition',
        '/scorecards/playground?scorecard=scorecard:default/ownership',
        '/catalog/default/component/weather-router/scorecards?check=production-readiness/alerts-have-runbooks',
        '/catalog/default/group/voyage-planning',
      ],
    ],
    ['delivery', lengthenDelivery, ['/', '/delivery']],
  ];

  for (const [name, lengthen, paths] of families) {
    for (const width of [1440, 390]) {
      test(`no page of ${name} scrolls sideways at ${width} pixels`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 844 });
        await lengthen(page);
        for (const path of paths) {
          await page.goto(path);
          // A choice of a list that is closed is hidden.
          await expect(
            page.getByText(/WWWW/i).filter({ visible: true }).first(),
            path,
          ).toBeVisible();
          const widths = await page.evaluate(() =>
            [
              document.documentElement,
              ...document.querySelectorAll('main, article'),
            ].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
          );
          expect.soft(Math.max(...widths), path).toBeLessThanOrEqual(0);
        }
      });
    }
  }
});
