import { DELIVERY_REJECTED_TOPIC } from '@fairlead/backstage-plugin-delivery-node';
import { startSourceModule } from '@fairlead/test-fixtures';

import { Webhook } from 'standardwebhooks';
import request from 'supertest';
import { issueEvent, mergeRequestEvent } from './__testUtils__/events';
import gitlabSource from '.';

jest.setTimeout(60_000);

const body = JSON.stringify(mergeRequestEvent());
const SIGNING_TOKEN = `whsec_${Buffer.from('m'.repeat(32)).toString('base64')}`;
const OTHER_TOKEN = `whsec_${Buffer.from('n'.repeat(32)).toString('base64')}`;

/** The headers of a signed webhook. */
function sign(
  options: { token?: string; text?: string; secondsAgo?: number } = {},
): Record<string, string> {
  const { token = SIGNING_TOKEN, text = body, secondsAgo = 0 } = options;
  const sentAt = new Date(Date.now() - secondsAgo * 1000);
  return {
    'webhook-id': 'f5e5f430',
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(token).sign('f5e5f430', sentAt, text),
  };
}

async function start(webhookSecret?: string | string[]) {
  const { server, published, sources } = await startSourceModule(gitlabSource, {
    config: {
      events: { modules: { gitlab: { webhookSecret } } },
      delivery: { gitlab: { incidentLabels: ['Outage'] } },
    },
  });
  const post = (headers: Record<string, string> = {}, sent: string = body) =>
    request(server)
      .post('/api/events/http/gitlab')
      .set('Content-Type', 'application/json')
      .set(headers)
      .send(sent);
  return { post, published, sources };
}

describe('the GitLab source', () => {
  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start(['old', 'new', OTHER_TOKEN, SIGNING_TOKEN]);
  });

  beforeEach(() => {
    backend.published.length = 0;
  });

  it.each([
    ['a secret token', { 'X-Gitlab-Token': 'new' }],
    ['the one before, while it is changed', { 'X-Gitlab-Token': 'old' }],
    ['a signature', sign()],
    ['a signature by the other token', sign({ token: OTHER_TOKEN })],
    ['a signature and a token', { ...sign(), 'X-Gitlab-Token': 'new' }],
  ])('takes what comes with %s', async (_, headers) => {
    const { post, published } = backend;
    await post(headers).expect(202);
    expect(published).toMatchObject([
      { topic: 'gitlab', eventPayload: JSON.parse(body) },
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['an empty token', { 'X-Gitlab-Token': '' }],
    ['another token', { 'X-Gitlab-Token': 'sand' }],
    ['the beginning of a token', { 'X-Gitlab-Token': 'ne' }],
    ['a signing token as it is', { 'X-Gitlab-Token': SIGNING_TOKEN }],
    ['a signature of another body', sign({ text: `${body} ` })],
    [
      'a signature by an unknown token',
      sign({
        token: `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}`,
      }),
    ],
    ['a signature that is too old', sign({ secondsAgo: 3600 })],
    ['a signature of another time', { ...sign(), 'webhook-timestamp': '1' }],
    ['an empty signature', { ...sign(), 'webhook-signature': '' }],
    [
      'a wrong signature, though the token is right',
      { ...sign(), 'webhook-signature': 'v1,AAAA', 'X-Gitlab-Token': 'new' },
    ],
  ])('refuses what comes with %s', async (_, headers) => {
    const { post, published } = backend;
    await post(headers).expect(403);
    expect(published).toEqual([
      {
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: {
          source: 'gitlab',
          reason: expect.stringContaining('X-Gitlab-Token'),
        },
      },
    ]);
  });

  it.each([
    ['is no JSON', '{"action":', 400],
    ['is too large', `"${'x'.repeat(5 * 1024 * 1024)}"`, 413],
  ])('answers without a server error what %s', async (_, sent, status) => {
    const { post, published } = backend;
    await post({ 'X-Gitlab-Token': 'new' }, sent).expect(status);
    expect(published.map(({ topic }) => topic)).not.toContain('gitlab');
  });

  it('is on, can be pulled from, and follows its configuration', () => {
    const [source] = backend.sources;
    expect(source).toMatchObject({
      id: 'gitlab',
      topics: ['gitlab'],
      off: undefined,
      pull: {
        annotations: [
          'gitlab.com/project-slug',
          'backstage.io/source-location',
        ],
      },
    });
    const payload = issueEvent({
      type: 'Issue',
      labels: [{ title: 'outage' }],
    });
    const delivery = { type: 'issue', payload, receivedAt: '' };
    expect(source.read(delivery, { person: () => '' })).toHaveLength(1);
  });

  it('takes nothing without a secret, and says what to set', async () => {
    const { post, sources } = await start();
    const { body: answer } = await post({ 'X-Gitlab-Token': '' }).expect(403);
    const remedy = expect.stringContaining(
      'events.modules.gitlab.webhookSecret',
    );
    expect(answer.error.message).toEqual(remedy);
    expect(sources).toMatchObject([{ id: 'gitlab', off: { remedy } }]);
  });
});
