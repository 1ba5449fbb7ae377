import { TestDatabases } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { Knex } from 'knex';
import { fakeClock } from '../../__testUtils__/fakeClock';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { createTestSource, tells } from '../../__testUtils__/testSource';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const NOW = '2026-03-01T10:00:00.000Z';

/** An event with an id by which it is known again, about a run that began then. */
const event = (id: string, createdAt: string) => ({
  ...tells(createdAt, {
    kind: 'run',
    repo: 'acme/checkout',
    runId: id,
    attempt: 1,
    createdAt,
  }),
  id,
});

const nested = (depth: number): JsonValue =>
  JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

/** A source whose events name themselves, bare or in CloudEvents. */
const source = createTestSource({
  id: 'cdevents',
  topics: [],
  typeOf: payload => typeOf(eventOf(payload)),
  keyOf(payload) {
    const { id } = eventOf(payload);
    if (typeof id !== 'string') {
      throw new InputError("'id': must be a text");
    }
    return id;
  },
  read: (delivery, context) =>
    createTestSource().read(
      { ...delivery, payload: eventOf(delivery.payload) },
      context,
    ),
});

function eventOf(payload: JsonValue): JsonObject {
  const { specversion, data } = payload as JsonObject;
  return (specversion === undefined ? payload : data) as JsonObject;
}

function typeOf({ type }: JsonObject): string | undefined {
  return typeof type === 'string' ? type : undefined;
}

async function start(db: Knex) {
  const delivery = await startDelivery({ db, sources: [source] });
  const post = (body: string | object, headers: Record<string, string> = {}) =>
    delivery
      .call('post', '/events', 'service')
      .set({ 'Content-Type': 'application/json', ...headers })
      .send(typeof body === 'string' ? body : JSON.stringify(body));
  return {
    ...delivery,
    post,
    /** When the runs that are known began, by their ids. */
    async readRuns(): Promise<Record<string, string>> {
      await delivery.normalise();
      const { body } = await delivery.asService.get('/feed?kinds=run');
      return Object.fromEntries(
        body.items.map(({ runId, createdAt }: Record<string, string>) => [
          runId,
          createdAt,
        ]),
      );
    },
    async readQuarantine(): Promise<string[]> {
      const { body } = await delivery.asService.get('/sources/quarantine');
      return body.items.map(({ reason }: { reason: string }) => reason);
    },
  };
}

