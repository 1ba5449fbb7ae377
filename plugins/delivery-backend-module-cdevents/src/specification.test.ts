import { JsonObject } from '@backstage/types';
import {
  deliveryRecordSchema,
  mergeAll,
  observe,
  readHistory,
  DeliveryRecord,
} from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cdEvent, inCloudEvent } from './__testUtils__/cdEvent';
import {
  observePayload,
  readPayload,
  recordsOf,
} from './__testUtils__/readPayload';

jest.setTimeout(120_000);

/** The folder `conformance` of a checkout of https://github.com/cdevents/spec, which is no part of this project. */
const FOLDER = process.env.CDEVENTS_CONFORMANCE;

/** Reading is pure, so that each delivery is read once and only the merge is tried in many orders. */
function assertSameForAnyOrder(deliveries: JsonObject[]) {
  const expected = recordsOf(deliveries);
  const told = deliveries.map(observePayload);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 }),
      shuffled => {
        expect(mergeAll(shuffled.flat())).toEqual(expected);
      },
    ),
    { numRuns: 1_000 },
  );
}

function testExamples(folder: string) {
  const files = readdirSync(folder).filter(name => name.endsWith('.json'));
  const examples = files.map((name): [string, JsonObject] => [
    name,
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  ]);

  it('are there', () => {
    expect(examples.length).toBeGreaterThan(40);
  });

  it.each(examples)('%s is known and gives valid records', (_, event) => {
    const observations = readPayload(event);
    expect(observations).toBeDefined();
    expect(readPayload(inCloudEvent(event))).toEqual(observations);
    for (const record of recordsOf([event])) {
      expect(deliveryRecordSchema.parse(record)).toEqual(record);
    }
    for (const { subjects } of observations ?? []) {
      expect(subjects.length).toBeGreaterThan(0);
    }
  });

  it('end in the same records for any order and any duplication', () => {
    assertSameForAnyOrder(examples.map(([, event]) => event));
  });
}

if (FOLDER) {
  describe('the examples of the specification', () => {
    testExamples(FOLDER);
  });
}

describe('a history in CDEvents', () => {
  const at = (day: number, hour: number = 0) =>
    new Date(Date.UTC(2026, 2, day, hour)).toISOString();
  const repository = { id: 'acme/shop', source: 'https://git.example' };
  const sha = (n: number) => String(n).padStart(40, '0');
  const image = (n: number) => `pkg:oci/shop@sha256%3A${sha(n)}`;

  /** A change is opened, built, packaged and deployed; only the chain of ids joins these. */
  const life = (n: number): JsonObject[] => [
    cdEvent('change.created', {
      at: at(n),
      subjectId: String(n),
      content: { repository },
    }),
    cdEvent('change.reviewed', {
      at: at(n, 2),
      subjectId: String(n),
      content: { repository },
    }),
    cdEvent('change.merged', {
      at: at(n, 4),
      subjectId: String(n),
      content: { repository },
    }),
    cdEvent('pipelinerun.queued', { at: at(n, 4), subjectId: `run-${n}` }),
    cdEvent('pipelinerun.started', { at: at(n, 5), subjectId: `run-${n}` }),
    cdEvent('pipelinerun.finished', {
      at: at(n, 6),
      subjectId: `run-${n}`,
      content: { outcome: 'success' },
    }),
    cdEvent('artifact.packaged', {
      at: at(n, 6),
      subjectId: image(n),
      content: {
        change: { id: String(n), source: 'https://git.example/acme/shop' },
      },
    }),
    cdEvent('service.deployed', {
      at: at(n, 8),
      subjectId: 'shop',
      content: { environment: { id: 'production' }, artifactId: image(n) },
    }),
  ];
  const deliveries = [
    ...[2, 3, 4].flatMap(life),
    cdEvent('incident.detected', { at: at(4, 9), subjectId: 'i1' }),
    cdEvent('incident.resolved', { at: at(4, 11), subjectId: 'i1' }),
  ];

  it('ends in the same records for any order and any duplication', () => {
    assertSameForAnyOrder(deliveries);
  });

  it('tells how long changes took until they were deployed, though no event names a commit', () => {
    const { deliveries: delivered } = readHistory(recordsOf(deliveries), {
      now: at(20),
    });
    expect(
      [...delivered.byChange.values()].map(({ change, release, status }) => [
        change.key,
        release.finishedAt,
        status,
      ]),
    ).toEqual([
      ['change:cdevents:acme/shop:2', at(2, 8), 'seed'],
      ['change:cdevents:acme/shop:3', at(3, 8), 'delivered'],
      ['change:cdevents:acme/shop:4', at(4, 8), 'delivered'],
    ]);
  });

  it('tells so too where changes come from GitHub', () => {
    const merged = (n: number): DeliveryRecord =>
      observe(
        {
          kind: 'change',
          source: 'github',
          repo: 'acme/shop',
          number: n,
          openedAt: at(n),
          mergedAt: at(n, 4),
          mergeSha: sha(n),
        },
        { occurredAt: at(n, 4), observedAt: at(n, 4), via: 'github.webhook' },
      );
    const packaged = [2, 3].flatMap(n => [
      cdEvent('artifact.packaged', {
        at: at(n, 6),
        subjectId: image(n),
        content: { change: { id: sha(n) } },
      }),
      cdEvent('service.deployed', {
        at: at(n, 8),
        subjectId: 'shop',
        content: { environment: { id: 'production' }, artifactId: image(n) },
      }),
    ]);
    const { deliveries: delivered } = readHistory(
      mergeAll([merged(2), merged(3), ...recordsOf(packaged)]),
      { now: at(20) },
    );
    expect(
      [...delivered.byChange].map(([key, { status }]) => [key, status]),
    ).toEqual([
      ['change:github:acme/shop:2', 'seed'],
      ['change:github:acme/shop:3', 'delivered'],
    ]);
  });
});
