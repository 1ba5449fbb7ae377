import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { deliveryLinkUpdateAnyPermission } from '@fairlead/backstage-plugin-delivery-common';
import { screen } from '@testing-library/react';
import { COMPONENT } from '../__fixtures__';
import { mockDeliveryApi } from '../__testUtils__/mockDeliveryApi';
import { CauseVerdict } from './CauseVerdict';

const MEMBERS_ONLY = mockApis.permission({
  authorize: ({ permission }) =>
    permission.name === deliveryLinkUpdateAnyPermission.name
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
});

async function renderQuestion(memberOf: string) {
  const identity = mockApis.identity({ ownershipEntityRefs: [memberOf] });
  const asked = jest.spyOn(identity, 'getBackstageIdentity');
  await renderInTestApp(
    <EntityProvider entity={COMPONENT}>
      <CauseVerdict
        entityRef="component:default/checkout-web"
        deployment="deployment:github:acme/checkout-web:103"
        incident="incident:pagerduty:Q7"
        name={<>Payments time out</>}
      />
    </EntityProvider>,
    { apis: [mockDeliveryApi({}), identity, MEMBERS_ONLY] },
  );
  expect(await screen.findByText(/Payments time out/)).toBeVisible();
  await asked.mock.results[0].value;
}

describe('the question what caused an incident', () => {
  // The answers about permissions are kept for the whole file: in the second test they are there from the start.
  it('is put to who owns the entity', async () => {
    await renderQuestion('group:default/checkout');
    expect(
      await screen.findByRole('button', { name: 'Confirm' }),
    ).toBeVisible();
  });

  it('is only shown to others', async () => {
    await renderQuestion('group:default/others');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
