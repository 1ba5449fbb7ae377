import { DELIVERY_REJECTED_TOPIC } from '@fairlead/backstage-plugin-delivery-node';
import { startSourceModule } from '@fairlead/test-fixtures';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { example } from './__testUtils__/examples';
import githubSource from '.';

jest.setTimeout(60_000);

const body = JSON.stringify(example('pull_request'));
const sign = (secret: string, text: string = body) =>
  `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;

async function start(webhookSecret?: string | string[]) {
  const { server, published, sources } = await startSourceModule(githubSource, {
    config: {
      events: { modules: { github: { webhookSecret } } },
      delivery: { github: { incidentLabels: ['Outage'] } },
    },
  });
  const post = (signature?: string, sent: string = body) =>
    request(server)
      .post('/api/events/http/github')
      .set('Content-Type', 'application/json')
      .set(signature === undefined ? {} : { 'X-Hub-Signature-256': signature })
      .send(sent);
  return { post, published, sources };
}

describe('the GitHub source', () => {
  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start(['old', 'new']);
  });

  beforeEach(() => {
    backend.published.length = 0;
  });

  it.each(['old', 'new'])(
    'takes what is signed with either secret while they are changed: %s',
    async secret => {
      const { post, published } = backend;
      await post(sign(secret)).expect(202);
      expect(published).toMatchObject([
        { topic: 'github', eventPayload: JSON.parse(body) },
      ]);
    },
  );

  it.each([
    ['no signature', undefined, body],
    ['an empty one', '', body],
    ['one with another secret', sign('sand'), body],
    ['one that is too short', sign('new').slice(0, -2), body],
    ['one that is too long', `${sign('new')}00`, body],
    ['one without its prefix', sign('new').slice('sha256='.length), body],
    ['the old kind of signature', sign('new').replace('256', '1'), body],
    ['one over another body', sign('new'), body.replace('opened', 'closed')],
    ['one over the body put in another way', sign('new'), ` ${body}`],
  ])('refuses what comes with %s', async (_, signature, sent) => {
    const { post, published } = backend;
    await post(signature, sent).expect(403);
    expect(published).toEqual([
      {
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: {
          source: 'github',
          reason: expect.stringContaining('X-Hub-Signature-256'),
        },
      },
    ]);
  });

  it.each([
    ['is no JSON', '{"action":', 400],
    ['is too large', `"${'x'.repeat(5 * 1024 * 1024)}"`, 413],
  ])('answers without a server error what %s', async (_, sent, status) => {
    const { post, published } = backend;
    await post(sign('new', sent), sent).expect(status);
    expect(published.map(({ topic }) => topic)).not.toContain('github');
  });

  it('is on, can be pulled from, and follows its configuration', () => {
    const [source] = backend.sources;
    expect(source).toMatchObject({
      id: 'github',
      topics: ['github'],
      off: undefined,
      pull: {
        annotations: [
          'github.com/project-slug',
          'backstage.io/source-location',
        ],
      },
    });
    const payload = example('issues', 6);
    payload.issue.labels = [{ name: 'outage' }];
    delete payload.issue.pull_request;
    const delivery = { type: 'issues', payload, receivedAt: '' };
    expect(source.read(delivery, { person: () => '' })).toHaveLength(1);
  });

  it('takes nothing without a secret, and says what to set', async () => {
    const { post, sources } = await start();
    const { body: answer } = await post(sign('')).expect(403);
    const remedy = expect.stringContaining(
      'events.modules.github.webhookSecret',
    );
    expect(answer.error.message).toEqual(remedy);
    expect(sources).toMatchObject([{ id: 'github', off: { remedy } }]);
  });
});
