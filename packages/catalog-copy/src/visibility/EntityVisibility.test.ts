import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  ConditionalPolicyDecision,
} from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { EntityVisibility } from './EntityVisibility';

type UserName = 'ada' | 'ben';
type GroupName = 'crew' | 'guests';

/** A decision by a rule that only the catalog can apply. */
const decisionFor = (group: GroupName): ConditionalPolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_SHOWN_TO',
    resourceType: 'catalog-entity',
    params: { group },
  },
});

/** A catalog that asks the policy for itself, as the real one does. */
function start(options: { knowsRevision: boolean }) {
  const state = {
    groupOf: { ada: 'crew', ben: 'crew' } as Record<UserName, GroupName>,
    shown: { crew: ['1', '2'], guests: ['1'] } as Record<GroupName, string[]>,
    revision: 0,
    asked: 0,
    /** Done once, after the policy was asked and before the catalog has answered. */
    meanwhile: undefined as (() => void) | undefined,
  };
  /** Decides for whoever asks. */
  const groupOf = (how: unknown): GroupName => {
    const { credentials } = how as {
      credentials: BackstageCredentials<BackstageUserPrincipal>;
    };
    const [, name] = credentials.principal.userEntityRef.split('/');
    return state.groupOf[name as UserName];
  };
  const visibility = EntityVisibility.create({
    catalog: catalogServiceMock.mock({
      async getEntitiesByRefs({ entityRefs }, how) {
        state.asked += 1;
        state.meanwhile?.();
        state.meanwhile = undefined;
        const shown = state.shown[groupOf(how)];
        return {
          items: entityRefs.map(ref =>
            shown.includes(ref)
              ? { apiVersion: 'v1', kind: 'Thing', metadata: { name: ref } }
              : undefined,
          ),
        };
      },
      async getEntityFacets(_, how) {
        state.asked += 1;
        state.meanwhile?.();
        state.meanwhile = undefined;
        const uids = state.shown[groupOf(how)];
        return {
          facets: {
            'metadata.uid': uids.map(value => ({ value, count: 1 })),
          },
        };
      },
    }),
    listKinds: async () => ['component'],
    permissions: mockServices.permissions.mock({
      authorizeConditional: async (_, how) => [decisionFor(groupOf(how))],
    }),
    streams: {
      readRevision: async () =>
        options.knowsRevision ? String(state.revision) : undefined,
    },
  });
  const askAs = (user: UserName) => {
    const credentials = mockCredentials.user(`user:default/${user}`);
    return [decisionFor(groupOf({ credentials })), { credentials }] as const;
  };
  return {
    state,
    change(group: GroupName, uids: string[]) {
      state.shown[group] = uids;
      state.revision += 1;
    },
    see: (user: UserName) => visibility.ofCatalog(...askAs(user)),
    seeSome(user: UserName, refs: string[]) {
      const [decision, how] = askAs(user);
      return visibility.ofEntities(decision, async () => refs, how);
    },
  };
}

describe('EntityVisibility, with a rule that only the catalog knows', () => {
  const users = fc.constantFrom<UserName[]>('ada', 'ben');
  const groups = fc.constantFrom<GroupName[]>('crew', 'guests');
  const subsets = fc.uniqueArray(fc.constantFrom('1', '2', '3'));

  it('shows what the catalog would answer now, whatever has changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(
          fc.oneof(
            { weight: 3, arbitrary: fc.record({ see: users }) },
            {
              weight: 3,
              arbitrary: fc.record({ see: users, some: subsets }),
            },
            fc.record({ move: users, to: groups }),
            fc.record({
              change: groups,
              uids: subsets,
            }),
          ),
          { maxLength: 20 },
        ),
        async (knowsRevision, steps) => {
          const { change, see, seeSome, state } = start({ knowsRevision });
          const seen: unknown[] = [];
          const answered: unknown[] = [];
          for (const step of steps) {
            if ('move' in step) {
              state.groupOf[step.move] = step.to;
            } else if ('change' in step) {
              change(step.change, step.uids);
            } else {
              const shown = state.shown[state.groupOf[step.see]];
              if ('some' in step) {
                seen.push(await seeSome(step.see, step.some));
                answered.push({
                  refs: step.some.filter(ref => shown.includes(ref)),
                });
              } else {
                seen.push(await see(step.see));
                answered.push({ uids: shown });
              }
            }
          }
          expect(seen).toEqual(answered);
        },
      ),
    );
  });

  it('asks once for all who have the same decision, until the catalog changes', async () => {
    const { change, see, state } = start({ knowsRevision: true });
    await see('ada');
    await see('ben');
    expect(state.asked).toBe(1);
    change('crew', ['3']);
    expect(await see('ben')).toEqual({ uids: ['3'] });
    await see('ada');
    expect(state.asked).toBe(2);
  });

  it('asks once for each single entity, until the catalog changes', async () => {
    const { change, seeSome, state } = start({ knowsRevision: true });
    await seeSome('ada', ['1', '3']);
    expect(await seeSome('ben', ['3', '1'])).toEqual({ refs: ['1'] });
    expect(state.asked).toBe(1);
    expect(await seeSome('ben', ['1', '2'])).toEqual({ refs: ['1', '2'] });
    expect(state.asked).toBe(2);
    change('crew', ['3']);
    expect(await seeSome('ada', ['1', '3'])).toEqual({ refs: ['3'] });
    expect(state.asked).toBe(3);
  });

  it('asks each time where nobody tells whether the catalog has changed', async () => {
    const { see, state } = start({ knowsRevision: false });
    await see('ada');
    await see('ada');
    expect(state.asked).toBe(2);
  });

  it('keeps nothing for a decision that was another one when the catalog answered', async () => {
    const { see, state } = start({ knowsRevision: true });
    state.groupOf = { ada: 'guests', ben: 'guests' };
    state.meanwhile = () => {
      state.groupOf.ada = 'crew';
    };
    expect(await see('ada')).toEqual({ uids: ['1', '2'] });
    expect(await see('ben')).toEqual({ uids: ['1'] });
  });

  it('keeps nothing of single entities for such a decision either', async () => {
    const { seeSome, state } = start({ knowsRevision: true });
    state.groupOf = { ada: 'guests', ben: 'guests' };
    state.meanwhile = () => {
      state.groupOf.ada = 'crew';
    };
    expect(await seeSome('ada', ['2'])).toEqual({ refs: ['2'] });
    expect(await seeSome('ben', ['2'])).toEqual({ refs: [] });
  });
});
