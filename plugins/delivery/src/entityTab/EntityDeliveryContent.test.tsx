import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  COMPONENT,
  entityMeasures,
  failRateRecords,
  FRICTION,
  history,
  leadTimeRecords,
  nothingKnown,
} from '../__fixtures__';
import { mockDeliveryApi } from '../__testUtils__/mockDeliveryApi';
import { DeliveryApi, RecordsQuery } from '../api';
import { rootRouteRef } from '../routes';
import { EntityDeliveryContent } from './EntityDeliveryContent';

async function renderTab(changes: Partial<DeliveryApi> = {}, url = '/') {
  const api = mockDeliveryApi({
    getEntityMeasures: jest.fn(async () => entityMeasures()),
    getEntityRecords: jest.fn(async (_, { measure }) =>
      measure === 'changeFailRate'
        ? failRateRecords()
        : leadTimeRecords(measure),
    ),
    getEntityHistory: jest.fn(async (_, { kinds }) => history(kinds)),
    getFriction: jest.fn(async () => FRICTION),
    giveVerdict: jest.fn(async () => {}),
    ...changes,
  });
  const page = await renderInTestApp(
    <EntityProvider entity={COMPONENT}>
      <EntityDeliveryContent />
    </EntityProvider>,
    {
      apis: [api, mockApis.permission({ authorize: AuthorizeResult.ALLOW })],
      initialRouteEntries: [url],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/delivery': rootRouteRef,
      },
    },
  );
  return { api, page };
}

