import { canonicalRecords, mergedOf } from '../__testUtils__/merged';
import { loadExamples } from '../__testUtils__/examples';
import { readPayload, recordsOf } from '../__testUtils__/readAll';
import {
  DeliveryRecord,
  deliveryRecordSchema,
} from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';
import { READERS } from './readers';

describe('the published examples of GitHub webhooks', () => {
  const examples = loadExamples();
  const read = examples.filter(({ event }) => Object.hasOwn(READERS, event));

  it('are all known', () => {
    expect(examples.length).toBeGreaterThan(250);
    const unknown = examples.filter(
      ({ event, payload }) => readPayload(payload, { event }) === undefined,
    );
    expect(new Set(unknown.map(({ event }) => event))).toEqual(new Set());
  });

  it('tell their type without the header', () => {
    for (const { event, payload } of examples) {
      const withHeader = readPayload(payload, { event });
      expect([event, readPayload(payload) ?? []]).toEqual([event, withHeader]);
    }
  });

  it('give valid records without unknown fields', () => {
    const records = recordsOf(read.map(({ payload }) => payload));
    expect(records.length).toBeGreaterThan(100);
    for (const record of records) {
      expect(deliveryRecordSchema.parse(record)).toEqual(record);
    }
    expect(new Set(records.map(({ kind }) => kind))).toEqual(
      new Set(['change', 'run', 'job', 'deployment', 'approval', 'incident']),
    );
  });

  it('keep no login and no name in any record', () => {
    const records = recordsOf(read.map(({ payload }) => payload));
    const authors = records.flatMap(record =>
      record.kind === 'change' ? record.author ?? [] : [],
    );
    expect(authors.length).toBeGreaterThan(0);
    for (const author of authors) {
      expect(author).toMatch(/^hash-of-/);
    }
  });

  it('give the same records in whatever order and however often they come', () => {
    const told = recordsOf(read.map(({ payload }) => payload));
    // Servers tell much the same: what is equal is taken once, and repeated at random below.
    const each = [...new Set(told.map(record => JSON.stringify(record)))].map(
      (record): DeliveryRecord[] => [JSON.parse(record)],
    );
    const expected = canonicalRecords(mergedOf(each.flat()));
    const indexes = each.map((_, index) => index);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(indexes, { minLength: indexes.length }),
        fc.array(fc.constantFrom(...indexes), { maxLength: 20 }),
        (order, again) => {
          const shuffled = [...order, ...again].flatMap(index => each[index]);
          expect(canonicalRecords(mergedOf(shuffled))).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
