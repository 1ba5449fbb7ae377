import { JsonObject } from '@backstage/types';
import {
  RecordFields,
  DeliveryRecord,
} from '@fairlead/backstage-plugin-delivery-common';
import { cdEvent, inCloudEvent } from '../__testUtils__/cdEvent';
import { readPayload } from '../__testUtils__/readPayload';

type Options = NonNullable<Parameters<typeof cdEvent>[1]>;

const SOURCE = 'https://ci.example/shop';
const at = '2026-03-02T10:00:00.000Z';
const SHA = 'a'.repeat(40);
const OTHER_SHA = 'b'.repeat(40);
const IMAGE = `pkg:oci/shop-web@sha256%3A${'c'.repeat(64)}`;
const repository = { id: 'acme/shop', source: 'https://github.com' };
const custom = { repository: 'acme/shop', commit: SHA };

const change = { kind: 'change', source: 'cdevents', repo: 'acme/shop' };
const deployment = {
  kind: 'deployment',
  source: 'cdevents',
  repo: 'shop',
  environment: 'production',
  createdAt: at,
  statuses: [{ state: 'success', at }],
};
const run = {
  kind: 'run',
  source: 'cdevents',
  repo: 'acme/shop',
  runId: 'subject-1',
  attempt: 1,
  workflow: 'build',
  headSha: SHA,
  url: 'https://ci.example/1',
};
const job = {
  kind: 'job',
  source: 'cdevents',
  jobId: `${SOURCE}#taskrun/subject-1`,
  repo: 'acme/shop',
  runId: '7',
  attempt: 1,
  name: 'lint',
};
const incident = {
  kind: 'incident',
  source: 'cdevents',
  externalId: '/monitoring#inc-1',
};
const approval = {
  kind: 'approval',
  source: 'cdevents',
  approvalId: `${SOURCE}#subject-1`,
  url: 'https://approvals.example/1',
};
const test = {
  kind: 'test',
  source: 'cdevents',
  repo: 'acme/shop',
  headSha: SHA,
  run: 'run:cdevents:acme/shop:suite-run-1:1',
  suite: '',
  case: 'Log in (92834)',
};

const pipeline = { pipelineName: 'build', uri: 'https://ci.example/1' };
const task = { taskName: 'lint', pipelineRun: { id: '7' } };
const gate = {
  approvalDetailsUrl: 'https://approvals.example/1',
  resourceTargetUrl: 'https://deploy.example/shop/prod',
};
const testCase = {
  testCase: { id: '92834', name: 'Log in' },
  testSuiteRun: { id: 'suite-run-1' },
};
const incidentContent = {
  description: 'Slow',
  service: { id: 'shop' },
  environment: { id: 'prod1' },
  ticketURI: 'https://tickets.example/1',
};

const status = {
  queued: { state: 'queued', at },
  started: { state: 'in_progress', at },
  done: (outcome: string) => ({ state: 'completed', outcome, at }),
};

