import { Client, connectToDatabase } from '../servers/connectToDatabase';
import { Database } from '../servers/database';
import { serviceHeaders } from '../servers/serviceToken';
import { Server } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { componentNames } from '../workload';
import { createYear, YearSize } from './createYear';

const DAY = 24 * 3_600_000;
const BATCH = 1_000;
/** Repositories of which every record is stored and measured; all others get what was measured of one of them. */
const PATTERNS = 4;

/** How long things took, in milliseconds. */
export interface FillFigures {
  /** Of one repository's year. */
  measure: number;
  overview: number;
  sampleDays: number;
}

/**
 * Fills the delivery plugin of a running portal with a year of its components.
 *
 * @remarks
 *
 * A few of them get all records of a year and are measured by the plugin's own worker. What that wrote is copied to the
 * others with their own keys: to make and measure millions of records would take hours, and what is read afterwards is
 * the same. `records` holds only those of the few.
 */
export async function fillMeasures(options: {
  portal: Server;
  database: Database;
  entities: number;
  size: YearSize;
}): Promise<FillFigures> {
  const { portal, database, entities, size } = options;
  const client = await connectToDatabase(database, {
    name: 'portal',
    pluginId: 'delivery',
  });
  try {
    await trigger(portal, 'sync-catalog');
    await waitFor('delivery to follow the catalog', async () => {
      const [{ count }] = await client('entities')
        .where('kind', 'component')
        .count({ count: '*' });
      return Number(count) === entities;
    });
    const names = componentNames(entities);
    const patterns = names.slice(0, PATTERNS);
    for (const [seed, name] of patterns.entries()) {
      await storeYear(client, { name, seed, size });
    }
    const measure = await timed(async () => {
      await trigger(portal, 'measure');
      await waitFor('the measures', async () => {
        return !(await client('changed_days').first());
      });
    });
    for (const [index, name] of names.entries()) {
      if (index >= PATTERNS) {
        await copySamples(client, patterns[index % PATTERNS], name);
      }
    }
    await client.raw('analyze');
    const overview = await timed(async () => {
      await readOk(portal, '/api/delivery/overview?view=now');
    });
    const [{ count }] = await client('sample_days').count({ count: '*' });
    return {
      measure: measure / PATTERNS,
      overview,
      sampleDays: Number(count),
    };
  } finally {
    await client.destroy();
  }
}

const refOf = (name: string) => `component:default/${name}`;
const repoOf = (name: string) => `bench/${name}/`;

async function storeYear(
  client: Client,
  options: { name: string; seed: number; size: YearSize },
): Promise<void> {
  const { name, ...rest } = options;
  let batch: object[] = [];
  const send = async () => {
    await client.raw(
      `with r as (
         select * from json_to_recordset(?::json) as r(key text, kind text, record text, at bigint, position bigint)
       ), stored as (
         insert into records (key, kind, source, record, at, until, position)
         select key, kind, 'bench', record, at - ${DAY}, at, position from r
       )
       insert into record_entities (entity_ref, record_key, kind, at, until)
       select ?, key, kind, at - ${DAY}, at from r`,
      [JSON.stringify(batch), refOf(name)],
    );
    batch = [];
  };
  let position = options.seed * 1_000_000;
  for (const record of createYear({
    ...rest,
    repo: repoOf(name),
    now: Date.now(),
  })) {
    position += 1;
    batch.push({
      key: record.key,
      kind: record.kind,
      record: JSON.stringify(record),
      at: Date.parse(record.occurredAt),
      position,
    });
    if (batch.length === BATCH) {
      await send();
    }
  }
  await send();
  await client('changed_days').insert({
    entity_ref: refOf(name),
    part: 'flow',
    day: '2026-01-01',
    since: 1,
  });
}

/** Gives a component what was measured of another, about records of its own. */
async function copySamples(client: Client, from: string, to: string) {
  await client.raw(
    `insert into sample_days (entity_ref, measure, day, samples, has_samples)
     select ?, measure, day, replace(samples, ?, ?), has_samples from sample_days where entity_ref = ?`,
    [refOf(to), repoOf(from), repoOf(to), refOf(from)],
  );
  await client.raw(
    `insert into open_authors (entity_ref, person)
     select ?, person from open_authors where entity_ref = ?`,
    [refOf(to), refOf(from)],
  );
  await client.raw(
    `insert into measured_entities (entity_ref, revision, measured_at, options, heads)
     select ?, (select max(revision) + 1 from measured_entities), measured_at, options, heads
     from measured_entities where entity_ref = ?`,
    [refOf(to), refOf(from)],
  );
}

async function trigger({ url }: Server, task: string): Promise<void> {
  const response = await fetch(
    `${url}/api/delivery/.backstage/scheduler/v1/tasks/${task}/trigger`,
    { method: 'POST', headers: serviceHeaders() },
  );
  if (!response.ok) {
    throw new Error(`'${task}' could not be triggered: ${response.status}`);
  }
}

async function readOk({ url }: Server, path: string): Promise<void> {
  const response = await fetch(`${url}${path}`, { headers: serviceHeaders() });
  if (!response.ok) {
    throw new Error(`${path}: ${await response.text()}`);
  }
  await response.arrayBuffer();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
