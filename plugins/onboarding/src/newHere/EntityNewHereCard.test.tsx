import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { EntityOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, waitFor } from '@testing-library/react';
import { COMPONENT } from '../__fixtures__';
import { mockOnboardingApi } from '../__testUtils__/mockOnboardingApi';
import { entityNewHereCard } from '../extensions/entityCards';

const ANSWER: EntityOnboarding = {
  entityRef: 'component:default/checkout-web',
  isNewHere: true,
  read: [
    { title: 'How it is built', url: 'https://docs.acme.test/web' },
    { title: 'Not a link', url: 'file:///etc/hosts' },
  ],
  run: [],
  firstTry: [{ title: 'A first change', url: '/catalog/try' }],
  ask: [{ role: 'buddy', ref: 'user:default/ben' }],
};

function renderCard(answer: () => Promise<EntityOnboarding>) {
  const getEntity = jest.fn(answer);
  renderTestApp({
    apis: [mockOnboardingApi({ getEntity })],
    extensions: [
      createTestEntityPage({ entity: COMPONENT }),
      entityNewHereCard,
    ],
  });
  return getEntity;
}

describe('New here?', () => {
  it('says what to read and try first, and whom to ask', async () => {
    renderCard(async () => ANSWER);
    expect(await screen.findByText('New here?')).toBeVisible();
    expect(
      screen.getByRole('link', { name: /How it is built/ }),
    ).toHaveAttribute('href', 'https://docs.acme.test/web');
    expect(screen.queryByText('Not a link')).not.toBeInTheDocument();
    expect(screen.queryByText('Run first')).not.toBeInTheDocument();
    expect(screen.getByText(/your buddy/)).toBeVisible();
  });

  it.each<[string, () => Promise<EntityOnboarding>]>([
    ['old hands', async () => ({ ...ANSWER, isNewHere: false })],
    [
      'anybody where it is not known',
      async () => {
        throw await refusal(500);
      },
    ],
  ])('is not there for %s', async (_, answer) => {
    const getEntity = renderCard(answer);
    await waitFor(() => expect(getEntity).toHaveBeenCalled());
    await expect(
      screen.findByText('New here?', {}, { timeout: 200 }),
    ).rejects.toThrow();
  });
});
