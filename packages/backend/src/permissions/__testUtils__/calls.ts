/** A request to a portal. */
export interface PortalRequest {
  path: string;
  /** @defaultValue `POST` with a body, `GET` without */
  method?: 'PATCH';
  body?: unknown;
  mediaType?: string;
}

/** What was made before the calls, for those that need it. */
export interface Prepared {
  /** For the caller with this index a waiver that nobody has decided yet. */
  waivers: string[];
  /** The same once more, for another way to decide. */
  otherWaivers: string[];
  /** For each caller an answer of the owning team that one of the scorecard's team contradicts. */
  answers: string[];
  /** For each caller a campaign that a member of the scorecard's team drafted. */
  campaigns: string[];
  /** A report of friction that a member of the owning team wrote, for each caller. */
  reports: string[];
  deployment: string;
  incident: string;
  /** Of the service for all to see. */
  runbook: string;
  /** A use of it that is under way, for each caller. */
  uses: string[];
  /** Something that was agreed after its incident, for each caller. */
  followUps: string[];
  /** Of a member of the owning team, on a track of that team. */
  journey: string;
  /** What an administrator asked that team on the same track. */
  helpRequest: string;
}

/** Makes the request of the caller with this index: each has one of its own, so that no order of them matters. */
export type Call = (caller: number, prepared: Prepared) => PortalRequest;

const get =
  (path: string): Call =>
  () => ({ path });

const post =
  (path: string, body: unknown = {}): Call =>
  () => ({ path, body });

const fact = (source: string) =>
  post('/scorecards/facts', {
    facts: [
      {
        entityRef: 'component:default/checkout',
        source,
        values: { 'tests.coverage.line': 80 },
      },
    ],
  });

/** Asks for a waiver of a check of the caller's own. */
export const askForWaiver = (
  caller: number,
  entity: string = 'checkout',
): PortalRequest => ({
  path: '/scorecards/waivers',
  body: {
    scorecardRef: 'scorecard:default/readiness',
    checkId: `check-${caller}`,
    entityRef: `component:default/${entity}`,
    reason: 'It is being replaced',
    expiresAt: new Date(Date.now() + 30 * 24 * 3_600_000).toISOString(),
  },
});

/** Answers a question of the caller's own. */
export const answerQuestion = (
  caller: number,
  { choice = 'yes', entity = 'checkout' } = {},
): PortalRequest => ({
  path: '/scorecards/attestations',
  body: {
    scorecardRef: 'scorecard:default/growth',
    checkId: `question-${caller}`,
    entityRef: `component:default/${entity}`,
    choice,
  },
});

/** Of the team that owns the scorecard, for all that it judges. */
const CAMPAIGN = {
  title: 'Everything described',
  why: 'A reader wants to know',
  ownerRef: 'group:default/quality',
  scorecardRef: 'readiness',
  target: { level: 'bronze' },
  startsAt: new Date(Date.now() + 24 * 3_600_000).toISOString(),
  deadline: new Date(Date.now() + 30 * 24 * 3_600_000).toISOString(),
};

export const draftCampaign: PortalRequest = {
  path: '/scorecards/campaigns',
  body: CAMPAIGN,
};

export const reportFriction = ({
  entity = 'checkout',
  minutes,
}: {
  entity?: string;
  minutes: number;
}): PortalRequest => ({
  path: `/delivery/entities/component/default/${entity}/friction-reports`,
  body: { kind: 'waiting', minutes },
});

export function cdEvent(type: string, id: string, content: object) {
  return {
    context: {
      version: '0.4.1',
      id,
      source: '/ci/checkout',
      type: `dev.cdevents.${type}`,
      timestamp: new Date(Date.now() - 3_600_000).toISOString(),
    },
    subject: {
      id,
      source: '/ci/checkout',
      type: type.split('.')[0],
      content,
    },
    customData: { entityRef: 'component:default/checkout' },
  };
}

const ENTITY = '/delivery/entities/component/default/checkout';
const HIDDEN = '/delivery/entities/component/default/vault';
const PERSON = '/delivery/entities/user/default/olga';
const SCORECARD = '/scorecards/scorecards/default/readiness';
const ACTIONS = '/scorecards/.backstage/actions/v1/actions';

