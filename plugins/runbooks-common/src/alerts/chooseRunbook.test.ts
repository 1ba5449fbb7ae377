import fc from 'fast-check';
import { HEALTH_STATES, RunbookOrigin } from '../api';
import { chooseRunbook, rankRunbooks, RunbookCandidate } from './chooseRunbook';

const KEY = 'https://wiki.example/disk-full';

function candidate(
  id: string,
  told: Partial<RunbookCandidate> = {},
): RunbookCandidate {
  return {
    id,
    patterns: [],
    isEntity: true,
    origins: ['entity'],
    servesNone: false,
    resolves: 'ok',
    ...told,
  };
}

/** Best first, each for a reason of its own. */
const LINE: RunbookCandidate[] = [
  candidate('exactly', { patterns: ['Disk*', 'DiskFull'], resolves: 'bad' }),
  candidate('long-glob', { patterns: ['DiskF*'] }),
  candidate('short-glob', { patterns: ['*', 'D*'] }),
  candidate('anywhere', {
    patterns: ['DiskFull'],
    origins: [],
    servesNone: true,
  }),
  candidate('anywhere-by-glob', {
    patterns: ['Disk*'],
    origins: [],
    servesNone: true,
  }),
  candidate('told', { isEntity: false, origins: ['alert'], urlKey: KEY }),
  candidate('annotation', { isEntity: false, origins: ['annotation', 'link'] }),
  candidate('link', { isEntity: false, origins: ['link'] }),
  candidate('general'),
];

const OTHERS: RunbookCandidate[] = [
  candidate('of-another-alert', { patterns: ['CpuHot'] }),
  candidate('of-another-entity', { patterns: ['DiskFull'], origins: [] }),
  candidate('in-lower-case', { patterns: ['diskfull'] }),
  candidate('told-by-another', {
    isEntity: false,
    origins: ['alert'],
    urlKey: 'https://wiki.example/other',
  }),
];

const ALERT = { name: 'DiskFull', toldKey: KEY };

const candidates = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-d][0-9]$/),
    patterns: fc.subarray(['DiskFull', 'Disk*', '*', 'D?skFull', 'CpuHot']),
    isEntity: fc.boolean(),
    origins: fc.subarray<RunbookOrigin>([
      'entity',
      'annotation',
      'link',
      'alert',
    ]),
    servesNone: fc.boolean(),
    urlKey: fc.constantFrom(KEY, undefined),
    resolves: fc.constantFrom(...HEALTH_STATES),
  }),
  { selector: ({ id }) => id, maxLength: 10 },
);

describe('rankRunbooks', () => {
  it('puts the closest first and leaves out what is for something else', () => {
    const all = [...OTHERS, ...LINE].reverse();
    expect(rankRunbooks(ALERT, all)).toEqual(LINE);
  });

  it('takes the page where a section of it is told', () => {
    const page = candidate('page', { origins: ['alert'], urlKey: KEY });
    expect(
      chooseRunbook({ name: 'A', toldKey: `${KEY}#disk` }, [page]),
    ).toEqual(page);
  });

  it('prefers among equals the one that resolves, then the lower id', () => {
    const of = (id: string, resolves: RunbookCandidate['resolves']) =>
      candidate(id, { patterns: ['DiskFull'], resolves });
    expect(
      rankRunbooks(ALERT, [
        of('c', 'ok'),
        of('a', 'unverifiable'),
        of('b', 'ok'),
      ]).map(({ id }) => id),
    ).toEqual(['b', 'c', 'a']);
  });

  it('finds whatever serves an entity where no alert is asked for', () => {
    expect(rankRunbooks({}, [...LINE, ...OTHERS]).map(({ id }) => id)).toEqual([
      'annotation',
      'link',
      'general',
      'in-lower-case',
      'long-glob',
      'of-another-alert',
      'short-glob',
      // It does not resolve.
      'exactly',
    ]);
  });

  it('is the same in whatever order candidates come, and for any part of them', () => {
    fc.assert(
      fc.property(
        candidates.chain(all =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all)),
        ),
        ([all, some]) => {
          const kept = new Set(some.map(({ id }) => id));
          expect(rankRunbooks(ALERT, some)).toEqual(
            rankRunbooks(ALERT, all).filter(({ id }) => kept.has(id)),
          );
        },
      ),
    );
  });
});
