import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { row, WAITING_WAIVER } from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { WaiverDialog } from './WaiverDialog';

describe('asking for many', () => {
  it('offers what the teams of the reader own, and says for which none could be asked, and why', async () => {
    const requestWaivers = jest.fn(async () => ({
      items: [WAITING_WAIVER],
      refused: [
        { entityRef: 'component:default/cart', reason: 'It has no owner' },
      ],
    }));
    await renderInTestApp(
      <WaiverDialog
        check={{ id: 'fast-builds', title: 'Builds fast' }}
        entityRef="component:default/checkout-web"
        entityName="checkout-web"
        scorecardRef="scorecard:default/production-readiness"
        onClose={() => {}}
      />,
      {
        apis: [
          mockScorecardsApi({
            requestWaivers,
            listScorecardEntities: async () => ({
              checkIds: ['fast-builds'],
              items: ['cart', 'search', 'stock'].map((name, index) =>
                row(name, {
                  owner: `group:default/${index < 2 ? 'shop' : 'stock'}`,
                  statuses: [index === 1 ? 'waived' : 'fail'],
                }),
              ),
              totalItems: 3,
            }),
          }),
          mockApis.identity({ ownershipEntityRefs: ['group:default/shop'] }),
          mockApis.permission(),
        ],
      },
    );
    await userEvent.click(await screen.findByRole('checkbox'));
    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'Soon',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'One was refused:',
    );
    expect(screen.getByRole('alert')).toHaveTextContent('It has no owner');
    expect(requestWaivers).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRefs: [
          'component:default/checkout-web',
          'component:default/cart',
        ],
      }),
    );
  });
});
