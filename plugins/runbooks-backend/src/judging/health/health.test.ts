import { createServiceFactory } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { notificationService } from '@backstage/plugin-notifications-node';
import { JsonObject } from '@backstage/types';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const DAY = 24 * 60 * 60 * 1_000;

const TEXT = `# Disk full
## Meaning
It is full.
## Impact
Nobody can pay.
## Diagnosis
\`\`\`sh
df -h
\`\`\`
## Mitigation
Remove what is old.
`;

function runbook(text: string, name = 'disk-full'): Entity {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Runbook',
    metadata: { name, uid: name, title: name },
    spec: {
      owner: 'quay',
      text,
      tier: 'critical',
      serves: { entities: ['checkout'] },
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/quay' }],
  };
}

describe.each(databases.eachSupportedId())('health, %s', id => {
  async function start(
    entities: Entity[],
    options: { send?: jest.Mock; notifications?: JsonObject } = {},
  ) {
    const db = await databases.init(id);
    const { send = jest.fn(), notifications = {} } = options;
    const backend = await startRunbooks({
      db,
      entities,
      config: { runbooks: { notifications } },
      features: [
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({ send }),
        }),
      ],
    });
    const judge = async () => {
      await backend.sync();
      await backend.run('judge-runbooks');
    };
    const list = async () =>
      (await backend.get('/runbooks').expect(200)).body.items;
    /** As a person who verified it then. */
    const verify = async (at: number) => {
      const [{ id: runbookId }] = await list();
      await db('verifications').insert({
        id: String(at),
        runbook_id: runbookId,
        how: 'read',
        text_hash: null,
        verified_by: 'user:default/mira',
        at,
      });
      await db('runbooks').update({ judge_at: 0 });
    };
    return { ...backend, db, judge, list, send, verify };
  }

  it('follows the text, and tells its owner once when it breaks', async () => {
    const { judge, list, put, send, stop } = await start([runbook(TEXT)]);
    await judge();
    const [{ id: runbookId, health }] = await list();
    expect(health).toMatchObject({
      resolves: { state: 'ok' },
      complete: { state: 'ok' },
      actionable: { state: 'ok' },
      fresh: { state: 'unknown' },
      drift: { state: 'unknown' },
    });
    expect(send).not.toHaveBeenCalled();

    put(runbook(`${TEXT}\nTODO\n`));
    await judge();
    await judge();
    expect((await list())[0].health.complete.state).toBe('bad');
    expect(send.mock.calls).toEqual([
      [
        {
          recipients: { type: 'entity', entityRef: 'group:default/quay' },
          payload: expect.objectContaining({
            title: expect.stringMatching(
              /disk-full.* is not complete any more/,
            ),
            link: `/runbooks/${runbookId}`,
            severity: 'high',
          }),
        },
      ],
    ]);

    // Well again, and broken again: that is another turn.
    put(runbook(TEXT));
    await judge();
    put(runbook('# Disk full'));
    await judge();
    expect(send).toHaveBeenCalledTimes(2);
    await stop();
  });

  it('is bad where the catalog cannot read it, and goes on with the text before', async () => {
    const { get, judge, list, put, stop } = await start([runbook(TEXT)]);
    await judge();
    put({
      ...runbook(TEXT),
      status: {
        items: [
          {
            type: 'backstage.io/catalog-processing',
            level: 'error',
            message: 'Placeholder $text could not be read',
          },
        ],
      },
    } as Entity);
    await judge();
    const [{ id: runbookId, health }] = await list();
    expect(health.resolves).toMatchObject({
      state: 'bad',
      reason: expect.stringMatching(/cannot read it.*could not be read/),
    });
    const { body } = await get(`/runbooks/${runbookId}`).expect(200);
    expect(body).toMatchObject({ text: TEXT, isLastGoodCopy: true });
    await stop();
  });

  it('expires by the clock, drifts by deployments, and says when it is judged next', async () => {
    const now = Date.now();
    const { db, judge, list, send, stop, verify } = await start([
      runbook(TEXT),
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'checkout', uid: 'checkout' },
        spec: {},
      },
    ]);
    await judge();
    await db('deployments').insert(
      Array.from({ length: 21 }, (_, index) => ({
        key: `d${index}`,
        entity_ref: 'component:default/checkout',
        finished_at: now - 50 * DAY,
        // Two regions of one version.
        version: index < 2 ? 'v1' : null,
      })),
    );
    await verify(now - 60 * DAY);
    await judge();
    expect((await list())[0].health).toMatchObject({
      fresh: { state: 'ok', value: 60 },
      drift: { state: 'bad', value: 20 },
    });
    const [{ judge_at: next }] = await db('runbooks');
    expect(Number(next)).toBe(now - 60 * DAY + 61 * DAY);

    // The same, ninety days ago: what was told of it then is long over.
    await db('verifications').update({ at: now - 90 * DAY });
    await db('runbooks').update({ judge_at: 0 });
    await judge();
    const [item] = await list();
    expect(item.health.fresh).toMatchObject({ state: 'bad', value: 90 });
    expect(item.verifiedAt).toBe(new Date(now - 90 * DAY).toISOString());
    expect(send.mock.calls.map(([{ payload }]) => payload.severity)).toEqual([
      'normal',
    ]);
    await stop();
  });

  it('goes on where nobody takes notifications, or nobody wants them', async () => {
    const failing = await start([runbook(TEXT)], {
      send: jest.fn().mockRejectedValue(new Error('404')),
    });
    const quiet = await start([runbook(TEXT)], {
      notifications: { enabled: false },
    });
    for (const { db, judge, list, put, stop } of [failing, quiet]) {
      await judge();
      put(runbook('# Disk full'));
      await judge();
      expect((await list())[0].health.complete.state).toBe('bad');
      expect(await db('notices').whereNull('told_at')).toEqual([]);
      await stop();
    }
    expect(failing.send).toHaveBeenCalledTimes(1);
    expect(quiet.send).not.toHaveBeenCalled();
  });
});
