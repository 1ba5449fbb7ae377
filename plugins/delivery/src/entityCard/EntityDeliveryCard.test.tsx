import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  COMPONENT,
  entityMeasures,
  GROUP,
  nothingKnown,
} from '../__fixtures__';
import { trend } from '../__fixtures__/measures';
import { mockDeliveryApi } from '../__testUtils__/mockDeliveryApi';
import { entityDeliveryCard } from '../extensions/entityCards';
import { deliveryPage } from '../extensions/pages';

function renderCard(
  answer: () => Promise<EntityMeasuresResponse>,
  entity: Entity = COMPONENT,
  /** The reader, who looks after the component unless told otherwise. */
  ownershipEntityRefs = ['group:default/checkout'],
) {
  const api = mockDeliveryApi({ getEntityMeasures: jest.fn(answer) });
  const page = renderTestApp({
    apis: [api, mockApis.identity({ ownershipEntityRefs })],
    extensions: [
      createTestEntityPage({ entity }),
      entityDeliveryCard,
      deliveryPage,
    ],
  });
  return { api, page };
}

const tile = async (title: string) => {
  const item = (await screen.findByText(title)).closest('li');
  return within(item as HTMLElement);
};

describe('entity card', () => {
  it('says first where most time waits, with a link to what waits longest', async () => {
    renderCard(async () => entityMeasures());
    const oldest = await screen.findByText('#812');
    expect(oldest).toHaveAttribute(
      'href',
      'https://github.com/acme/checkout-web/pull/812',
    );
    expect(oldest.closest('p')).toHaveTextContent(
      'Waiting for review takes 41 % of the time of 27 changes; half arrive within 3.2 d; oldest: #812',
    );
  });

  it('names the parts of the bar, the largest wait first and coding last', async () => {
    renderCard(async () => entityMeasures());
    const legend = await screen.findByRole('list', {
      name: 'Where the time of changes goes',
    });
    expect(
      within(legend)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      'Review 41 %',
      'CI 14 %',
      'Rework 10 %',
      'Deployment 8 %',
      'Approval 5 %',
      'Coding 22 %',
    ]);
  });

  it.each([
    ['Lead time', '3.2 d', 'from 27 changes', 'worse than the 90 days before'],
    [
      'Deployments',
      '6 / week',
      'from 77 deployments',
      'better than the 90 days before',
    ],
    [
      'Change fail rate',
      '7.7 %',
      '2 confirmed + 1 inferred · from 39 deployments',
      'as in the 90 days before',
    ],
  ])(
    'tells %s with unit, n and direction, and opens its records',
    async (title, value, note, direction) => {
      renderCard(async () => entityMeasures());
      const { getByText, getByRole } = await tile(title);
      expect(getByText(value)).toBeVisible();
      expect(getByText(note, { exact: false })).toBeVisible();
      expect(getByText(direction)).toBeVisible();
      expect(
        getByRole('link', { name: /Show the records behind it/ }),
      ).toHaveAttribute('href', expect.stringContaining('/delivery?measure='));
    },
  );

  it('keeps a number without data quiet, says why, and never shows 0', async () => {
    renderCard(async () => entityMeasures());
    const recovery = await tile('Recovery time');
    expect(recovery.getByText('Insufficient data')).toBeVisible();
    expect(
      recovery.getByText('No deployment is known to have failed.'),
    ).toBeVisible();
    expect(recovery.queryByText(/^0/)).not.toBeInTheDocument();
  });

  it('shows a band only where one was sent', async () => {
    const response = entityMeasures();
    response.measures[0].band = { edition: '2023', name: 'high' };
    renderCard(async () => response);
    expect(await screen.findByText('High (DORA 2023)')).toBeVisible();
    expect(screen.getAllByText(/DORA/)).toHaveLength(1);
  });

  it('opens the definition of a number by keyboard', async () => {
    renderCard(async () => entityMeasures());
    const button = await screen.findByRole('button', {
      name: 'What Lead time means',
    });
    button.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Lead time' });
    expect(
      within(dialog).getByText(/The value is the median/),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says to those who look after an entity what to write into its file, and to nobody what to configure', async () => {
    renderCard(async () => nothingKnown());
    expect(await screen.findByText('No delivery data yet')).toBeVisible();
    expect(
      await screen.findByText(
        'github.com/project-slug: organisation/repository',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/webhookSecret/)).toBeNull();
    expect(
      screen.getByRole('link', { name: 'How the sources are doing' }),
    ).toHaveAttribute('href', '/delivery/sources');
  });

  it('names to everybody else those who can bring the data', async () => {
    renderCard(async () => nothingKnown(), COMPONENT, []);
    const words = await screen.findByText(/can bring the data/);
    expect(within(words).getByRole('link', { name: 'checkout' })).toBeVisible();
    expect(screen.queryByText(/project-slug/)).toBeNull();
  });

  it('leads from an API to what provides it, and asks for nothing', async () => {
    const api = {
      ...COMPONENT,
      kind: 'API',
      relations: [
        ...(COMPONENT.relations ?? []),
        { type: 'apiProvidedBy', targetRef: 'component:default/pay' },
      ],
    };
    renderCard(async () => nothingKnown(), api);
    const words = await screen.findByText(/delivered with what provides it/);
    expect(within(words).getByRole('link', { name: 'pay' })).toBeVisible();
    expect(screen.queryByText(/project-slug/)).toBeNull();
  });

  it('draws no course of fewer than four points that can be believed', async () => {
    const response = entityMeasures();
    response.measures[0].trend = trend(1, 2, 3, 4).map((point, index) =>
      index === 0 ? { ...point, few: true as const } : point,
    );
    response.measures[1].trend = trend(1, 2, 3, 4);
    renderCard(async () => response);
    const [few, enough] = response.measures.map(({ id }) => id);
    expect([few, enough]).toEqual(['leadTime', 'deploymentFrequency']);
    const drawn = async (title: string) =>
      (await tile(title))
        .getByRole('link')
        .closest('li')!
        .querySelectorAll('svg[viewBox="0 0 96 24"]');
    expect(await drawn('Lead time')).toHaveLength(0);
    expect(await drawn('Deployments')).toHaveLength(1);
  });

  it('says what an entity is known by while nothing of it has arrived', async () => {
    renderCard(async () =>
      nothingKnown({
        subjects: [{ annotation: 'gitlab.com/project-slug', value: 'acme/x' }],
      }),
    );
    expect(
      (await screen.findByText('acme/x')).closest('code'),
    ).toHaveTextContent('gitlab.com/project-slug: acme/x');
    expect(
      await screen.findByText('GitHub: Add a webhook to the repository.'),
    ).toBeVisible();
    expect(
      screen.getByText(/^On, but nothing of it has arrived: GitHub\./),
    ).toBeVisible();
  });

  it('never follows an address that is not a web link', async () => {
    const response = entityMeasures();
    // eslint-disable-next-line no-script-url -- what is kept out
    response.sentence!.oldest!.url = 'javascript:alert(1)';
    renderCard(async () => response);
    expect(await screen.findByText('#812')).toBeVisible();
    expect(screen.queryByRole('link', { name: /#812/ })).toBeNull();
  });

  it('says in words that permission lacks', async () => {
    renderCard(async () => {
      throw await refusal(403);
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('shows an error and tries again when asked', async () => {
    const error = await refusal(500);
    const answer = jest
      .fn(async () => entityMeasures())
      .mockRejectedValueOnce(error);
    renderCard(answer);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('6 / week')).toBeVisible();
    expect(answer).toHaveBeenCalledTimes(2);
  });

  it('stays away from groups', async () => {
    const { api } = renderCard(async () => entityMeasures(), GROUP);
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
    expect(api.getEntityMeasures).not.toHaveBeenCalled();
  });

  it.each([
    ['with data', entityMeasures(), '6 / week'],
    ['without', nothingKnown(), 'No delivery data yet'],
  ])('has no accessibility violations %s', async (_, response, text) => {
    const { page } = renderCard(async () => response);
    await screen.findByText(text);
    // The heading of the card is the catalog's, and so is its place among the headings of the page.
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(page.container, { rules })).toHaveNoViolations();
  });
});
