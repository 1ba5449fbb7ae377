import fc from 'fast-check';
import {
  at,
  change,
  deploy,
  history,
  leftOut,
  measured,
  record,
  run,
} from '../__testUtils__/records';
import { ORIGIN_KINDS } from '../origin';
import { Collected, SampleOrigin } from './types';
import { countOrigins, isOfOrigin, ofOrigin, ORIGIN_CHOICES } from './ofOrigin';

const CLAUDE = { author: 'x', authorApp: 'claude[bot]' };
const RENOVATE = { author: 'y', authorApp: 'renovate[bot]' };
const ANN = { author: 'ann' };

const seed = deploy('0', 'm0', '01 00:00');

const origins = fc.option(
  fc.constantFrom<SampleOrigin>(...ORIGIN_KINDS, 'mixed'),
  { nil: undefined },
);

type Contents = Pick<Collected, 'samples' | 'excluded'>;

const contents = fc
  .array(fc.tuple(origins, fc.boolean()))
  .map((all): Contents => {
    const items = all.map(([origin, isSample], i) => ({
      isSample,
      item: { recordKey: `${i}`, at: at('02'), ...(origin && { origin }) },
    }));
    return {
      samples: items
        .filter(({ isSample }) => isSample)
        .map(({ item }) => ({ ...item, value: 1, evidence: [] })),
      excluded: items
        .filter(({ isSample }) => !isSample)
        .map(({ item }) => ({ ...item, reason: 'negative' as const })),
    };
  });

/** In whichever order items are listed, they are the same. */
const byKey = ({ samples, excluded }: Contents) =>
  [samples, excluded].map(items =>
    [...items].sort((a, b) => Number(a.recordKey) - Number(b.recordKey)),
  );

describe('ofOrigin', () => {
  it('counts every sample once or lists it, and never mixes origins', () => {
    fc.assert(
      fc.property(
        contents,
        fc.constantFrom(...ORIGIN_CHOICES),
        fc.constantFrom('leadTime' as const, 'changeFailRate' as const),
        (all, choice, id) => {
          const told = ofOrigin(id, all, choice);
          const keys = [...told.samples, ...told.excluded].map(
            ({ recordKey }) => recordKey,
          );
          const before = [...all.samples, ...all.excluded].map(
            ({ recordKey }) => recordKey,
          );
          expect(keys.sort()).toEqual(before.sort());
          const others = told.samples.filter(
            ({ origin }) => !isOfOrigin(origin, choice),
          );
          const isAll = choice === 'counted' && id === 'changeFailRate';
          expect(isAll ? [] : others).toEqual([]);
          expect(byKey(ofOrigin(id, told, choice))).toEqual(byKey(told));
        },
      ),
    );
  });

  it('adds up: what the single origins count of changes is what all count', () => {
    fc.assert(
      fc.property(contents, all => {
        const n = (choice: (typeof ORIGIN_CHOICES)[number]) =>
          ofOrigin('leadTime', all, choice).samples.length;
        const untold = all.samples.filter(
          ({ origin }) => origin === undefined || origin === 'mixed',
        ).length;
        expect(n('counted')).toBe(
          n('person') + n('agent') + n('unknown') + untold,
        );
      }),
    );
  });
});

describe('measures by origin', () => {
  const records = [
    seed,
    change(1, '02 12:00', ANN),
    deploy('1', 'm1', '02 13:00'),
    change(2, '03 12:00', CLAUDE),
    deploy('2', 'm2', '03 14:00'),
    change(3, '04 12:00', RENOVATE),
    deploy('3', 'm3', '04 15:00'),
    change(4, '05 12:00', ANN),
    change(5, '05 12:30', CLAUDE),
    deploy('4', 'm5', '05 16:00'),
  ];

  it('tell the lead time of agents, which does not vanish from that of all', () => {
    expect(measured('leadTime', records).n).toBe(4);
    expect(measured('leadTime', records, { origin: 'agent' }).n).toBe(2);
    expect(measured('leadTime', records, { origin: 'dependency-bot' }).n).toBe(
      1,
    );
  });

  it('judge a request together with the commit that merged it, which is no work of its own', () => {
    const merged = [
      seed,
      change(1, '02 12:00', RENOVATE),
      change(2, '03 12:00', ANN),
      ...[1, 2].map(number =>
        record({
          kind: 'change',
          source: 'github',
          repo: 'acme/shop',
          sha: `m${number}`,
          namedNumber: number,
          ...RENOVATE,
          mergedAt: at(`0${number + 1} 12:00`),
          trailers: [{ name: 'Assisted-by', value: 'Cursor' }],
        }),
      ),
      deploy('1', 'm2', '03 13:00'),
    ];
    expect(leftOut(measured('leadTime', merged))).toEqual([
      '1: dependency-bot',
      'm1: part-of-another-change',
      'm2: part-of-another-change',
    ]);
    const madeBy = history(merged).origins;
    expect(madeBy.get('change:github:acme/shop:2')).toMatchObject({
      kind: 'person',
      assistedBy: ['Cursor'],
    });
    const [, deployed] = measured('deploymentFrequency', merged, {
      origin: 'person',
    }).excluded;
    expect(deployed.reason).toBe('mixed-origins');
  });

  it('tell deployments by what they brought', () => {
    const failRate = (origin?: 'agent' | 'person' | 'dependency-bot') =>
      measured('changeFailRate', records, { origin });
    expect(failRate().n).toBe(5);
    expect(failRate('person').n).toBe(1);
    expect(failRate('dependency-bot').n).toBe(1);
    const ofAgents = failRate('agent');
    expect(ofAgents.n).toBe(1);
    expect(ofAgents.excluded.map(({ reason }) => reason).sort()).toEqual([
      'mixed-origins',
      'no-origin',
      'other-origin',
      'other-origin',
    ]);
  });

  it('tell the feedback of CI for those who wait for it', () => {
    const checked = [
      change(1, '02 12:00', ANN),
      run('1', 'h1', { created: '02 11:00', finished: '02 11:10' }),
      change(2, '03 12:00', RENOVATE),
      run('2', 'h2', { created: '03 11:00', finished: '03 11:30' }),
    ];
    expect(measured('ci.feedback', checked)).toMatchObject({
      n: 1,
      value: 600_000,
    });
    expect(
      measured('ci.feedback', checked, { origin: 'dependency-bot' }),
    ).toMatchObject({ n: 1, value: 1_800_000 });
  });

  it('say that what counts no changes is told by no origin', () => {
    const runs = [
      run('1', 'h1', { created: '02 11:00', finished: '02 11:10' }),
    ];
    expect(measured('ci.runTime', runs).n).toBe(1);
    expect(measured('ci.runTime', runs, { origin: 'agent' })).toMatchObject({
      n: 0,
      reason: 'not-by-origin',
    });
  });
});

describe('countOrigins', () => {
  it('tells the share of agents in what people and agents made', () => {
    expect(
      countOrigins([
        { origin: 'person', assisted: true },
        { origin: 'person' },
        { origin: 'agent' },
        { origin: 'dependency-bot' },
        {},
      ]),
    ).toEqual({
      n: 5,
      byOrigin: { person: 2, agent: 1, 'dependency-bot': 1, unknown: 1 },
      assisted: 1,
      agentShare: 1 / 3,
      agentShareOf: 3,
      few: true,
    });
  });

  it('knows no share where there is nothing of either', () => {
    expect(countOrigins([{ origin: 'automation' }])).toEqual({
      n: 1,
      byOrigin: { automation: 1 },
      assisted: 0,
      agentShareOf: 0,
    });
  });
});
