import fc from 'fast-check';
import { Decision } from '../decisions';
import { ScorecardEntityV1alpha1 } from '../scorecard';
import {
  CAMPAIGN_MOVES,
  CAMPAIGN_STATES,
  compileCampaignFilter,
  foldCampaignDecisions,
  judgeCampaignMove,
  mayMoveCampaign,
  prepareStandingChange,
  promisedPasses,
  targetChecks,
} from '.';

const entry = (move: string, at: number, side: string | null = null) =>
  ({
    move,
    side,
    actor: 'user:default/mira',
    principal: 'user',
    reason: null,
    at: new Date(at).toISOString(),
  } satisfies Decision);

const fold = (entries: Decision[], now: number) =>
  foldCampaignDecisions(entries, { startsAt: 10, deadline: 20, now });

describe('the state of a campaign', () => {
  it.each([
    ['draft', ['draft'], 25],
    ['scheduled', ['draft', 'schedule'], 9],
    ['active', ['draft', 'schedule'], 10],
    ['ended', ['draft', 'schedule'], 20],
    ['active', ['draft', 'start'], 5],
    ['ended', ['draft', 'start', 'end'], 9],
    ['ended', ['draft', 'end'], 9],
  ])('is %s after %j at %d', (state, moves, now) => {
    const entries = moves.map((move, index) => entry(move, index + 1));
    expect(fold(entries, now).state).toBe(state);
  });

  it('goes one way as time passes, and starts and ends when it says', () => {
    const moves = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('schedule', 'start', 'end'),
        fc.integer({ min: 1, max: 30 }),
      ),
      { selector: ([move]) => move },
    );
    const property = fc.property(
      moves,
      fc.nat(40),
      fc.nat(40),
      (made, a, b) => {
        const entries = made
          .map(([move, at]) => entry(move, at))
          .sort((x, y) => x.at.localeCompare(y.at));
        const earlier = fold(entries, Math.min(a, b));
        const later = fold(entries, Math.max(a, b));
        expect(CAMPAIGN_STATES.indexOf(later.state)).toBeGreaterThanOrEqual(
          CAMPAIGN_STATES.indexOf(earlier.state),
        );
        expect(later.state === 'ended').toBe(later.endedAt !== undefined);
        expect(later.state !== 'active' || later.startedAt !== undefined).toBe(
          true,
        );
      },
    );
    expect(() => fc.assert(property)).not.toThrow();
  });

  it('pauses for a team until it is taken up again', () => {
    const pauses = [
      entry('start', 1),
      entry('pause', 2, 'group:default/a'),
      entry('pause', 2, 'group:default/b'),
      entry('resume', 3, 'group:default/a'),
    ];
    expect([...fold(pauses, 4).paused.keys()]).toEqual(['group:default/b']);
  });
});

describe('who moves a campaign', () => {
  const campaign = {
    ownerRef: 'group:default/platform',
    state: 'draft' as const,
    startsAt: new Date(10).toISOString(),
    deadline: new Date(20).toISOString(),
  };
  const member = {
    ref: 'user:default/ole',
    ownershipRefs: ['group:default/platform'],
    principal: 'user' as const,
  };

  it('is a member of its owner, or an administrator; software never', () => {
    const judge = (more: object) =>
      judgeCampaignMove(campaign, 'start', { ...member, ...more }, 1);
    expect(judge({})).toBeUndefined();
    expect(judge({ ownershipRefs: [] })).toBe('not-yours');
    expect(judge({ ownershipRefs: [], isAdministrator: true })).toBeUndefined();
    expect(judge({ principal: 'agent', isAdministrator: true })).toBe('agent');
  });

  it('may make the moves of its state alone, while there is time', () => {
    const moves = (state: (typeof CAMPAIGN_STATES)[number], now: number) =>
      CAMPAIGN_MOVES.filter(move =>
        mayMoveCampaign({ ...campaign, state }, move, member, now),
      );
    expect(moves('draft', 1)).toEqual(['schedule', 'start', 'end']);
    expect(moves('draft', 15)).toEqual(['start', 'end']);
    expect(moves('draft', 25)).toEqual(['end']);
    expect(moves('scheduled', 1)).toEqual(['start', 'end']);
    expect(moves('active', 15)).toEqual(['pause', 'resume', 'issue', 'end']);
    expect(moves('ended', 25)).toEqual([]);
  });
});

const YAML = `# Who owns it?
apiVersion: fairlead.dev/v1alpha1
kind: Scorecard
metadata: { name: readiness }
spec:
  owner: group:default/platform
  appliesTo: { kind: Component }
  levels: [bronze, silver, gold]
  checks:
    - id: described # for readers
      title: Described
      level: bronze
      rule: { metadata.description: { $exists: true } }
    # Announced in spring.
    - id: fast
      title: Builds fast
      level: silver
      from: 2027-01-01
      rule: { facts.ci.build.minutes: { $lte: 10 } }
`;

describe('what is asked for', () => {
  const definition = {
    spec: {
      levels: ['bronze', 'silver', 'gold'],
      checks: [
        { id: 'described', level: 'bronze' },
        { id: 'fast', level: 'silver' },
        { id: 'safe', level: 'gold' },
      ],
    },
  } as ScorecardEntityV1alpha1;

  it('is all up to a level, or the named checks that there are', () => {
    expect(targetChecks(definition, { level: 'silver' })).toEqual([
      'described',
      'fast',
    ]);
    expect(targetChecks(definition, { checks: ['safe', 'gone'] })).toEqual([
      'safe',
    ]);
    expect(targetChecks(definition, { level: 'platinum' })).toEqual([]);
  });

  it('is promised in a straight line from what passed at the start', () => {
    const at = (time: number) =>
      promisedPasses({
        startedAt: 0,
        deadline: 100,
        at: time,
        atStart: { pass: 2, total: 10 },
        total: 10,
      });
    expect([0, 50, 100, 150].map(at)).toEqual([2, 6, 10, 10]);
  });

  it('is of the entities that a filter tells', () => {
    const entity = {
      apiVersion: 'v1',
      kind: 'Component',
      metadata: { name: 'a' },
    };
    expect(compileCampaignFilter(undefined)(entity)).toBe(true);
    expect(compileCampaignFilter({ kind: 'API' })(entity)).toBe(false);
    expect(compileCampaignFilter({ kind: 'component' })(entity)).toBe(true);
    expect(() =>
      compileCampaignFilter({ kind: { $like: 'x' } } as never),
    ).toThrow(/appliesTo/);
  });
});

describe('the change of the standing scorecard', () => {
  it('takes `from` away and sets the level, with comments and order kept', () => {
    expect(
      prepareStandingChange(YAML, { checkIds: ['described', 'fast'] }),
    ).toEqual({
      after: YAML.replace('      from: 2027-01-01\n', ''),
      changed: ['fast'],
    });
    expect(
      prepareStandingChange(YAML, { checkIds: ['fast'], level: 'gold' }),
    ).toEqual({
      after: YAML.replace('      from: 2027-01-01\n', '').replace(
        'level: silver',
        'level: gold',
      ),
      changed: ['fast'],
    });
  });

  it('leaves a text alone that stands as it should, and refuses another', () => {
    expect(prepareStandingChange(YAML, { checkIds: ['described'] })).toEqual({
      after: YAML,
      changed: [],
    });
    expect(() => prepareStandingChange('a: 1', { checkIds: [] })).toThrow(
      /not the YAML/,
    );
  });
});
