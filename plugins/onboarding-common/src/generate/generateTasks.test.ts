import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { validateTrack } from '../track';
import { generateTasks } from '.';

const entity = (kind: string, name: string, more: object = {}): Entity =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...(more as { metadata?: object }).metadata },
    spec: { type: 'service', ...(more as { spec?: object }).spec },
  } as Entity);

const TEAM = {
  purpose: 'onboarding' as const,
  teamRef: 'group:default/sea',
  userRef: 'user:default/ann',
};

const ENTITIES = [
  entity('Component', 'shop', {
    metadata: {
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/source-location':
          'url:https://git.example/shop/tree/main',
        'backstage.io/adr-location': 'docs/adr',
        'grafana/overview-dashboard': 'https://grafana.example/d/shop',
      },
      links: [
        { url: 'https://wiki.example/shop', title: 'On call', type: 'runbook' },
        { url: 'data:text/html,hello', type: 'runbook' },
        { url: 'https://grafana.example/d/shop', type: 'dashboard' },
      ],
    },
  }),
  entity('Component', 'old', { spec: { lifecycle: 'deprecated' } }),
  entity('Component', 'lib', { spec: { type: 'library' } }),
  entity('Runbook', 'queue-grows'),
];

const titles = (...args: Parameters<typeof generateTasks>) =>
  generateTasks(...args).map(({ title }) => title);

describe('generateTasks', () => {
  it('makes tasks of what a team has', () => {
    const members = [
      entity('User', 'ann'),
      entity('User', 'ben', { spec: { profile: { displayName: '[Ben](x)' } } }),
    ];
    const tasks = generateTasks(
      ['services', 'runbooks', 'decisions', 'dashboards', 'people'],
      { ...TEAM, entities: ENTITIES, members },
    );
    expect(tasks.map(({ title }) => title)).toEqual([
      'Get to know shop',
      'Read the runbook: queue-grows',
      'Read the runbook: On call (shop)',
      'Read what was decided: shop',
      'Open the dashboard: shop',
      'Meet the people of your team',
    ]);
    expect(tasks[0]).toMatchObject({
      docs: '/docs/default/component/shop',
      links: [
        { url: '/catalog/default/component/shop' },
        { url: '/docs/default/component/shop' },
        { url: 'https://git.example/shop/tree/main' },
      ],
    });
    expect(tasks[3].links[0].url).toBe(
      'https://git.example/shop/tree/main/docs/adr',
    );
    expect(tasks[5].description).toBe(
      '- [\\[Ben\\](x)](</catalog/default/user/ben>)',
    );
  });

  it('gives eight services a task each, and one to all others', () => {
    const entities = Array.from({ length: 12 }, (_, n) =>
      entity('Component', `s${String(n).padStart(2, '0')}`),
    );
    const tasks = generateTasks(['services'], {
      ...TEAM,
      entities,
      members: [],
    });
    expect(tasks).toHaveLength(9);
    expect(tasks[8]).toMatchObject({ id: 'services-rest', optional: true });
    expect(tasks[8].description?.split('\n')).toHaveLength(4);
  });

  it('hands over what only they know, the most first', () => {
    const handover = [
      {
        entityRef: 'component:default/a',
        title: 'a',
        changes: 1,
        incidents: 0,
      },
      {
        entityRef: 'component:default/b',
        title: 'b',
        changes: 2,
        incidents: 3,
      },
    ];
    const team = {
      ...TEAM,
      purpose: 'handover' as const,
      entities: ENTITIES,
      members: [],
      handover,
    };
    expect(titles(['services', 'people'], team)).toEqual([
      'Hand over b',
      'Hand over a',
    ]);
    expect(generateTasks(['services'], team)[0].description).toContain(
      '2 changes were and 3 incidents were yours',
    );
    expect(titles(['people'], team)).toEqual([]);
  });

  it('does not depend on the order of entities, and its ids are for nobody else', () => {
    const all = ['services', 'runbooks', 'dashboards'] as const;
    const entities = [
      ...ENTITIES,
      ...Array.from({ length: 10 }, (_, n) => entity('Component', `s${n}`)),
    ];
    const expected = generateTasks(all, { ...TEAM, entities, members: [] });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entities, { minLength: entities.length }),
        shuffled => {
          expect(
            generateTasks(all, { ...TEAM, entities: shuffled, members: [] }),
          ).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
    const problems = validateTrack({
      spec: {
        owner: 'a',
        milestones: [
          {
            id: 'm',
            title: 'M',
            tasks: expected.map(({ id }) => ({ id, title: id })),
          },
        ],
      },
    });
    expect(problems).toHaveLength(expected.length);
  });
});
