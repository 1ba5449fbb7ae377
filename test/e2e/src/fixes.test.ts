import { running } from './support/addresses';
import { ask, tell } from './support/api';
import { expect, test } from './support/portalTest';
import { StandInGithub } from './support/standInGithub';

const REPOSITORY = 'skerry-lines/gangway';

const FILE = `# Lets people on board.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: gangway # as in the harbour office
spec:
  type: tool
  lifecycle: experimental
  owner: group:default/portal
---
apiVersion: fairlead.dev/v1alpha1
kind: Scorecard
metadata:
  name: tools
  title: Tools
spec:
  owner: group:default/portal
  appliesTo: { kind: Component, spec.type: tool }
  levels: [known]
  checks:
    - id: described
      title: Says what it is
      level: known
      rule: { metadata.description: { $matches: '^[A-Z]' } }
      why: Somebody will find it by search.
`;

interface EntityScorecards {
  scorecards: { checks: { id: string; status: string }[] }[];
}

test.describe('the fix of a check', () => {
  test.skip(
    Boolean(running),
    'needs a portal that has the stand-in as github.com',
  );

  const github = new StandInGithub({ repository: REPOSITORY, file: FILE });

  test.beforeAll(async ({ request }) => {
    await github.start();
    await tell(request, '/catalog/locations', {
      type: 'url',
      target: `https://github.com/${REPOSITORY}/blob/main/catalog-info.yaml`,
    });
    await expect(async () => {
      const { scorecards } = await ask<EntityScorecards>(
        request,
        '/scorecards/entities/component/default/gangway',
      );
      expect(scorecards.flatMap(({ checks }) => checks)).toContainEqual(
        expect.objectContaining({ id: 'described', status: 'fail' }),
      );
    }).toPass({ timeout: 100_000, intervals: [2_000] });
  });

  test.afterAll(() => github.stop());

  test('a fix is opened as a pull request', async ({ page, portal }) => {
    // Signed in at GitHub already: no window of GitHub opens in a test.
    await page.route('**/api/auth/github/refresh**', route =>
      route.fulfill({
        json: {
          providerInfo: {
            accessToken: 'mine',
            scope: 'repo read:org read:user gist',
            expiresInSeconds: 3_600,
          },
          profile: { email: 'guest@example.com' },
        },
      }),
    );
    const openFix = async () => {
      await page.goto(
        '/catalog/default/component/gangway/scorecards?check=tools/described',
      );
      await page
        .getByRole('button', { name: 'Fix this: Says what it is' })
        .click();
      const fix = page.getByRole('group', {
        name: 'The fix of Says what it is',
      });
      await fix
        .getByRole('textbox', { name: /metadata\.description/ })
        .fill('Lets people on board: safely');
      return fix;
    };

    const fix = await openFix();
    await expect(fix).toContainText('gangway reaches known in Tools');
    await expect(
      fix.getByRole('row').filter({ has: page.getByLabel('added') }),
    ).toContainText('description: "Lets people on board: safely"');
    await portal.expectAccessible(fix);
    await fix
      .getByRole('button', { name: 'Open a pull request' })
      .scrollIntoViewIfNeeded();
    await portal.picture('fix');
    await fix.getByRole('button', { name: 'Open a pull request' }).click();
    await expect(
      fix.getByRole('link', { name: 'The pull request #1 is open.' }),
    ).toHaveAttribute('href', `https://github.com/${REPOSITORY}/pull/1`);

    expect(github.pulls).toHaveLength(1);
    expect(github.pulls[0]).toMatchObject({
      title: 'Says what it is: gangway',
      base: 'main',
      body: expect.stringContaining('Somebody will find it by search.'),
    });
    const name = '  name: gangway # as in the harbour office\n';
    expect(github.branches.get(github.pulls[0].head.ref)).toBe(
      FILE.replace(
        name,
        `${name}  description: "Lets people on board: safely"\n`,
      ),
    );

    const again = await openFix();
    await again.getByRole('button', { name: 'Open a pull request' }).click();
    await expect(
      again.getByRole('link', { name: /is open already: #1/ }),
    ).toBeVisible();
    expect(github.pulls).toHaveLength(1);
  });
});
