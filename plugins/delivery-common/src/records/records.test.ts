import fc from 'fast-check';
import {
  deliveryRecordSchema,
  parseCommitMessage,
  parseInstant,
  parseOutcome,
  parseRecordKey,
  RequestSign,
  settleIncident,
  stringifyRecordKey,
} from '.';

describe('parseInstant', () => {
  it.each([
    ['2026-03-01T10:00:00Z', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01T12:00:00.250+02:00', '2026-03-01T10:00:00.250Z'],
    ['2026-03-01 10:00:00 UTC', '2026-03-01T10:00:00.000Z'],
    ['2026-03-01 12:00:00 +0200', '2026-03-01T10:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  it('names what it cannot read', () => {
    expect(() => parseInstant('soon')).toThrow("'soon' is not a date and time");
  });
});

describe('parseOutcome', () => {
  it.each([
    ['success', 'success'],
    ['SUCCESS', 'success'],
    ['Timed Out', 'timedOut'],
    ['canceled', 'cancelled'],
    ['neutral', 'skipped'],
    ['startup_failure', 'failure'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
    ['action_required', 'unknown'],
    ['constructor', 'unknown'],
  ])('reads %j as %s', (word, outcome) => {
    expect(parseOutcome(word)).toBe(outcome);
  });
});

describe('record keys', () => {
  it('come back as the parts they were made of, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), parts => {
        const key = stringifyRecordKey('test', parts);
        expect(parseRecordKey(key)).toEqual({ kind: 'test', parts });
      }),
    );
  });

  it.each(['', 'pull:1', 'change', 'job:%zz'])('%j is refused', key => {
    expect(() => parseRecordKey(key)).toThrow(
      `'${key}' is not the key of a delivery record`,
    );
  });
});

describe('parseCommitMessage', () => {
  it.each<[string, RequestSign | undefined, number | undefined]>([
    ['Add a basket (#42)', '#', 42],
    ['Add a basket (#42) \n\nCloses #7', '#', 42],
    ['Backport "Add a basket (#42)" (#43)', '#', 43],
    ['Merge pull request #42 from acme/basket\n\nAdd', '#', 42],
    ['Fix #42 in the basket', '#', undefined],
    ['Fix tax\n\nAdd a basket (#42)', '#', undefined],
    ['Add a basket (!42)', '#', undefined],
    ["Merge branch 'a' into 'b'\n\nSee merge request a/b!42", '#', undefined],
    ["Merge branch 'a' into 'b'\n\nSee merge request a/b!42\n", '!', 42],
    ['Add a basket (!42)', '!', 42],
    ['Add a basket (#42)', '!', undefined],
    ['Merge pull request #42 from acme/basket', '!', undefined],
    ['Add a basket (#42)', undefined, undefined],
  ])('finds in %j of a host that writes %j the request %j', (...row) => {
    const [message, requests, changeNumber] = row;
    expect(parseCommitMessage(message, { requests }).changeNumber).toBe(
      changeNumber,
    );
  });

  it.each([
    [
      'Fix tax\n\n(cherry picked from commit 0123456789abcdef)',
      { subject: 'Fix tax', cherryPickOf: ['0123456789abcdef'], revertOf: [] },
    ],
    [
      'Revert "Add"\n\nThis reverts commit 0123456789abcdef.',
      { revertOf: ['0123456789abcdef'], cherryPickOf: [] },
    ],
  ])('reads %j', (message, expected) => {
    expect(parseCommitMessage(message)).toMatchObject(expected);
  });
});

describe('settleIncident', () => {
  it.each([
    ['is open without a resolution', [], [], undefined],
    ['ends with its first resolution', ['b', 'd'], [], 'b'],
    ['is open again after it was reopened', ['b'], ['c'], undefined],
    ['ends with the first resolution after that', ['b', 'd', 'e'], ['c'], 'd'],
  ])('%s', (_name, resolutions, reopened, resolvedAt) => {
    expect(settleIncident({ resolutions, reopened })).toEqual({ resolvedAt });
  });
});

describe('deliveryRecordSchema', () => {
  it('names the field that is wrong', () => {
    const result = deliveryRecordSchema.safeParse({
      kind: 'alert',
      key: 'alert:alertmanager:f:x',
      source: 'alertmanager',
      fingerprint: 'f',
      startsAt: 'yesterday',
      occurredAt: '2026-03-01T10:00:00.000Z',
      observedAt: '2026-03-01T10:00:00.000Z',
      provenance: [],
      asOf: {},
    });
    expect(result.error?.issues.map(issue => issue.path.join('.'))).toEqual([
      'startsAt',
    ]);
  });
});
