import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  CheckFixResponse,
  CheckResult,
} from '@fairlead/backstage-plugin-scorecards-common';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { entityScorecards } from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { FixThis } from './FixThis';
import { ScmError, ScorecardsScmApi, scorecardsScmApiRef } from './scm';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout-web', namespace: 'default' },
};

const CHECK: CheckResult = {
  id: 'described',
  title: 'Says what it is',
  level: 'bronze',
  weight: 1,
  status: 'fail',
  since: '2026-11-12T08:30:00.000Z',
  reason: 'metadata.description is not set',
  evidence: [{ path: 'metadata.description', value: null, observedAt: null }],
  why: 'Ask @everyone.',
};

const FILE = 'https://github.com/acme/shop/blob/main/catalog-info.yaml';
const BEFORE = 'kind: Component\nmetadata:\n  name: checkout-web # here\n';
const MARKER = '<fill in metadata.description>';

const FIX: CheckFixResponse = {
  kind: 'edit',
  file: FILE,
  editUrl: 'https://github.com/acme/shop/edit/main/catalog-info.yaml',
  before: BEFORE,
  after: `${BEFORE}  description: ${MARKER}\n`,
  line: 7,
  changes: [
    { keys: ['metadata', 'description'], action: 'set', value: MARKER },
  ],
  placeholders: [
    {
      marker: MARKER,
      path: 'metadata.description',
      wanted: 'a value that matches /^[A-Z]/',
      type: 'text',
      rule: { 'spec.value': { $matches: '^[A-Z]' } },
    },
  ],
  lines: `metadata:\n  description: ${MARKER}`,
  gains: [
    { scorecardRef: 'scorecard:default/production-readiness', level: 'silver' },
  ],
  loses: [],
  prompt: '',
};

async function renderFix(
  options: {
    fix?: Partial<CheckFixResponse>;
    getFix?: () => Promise<CheckFixResponse>;
    scm?: Partial<ScorecardsScmApi>;
  } = {},
) {
  const getFix = jest.fn(
    options.getFix ?? (async () => ({ ...FIX, ...options.fix })),
  );
  const openPullRequest = jest.fn(
    options.scm?.openPullRequest ??
      (async () => ({
        url: 'https://github.com/acme/shop/pull/12',
        name: '#12',
        isNew: true,
      })),
  );
  const { container } = await renderInTestApp(
    <FixThis
      check={CHECK}
      entity={ENTITY}
      scorecardRef="scorecard:default/production-readiness"
    />,
    {
      apis: [
        mockScorecardsApi({
          getFix,
          getEntityScorecards: async () => entityScorecards(),
        }),
        [
          scorecardsScmApiRef,
          {
            findHost: () => ({ title: 'github.com' }),
            readFile: async () => BEFORE,
            ...options.scm,
            openPullRequest,
          },
        ],
      ],
    },
  );
  await userEvent.click(
    screen.getByRole('button', { name: 'Fix this: Says what it is' }),
  );
  return { container, getFix, openPullRequest };
}

const pullRequestButton = () =>
  screen.findByRole('button', { name: 'Open a pull request' });

async function fillIn(text: string) {
  const field = await screen.findByRole('textbox', {
    name: /metadata\.description/,
  });
  await userEvent.clear(field);
  await userEvent.paste(text);
}

