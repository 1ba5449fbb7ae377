import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { EntityRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { screen } from '@testing-library/react';
import {
  COMPONENT,
  COMPONENT_REF,
  entityRunbooks,
  nothing,
  UNCOVERED,
} from '../__fixtures__';
import { mockRunbooksApi } from '../__testUtils__/mockRunbooksApi';
import { rootRouteRef } from '../routes';
import { EntityRunbookLink } from './EntityRunbookLink';

async function renderLink(answer: EntityRunbooks) {
  await renderInTestApp(
    <EntityProvider entity={COMPONENT}>
      <EntityRunbookLink />
    </EntityProvider>,
    {
      apis: [mockRunbooksApi({ getEntityRunbooks: async () => answer })],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/runbooks': rootRouteRef,
      },
    },
  );
}

describe('link on the About card', () => {
  it('leads to the runbook of what fires', async () => {
    await renderLink(
      entityRunbooks({ firing: [UNCOVERED, ...entityRunbooks().firing] }),
    );
    expect(
      await screen.findByRole('link', { name: 'Runbook, firing' }),
    ).toHaveAttribute(
      'href',
      `/runbooks/high-latency?alert=HighLatency&entity=${encodeURIComponent(
        COMPONENT_REF,
      )}`,
    );
  });

  it('leads to the first runbook where nothing fires', async () => {
    await renderLink(entityRunbooks({ firing: [] }));
    expect(
      await screen.findByRole('link', { name: 'Runbook' }),
    ).toHaveAttribute('href', '/runbooks/high-latency');
  });

  it('leads nowhere where there is none', async () => {
    await renderLink(nothing());
    expect(await screen.findByText('Runbook')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
