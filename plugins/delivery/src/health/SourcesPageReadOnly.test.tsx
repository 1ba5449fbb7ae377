import { mockApis } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen } from '@testing-library/react';
import { renderDelivery } from '../portal/__testUtils__/renderDelivery';
import { QUARANTINED, source, TROUBLED } from './__fixtures__';

// Answers about permissions are kept for a file, so those that refuse have one of their own.
describe('the page of the sources', () => {
  it('lets a reader without the permission look and not touch', async () => {
    renderDelivery(
      '/sources?open=pagerduty/quarantine',
      {
        getSources: async () => ({ sources: [source(), TROUBLED] }),
        listQuarantine: async () => ({ items: QUARANTINED, totalItems: 2 }),
      },
      mockApis.permission({ authorize: AuthorizeResult.DENY }),
    );
    expect(
      await screen.findByText(/needs the permission “delivery.source.update”/),
    ).toBeVisible();
    expect(screen.getByText('event: is missing')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /again|Fetch/ }),
    ).not.toBeInTheDocument();
  });
});