describe('FixThis', () => {
  it('shows what changes in the file, the levels that it reaches, and what is to be filled in', async () => {
    const { container } = await renderFix();
    expect(
      await screen.findByText(
        /With it, checkout-web reaches silver in Production readiness\./,
      ),
    ).toBeInTheDocument();
    const added = screen.getByRole('img', { name: 'added' }).closest('tr');
    expect(added).toHaveTextContent(`10+ description: ${MARKER}`);
    expect(await pullRequestButton()).toBeDisabled();
    expect(screen.getByText('Fill in what is marked first.')).toBeVisible();
    expect(
      screen.getByRole('button', { name: /^Edit the file at its host/ }),
    ).toHaveAttribute('href', FIX.editUrl);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('opens a pull request with what was filled in, once the rule engine takes it', async () => {
    const { openPullRequest } = await renderFix();
    await fillIn('lower');
    expect(
      screen.getByText(/The check would not pass with it/),
    ).toBeInTheDocument();
    expect(await pullRequestButton()).toBeDisabled();

    await fillIn('Takes: money');
    await userEvent.click(await pullRequestButton());
    expect(
      await screen.findByRole('link', {
        name: /^The pull request #12 is open\./,
      }),
    ).toHaveAttribute('href', 'https://github.com/acme/shop/pull/12');
    expect(openPullRequest).toHaveBeenCalledTimes(1);
    expect(openPullRequest).toHaveBeenCalledWith({
      file: FILE,
      before: BEFORE,
      after: `${BEFORE}  description: "Takes: money"\n`,
      branch:
        'scorecards/component_default_checkout-web/default_production-readiness_described',
      title: 'Says what it is: checkout-web',
      body: expect.stringContaining('```text\nAsk @everyone.\n```'),
    });
  });

  it('says that one is open already', async () => {
    await renderFix({
      fix: { placeholders: [] },
      scm: {
        openPullRequest: async () => ({
          url: 'https://github.com/acme/shop/pull/9',
          name: '#9',
          isNew: false,
        }),
      },
    });
    await userEvent.click(await pullRequestButton());
    expect(await screen.findByText(/is open already: #9/)).toBeInTheDocument();
  });

  it('shows the edit anew where the file has changed', async () => {
    const now =
      'kind: Component\nmetadata:\n  name: checkout-web\n  title: Shop\n';
    const { getFix } = await renderFix({
      fix: { placeholders: [] },
      scm: {
        openPullRequest: async () => {
          throw new ScmError('changed', 'It has changed');
        },
      },
    });
    const button = await pullRequestButton();
    getFix.mockResolvedValue({ ...FIX, placeholders: [], before: now });
    await userEvent.click(button);
    expect(
      await screen.findByText(/The file has changed since it was read/),
    ).toBeInTheDocument();
    expect(await screen.findByText('title: Shop')).toBeInTheDocument();
  });

  it.each([
    ['login', /You are not signed in at the host/],
    ['forbidden', /Your login may not write to this repository/],
    ['branch', /Delete the branch scorecards\/component_default_checkout-web/],
    ['failed', /The host did not do it: out of order/],
  ] as const)('says what to do: %s', async (reason, words) => {
    await renderFix({
      fix: { placeholders: [] },
      scm: {
        openPullRequest: async () => {
          throw new ScmError(reason, 'out of order');
        },
      },
    });
    await userEvent.click(await pullRequestButton());
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(await pullRequestButton()).toBeEnabled();
  });

  it('offers lines to copy where the file is not known, and no pull request', async () => {
    await renderFix({
      fix: {
        before: undefined,
        after: undefined,
        problem: { reason: 'unreachable', message: 'It is on a disk' },
      },
    });
    expect(await screen.findByText('It is on a disk')).toBeInTheDocument();
    expect(
      screen.getByText('In the catalog file it reads:'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeEnabled();
    expect(
      screen.queryByRole('button', { name: 'Open a pull request' }),
    ).not.toBeInTheDocument();
  });

  it('leaves the pull request away where the host opens none', async () => {
    await renderFix({ scm: { findHost: () => undefined } });
    expect(await screen.findByRole('button', { name: 'Copy' })).toBeEnabled();
    expect(
      screen.queryByRole('button', { name: 'Open a pull request' }),
    ).not.toBeInTheDocument();
  });

  it('says that no edit of the file alone helps', async () => {
    await renderFix({ fix: { kind: 'text', changes: undefined } });
    expect(
      await screen.findByText(/No edit of its catalog file alone/),
    ).toBeInTheDocument();
  });

  it('can be asked again where the fix did not load', async () => {
    const { getFix } = await renderFix({
      getFix: async () => {
        throw await refusal(500, { name: 'Error', message: 'down' });
      },
    });
    getFix.mockResolvedValue(FIX);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    await waitFor(async () =>
      expect(await pullRequestButton()).toBeInTheDocument(),
    );
  });
});
