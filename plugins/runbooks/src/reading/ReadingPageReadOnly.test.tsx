import { mockApis } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen } from '@testing-library/react';
import { runbookDetail, runbookUse, STEPS } from '../__fixtures__';
import { renderRunbooks } from '../__testUtils__/renderRunbooks';

// Answers about permissions are kept for a file, so those that refuse have one of their own.
describe('reading page', () => {
  it('is read only for those who may not use or verify', async () => {
    renderRunbooks(
      '/high-latency?use=use-1',
      {
        getRunbook: async () => runbookDetail(),
        getFiring: async () => ({ items: [], totalItems: 0 }),
        listUses: async () => ({ items: [], totalItems: 0 }),
        getUse: async () => runbookUse({ steps: STEPS }),
      },
      mockApis.permission({ authorize: AuthorizeResult.DENY }),
    );
    expect(
      await screen.findByRole('checkbox', { name: 'Tell the team' }),
    ).toBeDisabled();
    expect(
      screen.queryByRole('button', { name: /Start|Finish|it holds/ }),
    ).not.toBeInTheDocument();
  });
});
