import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizedServices } from '../../createAuthorizedServices';
import { registerActions } from './registerActions';

const credentials = mockCredentials.user();

function start(services: Partial<Record<keyof AuthorizedServices, object>>) {
  const actionsRegistry = actionsRegistryServiceMock();
  registerActions({
    actionsRegistry,
    ...services,
  } as unknown as Parameters<typeof registerActions>[0]);
  return actionsRegistry;
}

describe('actions', () => {
  it('are read-only', async () => {
    const { actions } = await start({}).list();
    expect(actions.map(({ name, attributes }) => [name, attributes])).toEqual(
      [
        'get-entity-scorecards',
        'list-scorecard-entities',
        'preview-scorecard',
      ].map(name => [
        name,
        { readOnly: true, destructive: false, idempotent: true },
      ]),
    );
  });

  it('read the scorecards of an entity as the caller', async () => {
    const response = {
      entityRef: 'component:default/cart',
      evaluatedAt: null,
      scorecards: [],
    };
    const getScorecards = jest
      .fn()
      .mockResolvedValue({ etag: '', json: JSON.stringify(response) });
    await expect(
      start({ entities: { getScorecards } }).invoke({
        id: 'test:get-entity-scorecards',
        input: { entityRef: 'Component:cart' },
        credentials,
      }),
    ).resolves.toEqual({ output: response });
    expect(getScorecards).toHaveBeenCalledWith('component:default/cart', {
      credentials,
    });
  });

  it('list the entities of a scorecard as the caller', async () => {
    const page = { checkIds: ['fast'], items: [], totalItems: 0 };
    const listEntities = jest.fn().mockResolvedValue(page);
    await expect(
      start({ scorecards: { listEntities } }).invoke({
        id: 'test:list-scorecard-entities',
        input: { scorecardRef: 'readiness', owner: 'payments' },
        credentials,
      }),
    ).resolves.toEqual({ output: page });
    expect(listEntities).toHaveBeenCalledWith(
      {
        scorecardRef: 'scorecard:default/readiness',
        filter: { owner: 'group:default/payments' },
        limit: 50,
      },
      { credentials },
    );
  });

  it('preview a scorecard as the caller', async () => {
    const outcome = {
      problems: [],
      totals: { before: null, after: { none: 1 } },
      entities: [],
    };
    const run = jest.fn().mockResolvedValue(outcome);
    await expect(
      start({ preview: { run } }).invoke({
        id: 'test:preview-scorecard',
        input: { scorecard: 'kind: Scorecard' },
        credentials,
      }),
    ).resolves.toEqual({ output: outcome });
    expect(run).toHaveBeenCalledWith(
      expect.objectContaining({ scorecard: 'kind: Scorecard', limit: 50 }),
      { credentials },
    );
  });

  it('refuse what is no entity ref', async () => {
    await expect(
      start({ entities: {} }).invoke({
        id: 'test:get-entity-scorecards',
        input: { entityRef: '' },
        credentials,
      }),
    ).rejects.toThrow("'' is not an entity ref");
  });
});