const action = (name: string, input: object) =>
  post(`${ACTIONS}/scorecards:${name}/invoke`, input);

const CHECK = {
  entityRef: 'component:default/checkout',
  scorecardRef: 'readiness',
  checkId: 'check-0',
};

const GATE = {
  entityRefs: ['component:default/checkout'],
  scorecardRef: 'readiness',
  level: 'bronze',
};

const reportFact = (source: string) =>
  action('report-fact', {
    entityRef: 'component:default/checkout',
    source,
    values: { 'tests.coverage.line': 80 },
  });

const runbooksAction = (name: string, input: object) =>
  post(
    `/runbooks/.backstage/actions/v1/actions/runbooks:${name}/invoke`,
    input,
  );

/** Of the owning team, for everybody. */
export const TRACK = 'onboardingtrack:default/welcome';

/** What somebody says who is stuck. */
export const HELP = {
  tried: 'I ran it twice',
  errorSays: 'No token',
  ifNobodyWereHere: 'I would search for the token',
  missing: 'context',
};

const onJourney =
  (path: string, body?: object): Call =>
  (_, { journey }) => ({
    path: `/onboarding/journeys/${journey}${path}`,
    ...(body && { body }),
  });

/** Of a task of the owner's journey, where one is named. */
const onboardingAction =
  (name: string, input?: object): Call =>
  (_, { journey }) => ({
    path: `/onboarding/.backstage/actions/v1/actions/onboarding:${name}/invoke`,
    body: { ...(input && { journeyId: journey, ...input }) },
  });

const INCIDENT = '/runbooks/incidents/incident:test:checkout';

export const startUse = (runbook: string, incident: string) => ({
  runbook,
  entity: 'component:default/checkout',
  for: { incident },
});

const definition = JSON.stringify({
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'Scorecard',
  metadata: { name: 'tried' },
  spec: {
    owner: 'group:default/quality',
    appliesTo: { kind: 'Component' },
    levels: ['bronze'],
    checks: [
      {
        id: 'described',
        title: 'Described',
        level: 'bronze',
        rule: { 'metadata.description': { $exists: true } },
      },
    ],
  },
});

