import { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  EntityScorecardsResponse,
  Fact,
} from '@fairlead/backstage-plugin-scorecards-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { useLocation } from 'react-router-dom';
import { ScorecardsApi } from '../api';
import {
  CHECKS,
  COMPONENT,
  entityScorecards,
  PASSING_RESULT,
  result,
  SCORECARD,
  TRANSITIONS,
  WAITING_WAIVER,
} from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { rootRouteRef } from '../routes';
import { EntityScorecardsContent } from './EntityScorecardsContent';

const FAST_BUILDS = /Builds answer within ten minutes/;

const Query = () => <output>{decodeURIComponent(useLocation().search)}</output>;

async function renderTab(
  options: {
    answer?: EntityScorecardsResponse;
    url?: string;
    api?: Partial<ScorecardsApi>;
    ownershipEntityRefs?: string[];
    entity?: Entity;
  } = {},
) {
  const { answer = entityScorecards(), url = '/' } = options;
  const api = mockScorecardsApi({
    getEntityScorecards: jest.fn(async () => answer),
    getScorecard: async () => SCORECARD,
    listFacts: async () => [
      {
        id: 'delivery.ci.feedback.p90',
        type: 'duration',
        unit: 'min',
        title: 'Feedback time',
        recordsPath: 'delivery?measure=ci.feedback',
        explainedBy: ['ci.slowestJob.name', 'ci.slowestJob.url'],
        sources: ['delivery'],
        declared: true,
      },
      {
        id: 'ci.slowestJob.name',
        title: 'Slowest CI job',
        sources: ['delivery'],
        declared: true,
      },
    ],
    getEntityFacts: async entityRef => ({
      entityRef,
      facts: [
        fact({ id: 'ci.slowestJob.name', value: 'e2e' }),
        fact({
          id: 'ci.slowestJob.url',
          value: 'https://ci.example.com/runs/7',
        }),
      ],
    }),
    getEntityTransitions: async () => ({
      items: TRANSITIONS,
      totalItems: TRANSITIONS.length,
    }),
    ...options.api,
  });
  const page = await renderInTestApp(
    <EntityProvider entity={options.entity ?? COMPONENT}>
      <Query />
      <EntityScorecardsContent />
    </EntityProvider>,
    {
      apis: [
        api,
        mockApis.permission({ authorize: AuthorizeResult.ALLOW }),
        mockApis.identity({
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: options.ownershipEntityRefs ?? [],
        }),
      ],
      initialRouteEntries: [url],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/scorecards': rootRouteRef,
      },
    },
  );
  await screen.findByText('2 checks to silver');
  return { api, page };
}

const bar = (name: RegExp) => screen.getByRole('button', { name });

async function openedCheck(name: RegExp) {
  return within(await screen.findByRole('region', { name }));
}

