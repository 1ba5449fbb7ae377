import { RunbooksClient } from './RunbooksClient';

function clientAnswering(answer: unknown) {
  const fetch = jest.fn(async () => new Response(JSON.stringify(answer)));
  return { client: RunbooksClient.create({ fetchApi: { fetch } }), fetch };
}

describe('RunbooksClient', () => {
  it.each<[string, (client: RunbooksClient) => Promise<unknown>, string]>([
    [
      'an entity',
      client => client.getEntityRunbooks('component:default/a b'),
      '/entities/component/default/a%20b',
    ],
    [
      'several owners by their name repeated',
      client => client.getFiring({ owner: ['group:a/b', 'group:a/c'] }),
      '/firing?owner=group%3Aa%2Fb&owner=group%3Aa%2Fc',
    ],
    [
      'what is false',
      client => client.getCoverage({ covered: false, q: '' }),
      '/coverage?covered=false',
    ],
    [
      'an incident by whichever key',
      client => client.getIncident('pagerduty:incident/Q1'),
      '/incidents/pagerduty%3Aincident%2FQ1',
    ],
  ])('asks for %s', async (_, ask, path) => {
    const { client, fetch } = clientAnswering({});
    await ask(client);
    expect(fetch).toHaveBeenCalledWith(`plugin://runbooks${path}`, undefined);
  });

  it('ticks a step', async () => {
    const { client, fetch } = clientAnswering({ id: 'u' });
    await client.changeUse('u', { step: 's', done: true });
    expect(fetch).toHaveBeenCalledWith('plugin://runbooks/uses/u', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: '{"step":"s","done":true}',
    });
  });

  it('throws what the backend refused', async () => {
    const refused = new Response(
      JSON.stringify({
        error: { name: 'NotFoundError', message: 'no such runbook' },
        response: { statusCode: 404 },
      }),
      { status: 404, headers: { 'Content-Type': 'application/json' } },
    );
    const client = RunbooksClient.create({
      fetchApi: { fetch: async () => refused },
    });
    await expect(client.getRunbook('x')).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
