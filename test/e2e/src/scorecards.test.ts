import { readFile } from 'node:fs/promises';
import { expect, test } from './support/portalTest';

const READINESS = '/scorecards/default/production-readiness';

test.describe('the scorecards page', () => {
  test('lists every scorecard with its levels', async ({ page, portal }) => {
    await page.goto('/scorecards');

    const readiness = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: 'Production readiness' }),
    });
    await expect(readiness).toContainText('47 entities · 12 checks');
    await portal.expectAccessible(page.getByRole('article'));
    await portal.picture('scorecards');

    await readiness.getByRole('link', { name: 'Production readiness' }).click();
    await expect(page).toHaveURL(READINESS);
  });

  test('shows entities and checks as a matrix that filters in the address', async ({
    page,
    portal,
  }) => {
    await page.goto(READINESS);
    const matrix = page.getByRole('grid');
    await expect(page.getByText('47 entities, worst first')).toBeVisible();
    await portal.picture('matrix');

    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page
      .getByLabel('Owner')
      .selectOption('group:default/legacy-manifest');
    await expect(page.getByText('2 entities, worst first')).toBeVisible();
    await expect(page).toHaveURL(/owner=/);
    await expect(matrix.getByText('Manifest', { exact: true })).toBeVisible();
    await portal.expectAccessible(page.getByRole('article'));

    await page.reload();
    await expect(page.getByText('2 entities, worst first')).toBeVisible();
  });

  test('sorts the matrix by a check, those that fail it first', async ({
    page,
  }) => {
    await page.goto(READINESS);
    const heading = page.getByRole('columnheader', {
      name: 'Has documentation',
    });
    await expect(heading).toHaveAttribute('aria-sort', 'none');
    await heading.getByRole('button').click();
    await expect(page).toHaveURL(/sort=check(:|%3A)documented/);
    await expect(heading).toHaveAttribute('aria-sort', 'ascending');
    const cells = page.getByRole('button', {
      name: /: Has documentation$/,
    });
    await expect(cells.first()).toHaveAccessibleName(/^Fail/);

    await heading.getByRole('button').click();
    await expect(heading).toHaveAttribute('aria-sort', 'descending');
    await expect(cells.first()).toHaveAccessibleName(/^(Pass|Does not apply)/);
  });

  test('opens a cell of the matrix by keyboard alone', async ({ page }) => {
    await page.goto(READINESS);
    await expect(page.getByText('47 entities, worst first')).toBeVisible();

    await page.getByRole('button', { name: 'Download CSV' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');

    const panel = page.getByRole('dialog');
    await expect(panel).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  });

  test('hands the matrix out as CSV', async ({ page }) => {
    await page.goto(READINESS);
    const started = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download CSV' }).click();

    const file = await (await started).path();
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(48);
  });

  const parts: [string, string | RegExp][] = [
    ['Rollup', 'Lowest levels first.'],
    ['Trend', /one day of history|No history yet/],
    ['Definition', 'Checks in plain words'],
    ['Data', 'A check is as good as the facts it reads.'],
  ];
  for (const [tab, words] of parts) {
    test(`has the part ${tab}`, async ({ page, portal }) => {
      await page.goto(READINESS);
      await page.getByRole('tab', { name: tab }).click();

      const panel = page.getByRole('tabpanel', { name: tab });
      await expect(panel.getByText(words).first()).toBeVisible();
      await portal.expectAccessible(panel);
      await portal.picture(tab.toLowerCase());
    });
  }
});

test.describe('the playground', () => {
  test('says at once who would lose a level', async ({ page, portal }) => {
    await page.goto(
      '/scorecards/playground?scorecard=scorecard:default/ownership',
    );
    const editor = page.getByRole('textbox', { name: 'Scorecard as YAML' });
    await expect(editor).toContainText('owner-exists');
    await portal.expectAccessible(page.getByRole('article'));
    await portal.picture('playground');
  });

  test('names the place of a mistake', async ({ page }) => {
    await page.goto('/scorecards/playground');
    const editor = page.getByRole('textbox', { name: 'Scorecard as YAML' });
    await expect(editor).toContainText('kind: Scorecard');

    await editor.press('Control+End');
    await page.keyboard.type('\nnonsense: true\n');
    await expect(page.getByText(/nonsense/).last()).toBeVisible();
    await expect(page.getByText('1 problem', { exact: true })).toBeVisible();
  });
});
