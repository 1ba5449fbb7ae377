import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { entityMeasures, GROUP, nothingKnown } from '../__fixtures__';
import { mockDeliveryApi } from '../__testUtils__/mockDeliveryApi';
import { groupDeliveryCard } from '../extensions/entityCards';
import { deliveryPage } from '../extensions/pages';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

const ofTeam = () =>
  entityMeasures({
    entityRef: 'group:default/checkout',
    coverage: { ...entityMeasures().coverage, entities: 9 },
  });

function renderCard(getEntityMeasures: () => Promise<EntityMeasuresResponse>) {
  return renderTestApp({
    apis: [mockDeliveryApi({ getEntityMeasures })],
    extensions: [
      createTestEntityPage({ entity: GROUP }),
      groupDeliveryCard,
      deliveryPage,
    ],
  });
}

describe('team card', () => {
  it('says where the work of the team waits, and shows four numbers', async () => {
    const { container } = renderCard(async () => ofTeam());
    expect(
      await screen.findByText(
        /Waiting for review takes 41 % of the time of 27 changes; half arrive within 3.2 d/,
      ),
    ).toBeVisible();
    const numbers = screen.getByRole('list', {
      name: 'The four numbers of delivery',
    });
    expect(within(numbers).getAllByText('Lead time')).toHaveLength(1);
    expect(
      screen.getByText(/9 entities of the team, computed/),
    ).toHaveTextContent('2 minutes ago');
    expect(screen.getByRole('link', { name: 'View all' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/delivery$/),
    );
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(container, { rules })).toHaveNoViolations();
  });

  it('offers no report of friction: that is of an entity, not of a team', async () => {
    renderCard(async () => ofTeam());
    await screen.findByText(/Waiting for review takes/);
    expect(
      screen.queryByRole('button', { name: /friction/i }),
    ).not.toBeInTheDocument();
  });

  it('says what to do while nothing is known', async () => {
    renderCard(async () =>
      nothingKnown({ entities: 0 } as Partial<
        EntityMeasuresResponse['coverage']
      >),
    );
    expect(await screen.findByText('No delivery data yet')).toBeVisible();
  });

  it('explains a refusal', async () => {
    renderCard(async () => {
      throw await refusal(403);
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('tries again after an error', async () => {
    renderCard(
      jest.fn(async () => ofTeam()).mockRejectedValueOnce(await refusal(500)),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText(/Waiting for review takes/)).toBeVisible();
  });
});