const ROWS: [string, Options, object][] = [
  [
    'change.created',
    { subjectId: '42', content: { repository, description: 'Add a basket' } },
    { ...change, number: 42, openedAt: at, title: 'Add a basket' },
  ],
  [
    'change.created',
    { subjectId: '#42', content: { repository }, customData: { commit: SHA } },
    {
      ...change,
      number: 42,
      openedAt: at,
      headSha: SHA,
      pushes: [{ sha: SHA, at }],
    },
  ],
  [
    'change.updated',
    { subjectId: '42', content: { repository }, customData: { commit: SHA } },
    { ...change, number: 42, headSha: SHA, pushes: [{ sha: SHA, at }] },
  ],
  [
    'change.reviewed',
    { subjectId: '42', content: { repository } },
    { ...change, number: 42, firstReviewAt: at },
  ],
  [
    'change.merged',
    { subjectId: '42', content: { repository }, customData: { commit: SHA } },
    { ...change, number: 42, mergedAt: at, mergeSha: SHA },
  ],
  [
    'change.merged',
    {
      subjectId: SHA,
      content: { repository },
      customData: { firstCommitAt: '2026-03-01T10:00:00+02:00' },
    },
    {
      ...change,
      sha: SHA,
      mergedAt: at,
      firstCommitAt: '2026-03-01T08:00:00.000Z',
    },
  ],
  [
    'change.merged',
    { subjectId: 'https://gitlab.com/acme/web/shop/-/merge_requests/7' },
    {
      ...change,
      repo: 'acme/web/shop',
      number: 7,
      mergedAt: at,
      url: 'https://gitlab.com/acme/web/shop/-/merge_requests/7',
    },
  ],
  [
    'change.merged',
    { subjectId: '0' },
    { ...change, repo: SOURCE, sha: '0', mergedAt: at },
  ],
  [
    'change.created',
    {
      subjectId: '42',
      content: { repository },
      customData: { origin: 'agent' },
    },
    { ...change, number: 42, openedAt: at, reportedOrigin: { kind: 'agent' } },
  ],
  [
    'change.updated',
    {
      subjectId: '42',
      content: { repository },
      customData: {
        commit: SHA,
        origin: { kind: 'agent', tool: 'Acme Coder' },
        changeSource: 'github',
      },
    },
    {
      ...change,
      source: 'github',
      number: 42,
      reportedOrigin: { kind: 'agent', tool: 'Acme Coder' },
    },
  ],
  [
    'change.updated',
    {
      subjectId: '42',
      content: { repository },
      customData: { origin: 'martian', changeSource: 'github' },
    },
    { ...change, number: 42 },
  ],
  [
    'change.abandoned',
    { subjectId: '42', content: { repository } },
    { ...change, number: 42, closedAt: at },
  ],
  [
    'artifact.packaged',
    { subjectId: IMAGE, content: { change: { id: SHA } } },
    {
      kind: 'link',
      source: 'cdevents',
      type: 'contains',
      from: IMAGE,
      to: SHA,
      evidence: [expect.any(String)],
    },
  ],
  [
    'artifact.packaged',
    {
      subjectId: IMAGE,
      content: {
        change: { id: 'myChange1', source: 'git.example/acme/shop' },
      },
    },
    {
      kind: 'link',
      source: 'cdevents',
      type: 'contains',
      from: IMAGE,
      to: 'change:cdevents:acme/shop:myChange1',
      evidence: [expect.any(String)],
    },
  ],
  [
    'service.deployed',
    {
      id: '1',
      subjectId: 'shop',
      content: { environment: { id: 'production' }, artifactId: IMAGE },
    },
    {
      ...deployment,
      externalId: `${SOURCE}#deployed/1`,
      artifact: IMAGE,
    },
  ],
  [
    'service.upgraded',
    {
      id: '1',
      subjectId: 'shop',
      content: { environment: { id: 'production' } },
      customData: custom,
    },
    {
      ...deployment,
      repo: 'acme/shop',
      sha: SHA,
      externalId: `${SOURCE}#upgraded/1`,
    },
  ],
  [
    'service.rolledback',
    {
      id: '1',
      subjectId: 'shop',
      content: {
        environment: { id: 'production' },
        artifactId: `pkg:oci/shop@1?vcs_url=git%2Bhttps%3A%2F%2Fgithub.com%2Facme%2Fshop%40${OTHER_SHA}`,
      },
    },
    {
      ...deployment,
      repo: 'acme/shop',
      sha: OTHER_SHA,
      externalId: `${SOURCE}#rolledback/1`,
      artifact: expect.stringContaining('vcs_url'),
      deploymentKind: 'rollback',
    },
  ],
  [
    'pipelinerun.queued',
    { content: pipeline, customData: custom },
    { ...run, createdAt: at, status: status.queued },
  ],
  [
    'pipelinerun.started',
    {
      content: { pipelineName: 'build', url: pipeline.uri },
      customData: { ...custom, branch: 'main', onDefaultBranch: true },
    },
    {
      ...run,
      branch: 'main',
      onDefaultBranch: true,
      startedAt: at,
      status: status.started,
    },
  ],
  ...[
    ['User:Default/Ann', 'acme/shop', 'user:default/ann'],
    ['group:default/shop', 'https://github.com/acme/shop', undefined],
    ['user:', 'https://github.com/acme/shop', undefined],
    ['ann', 'https://github.com/acme/shop', 'github.com/user-login=ann'],
    ['ann', 'https://gitlab.com/acme/shop', 'gitlab.com/user-login=ann'],
    ['7:ann', 'https://bitbucket.org/acme/shop', undefined],
    [
      '5b10',
      'https://bitbucket.org/acme/shop',
      'bitbucket.org/account-id=5b10',
    ],
    ['ann', 'acme/shop', undefined],
    ['dependabot[bot]', 'https://github.com/acme/shop', undefined],
  ].map(([startedBy, repo, expected]): [string, Options, object] => [
    'pipelinerun.queued',
    {
      content: pipeline,
      customData: { ...custom, repository: repo!, startedBy: startedBy! },
    },
    {
      ...run,
      ...(expected && { startedBy: expected }),
      createdAt: at,
      status: status.queued,
    },
  ]),
  ...[
    ['success', 'success'],
    ['failure', 'failure'],
    ['error', 'failure'],
    ['cancel', 'cancelled'],
    ['', 'unknown'],
  ].map(([outcome, expected]): [string, Options, object] => [
    'pipelinerun.finished',
    { content: { ...pipeline, outcome }, customData: custom },
    { ...run, finishedAt: at, status: status.done(expected) },
  ]),
  [
    'taskrun.queued',
    { content: task, customData: { repository: 'acme/shop' } },
    { ...job, createdAt: at, status: status.queued },
  ],
  [
    'taskrun.started',
    { content: task, subjectSource: 'https://github.com/acme/shop/actions' },
    {
      ...job,
      jobId: 'https://github.com/acme/shop/actions#taskrun/subject-1',
      startedAt: at,
      status: status.started,
    },
  ],
  [
    'taskrun.finished',
    {
      content: {
        ...task,
        pipelineRun: { id: '7', source: '/pipelines' },
        outcome: 'failure',
      },
    },
    {
      ...job,
      repo: '/pipelines',
      finishedAt: at,
      status: status.done('failure'),
    },
  ],
  [
    'build.queued',
    {},
    {
      kind: 'job',
      source: 'cdevents',
      jobId: `${SOURCE}#build/subject-1`,
      repo: SOURCE,
      name: 'build',
      createdAt: at,
      status: status.queued,
    },
  ],
  [
    'build.started',
    { subjectSource: '' },
    {
      kind: 'job',
      source: 'cdevents',
      jobId: `${SOURCE}#build/subject-1`,
      repo: SOURCE,
      name: 'build',
      startedAt: at,
      status: status.started,
    },
  ],
  [
    'build.finished',
    { content: { artifactId: IMAGE } },
    {
      kind: 'job',
      source: 'cdevents',
      jobId: `${SOURCE}#build/subject-1`,
      repo: SOURCE,
      name: 'build',
      finishedAt: at,
      status: status.done('unknown'),
    },
  ],
  [
    'testcaserun.finished',
    { content: { ...testCase, outcome: 'success' }, customData: custom },
    { ...test, outcome: 'success' },
  ],
  [
    'testcaserun.finished',
    {
      content: { testCase: { id: 'login' }, status: 'fail' },
      customData: custom,
    },
    {
      ...test,
      run: 'run:cdevents:acme/shop:subject-1:1',
      case: 'login',
      outcome: 'failure',
    },
  ],
  [
    'testcaserun.skipped',
    { content: testCase, customData: custom },
    { ...test, outcome: 'skipped' },
  ],
  [
    'testsuiterun.finished',
    {
      subjectId: 'suite-run-1',
      content: { testSuite: { id: 's1', name: 'Auth' }, outcome: 'error' },
      customData: custom,
    },
    { ...test, suite: 'Auth (s1)', case: 'Auth (s1)', outcome: 'failure' },
  ],
  [
    'incident.detected',
    {
      subjectId: 'inc-1',
      subjectSource: '/monitoring',
      content: incidentContent,
      customData: { severity: 'high', metric: 'latency' },
    },
    {
      ...incident,
      title: 'Slow',
      severity: 'high',
      detectedAt: at,
      url: 'https://tickets.example/1',
    },
  ],
  [
    'incident.reported',
    { subjectId: 'inc-1', subjectSource: '/monitoring' },
    { ...incident, detectedAt: at },
  ],
  [
    'incident.resolved',
    {
      subjectId: 'inc-1',
      subjectSource: '/monitoring',
      content: { description: 'Fast again' },
    },
    { ...incident, resolutions: [at] },
  ],
  [
    'approval.created',
    { content: gate },
    { ...approval, requestedAt: at, status: { decision: 'pending', at } },
  ],
  [
    'approval.updated',
    { content: { ...gate, decision: 'approved' }, customData: custom },
    {
      ...approval,
      repo: 'acme/shop',
      sha: SHA,
      status: { decision: 'pending', at },
    },
  ],
  ...['approved', 'rejected'].map((decision): [string, Options, object] => [
    'approval.closed',
    {
      content: {
        ...gate,
        resourceTargetUrl:
          'https://github.com/acme/shop/deployments/production',
        status: decision,
      },
    },
    {
      ...approval,
      repo: 'acme/shop',
      decidedAt: at,
      status: { decision, at },
    },
  ]),
  [
    'approval.closed',
    { content: { ...gate, status: 'expired' } },
    { ...approval, decidedAt: at },
  ],
];

