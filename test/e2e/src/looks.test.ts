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
