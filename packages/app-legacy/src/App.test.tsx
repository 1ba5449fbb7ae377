import { registerMswTestHooks } from '@backstage/test-utils';
import { render, screen } from '@testing-library/react';
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
    http.all(`${backend}/*`, () => HttpResponse.json({ items: [] })),
  );
  registerMswTestHooks(server);

  it('signs the guest in and leads to the scorecards', async () => {
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

    render(<App />);

    expect(
      await screen.findByRole(
        'link',
        { name: 'Scorecards' },
        { timeout: 20_000 },
      ),
    ).toHaveAttribute('href', '/scorecards');
  }, 30_000);
});
