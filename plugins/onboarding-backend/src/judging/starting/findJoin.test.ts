import { FilterPredicate } from '@backstage/filter-predicates';
import { user } from '../../__testUtils__/entities';
import { CurrentTrack } from '../../records/journeys';
import { EarlierJourney, findJoin, Membership } from './findJoin';

const DAY = 24 * 3_600_000;
const NOW = Date.parse('2026-06-01T09:00:00Z');
const QUAY = 'group:default/quay';
const DOCK = 'group:default/dock';
const ENGINEERING = 'group:default/engineering';

const in_ = (ref: string) => ({ groups: { $contains: ref } });

const trackFor = (audience?: FilterPredicate): CurrentTrack => ({
  trackRef: 'onboardingtrack:default/welcome',
  ownerRef: 'group:default/platform',
  version: 1,
  plan: {
    title: 'Welcome',
    purpose: 'onboarding',
    ownerRef: 'group:default/platform',
    milestones: [],
  },
  since: NOW - 30 * DAY,
  audience,
  starts: ['join'],
});

const ancestors = new Map([
  [QUAY, [QUAY, ENGINEERING]],
  [DOCK, [DOCK, ENGINEERING]],
]);

const joined = (days?: number, times = 1): Membership => ({
  times,
  ...(days !== undefined && { joinedAt: NOW - days * DAY }),
});

function find(
  memberships: Record<string, Membership>,
  options: {
    audience?: FilterPredicate;
    startDate?: string;
    journeys?: EarlierJourney[];
    ownedBy?: Map<string, string[]>;
  } = {},
): string | undefined {
  const { audience = in_(ENGINEERING), startDate, journeys = [] } = options;
  const groups = Object.keys(memberships);
  return findJoin(
    trackFor(audience),
    {
      userRef: 'user:default/ann',
      user: user('ann', {
        groups,
        ...(startDate && {
          annotations: { 'fairlead.dev/start-date': startDate },
        }),
      }),
      groups,
      memberships: new Map(Object.entries(memberships)),
    },
    {
      belongings: { ancestors, ownedBy: options.ownedBy ?? new Map() },
      journeys,
      now: NOW,
    },
  )?.occasion;
}

describe('findJoin', () => {
  it('finds who joined since the track is there, by the group that makes them one of its audience', () => {
    expect(find({ [QUAY]: joined(1) })).toBe(`join:${QUAY}:1`);
    expect(find({ [QUAY]: joined(1, 3) })).toBe(`join:${QUAY}:3`);
    expect(
      find({ [QUAY]: joined(2), [DOCK]: joined(1) }, { audience: in_(QUAY) }),
    ).toBe(`join:${QUAY}:1`);
    expect(find({ [QUAY]: joined(2), [DOCK]: joined(1) })).toBe(
      `join:${DOCK}:1`,
    );
    expect(
      find(
        { [QUAY]: joined(2), [DOCK]: joined(2) },
        { audience: { $all: [in_(QUAY), in_(DOCK)] } },
      ),
    ).toBe(`join:${DOCK}:1`);
  });

  it('leaves those alone who were there when we first looked, before the track, or long ago', () => {
    expect(find({ [QUAY]: joined() })).toBeUndefined();
    expect(find({ [QUAY]: joined(31) })).toBeUndefined();
    expect(find({ [QUAY]: joined() }, { startDate: '2019-03-01' })).toBe(
      undefined,
    );
    expect(find({ [QUAY]: joined() }, { startDate: '2027-03-01' })).toBe(
      undefined,
    );
  });

  it('finds those whose start date is near, before and after', () => {
    for (const startDate of ['2026-05-04', '2026-07-01']) {
      expect(find({ [QUAY]: joined() }, { startDate })).toBe(`join:${QUAY}:1`);
    }
    expect(find({ [QUAY]: joined() }, { startDate: 'soon' })).toBeUndefined();
  });

  it('puts nobody on a track that names no group, or none of theirs', () => {
    const everybody = { kind: 'User' };
    expect(find({ [QUAY]: joined(1) }, { audience: everybody })).toBe(
      undefined,
    );
    expect(find({ [QUAY]: joined(1) }, { audience: in_(DOCK) })).toBe(
      undefined,
    );
    expect(find({}, { startDate: '2026-06-01' })).toBeUndefined();
    expect(
      findJoin(
        trackFor(),
        {
          userRef: 'user:default/ann',
          user: user('ann'),
          groups: [QUAY],
          memberships: new Map([[QUAY, joined(1)]]),
        },
        {
          belongings: { ancestors, ownedBy: new Map() },
          journeys: [],
          now: NOW,
        },
      ),
    ).toBeUndefined();
  });

  it('takes what a team owns for what its members do', () => {
    const audience = { owned: { $contains: 'component:default/shop' } };
    const ownedBy = new Map([[QUAY, ['component:default/shop']]]);
    expect(find({ [QUAY]: joined(1) }, { audience, ownedBy })).toBe(
      `join:${QUAY}:1`,
    );
    expect(find({ [DOCK]: joined(1) }, { audience, ownedBy })).toBe(undefined);
  });

  it('begins anew after a transfer or a return, and not for another team besides', () => {
    const inQuay = (daysAgo: number, isOpen = true): EarlierJourney => ({
      teamRef: QUAY,
      createdAt: NOW - daysAgo * DAY,
      isOpen,
    });
    const after = (
      memberships: Record<string, Membership>,
      ...journeys: EarlierJourney[]
    ) => find(memberships, { journeys });
    expect(after({ [QUAY]: joined(20) }, inQuay(20))).toBeUndefined();
    expect(after({ [QUAY]: joined(20) }, inQuay(20, false))).toBeUndefined();
    expect(
      after({ [QUAY]: joined(20), [DOCK]: joined(1) }, inQuay(20)),
    ).toBeUndefined();
    expect(after({ [DOCK]: joined(1) }, inQuay(20))).toBe(`join:${DOCK}:1`);
    expect(after({ [QUAY]: joined(1, 2) }, inQuay(20))).toBe(`join:${QUAY}:2`);
    expect(
      after(
        { [QUAY]: joined(1) },
        { teamRef: undefined, createdAt: NOW - 5 * DAY, isOpen: true },
      ),
    ).toBeUndefined();
  });
});
