import { expect, test } from './support/portalTest';

const SCORECARD = 'scorecard:default/developer-experience';
const CHECK = 'Tests cover most lines';
const ENTITY = '/catalog/default/component/service-template/scorecards';

test('a campaign is drafted, started and brought to its end', async ({
  page,
  portal,
}) => {
  test.setTimeout(120_000);
  await page.goto(`/scorecards/campaigns?scorecard=${SCORECARD}`);
  await page.getByRole('button', { name: 'Draft a campaign' }).click();

  await page.getByLabel('Title').fill('Tested by winter');
  await page
    .getByLabel('Why', { exact: false })
    .first()
    .fill('Nobody dares to change code they did not write.');
  await page.getByRole('button', { name: 'Some checks' }).click();
  await page.getByRole('checkbox', { name: CHECK }).check();
  await page
    .getByLabel('Only entities for which', { exact: false })
    .fill('metadata.name: service-template');
  await expect(page.getByText(/It meets 1 entity of 1 team/)).toBeVisible();
  await portal.expectAccessible(page.getByRole('article'));
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(
    page.getByRole('heading', { name: 'Tested by winter' }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/scorecards\/campaigns\/[0-9a-f-]+$/);
  const address = page.url();

  // By keyboard alone, from the button to the decision.
  await page.getByRole('button', { name: 'Start', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Start the campaign' });
  await expect(dialog.getByText(/It meets 1 entity/)).toBeVisible();
  await portal.expectAccessible(dialog);
  await dialog.getByRole('button', { name: 'Start', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/0 of 1 entity is done/)).toBeVisible();
  await portal.expectAccessible(page.getByRole('article'));
  await portal.picture('campaign');

  await page.goto(ENTITY);
  const check = page.getByRole('button', { name: new RegExp(CHECK) });
  await expect(check).toContainText('due');
  await check.click();
  await page.getByRole('link', { name: 'Tested by winter' }).click();
  await expect(page).toHaveURL(address);

  await page.getByRole('button', { name: 'End', exact: true }).click();
  const ending = page.getByRole('dialog', { name: 'End the campaign' });
  await ending.getByRole('button', { name: 'End', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Move into the standing scorecard' }),
  ).toBeVisible();
  await page.getByLabel('Level of its checks').selectOption('gold');
  await expect(
    page.getByRole('cell', { name: 'level: gold' }).last(),
  ).toBeVisible();
  await portal.expectAccessible(page.getByRole('article'));

  await page.goto(ENTITY);
  await expect(check).toBeVisible();
  await expect(check).not.toContainText('due');
});