/** By how the docs name it: what to send. */
export const CALLS: Record<string, Call> = {
  // scorecards
  'GET /api/scorecards/facts': get('/scorecards/facts'),
  'POST /api/scorecards/facts as ci': fact('ci'),
  'POST /api/scorecards/facts as manual': fact('manual'),
  'GET /api/scorecards/facts/{kind}/{namespace}/{name}': get(
    '/scorecards/facts/component/default/checkout',
  ),
  'GET /api/scorecards/entities/{kind}/{namespace}/{name}': get(
    '/scorecards/entities/component/default/checkout',
  ),
  'GET /api/scorecards/entities/{kind}/{namespace}/{name} of a confidential entity':
    get('/scorecards/entities/component/default/vault'),
  'GET /api/scorecards/entities/{kind}/{namespace}/{name}/transitions': get(
    '/scorecards/entities/component/default/checkout/transitions',
  ),
  'GET /api/scorecards/entities/{kind}/{namespace}/{name}/fixes/{scorecardNamespace}/{scorecardName}/{check}':
    get(
      '/scorecards/entities/component/default/checkout/fixes/default/readiness/check-0',
    ),
  'POST /api/scorecards/entities/by-refs': post(
    '/scorecards/entities/by-refs',
    { entityRefs: ['component:default/checkout'] },
  ),
  'POST /api/scorecards/gate': post('/scorecards/gate', GATE),
  'GET /api/scorecards/scorecards': get('/scorecards/scorecards'),
  'GET /api/scorecards/scorecards/{namespace}/{name}': get(SCORECARD),
  'GET /api/scorecards/scorecards/{namespace}/{name}/entities': get(
    `${SCORECARD}/entities`,
  ),
  'GET /api/scorecards/scorecards/{namespace}/{name}/rollup': get(
    `${SCORECARD}/rollup?by=owner`,
  ),
  'GET /api/scorecards/scorecards/{namespace}/{name}/versions': get(
    `${SCORECARD}/versions`,
  ),
  'GET /api/scorecards/scorecards/{namespace}/{name}/versions/{version}': get(
    `${SCORECARD}/versions/1`,
  ),
  'GET /api/scorecards/scorecards/{namespace}/{name}/history': get(
    `${SCORECARD}/history`,
  ),
  'GET /api/scorecards/owners/{kind}/{namespace}/{name}': get(
    '/scorecards/owners/group/default/payments',
  ),
  'GET /api/scorecards/owners/{kind}/{namespace}/{name} of a person': get(
    '/scorecards/owners/user/default/olga',
  ),
  'POST /api/scorecards/preview': post('/scorecards/preview', {
    scorecard: definition,
  }),
  'GET /api/scorecards/waivers': get('/scorecards/waivers'),
  'POST /api/scorecards/waivers': caller => askForWaiver(caller),
  'POST /api/scorecards/waivers of a confidential entity': caller =>
    askForWaiver(caller, 'vault'),
  'GET /api/scorecards/waivers/{id}': (caller, { waivers }) => ({
    path: `/scorecards/waivers/${waivers[caller]}`,
  }),
  'POST /api/scorecards/waivers/{id}/decision': (caller, { waivers }) => ({
    path: `/scorecards/waivers/${waivers[caller]}/decision`,
    body: { decision: 'approve' },
  }),
  'POST /api/scorecards/waivers/{id}/decisions': (
    caller,
    { otherWaivers },
  ) => ({
    path: `/scorecards/waivers/${otherWaivers[caller]}/decisions`,
    body: { decision: 'reject', reason: 'It is still in use' },
  }),
  'POST /api/scorecards/attestations': caller => answerQuestion(caller),
  'POST /api/scorecards/attestations of a confidential entity': caller =>
    answerQuestion(caller, { entity: 'vault' }),
  'POST /api/scorecards/attestations/{id}/decisions': (
    caller,
    { answers },
  ) => ({
    path: `/scorecards/attestations/${answers[caller]}/decisions`,
    body: { decision: 'settle', reason: 'It was measured' },
  }),
  'GET /api/scorecards/campaigns': get('/scorecards/campaigns'),
  'POST /api/scorecards/campaigns': () => draftCampaign,
  'POST /api/scorecards/campaigns/preview': post(
    '/scorecards/campaigns/preview',
    { scorecardRef: 'readiness', target: CAMPAIGN.target },
  ),
  'GET /api/scorecards/campaigns/{id}': (caller, { campaigns }) => ({
    path: `/scorecards/campaigns/${campaigns[caller]}`,
  }),
  'POST /api/scorecards/campaigns/{id}/moves': (caller, { campaigns }) => ({
    path: `/scorecards/campaigns/${campaigns[caller]}/moves`,
    body: { move: 'schedule' },
  }),
  'GET /api/scorecards/sources': get('/scorecards/sources'),
  'GET /api/scorecards/health': get('/scorecards/health'),
  'GET /api/scorecards/badges/{namespace}/{name}/{kind}/{entityNamespace}/{entityName}.svg':
    get('/scorecards/badges/default/readiness/component/default/checkout.svg'),
  'GET /api/scorecards/openapi.json': get('/scorecards/openapi.json'),
  'action scorecards:list-scorecards': action('list-scorecards', {}),
  'action scorecards:explain-check': action('explain-check', CHECK),
  'action scorecards:check-gate': action('check-gate', GATE),
  'action scorecards:report-fact as ci': reportFact('ci'),
  'action scorecards:report-fact as manual': reportFact('manual'),
  'action scorecards:get-entity-scorecards': action('get-entity-scorecards', {
    entityRef: 'component:default/checkout',
  }),
  'action scorecards:get-fix': action('get-fix', CHECK),
  'action scorecards:list-scorecard-entities': action(
    'list-scorecard-entities',
    { scorecardRef: 'readiness' },
  ),
  'action scorecards:preview-scorecard': action('preview-scorecard', {
    scorecard: definition,
  }),
  'action scorecards:list-waivers': action('list-waivers', {}),
  'action scorecards:list-campaigns': action('list-campaigns', {}),
  'action scorecards:draft-campaign': action('draft-campaign', CAMPAIGN),
  'action scorecards:request-waiver': caller => ({
    path: `${ACTIONS}/scorecards:request-waiver/invoke`,
    body: askForWaiver(caller + 39).body,
  }),

  // runbooks
  'GET /api/runbooks/runbooks': get('/runbooks/runbooks'),
  'GET /api/runbooks/runbooks/{id}': (_, { runbook }) => ({
    path: `/runbooks/runbooks/${runbook}`,
  }),
  'POST /api/runbooks/lint': post('/runbooks/lint', { text: '# Meaning' }),
  'POST /api/runbooks/runbooks/{id}/verifications': (_, { runbook }) => ({
    path: `/runbooks/runbooks/${runbook}/verifications`,
    body: {},
  }),
  'GET /api/runbooks/entities/{kind}/{namespace}/{name}': get(
    '/runbooks/entities/component/default/checkout',
  ),
  'GET /api/runbooks/entities/{kind}/{namespace}/{name} of a confidential entity':
    get('/runbooks/entities/component/default/vault'),
  'GET /api/runbooks/entities/{kind}/{namespace}/{name} of a person': get(
    '/runbooks/entities/user/default/olga',
  ),
  'GET /api/runbooks/firing': get('/runbooks/firing?owner=payments'),
  'GET /api/runbooks/for': get(
    '/runbooks/for?alert=HighLatency&entity=component:default/checkout',
  ),
  'GET /api/runbooks/coverage': get('/runbooks/coverage'),
  'GET /api/runbooks/coverage/drafts': get(
    '/runbooks/coverage/drafts?alert=HighLatency&entity=component:default/checkout',
  ),
  'GET /api/runbooks/coverage/drafts of a confidential entity': get(
    '/runbooks/coverage/drafts?alert=HighLatency&entity=component:default/vault',
  ),
  'GET /api/runbooks/teams/{kind}/{namespace}/{name}': get(
    '/runbooks/teams/group/default/payments',
  ),
  'GET /api/runbooks/uses': get('/runbooks/uses'),
  'POST /api/runbooks/uses': (caller, { runbook }) => ({
    path: '/runbooks/uses',
    body: startUse(runbook, `incident:test:of-${caller}`),
  }),
  'GET /api/runbooks/uses/{id}': (caller, { uses }) => ({
    path: `/runbooks/uses/${uses[caller]}`,
  }),
  'PATCH /api/runbooks/uses/{id}': (caller, { uses }) => ({
    path: `/runbooks/uses/${uses[caller]}`,
    method: 'PATCH',
    body: { link: { url: 'https://ci.example.com/runs/1' } },
  }),
  'GET /api/runbooks/uses/{id}/timeline': (caller, { uses }) => ({
    path: `/runbooks/uses/${uses[caller]}/timeline`,
  }),
  'POST /api/runbooks/uses/{id}/finish': (caller, { uses }) => ({
    path: `/runbooks/uses/${uses[caller]}/finish`,
    body: { outcome: 'helped' },
  }),
  'GET /api/runbooks/incidents': get('/runbooks/incidents'),
  'GET /api/runbooks/incidents/{id}': get(INCIDENT),
  'GET /api/runbooks/incidents/{id} of a confidential entity': get(
    '/runbooks/incidents/incident:test:vault',
  ),
  'POST /api/runbooks/incidents/{id}/stages': post(`${INCIDENT}/stages`, {
    moment: 'mitigated',
    at: new Date(Date.now() - 3 * 3_600_000).toISOString(),
  }),
  'POST /api/runbooks/incidents/{id}/review': post(`${INCIDENT}/review`, {
    url: 'https://wiki.example.com/review',
  }),
  'POST /api/runbooks/incidents/{id}/changes': caller => ({
    path: `${INCIDENT}/changes`,
    body: { kind: 'code', url: `https://git.example.com/${caller}` },
  }),
  'POST /api/runbooks/incidents/{id}/follow-ups': caller => ({
    path: `${INCIDENT}/follow-ups`,
    body: { title: `Follow-up of caller ${caller}` },
  }),
  'PATCH /api/runbooks/incidents/{id}/follow-ups/{followUp}': (
    caller,
    { followUps },
  ) => ({
    path: `${INCIDENT}/follow-ups/${followUps[caller]}`,
    method: 'PATCH',
    body: { closed: true },
  }),
  'GET /api/runbooks/entity-values': get('/runbooks/entity-values'),
  'GET /api/runbooks/finished-drills': get('/runbooks/finished-drills'),
  'GET /api/runbooks/search-documents': get('/runbooks/search-documents'),
  'GET /api/runbooks/openapi.json': get('/runbooks/openapi.json'),
  'action runbooks:get-runbook-for-alert': runbooksAction(
    'get-runbook-for-alert',
    { alert: 'HighLatency', entityRef: 'component:default/checkout' },
  ),
  'action runbooks:list-runbooks': runbooksAction('list-runbooks', {}),

  // onboarding
  'GET /api/onboarding/journeys/me': get('/onboarding/journeys/me'),
  'POST /api/onboarding/journeys': post('/onboarding/journeys', {
    track: TRACK,
  }),
  'POST /api/onboarding/journeys of somebody else': post(
    '/onboarding/journeys',
    { track: TRACK, user: 'user:default/olga' },
  ),
  'GET /api/onboarding/journeys/{id}': onJourney(''),
  'POST /api/onboarding/journeys/{id}/tasks/{task}/complete': onJourney(
    '/tasks/read/complete',
    {},
  ),
  'POST /api/onboarding/journeys/{id}/tasks/{task}/waive': onJourney(
    '/tasks/tour/waive',
    { reason: 'There is nothing to see' },
  ),
  'POST /api/onboarding/journeys/{id}/buddy': onJourney('/buddy', {
    answer: 'accept',
  }),
  'POST /api/onboarding/journeys/{id}/move': onJourney('/move', {}),
  'POST /api/onboarding/journeys/{id}/end': onJourney('/end', {}),
  'POST /api/onboarding/journeys/{id}/tasks/{task}/start': onJourney(
    '/tasks/read/start',
    {},
  ),
  'POST /api/onboarding/journeys/{id}/tasks/{task}/help': onJourney(
    '/tasks/build/help',
    HELP,
  ),
  'POST /api/onboarding/journeys/{id}/tasks/{task}/solved': onJourney(
    '/tasks/build/solved',
    {},
  ),
  'POST /api/onboarding/journeys/{id}/tasks/{task}/vote': onJourney(
    '/tasks/build/vote',
    { vote: 'found' },
  ),
  'action onboarding:my-next-task': onboardingAction('my-next-task'),
  'action onboarding:complete-own-task': onboardingAction('complete-own-task', {
    taskId: 'read',
  }),
  'action onboarding:ask-for-help': onboardingAction('ask-for-help', {
    taskId: 'build',
    ...HELP,
  }),
  'POST /api/onboarding/help-requests/{id}/reply': (_, { helpRequest }) => ({
    path: `/onboarding/help-requests/${helpRequest}/reply`,
    body: { text: 'Ask for the token first' },
  }),
  'GET /api/onboarding/tracks/{namespace}/{name}/insights': get(
    '/onboarding/tracks/default/welcome/insights',
  ),
  'GET /api/onboarding/teams/{kind}/{namespace}/{name}': get(
    '/onboarding/teams/group/default/payments',
  ),
  'GET /api/onboarding/entities/{kind}/{namespace}/{name}': get(
    '/onboarding/entities/component/default/checkout',
  ),
  'GET /api/onboarding/entities/{kind}/{namespace}/{name} of a confidential entity':
    get('/onboarding/entities/component/default/vault'),
  'GET /api/onboarding/values': get('/onboarding/values'),
  'GET /api/onboarding/tracks': get('/onboarding/tracks'),
  'GET /api/onboarding/tracks/{namespace}/{name}': get(
    '/onboarding/tracks/default/welcome',
  ),
  'POST /api/onboarding/preview': post('/onboarding/preview', {
    track: {
      apiVersion: 'fairlead.dev/v1alpha1',
      kind: 'OnboardingTrack',
      metadata: { name: 'tried' },
      spec: {
        owner: 'group:default/payments',
        milestones: [
          {
            id: 'week',
            title: 'First week',
            tasks: [{ id: 'read', title: 'Read the guide' }],
          },
        ],
      },
    },
  }),
  'GET /api/onboarding/openapi.json': get('/onboarding/openapi.json'),

  // delivery
  'GET /api/delivery/entities/{kind}/{namespace}/{name}/measures': get(
    `${ENTITY}/measures`,
  ),
  'GET /api/delivery/entities/{kind}/{namespace}/{name}/measures of a confidential entity':
    get(`${HIDDEN}/measures`),
  'GET /api/delivery/entities/{kind}/{namespace}/{name}/measures of a person':
    get(`${PERSON}/measures`),
  'GET /api/delivery/entities/{kind}/{namespace}/{name}/records': get(
    `${ENTITY}/records?measure=leadTime`,
  ),
  'GET /api/delivery/entities/{kind}/{namespace}/{name}/history': get(
    `${ENTITY}/history`,
  ),
  'GET /api/delivery/entities/{kind}/{namespace}/{name}/friction': get(
    `${ENTITY}/friction`,
  ),
  'POST /api/delivery/entities/{kind}/{namespace}/{name}/friction-reports':
    caller => reportFriction({ minutes: 100 + caller }),
  'POST /api/delivery/entities/{kind}/{namespace}/{name}/friction-reports of a confidential entity':
    caller => reportFriction({ entity: 'vault', minutes: 100 + caller }),
  'POST /api/delivery/entities/{kind}/{namespace}/{name}/friction-reports/{id}/withdrawal':
    (caller, { reports }) => ({
      path: `${ENTITY}/friction-reports/${reports[caller]}/withdrawal`,
      body: {},
    }),
  'GET /api/delivery/overview': get('/delivery/overview'),
  'GET /api/delivery/waiting': get('/delivery/waiting'),
  'GET /api/delivery/feed': get('/delivery/feed'),
  'GET /api/delivery/measure-values': get('/delivery/measure-values'),
  'GET /api/delivery/delivered-changes': get('/delivery/delivered-changes'),
  'POST /api/delivery/people': post('/delivery/people', {
    userRefs: ['user:default/olga'],
  }),
  'POST /api/delivery/events': caller => ({
    path: '/delivery/events',
    body: cdEvent('service.deployed.0.2.0', `of-${caller}`, {
      environment: { id: 'production' },
    }),
  }),
  'POST /api/delivery/test-results': caller => ({
    path: `/delivery/test-results?repo=acme/checkout&sha=abcdef1&runId=${caller}`,
    body: '<testsuite name="a"><testcase name="b"/></testsuite>',
    mediaType: 'application/xml',
  }),
  'POST /api/delivery/webhooks/{topic}': caller => ({
    path: '/delivery/webhooks/test',
    body: { headers: {}, payload: `{"n":${caller}}` },
  }),
  'POST /api/delivery/links/verdicts': (_, { deployment, incident }) => ({
    path: '/delivery/links/verdicts',
    body: { deployment, incident, verdict: 'rejected' },
  }),
  'GET /api/delivery/sources': get('/delivery/sources'),
  'GET /api/delivery/sources/unmatched': get('/delivery/sources/unmatched'),
  'GET /api/delivery/sources/quarantine': get('/delivery/sources/quarantine'),
  'POST /api/delivery/sources/quarantine/replays': post(
    '/delivery/sources/quarantine/replays',
    { source: 'test' },
  ),
  'POST /api/delivery/sources/backfills': post('/delivery/sources/backfills', {
    source: 'test',
    days: 1,
  }),
  'GET /api/delivery/openapi.json': get('/delivery/openapi.json'),
};
