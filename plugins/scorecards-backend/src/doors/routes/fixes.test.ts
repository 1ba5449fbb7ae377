import { UrlReaderServiceReadUrlOptions } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { ScorecardEntityV1alpha1 } from '@fairlead/backstage-plugin-scorecards-common';
import { scorecardResultConditions } from '@fairlead/backstage-plugin-scorecards-node';
import { Readable } from 'node:stream';
import { CheckFixSchema } from '../schema/fixes';
import { resultCondition, policy } from './__testUtils__/decisions';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const REPOSITORY = 'https://github.com/acme/shop/blob/main';

const FILE = `# The shop.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout # its repository
spec:
  type: service
  lifecycle: experimental
  owner: payments
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: secret
spec: { type: service, lifecycle: production, owner: payments }
`;

function component(name: string, location: string | undefined): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${name}`,
      annotations: {
        ...(location && { 'backstage.io/managed-by-location': location }),
      },
    },
    spec: { type: 'service', lifecycle: 'experimental', owner: 'payments' },
  };
}

function scorecard(
  name: string,
  checks: Partial<ScorecardEntityV1alpha1['spec']['checks'][number]>[],
): ScorecardEntityV1alpha1 {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Scorecard',
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    spec: {
      owner: 'group:default/platform',
      appliesTo: { kind: 'Component' },
      levels: ['bronze', 'silver'],
      checks: checks.map(check => ({
        id: 'check',
        title: 'Check',
        level: 'bronze',
        rule: { kind: 'Component' },
        ...check,
      })),
    },
  };
}

const PLACES: Record<string, string | undefined> = {
  checkout: `url:${REPOSITORY}/catalog-info.yaml`,
  templated: `url:${REPOSITORY}/templated.yaml`,
  absent: `url:${REPOSITORY}/absent.yaml`,
  huge: `url:${REPOSITORY}/huge.yaml`,
  ahead: `url:${REPOSITORY}/ahead.yaml`,
  outside: 'url:https://files.example.com/catalog-info.yaml',
  local: 'file:/srv/catalog-info.yaml',
  team: 'url:https://github.com/orgs/acme/teams/payments',
  person: 'ldap://directory.example.com/dn',
};

const FILES: Record<string, string> = {
  'catalog-info.yaml': FILE,
  'templated.yaml': 'kind: Component\nmetadata:\n  name: {{ name }}\n',
  'huge.yaml': 'a'.repeat(300_000),
  'ahead.yaml':
    'kind: Component\nmetadata: { name: ahead }\nspec: { lifecycle: production }\n',
};

describe.each(databases.eachSupportedId())('fix route (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  const readUrl = jest.fn(
    async (url: string, options?: UrlReaderServiceReadUrlOptions) => {
      const name = url.split('/').pop()!;
      const text = FILES[name];
      if (text === undefined) {
        throw new NotFoundError(`${url} is not there`);
      }
      if (options?.etag === name) {
        throw new NotModifiedError();
      }
      return {
        etag: name,
        buffer: async () => Buffer.from(text),
        stream: () => Readable.from([Buffer.from(text)]),
      };
    },
  );

  beforeAll(async () => {
    portal = await startScorecards({
      db: await databases.init(id),
      urlReader: mockServices.urlReader.mock({ readUrl }),
      facts: [
        {
          entityRef: 'component:default/checkout',
          source: 'ci',
          values: { 'ci.build.minutes': 30 },
        },
      ],
      entities: [
        ...Object.entries(PLACES).map(([name, place]) =>
          component(name, place),
        ),
        scorecard('readiness', [
          {
            id: 'live',
            title: 'Is in production',
            rule: { 'spec.lifecycle': 'production' },
            fix: { text: 'Set it.', verify: 'Look at it.' },
          },
          {
            id: 'described',
            level: 'silver',
            rule: { 'metadata.description': { $exists: true } },
          },
          { id: 'passes', level: 'silver' },
          {
            id: 'asked',
            level: 'silver',
            rule: undefined,
            question: { text: 'Can it grow?' },
          },
          {
            id: 'fast',
            level: 'silver',
            rule: { 'facts.ci.build.minutes': { $lte: 10 } },
            fix: { url: '/create/templates/default/cache' },
          },
          {
            id: 'related',
            level: 'silver',
            rule: { relations: { $contains: { type: 'dependsOn' } } },
            fix: { text: 'Say what it depends on.' },
          },
        ]),
        scorecard('maturity', [
          { rule: { 'spec.lifecycle': { $in: ['production'] } } },
        ]),
      ],
    });
  });

  async function getFix(check: string, name = 'checkout', of = 'readiness') {
    const { body } = await portal
      .get(`/entities/component/default/${name}/fixes/default/${of}/${check}`)
      .expect(200);
    return CheckFixSchema.parse(body);
  }

  it('answers the edit of the file, with the levels that it reaches in all scorecards', async () => {
    const fix = await getFix('live');
    expect(fix).toMatchObject({
      kind: 'edit',
      file: `${REPOSITORY}/catalog-info.yaml`,
      editUrl: 'https://github.com/acme/shop/edit/main/catalog-info.yaml',
      line: 1,
      changes: [
        { keys: ['spec', 'lifecycle'], action: 'set', value: 'production' },
      ],
      gains: [
        { scorecardRef: 'scorecard:default/maturity', level: 'silver' },
        { scorecardRef: 'scorecard:default/readiness', level: 'bronze' },
      ],
      loses: [],
      verify: 'Look at it.',
      prompt: expect.stringContaining('>   lifecycle: production'),
    });
    const own = FILE.slice(0, FILE.indexOf('---'));
    expect(fix.before).toBe(own);
    expect(fix.after).toBe(own.replace('experimental', 'production'));
  });

  it('shows no entity that stands in the same file', async () => {
    expect(JSON.stringify(await getFix('live'))).not.toContain('secret');
  });

  it('marks what a person has to fill in', async () => {
    const fix = await getFix('described');
    expect(fix.placeholders).toMatchObject([
      { marker: '<fill in metadata.description>', wanted: 'a value' },
    ]);
    expect(fix.after).toContain(
      '  name: checkout # its repository\n  description: <fill in metadata.description>\n',
    );
  });

  it('asks for a file that it knows by its etag alone', async () => {
    await getFix('live');
    readUrl.mockClear();
    await getFix('live');
    expect(readUrl).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ etag: 'catalog-info.yaml' }),
    );
  });

  it.each([
    ['templated', 'template'],
    ['absent', 'unreadable'],
    ['huge', 'too-large'],
    ['ahead', 'ahead'],
    ['outside', 'unreachable'],
    ['local', 'unreachable'],
  ])('offers lines to copy, and says why, for %s', async (name, reason) => {
    const fix = await getFix('live', name);
    expect(fix).toMatchObject({
      kind: 'edit',
      lines: 'spec:\n  lifecycle: production',
      problem: { reason, message: expect.any(String) },
    });
    expect(fix.before).toBeUndefined();
  });

  it('reads no host that the portal has no integration with', async () => {
    readUrl.mockClear();
    await getFix('live', 'outside');
    expect(readUrl).not.toHaveBeenCalled();
  });

  it.each(['team', 'person'])(
    'offers no edit of what comes from no file: %s',
    async name => {
      expect(await getFix('live', name)).toMatchObject({
        kind: 'text',
        text: 'Set it.',
        gains: [],
      });
    },
  );

  it.each([
    ['passes', 'none'],
    ['fast', 'link'],
    ['related', 'text'],
    ['asked', 'text'],
  ])('answers for the check %s: %s', async (check, kind) => {
    const fix = await getFix(check);
    expect(fix.kind).toBe(kind);
    expect(fix.changes).toBeUndefined();
    expect(fix.prompt).toContain(`\`${check}\``);
  });

  it.each([
    '/entities/component/default/nothing/fixes/default/readiness/live',
    '/entities/component/default/checkout/fixes/default/nothing/live',
    '/entities/component/default/checkout/fixes/default/readiness/nothing',
  ])('answers 404 for %s', async path => {
    await portal.get(path).expect(404);
  });

  it('tells nothing of scorecards that the caller may not see', async () => {
    portal.permissions.authorizeConditional.mockImplementation(
      policy({
        results: resultCondition(
          scorecardResultConditions.forScorecard({
            scorecardRefs: ['scorecard:default/readiness'],
          }) as never,
        ),
      }),
    );
    const fix = await getFix('live');
    expect(fix.gains).toEqual([
      { scorecardRef: 'scorecard:default/readiness', level: 'bronze' },
    ]);
    await portal
      .get('/entities/component/default/checkout/fixes/default/maturity/check')
      .expect(404);
  });
});
