import { mockApis } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import { mine } from '../__fixtures__';
import { renderOnboarding } from '../__testUtils__/renderOnboarding';

// Answers about permissions are kept for a file, so those that refuse have one of their own.
describe('my journey', () => {
  it('has no buttons for those who may not change journeys', async () => {
    const authorize = jest.fn((): AuthorizeResult.DENY => AuthorizeResult.DENY);
    renderOnboarding(
      '',
      { getMine: async () => mine() },
      mockApis.permission({ authorize }),
    );
    const heading = await screen.findByRole('heading', {
      name: 'Set up your laptop',
    });
    await waitFor(() => expect(authorize).toHaveBeenCalled());
    await act(async () => {});
    expect(
      within(heading.closest('section')!).queryByRole('button'),
    ).not.toBeInTheDocument();
  });
});
