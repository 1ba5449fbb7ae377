import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { RunbookDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { AuthorizedServices } from '../../createAuthorizedServices';
import { registerActions } from './registerActions';

const credentials = mockCredentials.user();

const TEXT = `# Disk full

See [the disks](https://grafana.example/d/disks/overview) and [the wiki](https://wiki.example).

\`\`\`promql
node_filesystem_avail_bytes{mountpoint="/"}
\`\`\`

\`\`\`bash
df -h
\`\`\`
`;

const HEALTH: RunbookDetail['health'] = {
  resolves: { state: 'ok' },
  complete: { state: 'bad', reason: 'Impact is missing' },
  actionable: { state: 'ok' },
  fresh: { state: 'unknown' },
  drift: { state: 'ok', value: 3 },
};

const RUNBOOK: RunbookDetail = {
  id: 'r1',
  title: 'Disk full',
  from: 'entity',
  tier: 'normal',
  alerts: ['DiskFull'],
  serves: ['component:default/cart'],
  servesCount: 1,
  health: HEALTH,
  text: TEXT,
  isLastGoodCopy: false,
  problems: [
    {
      line: 1,
      column: 1,
      rule: 'section-missing',
      severity: 'error',
      message: 'Impact is missing',
    },
  ],
  servesOwnTeam: false,
  helped: 0,
  misled: 0,
  missing: 0,
};

function start(services: Partial<Record<keyof AuthorizedServices, object>>) {
  const actionsRegistry = actionsRegistryServiceMock();
  registerActions({
    actionsRegistry,
    ...services,
  } as unknown as Parameters<typeof registerActions>[0]);
  return actionsRegistry;
}

describe('actions', () => {
  it('are read-only', async () => {
    const { actions } = await start({}).list();
    expect(actions.map(({ name, attributes }) => [name, attributes])).toEqual(
      ['get-runbook-for-alert', 'list-runbooks'].map(name => [
        name,
        { readOnly: true, destructive: false, idempotent: true },
      ]),
    );
  });

  it('read the runbook of an alert as the caller, raw, with its telemetry', async () => {
    const find = jest.fn().mockResolvedValue({
      alert: 'DiskFull',
      entityRef: 'component:default/cart',
      runbook: RUNBOOK,
      others: [{ id: 'r2', title: 'Cart', from: 'link', resolves: 'ok' }],
      labels: { pod: 'cart-0' },
    });
    const get = jest.fn().mockResolvedValue(RUNBOOK);
    await expect(
      start({ runbookFor: { find }, runbooks: { get } }).invoke({
        id: 'test:get-runbook-for-alert',
        input: { alert: 'DiskFull', entity: 'Cart' },
        credentials,
      }),
    ).resolves.toEqual({
      output: {
        alert: 'DiskFull',
        entityRef: 'component:default/cart',
        labels: { pod: 'cart-0' },
        runbook: {
          id: 'r1',
          title: 'Disk full',
          health: HEALTH,
          text: TEXT,
          isLastGoodCopy: false,
          telemetry: [
            {
              kind: 'dashboard',
              title: 'the disks',
              url: 'https://grafana.example/d/disks/overview',
            },
            {
              kind: 'query',
              query: expect.stringContaining('node_filesystem_avail_bytes'),
            },
          ],
          problems: RUNBOOK.problems,
        },
        others: [{ id: 'r2', title: 'Cart' }],
      },
    });
    expect(find).toHaveBeenCalledWith(
      { alert: 'DiskFull', entity: 'component:default/cart' },
      { credentials },
    );
    expect(get).toHaveBeenCalledWith('r1', { credentials });
  });

  it('say why there is no runbook, and read none', async () => {
    const find = jest.fn().mockResolvedValue({
      alert: 'Odd',
      others: [],
      labels: {},
      reason: 'There is none',
    });
    await expect(
      start({ runbookFor: { find } }).invoke({
        id: 'test:get-runbook-for-alert',
        input: { alert: 'Odd' },
        credentials,
      }),
    ).resolves.toEqual({
      output: {
        alert: 'Odd',
        others: [],
        labels: {},
        reason: 'There is none',
      },
    });
  });

  it('ask for an alert or an entity', async () => {
    await expect(
      start({ runbookFor: { find: jest.fn() } }).invoke({
        id: 'test:get-runbook-for-alert',
        input: {},
        credentials,
      }),
    ).rejects.toThrow(/name an 'alert', an 'entity', or both/);
  });

  it('name the input that is wrong', async () => {
    await expect(
      start({ runbooks: { list: jest.fn() } }).invoke({
        id: 'test:list-runbooks',
        input: { owner: ':' },
        credentials,
      }),
    ).rejects.toThrow(/^Input 'owner': /);
  });

  it('list runbooks by their health as the caller', async () => {
    const list = jest.fn().mockResolvedValue({
      items: [RUNBOOK],
      nextCursor: 'next',
      totalItems: 2,
      totals: {},
    });
    await expect(
      start({ runbooks: { list } }).invoke({
        id: 'test:list-runbooks',
        input: { part: 'complete', state: 'bad', owner: 'Quay', limit: 1 },
        credentials,
      }),
    ).resolves.toEqual({
      output: {
        items: [
          {
            id: 'r1',
            title: 'Disk full',
            alerts: ['DiskFull'],
            serves: ['component:default/cart'],
            health: HEALTH,
          },
        ],
        nextCursor: 'next',
        totalItems: 2,
      },
    });
    expect(list).toHaveBeenCalledWith(
      {
        filter: { part: 'complete', state: 'bad', owner: 'group:default/quay' },
        limit: 1,
        cursor: undefined,
      },
      { credentials },
    );
  });
});
