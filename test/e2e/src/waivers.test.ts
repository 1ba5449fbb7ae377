import { Page } from '@playwright/test';
import { expect, test } from './support/portalTest';

const CHECK = 'Not on its way out';
const ENTITY =
  '/catalog/default/component/noon-report-parser/scorecards?check=production-readiness/not-deprecated';
const REASON =
  'Ships of the old fleet report at noon until they are sold in spring.';
const REVOKED_BECAUSE = 'The last of these ships was sold today.';

const check = (page: Page) =>
  page.getByRole('button', { name: new RegExp(`^\\w+ ${CHECK}`) });
const opened = (page: Page) =>
  page.getByRole('region', { name: new RegExp(CHECK) });

/** Reads the page anew until the check has come to that. */
async function expectStatus(page: Page, status: string) {
  await expect(async () => {
    await page.goto(ENTITY);
    await expect(check(page)).toContainText(status, { timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
}

/** By keyboard alone, as somebody who uses no mouse. */
async function press(page: Page, button: string, within = opened(page)) {
  await within.getByRole('button', { name: button, exact: true }).focus();
  await page.keyboard.press('Enter');
}

test('a waiver is asked for, approved by both sides and revoked', async ({
  portal,
}) => {
  test.setTimeout(240_000);
  // The head of the domain, the team that owns the entity, and the team that owns the scorecard.
  const asker = await portal.openAs('user:default/signe.thorvaldsen');
  const entityOwner = await portal.openAs('user:default/piotr.wawrzyniak');
  const scorecardOwner = await portal.openAs('user:default/babajide.fashola');

  await asker.goto(ENTITY);
  await expect(check(asker)).toContainText('Fail');
  await press(asker, 'Ask for a waiver');
  const dialog = asker.getByRole('dialog', { name: 'Ask for a waiver' });
  await expect(dialog).toBeVisible();
  await press(asker, 'Send', dialog);
  await expect(dialog.getByText('Give a reason')).toBeVisible();
  await portal.expectAccessible(dialog);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(REASON);
  await portal.picture('ask-for-a-waiver', asker);
  await press(asker, 'Send', dialog);
  await expect(dialog).toBeHidden();
  await expect(opened(asker)).toContainText('Asked for by Signe Thorvaldsen');
  await expect(
    opened(asker).getByRole('button', { name: 'Approve' }),
  ).toBeHidden();

  await entityOwner.goto(ENTITY);
  await press(entityOwner, 'Approve');
  await expect(opened(entityOwner)).toContainText(
    'approved by Piotr Wawrzyniak',
  );
  await expect(opened(entityOwner)).toContainText(
    'Reliability has not decided yet',
  );
  await expect(check(entityOwner)).toContainText('Fail');

  await scorecardOwner.goto('/scorecards/waivers?waitingFor=me');
  const waiver = scorecardOwner
    .getByRole('listitem')
    .filter({ hasText: REASON });
  await expect(waiver).toContainText('Waits for approval');
  await expect(waiver).toContainText('Reliability has not decided yet');
  await portal.expectAccessible(waiver);
  await portal.picture('waivers', scorecardOwner);
  await press(scorecardOwner, 'Approve', waiver);
  await expect(waiver).toBeHidden();

  await expectStatus(asker, 'Waived');
  await expect(opened(asker)).toContainText('In force until');

  await expectStatus(scorecardOwner, 'Waived');
  await press(scorecardOwner, 'Revoke');
  const revoking = scorecardOwner.getByRole('dialog', {
    name: 'Revoke the waiver',
  });
  const revoke = revoking.getByRole('button', { name: 'Revoke' });
  await expect(revoke).toBeDisabled();
  await portal.expectAccessible(revoking);
  await revoking.getByRole('textbox', { name: 'Reason' }).fill(REVOKED_BECAUSE);
  await press(scorecardOwner, 'Revoke', revoking);
  await expect(revoking).toBeHidden();

  await expectStatus(asker, 'Fail');
  await asker.goto('/scorecards/waivers');
  await expect(
    asker.getByRole('listitem').filter({ hasText: REVOKED_BECAUSE }),
  ).toContainText('Revoked by Babajide Fashola');
});