/** Fields that are not told are left out, or undefined. */
const told = (record: RecordFields<DeliveryRecord>) =>
  JSON.parse(JSON.stringify(record));

describe('CDEvents', () => {
  it.each(ROWS)('%s with %j', (type, options, expected) => {
    const payload = cdEvent(type, options);
    const observations = readPayload(payload) ?? [];
    expect(observations.map(({ record }) => told(record))).toEqual([expected]);
    expect(observations[0].occurredAt).toBe(at);
    expect(readPayload(inCloudEvent(payload))).toEqual(observations);
  });

  it.each([
    'artifact.deleted',
    'artifact.downloaded',
    'artifact.published',
    'artifact.signed',
    'branch.created',
    'environment.modified',
    'repository.deleted',
    'service.published',
    'service.removed',
    'testcaserun.queued',
    'testsuiterun.started',
    'testoutput.published',
    'ticket.created',
    'ticket.updated',
    'ticket.closed',
  ])('keeps nothing of %s', type => {
    expect(readPayload(cdEvent(type))).toEqual([]);
  });

  it('links an artifact with a change of GitHub, whichever source tells of the change', () => {
    const links = readPayload(
      cdEvent('artifact.packaged', {
        subjectId: IMAGE,
        content: {
          change: { id: '42', source: 'https://github.com/acme/shop' },
        },
        customData: { commit: SHA },
      }),
    );
    expect(links?.map(({ record }) => record)).toMatchObject([
      { to: 'change:cdevents:acme/shop:42' },
      { to: 'change:github:acme/shop:42' },
      { to: SHA },
    ]);
  });

  describe('are about', () => {
    const github = (value: string) => ({
      annotation: 'github.com/project-slug',
      value,
    });
    const gitlab = (value: string) => ({
      annotation: 'gitlab.com/project-slug',
      value,
    });
    const service = (value: string) => ({
      annotation: 'fairlead.dev/service',
      value,
    });
    const entity = (value: string) => ({
      annotation: 'backstage.io/entity-ref',
      value,
    });

    it.each<[string, Options, object[]]>([
      ['change.merged', { content: { repository } }, [github('acme/shop')]],
      [
        'change.merged',
        { content: { repository: { id: 'acme/shop' } } },
        [github('acme/shop'), gitlab('acme/shop')],
      ],
      [
        'change.merged',
        {
          content: {
            repository: { id: 'shop', source: 'https://gitlab.acme.dev/web' },
          },
        },
        [gitlab('web/shop')],
      ],
      [
        'service.deployed',
        { subjectId: 'shop', content: { artifactId: IMAGE } },
        [service('shop'), service('shop-web')],
      ],
      [
        'service.deployed',
        {
          subjectId: 'shop',
          content: { artifactId: 'pkg:golang/github.com/acme/shop@v1' },
          customData: { entityRef: 'component:default/shop' },
        },
        [
          entity('component:default/shop'),
          service('shop'),
          github('acme/shop'),
        ],
      ],
      [
        'incident.detected',
        { content: { ...incidentContent, artifactId: 'shop.jar' } },
        [service('shop'), service('shop.jar')],
      ],
      [
        'pipelinerun.started',
        { customData: { entityRef: ['component:default/a', 'b'] } },
        [entity('component:default/a'), entity('b')],
      ],
      [
        'pipelinerun.started',
        { customData: { repository: 'git@gitlab.com:acme/web/shop.git' } },
        [gitlab('acme/web/shop')],
      ],
      [
        'pipelinerun.started',
        { subjectSource: '/pipelines/shop' },
        [service('/pipelines/shop')],
      ],
    ] as [string, Options & { content?: JsonObject }, object[]][])(
      '%s with %j',
      (type, options, subjects) => {
        expect(readPayload(cdEvent(type, options))).toMatchObject([
          { subjects },
        ]);
      },
    );
  });
});
