import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { isRunbookEntity, validateRunbook } from '.';

const GOOD = {
  owner: 'booking',
  serves: {
    entities: ['booking-api', 'resource:booking-db'],
    filter: { kind: 'Component', 'spec.system': 'booking' },
  },
  alerts: ['BookingQueue*', 'Booking?bSlow'],
  tier: 'critical',
  timeToLive: '60d',
  text: '# The queue grows',
};

const problemsOf = (spec: unknown) =>
  validateRunbook({ spec }).map(({ path, message }) => `${path}: ${message}`);

/** Without the marks that isolate values. */
const plain = (texts: string[]) =>
  texts.map(text => text.replace(/[\u2066-\u2069]/g, ''));

const { text: _, ...WITHOUT_TEXT } = GOOD;

describe('validateRunbook', () => {
  it.each<[string, unknown]>([
    ['a text', GOOD],
    [
      'a page elsewhere',
      { ...WITHOUT_TEXT, url: 'https://wiki.example/a?b#c' },
    ],
    [
      'a page of its documentation',
      {
        ...WITHOUT_TEXT,
        techdocs: { entity: 'system:booking', path: 'runbooks/queue' },
      },
    ],
    [
      'documentation of the only entity that it serves',
      {
        owner: 'booking',
        serves: { entities: ['booking-api'] },
        techdocs: { path: 'runbooks/queue' },
      },
    ],
    ['alerts alone', { owner: 'booking', alerts: ['*'], text: 'Look.' }],
  ])('takes %s', (_name, spec) => {
    expect(problemsOf(spec)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'spec: is missing'],
    ['a list', [], 'spec: takes an object, not a list'],
    ['no owner', { ...GOOD, owner: undefined }, 'spec.owner: is missing'],
    [
      'an owner that owns nothing',
      { ...GOOD, owner: 'component:a' },
      "spec.owner: takes an entity of the kind Group, User, not 'component:a'",
    ],
    [
      'a text in place of a list',
      { ...GOOD, alerts: 'A' },
      'spec.alerts: takes a list, not the string A',
    ],
    [
      'no purpose',
      { owner: 'booking', text: 'Look.' },
      'spec: says neither what the runbook serves nor which alerts lead to it, write serves.entities, serves.filter or alerts',
    ],
    [
      'no text',
      WITHOUT_TEXT,
      'spec: has no text, write one of text, techdocs and url',
    ],
    [
      'two texts',
      { ...GOOD, url: 'https://wiki.example' },
      'spec: has text and url, keep one of them',
    ],
    [
      'a placeholder that nobody replaced',
      { ...GOOD, text: { $txt: './a.md' } },
      'spec.text: takes a text, not an object',
    ],
    [
      'another field',
      { ...GOOD, alert: 'A' },
      "spec: has no field 'alert', only owner, serves, alerts, tier, timeToLive, text, techdocs, url",
    ],
    [
      'another field further in',
      { ...GOOD, serves: { ...GOOD.serves, entity: 'a' } },
      "spec.serves: has no field 'entity', only entities, filter",
    ],
    [
      'another tier',
      { ...GOOD, tier: 'tier-1' },
      'spec.tier: takes critical, high, normal',
    ],
    [
      'a time without a unit',
      { ...GOOD, timeToLive: '90' },
      'spec.timeToLive: takes a number of days or weeks, for example 90d or 26w',
    ],
    [
      'an alert without a name',
      { ...GOOD, alerts: ['Too slow', ''] },
      'spec.alerts[1]: is empty',
    ],
    [
      'a reference of a person',
      { ...GOOD, serves: { entities: ['a', 'user:b'] } },
      "spec.serves.entities[1]: takes an entity of the kind Component, API, Resource, System, Domain, not 'user:b'",
    ],
    [
      'no reference',
      { ...GOOD, serves: { entities: [':a'] } },
      "spec.serves.entities[0]: takes an entity reference such as component:default/booking, not ':a'",
    ],
    [
      'a filter that lets everything through',
      { ...GOOD, serves: { filter: {} } },
      'spec.serves.filter: has no condition, so every entity would fit',
    ],
    [
      'documentation of nobody knows whom',
      { ...WITHOUT_TEXT, techdocs: { path: 'a' } },
      'spec.techdocs.entity: is missing, and only where a runbook serves a single entity is it plain whose documentation is meant',
    ],
    [
      'documentation outside of its folder',
      { ...WITHOUT_TEXT, techdocs: { entity: 'a', path: 'a/../../b' } },
      'spec.techdocs.path: takes the path of a page within the documentation, for example runbooks/disk-full',
    ],
    [
      'an address that is run',
      // eslint-disable-next-line no-script-url
      { ...WITHOUT_TEXT, url: 'javascript:alert(1)' },
      'spec.url: takes an http or https address',
    ],
  ])('refuses %s', (_name, spec, problem) => {
    expect(plain(problemsOf(spec))).toContain(problem);
  });

  it('says what is wrong with a filter', () => {
    expect(
      plain(
        problemsOf({ ...GOOD, serves: { filter: { kind: { $like: 'a' } } } }),
      ),
    ).toEqual([expect.stringMatching(/^spec.serves.filter: is no filter/)]);
  });

  it('answers with at most a hundred problems', () => {
    const alerts = Array.from({ length: 500 }, () => '');
    expect(problemsOf({ ...GOOD, alerts })).toHaveLength(100);
  });

  it('takes anything and never throws', () => {
    const specs = fc.oneof(
      fc.anything(),
      fc.record(
        Object.fromEntries(
          ['owner', 'serves', 'alerts', 'text', 'techdocs', 'url'].map(key => [
            key,
            fc.anything(),
          ]),
        ),
        { requiredKeys: [] },
      ),
      fc.record({
        serves: fc.record({ filter: fc.anything(), entities: fc.anything() }),
      }),
    );
    fc.assert(
      fc.property(specs, spec => {
        expect(Array.isArray(validateRunbook({ spec }))).toBe(true);
      }),
    );
  });

  it('does not lose its way in what nests deep', () => {
    let filter: unknown = { kind: 'Component' };
    for (let depth = 0; depth < 50_000; depth += 1) {
      filter = { $not: filter };
    }
    expect(problemsOf({ ...GOOD, serves: { filter } })).toEqual([
      'spec.serves.filter: nests more than 20 deep',
    ]);
  });
});

describe('isRunbookEntity', () => {
  const entity: Entity = {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Runbook',
    metadata: { name: 'queue' },
  };

  it('knows the kind in any case, and no other', () => {
    expect(isRunbookEntity(entity)).toBe(true);
    expect(isRunbookEntity({ ...entity, kind: 'RUNBOOK' })).toBe(true);
    expect(isRunbookEntity({ ...entity, kind: 'Scorecard' })).toBe(false);
    expect(isRunbookEntity({ ...entity, apiVersion: 'a/v1' })).toBe(false);
  });
});
