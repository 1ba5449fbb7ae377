import { Page } from '@playwright/test';
import { expect, test } from './support/portalTest';

const PORTAL = '/catalog/default/component/harbour-portal/scorecards';

const check = (page: Page) =>
  page.getByRole('button', { name: /Somebody stands by/ });

/** Reads the page anew until the check has come to that. */
async function expectStatus(page: Page, status: string, timeout: number) {
  await expect(async () => {
    await page.reload();
    await expect(check(page)).toContainText(status, { timeout: 10_000 });
  }).toPass({ timeout });
}

test('a team answers a question, and sees its answer grow old', async ({
  page,
  portal,
}) => {
  test.setTimeout(300_000);
  await page.goto(PORTAL);
  await page
    .getByRole('button', { name: /Can evolve with the product/ })
    .click();
  const unanswered = page.getByRole('region', {
    name: /Can evolve with the product/,
  });
  await expect(unanswered.getByText('Nobody has answered yet.')).toBeVisible();
  await portal.expectAccessible(unanswered);

  // Somebody of the team answered at the start of the demo. An answer to this question holds for a minute.
  await expectStatus(page, 'Stale', 150_000);
  await check(page).click();
  const asked = page.getByRole('region', { name: /Somebody stands by/ });
  await expect(asked.getByText('Expired on')).toBeVisible();

  // By keyboard alone, from the check to the answer.
  const answer = asked.getByRole('button', { name: 'Answer again' });
  await answer.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', {
    name: 'Answer for Harbour portal',
  });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio', { name: 'Yes' }).focus();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Send' }).focus();
  await page.keyboard.press('Enter');
  await expect(
    dialog.getByText('The check takes no answer without a link'),
  ).toBeVisible();
  await portal.expectAccessible(dialog);
  await portal.picture('answer-a-question');
  await dialog
    .getByRole('textbox', { name: /Link to what it rests on/ })
    .fill('https://skerry.example/watches');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  const given = asked.getByRole('listitem').filter({ hasText: 'Yes' });
  await expect(given.first()).toContainText('Holds until');
  await expectStatus(page, 'Pass', 30_000);

  await expectStatus(page, 'Stale', 150_000);
  await expect(asked.getByText('Expired on')).toBeVisible();
  await expect(
    asked.getByRole('button', { name: 'Answer again' }),
  ).toBeVisible();
  await portal.expectAccessible(asked);
});
