import { mockServices } from '@backstage/backend-test-utils';
import { readOutgoingPolicyFromConfig } from './OutgoingPolicy';

describe('readOutgoingPolicyFromConfig', () => {
  const read = (data: object) =>
    readOutgoingPolicyFromConfig(
      mockServices.rootConfig({ data: data as never }),
      'acme.outgoing',
    );

  it('allows nothing private where nothing is said', () => {
    expect(read({})).toEqual({
      allowPrivateAddresses: false,
      allowedHosts: new Set(),
      configKey: 'acme.outgoing',
    });
  });

  it('reads what is allowed under its key', () => {
    const outgoing = {
      allowPrivateAddresses: true,
      allowedHosts: ['CI.Example'],
    };
    expect(read({ acme: { outgoing } })).toEqual({
      allowPrivateAddresses: true,
      allowedHosts: new Set(['ci.example']),
      configKey: 'acme.outgoing',
    });
  });
});
