import fc from 'fast-check';
import { sightingsOf } from '../__testUtils__/arbitraries';
import {
  DeliveryRecord,
  NameRepository,
  RECORD_KINDS,
  RecordFields,
  recordKeyOf,
  renameRepositoriesInKey,
} from '../records';
import { mergeRecords } from './mergeRecords';
import { observe } from './observe';
import { renameRepositories } from './renameRepositories';

const at = '2026-03-01T00:00:00.000Z';

const told = <F extends RecordFields<DeliveryRecord>>(fields: F) =>
  observe(fields, { occurredAt: at, observedAt: at, via: 'github.webhook' });

const toStore: NameRepository = ({ source, name }) =>
  source === 'github' && name === 'acme/shop' ? 'acme/store' : name;

const rename = <R extends DeliveryRecord>(record: R) =>
  renameRepositories(record, toStore);

describe('observe', () => {
  it('names a repository in lower case, in the key and in keys of other records too', () => {
    const change = told({
      kind: 'change',
      source: 'github',
      repo: 'Acme/Shop',
      number: 7,
      revertOf: ['change:github:Acme/Shop:6', 'ABCDEF0'],
    });
    expect(change).toMatchObject({
      key: 'change:github:acme/shop:7',
      repo: 'acme/shop',
      revertOf: ['ABCDEF0', 'change:github:acme/shop:6'],
    });
    expect(change).not.toHaveProperty('formerKeys');
    expect(
      told({
        kind: 'link',
        source: 'cdevents',
        type: 'contains',
        from: 'pkg:oci/Shop@sha256:AB',
        to: change.key.replace('acme', 'ACME'),
      }),
    ).toMatchObject({ from: 'pkg:oci/Shop@sha256:AB', to: change.key });
  });
});

describe('renameRepositories', () => {
  const repo = 'acme/shop';
  const source = 'github';
  it.each<[RecordFields<DeliveryRecord>, object]>([
    [
      { kind: 'change', source, repo, number: 7 },
      { key: 'change:github:acme/store:7', repo: 'acme/store' },
    ],
    [
      { kind: 'run', source, repo, runId: '5', attempt: 1 },
      { key: 'run:github:acme/store:5:1', repo: 'acme/store' },
    ],
    [
      { kind: 'deployment', source, repo, externalId: '31' },
      { key: 'deployment:github:acme/store:31', repo: 'acme/store' },
    ],
    [
      {
        kind: 'test',
        source: 'junit',
        run: 'run:github:acme/shop:5:1',
        suite: 'unit',
        case: 'adds',
      },
      { run: 'run:github:acme/store:5:1' },
    ],
    [
      {
        kind: 'link',
        source: 'fairlead',
        type: 'causes',
        from: 'deployment:github:acme/shop:31',
        to: 'incident:pagerduty:Q1',
      },
      { from: 'deployment:github:acme/store:31', to: 'incident:pagerduty:Q1' },
    ],
    [
      { kind: 'incident', source, externalId: 'acme/shop#7' },
      { externalId: 'acme/store#7' },
    ],
    [
      {
        kind: 'link',
        source: 'fairlead',
        type: 'remediates',
        from: 'deployment:github:acme/shop:31',
        to: 'incident:github:acme/shop#7',
      },
      { to: 'incident:github:acme/store#7' },
    ],
  ])('gives %j its new key and keeps the former one', (fields, expected) => {
    const before = told(fields);
    const after = rename(before);
    expect(after).toMatchObject({ ...expected, formerKeys: [before.key] });
    expect(after.key).toBe(recordKeyOf(after));
    expect(after.key).toBe(renameRepositoriesInKey(before.key, toStore));
  });

  it.each<[RecordFields<DeliveryRecord>, object]>([
    [{ kind: 'job', source, jobId: '9', repo }, { repo: 'acme/store' }],
    [
      { kind: 'approval', source, approvalId: '9', repo },
      { repo: 'acme/store' },
    ],
    [
      {
        kind: 'incident',
        source: 'pagerduty',
        externalId: 'Q1',
        cause: {
          deployment: 'deployment:github:acme/shop:31',
          confidence: 'confirmed',
        },
      },
      { cause: { deployment: 'deployment:github:acme/store:31' } },
    ],
  ])('renames in %j, whose key stays', (fields, expected) => {
    const before = told(fields);
    const after = rename(before);
    expect(after).toMatchObject({ ...expected, key: before.key });
    expect(after).not.toHaveProperty('formerKeys');
  });

  it.each(['https://acme/shop#7', '#7', 'acme#7', 'acme/shop'])(
    'takes an incident for no issue that is called %s',
    externalId => {
      const other = told({ kind: 'incident', source, externalId });
      expect(renameRepositories(other, () => 'acme/store')).toEqual(other);
    },
  );

  it('leaves what another source calls by the same name', () => {
    const other = told({ kind: 'change', source: 'gitlab', repo, number: 7 });
    expect(rename(other)).toEqual(other);
  });

  it('forgets a former key that is the key again', () => {
    const before = told({ kind: 'change', source, repo, number: 7 });
    const back = renameRepositories(rename(before), () => repo);
    expect(back).toMatchObject({
      key: before.key,
      formerKeys: ['change:github:acme/store:7'],
    });
  });

  it.each(RECORD_KINDS)(
    'comes to the same before and after a merge: %s',
    kind => {
      const sameKey = fc
        .array(sightingsOf(kind), { minLength: 4, maxLength: 8 })
        .map(all => all.filter(record => record.key === all[0].key))
        .filter(all => all.length >= 2);
      fc.assert(
        fc.property(sameKey, ([a, b]) => {
          const renamed = rename(mergeRecords(a, b));
          expect(mergeRecords(rename(a), rename(b))).toEqual(renamed);
          expect(rename(renamed)).toEqual(renamed);
        }),
        { numRuns: 100 },
      );
    },
  );
});

it.each(['acme/shop', 'change:%zz', 'pull:github:acme/shop:1'])(
  'what is no key stays as it is: %s',
  text => {
    expect(renameRepositoriesInKey(text, () => 'x')).toBe(text);
  },
);
