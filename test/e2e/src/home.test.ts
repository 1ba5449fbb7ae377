import { expect, test } from './support/portalTest';

test('the guest sees what their teams can do next', async ({
  page,
  portal,
}) => {
  await page.goto('/');

  await expect(page.getByText('Next steps for my teams')).toBeVisible();
  const step = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Service template' }) })
    .filter({ hasText: 'Tests cover most lines' });
  await expect(step).toBeVisible();
  await portal.picture('home');

  await step.getByRole('link', { name: 'Service template' }).click();
  await expect(page).toHaveURL(/component\/service-template\/scorecards/);
});

test('search finds a component by what it is for', async ({ page }) => {
  test.setTimeout(180_000);
  const found = page.getByRole('link', { name: /Weather router/ }).first();

  // The index follows the catalog once a minute.
  await expect(async () => {
    await page.goto('/search?query=waves');
    await expect(found).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 160_000 });
});
