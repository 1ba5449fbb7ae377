import { Locator, Page } from '@playwright/test';
import { backend } from './support/addresses';
import { expect, test } from './support/portalTest';

const content = (page: Page) =>
  page.getByRole('main').or(page.getByRole('article')).first();

/** The task to go on with. */
const next = (page: Page) =>
  page.locator('section', { has: page.getByText(/^Next( ·|$)/) }).first();

/** Signs in as somebody else of the demo organisation, for the buddy and the manager see other things. */
async function signInAs(page: Page, name: string) {
  await page.route('**/api/auth/guest/refresh**', route =>
    route.continue({
      url: `${backend}/api/auth/demo/refresh?user=user:default/${name}`,
    }),
  );
}

/** Looks somebody up in a field for people, and takes them. */
async function choose(page: Page, field: Locator, person: string) {
  await field.fill(person);
  await page.getByRole('option', { name: person }).click();
}

test.describe('on day three', () => {
  test.describe.configure({ mode: 'serial' });

  test('a newcomer sees what is next, and does it', async ({
    page,
    portal,
  }) => {
    await page.goto('/onboarding');
    await expect(
      page.getByRole('heading', { name: 'Welcome to Skerry Lines' }),
    ).toBeVisible();
    await expect(next(page)).toBeVisible();
    await portal.expectAccessible(content(page));
    await portal.picture('my-journey');

    // A run before this one may have done it already.
    const done = next(page).getByRole('button', {
      name: 'Mark as done: Read how we run what we build',
    });
    if (await done.isVisible()) {
      await done.click();
      await expect(
        page.getByText('Done: Read how we run what we build.'),
      ).toBeVisible();
    }
    await expect(
      page.getByText('Read how we run what we build').last(),
    ).toBeVisible();
  });

  test('a change that is merged verifies its task, and its deployment the next one', async ({
    page,
    portal,
  }) => {
    test.setTimeout(150_000);
    await page.goto('/onboarding');
    await expect(next(page)).toBeVisible();
    const merge = page.getByRole('button', { name: 'Merge my first change' });
    const first = (what: string) =>
      page
        .getByRole('listitem')
        .filter({ hasText: `First ${what}` })
        .last();
    // A run before this one may have merged it already.
    await expect(
      merge.or(first('merged change').filter({ hasText: /after \d/ })).first(),
    ).toBeVisible();
    if (await merge.isVisible()) {
      await portal.expectAccessible(
        page.getByRole('region', { name: 'Only in the demo' }),
      );
      await merge.click();
      await expect(page.getByText('GitHub has told of it.')).toBeVisible();
    }

    // Nobody ticks anything: records of the merge, and then of the deployment, come by themselves.
    for (const what of ['merged change', 'deployment']) {
      await expect(first(what)).toContainText(/after \d/, { timeout: 90_000 });
    }
    await expect(
      page
        .getByRole('link', { name: /Say in the readme what the portal is for/ })
        .first(),
    ).toHaveAttribute(
      'href',
      /github\.com\/skerry-lines\/harbour-portal\/pull/,
    );
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the next task comes first', async ({ page, portal }) => {
    await page.goto('/onboarding');
    await expect(next(page)).toBeVisible();
    const { y = Infinity } = (await next(page).boundingBox()) ?? {};
    expect(y).toBeLessThan(500);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await portal.picture('my-journey-phone');
  });
});

test('a track shows its plan, and figures of cohorts of five and more', async ({
  page,
  portal,
}) => {
  await page.goto('/onboarding/tracks');
  await page
    .getByRole('link', { name: 'Welcome to Skerry Lines' })
    .first()
    .click();
  await expect(page).toHaveURL(/tracks\/default\/organisation/);
  await expect(page.getByText('Merge your first change').first()).toBeVisible();
  await portal.expectAccessible(content(page));
  await page.goto('/onboarding/tracks/default/organisation/insights');
  await expect(
    page.getByText('By the quarter in which people started'),
  ).toBeVisible();
  await expect(page.getByText(/^20\d\d Q[1-4]$/).first()).toBeVisible();
  await portal.expectAccessible(content(page));
});

test('a team page tells nothing of persons to whom they are nothing', async ({
  page,
  portal,
}) => {
  await page.goto('/catalog/default/group/booking/onboarding');
  await expect(
    page
      .getByText(
        /Fewer than five|No journey of this team is known|are on the way/,
      )
      .first(),
  ).toBeVisible();
  await expect(page.getByText('Oluwaseun Bakare')).toBeHidden();
  await portal.expectAccessible(content(page));
});

test('a manager sees where direct reports stand, and no more', async ({
  page,
}) => {
  await signInAs(page, 'beatriz.carvalho');
  await page.goto('/catalog/default/group/booking/onboarding');
  await expect(page.getByText('Oluwaseun Bakare').first()).toBeVisible();
  await page.goto('/onboarding');
  await expect(
    page.getByText('Order the laptop and the key card').first(),
  ).toBeVisible();
});

test('a buddy sees what is asked of them', async ({ page, portal }) => {
  await signInAs(page, 'agnieszka.wisniewska');
  await page.goto('/onboarding');
  await expect(
    page
      .getByText(/is stuck on|You go along with|You are asked to go along/)
      .first(),
  ).toBeVisible();
  await portal.expectAccessible(content(page));
});

test('those who look after a track put somebody on it, name their buddy, and end it', async ({
  page,
  portal,
}) => {
  await signInAs(page, 'viktor.sjostrom');
  await page.goto('/onboarding/tracks/default/incident-practice');
  await page.getByRole('button', { name: 'Assign it' }).click();
  const assign = page.getByRole('dialog');
  await choose(page, assign.getByLabel('To whom'), 'Meera Subramanian');
  await assign.getByRole('button', { name: 'Start their journey' }).click();
  await expect(page.getByText('The journey has begun.')).toBeVisible();

  await page.goto('/catalog/default/group/booking/onboarding');
  const row = page
    .getByRole('list', { name: 'How we work on incidents' })
    .getByRole('listitem')
    .filter({ hasText: 'Meera Subramanian' });
  await expect(row).toBeVisible();
  await portal.expectAccessible(content(page));

  await row.getByRole('button', { name: /^Name a buddy/ }).click();
  const name = page.getByRole('dialog');
  await choose(page, name.getByLabel('Buddy'), 'Viktor Sjöström');
  await portal.expectAccessible(name);
  await name.getByRole('button', { name: 'Ask them' }).click();
  await expect(row).toContainText('Buddy: Viktor Sjöström');

  await row.getByRole('button', { name: /^End the journey/ }).click();
  const end = page.getByRole('dialog');
  await end.getByLabel('Why?').fill('Was put on it by mistake');
  await end.getByRole('button', { name: 'End the journey' }).click();
  await expect(row).toBeHidden();
});