describe('entity tab', () => {
  it('lists each kind of wait with share, percentiles, n and what waits longest', async () => {
    await renderTab();
    const table = await screen.findByRole('region', {
      name: 'Where the time goes',
    });
    expect(
      within(table).getByRole('row', { name: /^Review/ }),
    ).toHaveTextContent(/^Review41 %1.3 d4 d25 of 27#812.*6 d$/);
    expect(
      within(table).getByRole('row', { name: /^Merge queue/ }),
    ).toHaveTextContent('Merge queue0 %––0 of 27nothing');
    expect(
      screen.getByText(/2\.5 change-days of waiting and rework a week/),
    ).toBeVisible();
  });

  it('asks for another window, keeps it in the request, and goes back to the usual one', async () => {
    const { api } = await renderTab();
    await userEvent.click(
      await screen.findByRole('button', { name: '30 days' }),
    );
    const last = () => (api.getEntityMeasures as jest.Mock).mock.lastCall[1];
    const { from, to } = last();
    expect(Date.parse(to) - Date.parse(from)).toBe(30 * 86_400_000);
    await userEvent.click(screen.getByText('90 days'));
    expect(screen.getByRole('button', { name: '90 days' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('counts lead times from where the reader says', async () => {
    const { api } = await renderTab({}, '/?start=opened');
    await screen.findByText('Opened');
    expect(api.getEntityMeasures).toHaveBeenCalledWith(expect.anything(), {
      leadTimeStart: 'opened',
    });
  });

  it('counts the changes of one origin, and lists no jobs then', async () => {
    const response = entityMeasures({ origin: 'agent' });
    const { api } = await renderTab(
      { getEntityMeasures: jest.fn(async () => response) },
      '/?origin=agent',
    );
    expect(await screen.findByText('Agents')).toBeVisible();
    expect(api.getEntityMeasures).toHaveBeenCalledWith(expect.anything(), {
      origin: 'agent',
    });
    expect(await screen.findByLabelText('The numbers of CI')).toBeVisible();
    expect(screen.queryByText('The jobs that take the most time')).toBeNull();
  });

  it('tells how much of the work is that of agents', async () => {
    const response = entityMeasures({
      origins: {
        n: 30,
        byOrigin: { person: 20, agent: 5, 'dependency-bot': 5 },
        assisted: 3,
        agentShare: 0.2,
        agentShareOf: 25,
      },
    });
    await renderTab({ getEntityMeasures: jest.fn(async () => response) });
    expect(
      await screen.findByText(
        '5 of 25 changes are by agents; they helped with 3 others.',
      ),
    ).toBeVisible();
  });

  it('says from when lead times really count', async () => {
    const response = entityMeasures({
      leadTimeStarts: { 'first-commit': 2, opened: 12 },
    });
    await renderTab({ getEntityMeasures: jest.fn(async () => response) });
    expect(
      await screen.findByText(
        '12 of 14 count from the opening: nothing earlier is known.',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/from the first commit/)).toBeNull();
  });

  it('gives coding no share where no source tells of it', async () => {
    const known = entityMeasures();
    const response = entityMeasures({
      waits: known.waits.map(wait =>
        wait.kind === 'coding'
          ? {
              kind: wait.kind,
              reason: 'coding-unknown' as const,
              n: 0,
              of: 0,
              open: 0,
            }
          : wait,
      ),
      waitCounts: { ...known.waitCounts, codingUnknown: 27 },
      flowEfficiency: undefined,
    });
    await renderTab({ getEntityMeasures: jest.fn(async () => response) });
    const table = await screen.findByRole('region', {
      name: 'Where the time goes',
    });
    const row = within(table).getByRole('row', { name: /^Coding/ });
    expect(row).toHaveTextContent('Codingno data–––nothing');
    expect(within(row).getByTitle(/when work on it began/)).toBeVisible();
    expect(
      screen.getByText(/Coding: no data, commits are not sent/),
    ).toBeVisible();
    expect(screen.queryByText(/is coding/)).toBeNull();
    expect(
      screen.getByRole('list', { name: 'Where the time of changes goes' }),
    ).toHaveTextContent('Coding or not known 22 %');
  });

  it('tells what waits now though nothing has arrived', async () => {
    const known = entityMeasures();
    const oldest = known.sentence!.oldest;
    const response = entityMeasures({
      waits: known.waits.map(({ kind, open, oldest: waiting }) => ({
        kind,
        reason: 'none-in-window' as const,
        n: 0,
        of: 0,
        open,
        oldest: waiting,
      })),
      waitCounts: {
        state: 'insufficient-data',
        reason: 'none-in-window',
        n: 0,
        codingUnknown: 0,
        open: 1,
      },
      sentence: {
        kind: 'reviewPickup',
        n: 0,
        open: 1,
        oldest,
        text: '1 change waits now, for review; oldest: #812, 6 d.',
      },
      lostPerWeek: undefined,
      flowEfficiency: undefined,
    });
    await renderTab({ getEntityMeasures: jest.fn(async () => response) });
    expect(
      await screen.findByText('No change arrived in the chosen window.'),
    ).toBeVisible();
    expect(
      within(
        screen.getByRole('region', { name: 'Where the time goes' }),
      ).getByRole('row', { name: /^Review/ }),
    ).toHaveTextContent(/^Reviewno data–––#812.*6 d$/);
  });

  it('says which annotation cannot be read', async () => {
    const known = entityMeasures();
    const response = entityMeasures({
      coverage: { ...known.coverage, problems: ["'acme' is no repository"] },
    });
    await renderTab({ getEntityMeasures: jest.fn(async () => response) });
    expect(await screen.findByText("'acme' is no repository")).toBeVisible();
  });

  it('says beside a trend what it is made of', async () => {
    const response = entityMeasures();
    response.measures = response.measures.map(measure =>
      measure.id === 'leadTime'
        ? { ...measure, parts: { fromOpening: 3 } }
        : measure,
    );
    await renderTab({ getEntityMeasures: jest.fn(async () => response) });
    const panel = await screen.findByRole('region', { name: 'Lead time' });
    expect(panel).toHaveTextContent(
      'for 3 of 27 counted from the opening: no earlier commit is known',
    );
  });

  it('tells a trend as a table', async () => {
    await renderTab();
    await userEvent.click(
      await screen.findByLabelText('Deployments: As a table'),
    );
    const table = await screen.findByRole('region', {
      name: 'Deployments: As a table',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(7);
  });

  it('holds CI against ten minutes and lists the worst jobs', async () => {
    await renderTab();
    expect(
      await screen.findByText(
        'Half of all pushes have their answer in 9 min, nine in ten in 14 min. The goal is 10 min.',
      ),
    ).toBeVisible();
    expect(screen.getByText('Within the goal')).toBeVisible();
    expect(screen.getByText('Beyond the goal')).toBeVisible();
    expect(
      screen.getByRole('row', { name: /^e2e \(chromium\)/ }),
    ).toHaveTextContent('21 %9 commits');
  });

  it('names the slowest job with the page of a run', async () => {
    const known = entityMeasures();
    const [job] = known.worstJobs;
    const response = entityMeasures({
      slowestJob: {
        ...job,
        example: {
          recordKey: 'job:github:1',
          at: '2026-11-19T10:00:00.000Z',
          duration: 16 * 60_000,
          url: 'https://github.com/acme/checkout-web/actions/runs/1',
        },
      },
    });
    await renderTab({ getEntityMeasures: jest.fn(async () => response) });
    expect(await screen.findByText(/^The slowest job is/)).toHaveTextContent(
      'The slowest job is e2e (chromium): nine of ten of its runs take up to 16 min.',
    );
    expect(
      screen.getByRole('link', { name: /^See a run that took 16 min/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/acme/checkout-web/actions/runs/1',
    );
  });

  it('puts the repository beside what waits where several are in view', async () => {
    const known = entityMeasures();
    const response = entityMeasures({
      coverage: { ...known.coverage, entities: 3 },
    });
    await renderTab({ getEntityMeasures: jest.fn(async () => response) });
    const table = await screen.findByRole('region', {
      name: 'Where the time goes',
    });
    expect(
      within(table).getByRole('row', { name: /^Review/ }),
    ).toHaveTextContent(/#812.*6 dacme\/checkout-web$/);
    expect(screen.getByText(/oldest:/, { selector: 'p' })).toHaveTextContent(
      /oldest: #812.* in acme\/checkout-web, 6 d/,
    );
  });

  it('lists records and filters them by kind', async () => {
    const { api } = await renderTab();
    const table = await screen.findByRole('region', { name: 'Records' });
    expect(
      within(table).getByRole('link', { name: /^Payments time out/ }),
    ).toHaveAttribute('href', 'https://acme.pagerduty.com/incidents/Q7');
    expect(
      within(table).getByText('ci.yaml · run 4812, attempt 2'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Runs' }));
    expect(api.getEntityHistory).toHaveBeenLastCalledWith(
      'component:default/checkout-web',
      expect.objectContaining({ kinds: ['run'] }),
    );
  });

  it('sums friction per week beside what was measured, and shows the team single reports', async () => {
    await renderTab();
    expect(
      await screen.findByText(
        'Reported 2 h a week on average; measured waiting and rework: 2.5 d a week.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('The staging database was locked all morning.'),
    ).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Take back' })).toHaveLength(
      1,
    );
  });

  it('says what to configure where nothing is known', async () => {
    await renderTab({ getEntityMeasures: jest.fn(async () => nothingKnown()) });
    expect(await screen.findByText('No delivery data yet')).toBeVisible();
    expect(screen.queryByText('Trends')).not.toBeInTheDocument();
  });

  it.each([
    [403, 'You may not see this'],
    [500, 'Try again'],
  ])('is plain about a %d', async (status, text) => {
    const error = await refusal(status);
    await renderTab({ getEntityMeasures: jest.fn().mockRejectedValue(error) });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('has no accessibility violations', async () => {
    const { page } = await renderTab();
    await screen.findByRole('region', { name: 'Records' });
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(page.container, { rules })).toHaveNoViolations();
  }, 180_000);
});

describe('the records behind a number', () => {
  const OPENED = '/?measure=changeFailRate';
  const panel = () =>
    screen.findByRole('dialog', {
      name: 'Change fail rate: the records behind it',
    });

  it('open from the number, with what was left out and why', async () => {
    await renderTab();
    await userEvent.click(
      await screen.findByLabelText('Change fail rate: Records behind it'),
    );
    const opened = within(await panel());
    expect(await opened.findByText('failed, inferred')).toBeVisible();
    expect(opened.getByText('failed, confirmed')).toBeVisible();
    expect(opened.getByText('held')).toBeVisible();
    expect(
      opened.getByText('It went back to an earlier release. (1)'),
    ).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('show all that was left out, page by page, for who wants to see it', async () => {
    const records = leadTimeRecords('leadTime');
    const [record] = records.items.map(item => item.record);
    const leftOut = (n: number) => ({
      at: `2026-11-0${n}T12:00:00.000Z`,
      record: { ...record, key: `${record.key}-${n}` },
      recordKey: `${record.key}-${n}`,
      reason: 'dependency-bot' as const,
      text: 'It was made by a dependency bot.',
    });
    const getEntityRecords = jest.fn(
      async (_: string, { excluded, cursor }: RecordsQuery) => {
        if (!excluded) {
          return { ...records, excluded: [leftOut(5)] };
        }
        return cursor
          ? { ...records, items: [], excluded: [leftOut(4)] }
          : {
              ...records,
              items: [],
              excluded: [leftOut(5)],
              nextCursor: 'older',
            };
      },
    );
    const told = entityMeasures();
    const measures = told.measures.map(one => ({ ...one, excludedCount: 2 }));
    await renderTab(
      {
        getEntityMeasures: async () => ({ ...told, measures }),
        getEntityRecords,
      },
      '/?measure=leadTime',
    );
    const opened = within(
      await screen.findByRole('dialog', {
        name: 'Lead time: the records behind it',
      }),
    );
    await userEvent.click(await opened.findByText('Show all of them'));
    expect(
      await opened.findByText('It was made by a dependency bot. (1)'),
    ).toBeVisible();
    await userEvent.click(await opened.findByText('Show more'));
    expect(
      await opened.findByText('It was made by a dependency bot. (2)'),
    ).toBeVisible();
    expect(getEntityRecords).toHaveBeenLastCalledWith(
      expect.any(String),
      expect.objectContaining({ excluded: true, cursor: 'older' }),
    );
  });

  it('say which lead times count from the opening', async () => {
    const records = leadTimeRecords('leadTime');
    const items = records.items.map(item => ({ ...item, part: 'fromOpening' }));
    await renderTab(
      { getEntityRecords: jest.fn(async () => ({ ...records, items })) },
      '/?measure=leadTime',
    );
    const opened = await screen.findByRole('dialog', {
      name: 'Lead time: the records behind it',
    });
    expect(
      await within(opened).findByText('3.2 d, from the opening'),
    ).toBeVisible();
  });

  it('let an inferred cause be confirmed with one click', async () => {
    const { api } = await renderTab({}, OPENED);
    const opened = within(await panel());
    expect(
      await opened.findByRole('link', { name: /^Payments time out/ }),
    ).toBeVisible();
    await userEvent.click(opened.getByRole('button', { name: 'Confirm' }));
    expect(opened.getByText(/You confirmed it/)).toBeVisible();
    expect(api.giveVerdict).toHaveBeenCalledWith({
      deployment: 'deployment:github:acme/checkout-web:103',
      incident: 'incident:pagerduty:Q7',
      verdict: 'confirmed',
    });
  });

  it('take an answer back with a message when it cannot be saved', async () => {
    const error = await refusal(500);
    await renderTab(
      { giveVerdict: jest.fn().mockRejectedValue(error) },
      OPENED,
    );
    const opened = within(await panel());
    await userEvent.click(
      await opened.findByRole('button', { name: 'Not the cause' }),
    );
    // It fades in, so it is there before it can be seen.
    expect(
      await screen.findByText(/Your answer could not be saved/),
    ).toBeInTheDocument();
    expect(opened.queryByText(/You said/)).not.toBeInTheDocument();
    expect(opened.getByRole('button', { name: 'Not the cause' })).toBeEnabled();
  });
});