describe.each(databases.eachSupportedId())('events (%s)', id => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('that are malformed are refused with what is missing, those of unknown types are kept', async () => {
    const { post } = await start(await databases.init(id));
    const { body } = await post({}).expect(400);
    expect(body.error.message).toBe("Body: 'id': must be a text");
    const untyped = await post({ id: '1' }).expect(400);
    expect(untyped.body.error.message).toBe(
      'Body: It does not say of which type it is',
    );
    const batch = [{}, event('1', NOW), { id: '2', type: 'new' }];
    await post(batch).expect(202, {
      accepted: 2,
      duplicates: 0,
      rejected: [{ index: 0, reason: "'id': must be a text" }],
    });
  });

  it('are read in every mode of CloudEvents', async () => {
    const { post, readRuns } = await start(await databases.init(id));
    const cloud = (data: object) => ({
      specversion: '1.0',
      id: 'e',
      source: '/ci',
      type: 'told',
      ...data,
    });
    const encode = (value: unknown) =>
      Buffer.from(JSON.stringify(value)).toString('base64');
    const inBase64 = (runId: string) =>
      cloud({ data_base64: encode(event(runId, NOW)) });
    const structured = { 'Content-Type': 'application/cloudevents+json' };
    await post(cloud({ data: event('json', NOW) }), structured).expect(202);
    await post(inBase64('base64'), structured).expect(202);
    await post(event('binary', NOW), {
      'ce-specversion': '1.0',
      'ce-id': 'e',
      'ce-source': '/ci%20server',
      'ce-type': 'told',
    }).expect(202);
    const batch = [
      inBase64('batch'),
      cloud({ data_base64: '!' }),
      cloud({ data_base64: Buffer.from('{').toString('base64') }),
      cloud({ data_base64: encode(nested(200)) }),
    ];
    const { body } = await post(batch, {
      'Content-Type': 'application/cloudevents-batch+json',
    }).expect(202);
    expect(body).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: [
        { index: 1, reason: "'data_base64': is not Base64" },
        { index: 2, reason: "'data_base64': holds no JSON" },
        { index: 3, reason: expect.any(String) },
      ],
    });
    expect(Object.keys(await readRuns()).sort()).toEqual([
      'base64',
      'batch',
      'binary',
      'json',
    ]);
  });

  it.each([90, 110, 1_000, 5_000, 100_000, 1_000_000])(
    'nested %i deep are taken or refused, never lost',
    async depth => {
      const { post, readRuns } = await start(await databases.init(id));
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const text = JSON.stringify({ ...event('1', NOW), deep: 0 });
      const one = text.replace('"deep":0', `"deep":${deep}`);
      for (const body of [one, `[${one}]`]) {
        const { status, body: answer } = await post(body);
        const taken = answer.accepted === 1 || answer.duplicates === 1;
        expect([status, taken]).toEqual(taken ? [202, true] : [400, false]);
        expect(taken).toBe(depth < 100);
      }
      expect(await readRuns()).toEqual(depth < 100 ? { 1: NOW } : {});
    },
  );

  it('that speak of the future are read when it has come', async () => {
    fakeClock(NOW);
    const { post, readRuns, readQuarantine } = await start(
      await databases.init(id),
    );
    const ahead = event('1', '2026-03-01T12:00:00.000Z');
    const { body } = await post(ahead).expect(202);
    expect(body).toMatchObject({ accepted: 1 });
    expect(await readRuns()).toEqual({});
    expect(await readQuarantine()).toEqual([
      expect.stringContaining('lies in the future'),
    ]);
    await post(ahead).expect(202, { accepted: 0, duplicates: 1, rejected: [] });
    jest.setSystemTime(new Date('2026-03-01T11:49:59Z'));
    expect(await readRuns()).toEqual({});
    jest.setSystemTime(new Date('2026-03-01T11:50:00Z'));
    expect(await readRuns()).toEqual({ 1: '2026-03-01T12:00:00.000Z' });
    expect(await readQuarantine()).toEqual([]);
  });

  it.each(['before', 'after'])(
    'that are sent again with the right time %s they were looked at are read with it alone',
    async when => {
      fakeClock(NOW);
      const { post, normalise, readRuns, readQuarantine } = await start(
        await databases.init(id),
      );
      const right = '2026-03-01T09:00:00.000Z';
      await post(event('1', '2026-03-02T09:00:00.000Z')).expect(202);
      if (when === 'after') {
        await normalise();
      }
      await post(event('1', right)).expect(202, {
        accepted: 1,
        duplicates: 0,
        rejected: [],
      });
      expect(await readRuns()).toEqual({ 1: right });
      jest.setSystemTime(new Date('2026-03-03T09:00:00Z'));
      expect(await readRuns()).toEqual({ 1: right });
      expect(await readQuarantine()).toEqual([]);
      await post(event('1', right)).expect(202, {
        accepted: 0,
        duplicates: 1,
        rejected: [],
      });
    },
  );

  it('that came while our own clock was slow are read once it is right', async () => {
    fakeClock('2020-01-01T00:00:00Z');
    const { post, readRuns } = await start(await databases.init(id));
    await post([event('1', NOW), event('2', NOW)]).expect(202);
    expect(await readRuns()).toEqual({});
    jest.setSystemTime(new Date(NOW));
    expect(await readRuns()).toEqual({ 1: NOW, 2: NOW });
  });

  it('can be replayed, and stay unread while they speak of the future', async () => {
    fakeClock(NOW);
    const { post, asService, readRuns, readQuarantine } = await start(
      await databases.init(id),
    );
    await post(event('1', '2026-03-01T12:00:00.000Z')).expect(202);
    await readRuns();
    await asService
      .post('/sources/quarantine/replays', { source: 'cdevents' })
      .expect(202, { replayed: 1 });
    expect(await readRuns()).toEqual({});
    expect(await readQuarantine()).toHaveLength(1);
  });

  it('are taken in up to five megabytes', async () => {
    const { post } = await start(await databases.init(id));
    const many = Array.from({ length: 900 }, (_, i) => ({
      ...event(String(i), NOW),
      commits: Array.from({ length: 28 }, (__, n) => ({
        id: `${i}-${n}`.padEnd(40, '0'),
        message: `fix: something ${n} with “words”`,
        author: { name: 'Jo', email: 'jo@example.com' },
        added: [`src/${n}.ts`],
      })),
    }));
    const one = { ...event('one', NOW), commits: many };
    for (const body of [many, one]) {
      const text = JSON.stringify(body);
      expect(text.length).toBeGreaterThan(3.5 * 1024 * 1024);
      expect(text.length).toBeLessThan(5 * 1024 * 1024);
      await post(text).expect(202);
    }
  });
});