describe('entity tab', () => {
  beforeEach(fakeNow);
  afterEach(() => jest.useRealTimers());

  it('groups checks by level and puts the worst news first', async () => {
    await renderTab();
    const titles = screen
      .getAllByRole('heading', { level: 4 })
      .map(
        heading =>
          CHECKS.find(({ title }) => heading.textContent?.includes(title))?.id,
      );
    expect(titles).toEqual([
      'on-call-route',
      'owned-by-a-team',
      'public-api-documented',
      'runbook-for-alerts',
      'fast-builds',
      'signed-images',
      'no-known-vulnerabilities',
      'documented',
      'recovers-quickly',
    ]);
  });

  it('tells of a check without data who would send it, and no fix', async () => {
    const answer = entityScorecards([
      result({
        checks: CHECKS.map(check =>
          check.status === 'no-data'
            ? { ...check, fix: { text: 'Roll back faster.' } }
            : check,
        ),
      }),
    ]);
    await renderTab({
      answer,
      api: {
        listFacts: async () => [
          {
            id: 'delivery.recovery.p50',
            title: 'Time to recover, half within',
            sources: ['pagerduty'],
            declared: true,
          },
        ],
      },
    });
    await userEvent.click(bar(/Mean recovery under an hour/));
    const check = await openedCheck(/Mean recovery under an hour/);
    expect(
      await check.findByText(
        /pagerduty has never sent this for here: Time to recover/,
      ),
    ).toBeVisible();
    expect(
      check.getByRole('link', { name: 'See where its data comes from' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/data$/));
    expect(check.queryByText('Roll back faster.')).not.toBeInTheDocument();
    expect(check.queryByText('delivery.recovery.p50')).not.toBeInTheDocument();
  });

  it.each([
    ['Pass', 'passing since'],
    ['Fail', 'failing since'],
    ['No data', 'without data since'],
    ['Stale', 'stale since'],
    ['Error', 'in error since'],
    ['Waived', 'waived since'],
    ['Does not apply', 'not applying since'],
  ])('says the status %s in a word and since when', async (word, since) => {
    await renderTab();
    const bars = screen.getAllByRole('button', { expanded: false });
    expect(
      bars.some(
        ({ textContent }) =>
          textContent?.includes(word) &&
          textContent.includes(`${since} Nov 12 (8 days)`),
      ),
    ).toBe(true);
  });

  it('opens a check to what decided, the rule, why, the fix and the history', async () => {
    await renderTab();
    await userEvent.click(bar(FAST_BUILDS));
    const check = await openedCheck(FAST_BUILDS);
    expect(await check.findByText('Feedback time')).toBeVisible();
    expect(check.getByText('14 min')).toBeVisible();
    expect(check.getByText('4 hours ago')).toHaveAttribute(
      'title',
      expect.stringContaining('2026'),
    );
    expect(
      await check.findByText('Feedback time is at most 10 min'),
    ).toBeVisible();
    // What was found and what is wanted tell it; the same a third time would only be read.
    expect(check.queryByText(CHECKS[1].reason)).not.toBeInTheDocument();
    expect(check.queryByText('delivery.ci.feedback.p90')).toBeNull();
    await userEvent.click(
      check.getByRole('button', { name: 'What the rule reads exactly' }),
    );
    expect(
      await screen.findByText('delivery.ci.feedback.p90 is at most 10 min'),
    ).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(
      check.getByText('A slow build is paid for by everyone, every day.'),
    ).toBeVisible();
    expect((await check.findByText('Fast builds')).tagName).toBe('STRONG');
    expect(
      await check.findByText(/a fact changed · delivery.ci.feedback/),
    ).toBeVisible();
    expect(check.getByText(/the rule changed/)).toBeVisible();
  });

  it('leads from a number to its records, and names what it comes from', async () => {
    await renderTab({ url: '/?check=production-readiness/fast-builds' });
    const check = await openedCheck(FAST_BUILDS);
    expect(
      await check.findByRole('link', {
        name: 'See the records behind it: Feedback time',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout-web/delivery?measure=ci.feedback',
    );
    expect(await check.findByText('e2e')).toBeVisible();
    expect(
      check.getByRole('link', { name: /^Open: ci.slowestJob.url/ }),
    ).toHaveAttribute('href', 'https://ci.example.com/runs/7');
  });

  it('hands a failing check to an agent, as a task', async () => {
    // What react-use copies with leaves the text in the clipboard of the document.
    const copied: string[] = [];
    document.execCommand = () => {
      copied.push(String(document.getSelection()));
      return true;
    };
    await renderTab();
    fireEvent.click(bar(FAST_BUILDS));
    const check = await openedCheck(FAST_BUILDS);
    fireEvent.click(
      await check.findByRole('button', { name: 'Copy for an agent' }),
    );
    await check.findByRole('button', { name: 'Copied for an agent' });
    expect(copied.join()).toContain(
      'pass for `component:default/checkout-web`',
    );
    expect(copied.join()).toContain(
      '> delivery.ci.feedback.p90 is at most 10 min',
    );
  });

  it('hands the edit of the catalog file to an agent with it, where there is one', async () => {
    const copied: string[] = [];
    document.execCommand = () => {
      copied.push(String(document.getSelection()));
      return true;
    };
    const evidence = [
      { path: 'spec.lifecycle', value: 'experimental', observedAt: null },
    ];
    await renderTab({
      url: '/?check=production-readiness/fast-builds',
      answer: entityScorecards([
        result({
          checks: CHECKS.map(check =>
            check.id === 'fast-builds' ? { ...check, evidence } : check,
          ),
        }),
      ]),
      api: {
        getFix: async () => ({
          kind: 'edit',
          lines: 'spec:\n  lifecycle: production',
          gains: [],
          loses: [],
          prompt: '',
        }),
      },
    });
    const check = await openedCheck(FAST_BUILDS);
    expect(check.getByRole('button', { name: /^Fix this: / })).toBeVisible();
    const copy = await check.findByRole('button', {
      name: 'Copy for an agent',
    });
    await waitFor(() => expect(copy).toBeEnabled());
    fireEvent.click(copy);
    expect(copied.join()).toContain('> spec:\n>   lifecycle: production');
  });

  it('says in one sentence what all scorecards come to, and keeps one that is done to a line', async () => {
    await renderTab({ answer: entityScorecards([PASSING_RESULT, result()]) });
    expect(
      screen.getByText('2 checks to go: silver in Production readiness.'),
    ).toBeVisible();
    expect(
      screen.getAllByRole('heading', { level: 2 }).map(h => h.textContent),
    ).toEqual(['Production readiness', 'Ownership']);
    expect(screen.queryByText('Has an owner')).not.toBeInTheDocument();
    await userEvent.click(bar(/Show its 2 checks/));
    expect(screen.getByText('Has an owner')).toBeVisible();
  });

  it('works by keyboard and tells screen readers what is open', async () => {
    await renderTab();
    bar(FAST_BUILDS).focus();
    expect(bar(FAST_BUILDS)).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{Enter}');
    expect(bar(FAST_BUILDS)).toHaveAttribute('aria-expanded', 'true');
    expect(bar(FAST_BUILDS)).toHaveFocus();
    const panel = screen.getByRole('region', { name: FAST_BUILDS });
    expect(bar(FAST_BUILDS)).toHaveAttribute('aria-controls', panel.id);
    await userEvent.keyboard(' ');
    expect(bar(FAST_BUILDS)).toHaveAttribute('aria-expanded', 'false');
  });

  it('keeps what is open in the URL', async () => {
    await renderTab({ url: '/?inspect=yaml' });
    await userEvent.click(bar(FAST_BUILDS));
    await userEvent.click(bar(/Runbook for every firing alert/));
    expect(screen.getByRole('status')).toHaveTextContent(
      '?inspect=yaml&check=production-readiness/fast-builds&check=production-readiness/runbook-for-alerts',
    );
    await userEvent.click(bar(FAST_BUILDS));
    expect(screen.getByRole('status')).toHaveTextContent(
      '?inspect=yaml&check=production-readiness/runbook-for-alerts',
    );
  });

  it('opens the check that a link points at', async () => {
    await renderTab({ url: '/?check=production-readiness/fast-builds' });
    expect(bar(FAST_BUILDS)).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getAllByRole('button', { expanded: true })).toHaveLength(1);
  });

  it('says from when an announced check counts', async () => {
    await renderTab({ url: '/?check=production-readiness/signed-images' });
    expect(
      within(bar(/Images are signed/)).getByText('Counts from Jan 1, 2027'),
    ).toBeVisible();
    const check = await openedCheck(/Images are signed/);
    expect(
      check.getByText(/enters level and score from Jan 1, 2027/),
    ).toBeVisible();
  });

  it('asks for a waiver with a reason and a last day', async () => {
    const requestWaiver = jest.fn(async () => WAITING_WAIVER);
    const { api } = await renderTab({
      url: '/?check=production-readiness/fast-builds',
      api: { requestWaiver },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask for a waiver' }),
    );
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
    expect(dialog.getByText('Give a reason')).toBeVisible();
    expect(requestWaiver).not.toHaveBeenCalled();
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'The test job is being split.',
    );
    fireEvent.change(dialog.getByLabelText(/Until/), {
      target: { value: '2026-12-24' },
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(requestWaiver).toHaveBeenCalledWith({
      entityRef: 'component:default/checkout-web',
      scorecardRef: 'scorecard:default/production-readiness',
      checkId: 'fast-builds',
      reason: 'The test job is being split.',
      expiresAt: expect.stringMatching(/^2026-12-2[45]T/),
    });
    expect(api.getEntityScorecards).toHaveBeenCalledTimes(2);
  });

  it('keeps what was typed and shows why when a waiver is refused', async () => {
    await renderTab({
      url: '/?check=production-readiness/fast-builds',
      api: {
        requestWaiver: async () => {
          throw await refusal(409, {
            name: 'ConflictError',
            message: 'A waiver was already asked for',
          });
        },
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask for a waiver' }),
    );
    const dialog = within(screen.getByRole('dialog'));
    const reason = dialog.getByRole('textbox', { name: /Reason/ });
    await userEvent.type(reason, 'Soon.');
    await userEvent.click(dialog.getByRole('button', { name: 'Send' }));
    expect(
      await dialog.findAllByText(/A waiver was already asked for/),
    ).not.toHaveLength(0);
    expect(reason).toHaveValue('Soon.');
  });

  describe('a waiver that waits', () => {
    const checks = CHECKS.map(check =>
      check.id === 'fast-builds' ? { ...check, waiver: WAITING_WAIVER } : check,
    );
    const answer = entityScorecards([result({ checks })]);
    const url = '/?check=production-readiness/fast-builds';

    it('is approved by the team that owns the scorecard', async () => {
      const decideWaiver = jest.fn(async () => WAITING_WAIVER);
      await renderTab({
        answer,
        url,
        api: { decideWaiver },
        ownershipEntityRefs: ['group:default/platform'],
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Approve' }),
      );
      expect(decideWaiver).toHaveBeenCalledWith('w-2', {
        decision: 'approve',
      });
    });

    it('is rejected with a reason', async () => {
      const decideWaiver = jest.fn(async () => WAITING_WAIVER);
      await renderTab({
        answer,
        url,
        api: { decideWaiver },
        ownershipEntityRefs: ['group:default/platform'],
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Reject' }),
      );
      const dialog = within(screen.getByRole('dialog'));
      expect(dialog.getByRole('button', { name: 'Reject' })).toBeDisabled();
      await userEvent.type(dialog.getByRole('textbox'), 'Not needed.');
      await userEvent.click(dialog.getByRole('button', { name: 'Reject' }));
      await waitFor(() =>
        expect(decideWaiver).toHaveBeenCalledWith('w-2', {
          decision: 'reject',
          reason: 'Not needed.',
        }),
      );
    });

    it('shows no buttons to a team whose side has approved already', async () => {
      await renderTab({
        answer,
        url,
        ownershipEntityRefs: ['group:default/checkout'],
      });
      const check = await openedCheck(FAST_BUILDS);
      expect(check.getByText(/Owner of the scorecard/)).toHaveTextContent(
        'has not decided yet',
      );
      expect(
        screen.queryByRole('button', { name: 'Approve' }),
      ).not.toBeInTheDocument();
    });
  });

  it('has no accessibility violations, open or closed', async () => {
    const { page } = await renderTab({
      url: '/?check=production-readiness/fast-builds&check=production-readiness/on-call-route',
    });
    await screen.findByText(/a fact changed/);
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(page.container, { rules })).toHaveNoViolations();
  });
});

function fact({ id, value }: Pick<Fact, 'id' | 'value'>): Fact {
  return {
    id,
    value,
    source: 'delivery',
    observedAt: '2026-11-20T08:00:00.000Z',
    state: 'ok',
  };
}
