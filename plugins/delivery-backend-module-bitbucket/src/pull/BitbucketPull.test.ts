import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { JsonObject, JsonValue } from '@backstage/types';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  at,
  REPOSITORY,
  requestEvent,
  REVIEWER,
  sha,
} from '../__testUtils__/events';
import { readPayload } from '../__testUtils__/readAll';
import { BitbucketPull } from './BitbucketPull';

const API = 'https://api.bitbucket.org/2.0/repositories/acme/shop';

const server = setupServer();

/** Answers like Bitbucket about one repository; what is not there is an empty list. */
function fakeBitbucket(answers: Record<string, unknown>) {
  const asked: { path: string; authorization: string | null }[] = [];
  server.use(
    http.get(
      ({ request }) => request.url.startsWith(API),
      ({ request }) => {
        const path = request.url.split('?')[0].slice(API.length);
        asked.push({
          path,
          authorization: request.headers.get('authorization'),
        });
        const answer = answers[path] ?? [];
        return HttpResponse.json(
          (Array.isArray(answer) ? { values: answer } : answer) as JsonObject,
        );
      },
    ),
  );
  return asked;
}

async function pullAll(value = 'acme/shop') {
  const pull = BitbucketPull.create({
    config: mockServices.rootConfig({
      data: {
        integrations: {
          bitbucketCloud: [{ username: 'portal', appPassword: 'secret' }],
        },
      },
    }),
    logger: mockServices.logger.mock(),
    second: 1,
  });
  const payloads: JsonValue[] = [];
  const failed: { reason: string }[] = [];
  const pages = pull.pull({
    since: '2026-03-01T00:00:00.000Z',
    until: '2026-03-04T00:00:00.000Z',
    subjects: [{ annotation: 'bitbucket.org/project-slug', value }],
    signal: new AbortController().signal,
    cache: { get: async () => undefined, set: async () => {} },
  });
  for await (const page of pages) {
    payloads.push(...page.payloads);
    failed.push(...(page.failed ?? []));
  }
  return { failed, payloads };
}

describe('BitbucketPull', () => {
  registerMswTestHooks(server);

  it('tells what webhooks do not: pipelines, deployments, whole commits, and who reviewed when', async () => {
    const merged = {
      ...requestEvent().pullrequest,
      state: 'MERGED',
      updated_on: at('15:00'),
      participants: [{ user: REVIEWER, state: 'approved' }],
    };
    const asked = fakeBitbucket({
      '': { ...REPOSITORY, mainbranch: { name: 'main' } },
      '/pipelines': [
        {
          build_number: 12,
          state: { name: 'COMPLETED', result: { name: 'SUCCESSFUL' } },
          created_on: at('08:00'),
          completed_on: at('08:09'),
          target: { ref_name: 'main', commit: { hash: sha('c') } },
        },
        {
          build_number: 11,
          state: { name: 'COMPLETED' },
          created_on: '2026-02-01T08:00:00Z',
        },
      ],
      '/environments': [
        {
          uuid: '{live}',
          name: 'Live',
          environment_type: { name: 'Production' },
        },
      ],
      '/deployments': [
        {
          uuid: '{d1}',
          environment: { uuid: '{live}' },
          state: {
            name: 'COMPLETED',
            status: { name: 'SUCCESSFUL' },
            started_on: at('13:00'),
            completed_on: at('13:05'),
          },
          release: { commit: { hash: sha('d') }, created_on: at('12:30') },
        },
        {
          uuid: '{d2}',
          environment: { uuid: '{gone}' },
          state: { name: 'COMPLETED', started_on: at('12:00') },
        },
      ],
      '/pullrequests': [{ id: 7, updated_on: at('15:00') }],
      '/pullrequests/7': merged,
      '/pullrequests/7/activity': [
        { comment: { created_on: at('15:00'), user: REVIEWER } },
        { update: { state: 'MERGED', date: at('12:00') } },
        { approval: { date: at('10:00'), user: REVIEWER } },
        { update: { state: 'OPEN', date: at('08:00') } },
      ],
      '/pullrequests/7/commits': [{ hash: sha('c'), date: at('07:30') }],
    });
    const { failed, payloads } = await pullAll();
    expect(failed).toEqual([]);
    expect(asked[0].authorization).toMatch(/^Basic /);
    const told = payloads.flatMap(payload =>
      readPayload(payload)!.map(({ record }) => record),
    );
    expect(told).toMatchObject([
      { kind: 'run', runId: '12', onDefaultBranch: true },
      { kind: 'deployment', externalId: '{d1}', environment: 'Live' },
      { kind: 'change', number: 7, mergedAt: '2026-03-02T12:00:00.123Z' },
      { kind: 'change', firstReviewAt: '2026-03-02T15:00:00.123Z' },
      { kind: 'change', approvedAt: '2026-03-02T10:00:00.123Z' },
      { kind: 'change', headSha: sha('c'), commits: [{ sha: sha('c') }] },
    ]);
  });

  it('says what could not be asked, and why', async () => {
    server.use(http.get(API, () => new HttpResponse(null, { status: 404 })));
    const { failed } = await pullAll();
    expect(failed).toMatchObject([
      { reason: expect.stringContaining('it does not exist') },
    ]);
  });

  it('asks nobody about what is no slug', async () => {
    const { failed } = await pullAll('../user');
    expect(failed).toMatchObject([
      { reason: expect.stringContaining('../user') },
    ]);
  });
});
