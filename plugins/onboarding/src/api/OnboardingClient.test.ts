import { OnboardingClient } from './OnboardingClient';

function clientAnswering(answer: unknown) {
  const fetch = jest.fn(async () => new Response(JSON.stringify(answer)));
  return { client: OnboardingClient.create({ fetchApi: { fetch } }), fetch };
}

describe('OnboardingClient', () => {
  it.each<[string, (client: OnboardingClient) => Promise<unknown>, string]>([
    ['one’s own journeys', client => client.getMine(), '/journeys/me'],
    [
      'the next page of tracks',
      client => client.listTracks({ cursor: 'a=', limit: 2 }),
      '/tracks?cursor=a%3D&limit=2',
    ],
    [
      'a track without its kind',
      client => client.getTrack('onboardingtrack:default/new here'),
      '/tracks/default/new%20here',
    ],
    [
      'the figures of a team',
      client =>
        client.getInsights('onboardingtrack:default/all', {
          team: 'group:default/a',
        }),
      '/tracks/default/all/insights?team=group%3Adefault%2Fa',
    ],
    [
      'a team',
      client => client.getTeam('group:default/a b'),
      '/teams/group/default/a%20b',
    ],
  ])('asks for %s', async (_, ask, path) => {
    const { client, fetch } = clientAnswering({});
    await ask(client);
    expect(fetch).toHaveBeenCalledWith(`plugin://onboarding${path}`, undefined);
  });

  it('changes a task of a journey, and answers the journey', async () => {
    const { client, fetch } = clientAnswering({ id: 'j' });
    await expect(
      client.waiveTask('j', 'a/b', { reason: 'has it' }),
    ).resolves.toEqual({ id: 'j' });
    expect(fetch).toHaveBeenCalledWith(
      'plugin://onboarding/journeys/j/tasks/a%2Fb/waive',
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"reason":"has it"}',
      },
    );
  });

  it('throws what the backend refused', async () => {
    const refused = new Response(
      JSON.stringify({
        error: { name: 'NotFoundError', message: 'no such journey' },
        response: { statusCode: 404 },
      }),
      { status: 404, headers: { 'Content-Type': 'application/json' } },
    );
    const client = OnboardingClient.create({
      fetchApi: { fetch: async () => refused },
    });
    await expect(client.getJourney('x')).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
