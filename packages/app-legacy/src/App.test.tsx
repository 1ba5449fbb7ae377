import { registerMswTestHooks } from '@backstage/test-utils';
import { act, render, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { App } from './App';

const backend = 'http://localhost:7007';

/** An unsigned token that is good for an hour. */
function token() {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => btoa(JSON.stringify(value));
  return `${part({ alg: 'none' })}.${part({ iat: now, exp: now + 3600 })}.none`;
}

const entity = (kind: string, spec: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: {
    namespace: 'default',
    name: 'harbour',
    uid: kind,
    annotations: {
      'backstage.io/source-location': 'url:https://github.com/example/harbour/',
      'backstage.io/managed-by-location':
        'url:https://github.com/example/harbour/blob/main/catalog-info.yaml',
    },
    links: [{ url: 'https://example.com/runbook', title: 'Runbook' }],
  },
  spec,
  relations: [],
});

const entities: Record<string, object> = {
  component: entity('Component', {
    type: 'service',
    lifecycle: 'production',
    owner: 'sea',
  }),
  api: entity('API', {
    type: 'openapi',
    lifecycle: 'production',
    owner: 'sea',
    definition: 'openapi: 3.0.0',
  }),
  system: entity('System', { owner: 'sea' }),
  group: entity('Group', { type: 'team', children: [] }),
  runbook: entity('Runbook', { owner: 'sea', alerts: ['HarbourSilent'] }),
};

/** The delivery of an entity of which nothing was ever recorded. */
const noDelivery = {
  window: { from: '2026-08-23T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' },
  coverage: {
    entities: 1,
    records: 0,
    subjects: [],
    problems: [],
    sources: [],
  },
  measures: [],
  waits: [],
  sentence: null,
};

/** The runbooks of an entity of which nothing ever fired and that has none. */
const none = { fired: 0, covered: 0, ratio: null };
const noRunbooks = {
  firing: [],
  runbooks: [],
  coverage: { ...none, night: none, silent: none, windowDays: 90 },
};

const noNight = {
  ...noRunbooks,
  uncoveredAtNight: [],
  failing: [],
  failingCount: 0,
  runbookCount: 0,
  followUps: { open: 0, overdue: 0 },
  responders: null,
};

/** The onboarding of a team of which nothing is known. */
const noTeam = {
  teamRef: 'group:default/harbour',
  journeys: [],
  tasks: [],
  rolesUnfilled: [],
  helpRequests: [],
};

/** What a component tells somebody who is new on it. */
const newHere = {
  isNewHere: true,
  read: [],
  run: [],
  firstTry: [],
  ask: [],
};

const ofEntity = [
  'About',
  'Relations',
  'Runbooks',
  'Scorecards',
  /^Delivery · /,
];

const overviews: [kind: string, cards: (string | RegExp)[]][] = [
  ['component', [...ofEntity, 'New here?']],
  ['api', ofEntity],
  ['system', [...ofEntity, 'New here?', 'Has components']],
  ['runbook', ['About', 'Relations', 'Runbook']],
  [
    'group',
    [
      'What would fail you tonight',
      'Scorecards of the team',
      /^Delivery of the team · /,
      'Onboarding of the team',
    ],
  ],
];

/** Who opens a card first waits until the code behind it is compiled. */
const SLOW = { timeout: 60_000 };

describe('the portal', () => {
  const server = setupServer(
    http.get(`${backend}/api/auth/guest/refresh`, () =>
      HttpResponse.json({
        profile: { displayName: 'Guest' },
        backstageIdentity: {
          token: token(),
          identity: {
            type: 'user',
            userEntityRef: 'user:default/guest',
            ownershipEntityRefs: ['user:default/guest'],
          },
        },
      }),
    ),
    http.get(
      `${backend}/api/catalog/entities/by-name/:kind/default/harbour`,
      ({ params }) => HttpResponse.json(entities[String(params.kind)]),
    ),
    http.get(`${backend}/api/catalog/entities`, () => HttpResponse.json([])),
    http.get(`${backend}/api/scorecards/entities/*`, () =>
      HttpResponse.json({ evaluatedAt: null, scorecards: [] }),
    ),
    http.get(`${backend}/api/scorecards/owners/*`, () =>
      HttpResponse.json({ groupRefs: [], scorecards: [] }),
    ),
    http.get(`${backend}/api/delivery/entities/*`, () =>
      HttpResponse.json(noDelivery),
    ),
    http.get(`${backend}/api/runbooks/entities/*`, () =>
      HttpResponse.json(noRunbooks),
    ),
    http.get(`${backend}/api/runbooks/teams/*`, () =>
      HttpResponse.json(noNight),
    ),
    http.get(`${backend}/api/onboarding/teams/*`, () =>
      HttpResponse.json(noTeam),
    ),
    http.get(`${backend}/api/onboarding/entities/*`, () =>
      HttpResponse.json(newHere),
    ),
    http.all(`${backend}/*`, () => HttpResponse.json({ items: [] })),
  );
  registerMswTestHooks(server);

  beforeAll(() => {
    // As the build leaves it in the page: an object, where the type knows strings.
    const environment: object = {
      ...process.env,
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Fairlead', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: backend },
          },
        },
      ],
    };
    process.env = environment as NodeJS.ProcessEnv;
  });

  const goTo = (path: string) => {
    window.history.pushState(undefined, '', path);
    window.dispatchEvent(new PopStateEvent('popstate'));
  };

  it('signs the guest in, leads to the scorecards, and shows our cards on all kinds of entities', async () => {
    render(<App />);
    expect(
      await screen.findByRole('link', { name: 'Scorecards' }, SLOW),
    ).toHaveAttribute('href', '/scorecards');

    for (const [kind, cards] of overviews) {
      act(() => goTo(`/catalog/default/${kind}/harbour`));

      for (const title of cards) {
        // What is found may be drawn anew while its code arrives, so it is looked for until it stays.
        await waitFor(
          () =>
            expect(
              // By its element and not by its role, which takes long to tell in so large a page.
              screen.getByText(title, { selector: 'h2, h3' }),
            ).toBeInTheDocument(),
          SLOW,
        );
      }
      expect(screen.queryByText(/error/i)).not.toBeInTheDocument();
    }
  }, 180_000);
});
