import { DELIVERY_REJECTED_TOPIC } from '@fairlead/backstage-plugin-delivery-node';
import { startSourceModule } from '@fairlead/test-fixtures';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { pushed, pushEvent, requestEvent } from './__testUtils__/events';
import deliveryModuleBitbucket from '.';

jest.setTimeout(60_000);

const body = JSON.stringify(requestEvent());
const sign = (secret: string, text: string = body) =>
  `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;

async function start(webhookSecret?: string | string[]) {
  const { server, published, sources } = await startSourceModule(
    deliveryModuleBitbucket,
    {
      config: {
        events: { modules: { bitbucket: { webhookSecret } } },
        delivery: { bitbucket: { mainBranches: ['trunk'] } },
      },
    },
  );
  const post = (signature?: string, sent: string = body) =>
    request(server)
      .post('/api/events/http/bitbucket')
      .set('Content-Type', 'application/json')
      .set(signature === undefined ? {} : { 'X-Hub-Signature': signature })
      .send(sent);
  return { post, published, sources };
}

describe('the Bitbucket source', () => {
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
        { topic: 'bitbucket', eventPayload: JSON.parse(body) },
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
    ['one over another body', sign('new'), body.replace('OPEN', 'MERGED')],
    ['one over the body put in another way', sign('new'), ` ${body}`],
  ])('refuses what comes with %s', async (_, signature, sent) => {
    const { post, published } = backend;
    await post(signature, sent).expect(403);
    expect(published).toEqual([
      {
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: {
          source: 'bitbucket',
          reason: expect.stringContaining('X-Hub-Signature'),
        },
      },
    ]);
  });

  it.each([
    ['is no JSON', '{"push":', 400],
    ['is too large', `"${'x'.repeat(5 * 1024 * 1024)}"`, 413],
  ])('answers without a server error what %s', async (_, sent, status) => {
    const { post, published } = backend;
    await post(sign('new', sent), sent).expect(status);
    expect(published.map(({ topic }) => topic)).not.toContain('bitbucket');
  });

  it('is on, can be pulled from, and follows its configuration', () => {
    const [source] = backend.sources;
    expect(source).toMatchObject({
      id: 'bitbucket',
      topics: ['bitbucket'],
      off: undefined,
      pull: {
        annotations: [
          'bitbucket.org/project-slug',
          'backstage.io/source-location',
        ],
      },
    });
    const payload = pushEvent([pushed('a', '08:00', 'Add')], 'trunk');
    const delivery = { type: 'push', payload, receivedAt: '' };
    expect(source.read(delivery, { person: () => '' })).toHaveLength(1);
  });

  it('takes nothing without a secret, and says what to set', async () => {
    const { post, sources } = await start();
    const { body: answer } = await post(sign('')).expect(403);
    const remedy = expect.stringContaining(
      'events.modules.bitbucket.webhookSecret',
    );
    expect(answer.error.message).toEqual(remedy);
    expect(sources).toMatchObject([{ id: 'bitbucket', off: { remedy } }]);
  });
});
