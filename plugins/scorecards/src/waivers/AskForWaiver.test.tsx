import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { screen, waitFor } from '@testing-library/react';
import { CHECKS } from '../__fixtures__';
import { AskForWaiver } from './AskForWaiver';

// Answers about permissions are kept for the whole file, so the refusal has a file of its own.
describe('asking for a waiver', () => {
  it('is not offered to those who may not', async () => {
    const authorize = jest.fn((): AuthorizeResult.DENY => AuthorizeResult.DENY);
    const check = CHECKS.find(({ status }) => status === 'fail')!;
    await renderInTestApp(
      <AskForWaiver
        check={check}
        entityRef="component:default/checkout"
        entityName="checkout"
        scorecardRef="scorecard:default/production-readiness"
      />,
      { apis: [mockApis.permission({ authorize })] },
    );
    await waitFor(() => expect(authorize).toHaveBeenCalled());
    await Promise.all(authorize.mock.results.map(({ value }) => value));
    expect(
      screen.queryByRole('button', { name: 'Ask for a waiver' }),
    ).not.toBeInTheDocument();
  });
});
