import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizedServices } from '../../createAuthorizedServices';
import { registerActions } from './registerActions';

const credentials = mockCredentials.user();

function start(services: Partial<Record<keyof AuthorizedServices, object>>) {
  const actionsRegistry = actionsRegistryServiceMock();
  registerActions({
    actionsRegistry,
    auditor: mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    }),
    ...services,
  } as unknown as Parameters<typeof registerActions>[0]);
  return actionsRegistry;
}

describe('actions', () => {
  it('say what they do to the world before they are called', async () => {
    const { actions } = await start({}).list();
    const reading = { readOnly: true, destructive: false, idempotent: true };
    const adding = { readOnly: false, destructive: false, idempotent: false };
    expect(actions.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['list-scorecards', reading],
      ['list-scorecard-entities', reading],
      ['get-entity-scorecards', reading],
      ['explain-check', reading],
      ['check-gate', reading],
      ['get-fix', reading],
      ['preview-scorecard', reading],
      ['report-fact', { readOnly: false, destructive: true, idempotent: true }],
      ['list-waivers', reading],
      ['request-waiver', adding],
      ['list-campaigns', reading],
      ['draft-campaign', adding],
    ]);
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

  it('list the scorecards as the caller', async () => {
    const page = { items: [], totalItems: 0 };
    const list = jest.fn().mockResolvedValue(page);
    await expect(
      start({ scorecards: { list } }).invoke({
        id: 'test:list-scorecards',
        input: {},
        credentials,
      }),
    ).resolves.toEqual({ output: page });
    expect(list).toHaveBeenCalledWith({ limit: 50 }, { credentials });
  });

  describe('of one check', () => {
    const check = {
      id: 'fast-ci',
      title: 'CI answers within ten minutes',
      level: 'silver',
      status: 'stale',
      since: '2026-11-01T00:00:00.000Z',
      reason: 'The value is older than a day',
      evidence: [
        {
          path: 'facts.ci.minutes',
          value: 14,
          observedAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
        },
        { path: 'spec.type', value: 'service', observedAt: null },
      ],
    };
    const entities = {
      getScorecards: async () => ({
        etag: '',
        json: JSON.stringify({
          scorecards: [
            {
              scorecardRef: 'scorecard:default/readiness',
              title: 'Readiness',
              level: null,
              levels: ['bronze', 'silver'],
              checks: [check],
            },
          ],
        }),
      }),
      getFacts: async () => ({
        facts: [
          {
            id: 'ci.minutes',
            source: 'ci',
            state: 'error',
            error: 'No answer',
          },
        ],
      }),
    };
    const scorecards = {
      get: async () => ({
        definition: {
          spec: {
            levels: ['bronze', 'silver'],
            checks: [
              { id: 'fast-ci', rule: { 'facts.ci.minutes': { $lte: 10 } } },
            ],
          },
        },
      }),
    };

    it('explain what a team is asked where there is no rule, and what was answered', async () => {
      const question = {
        text: 'Will it carry more?',
        choices: [{ id: 'yes', title: 'Yes', passes: true }],
        evidence: 'optional' as const,
        expiresAfter: '180d',
        teams: [{ side: 'entity-owner' as const, teamRef: 'group:default/a' }],
      };
      const asked = {
        ...entities,
        getScorecards: async () => ({
          etag: '',
          json: JSON.stringify({
            scorecards: [
              {
                scorecardRef: 'scorecard:default/readiness',
                checks: [{ ...check, evidence: [], question, answers: [] }],
              },
            ],
          }),
        }),
      };
      await expect(
        start({ entities: asked, scorecards }).invoke({
          id: 'test:explain-check',
          input: {
            entityRef: 'component:cart',
            scorecardRef: 'readiness',
            checkId: 'fast-ci',
          },
          credentials,
        }),
      ).resolves.toMatchObject({ output: { question, answers: [] } });
    });

    it('explain it: what decided, from which values, how old, by whom', async () => {
      await expect(
        start({ entities, scorecards }).invoke({
          id: 'test:explain-check',
          input: {
            entityRef: 'component:cart',
            scorecardRef: 'readiness',
            checkId: 'fast-ci',
          },
          credentials,
        }),
      ).resolves.toEqual({
        output: expect.objectContaining({
          entityRef: 'component:default/cart',
          checkId: 'fast-ci',
          status: 'stale',
          reason: 'The value is older than a day',
          rule: 'ci.minutes is at most 10',
          evidence: [
            {
              ...check.evidence[0],
              age: '3 d',
              source: 'ci',
              state: 'error',
              error: 'No answer',
            },
            check.evidence[1],
          ],
        }),
      });
    });

    it('tell it as a task with its edit, and nothing of one that there is not', async () => {
      const fix = {
        kind: 'edit',
        prompt: 'Make it pass',
        file: 'https://example.com/catalog-info.yaml',
        lines: 'spec:',
        gains: [
          { scorecardRef: 'scorecard:default/readiness', level: 'silver' },
        ],
        loses: [],
      };
      const get = jest.fn().mockResolvedValue(fix);
      const actions = start({ entities, fixes: { get }, scorecards });
      const ask = (checkId: string) =>
        actions.invoke({
          id: 'test:get-fix',
          input: {
            entityRef: 'component:cart',
            scorecardRef: 'readiness',
            checkId,
          },
          credentials,
        });
      const { prompt, ...told } = fix;
      await expect(ask('fast-ci')).resolves.toEqual({
        output: { status: 'stale', task: prompt, ...told },
      });
      expect(get).toHaveBeenCalledWith(
        {
          entityRef: 'component:default/cart',
          scorecardRef: 'scorecard:default/readiness',
          checkId: 'fast-ci',
        },
        { credentials },
      );
      await expect(ask('slow-ci')).rejects.toThrow(
        /is not judged by a check .*slow-ci/,
      );
    });

    it('let nothing through a gate that is not known', async () => {
      const ask = (input: {}) =>
        start({ entities, scorecards }).invoke({
          id: 'test:check-gate',
          input: {
            entityRefs: ['component:cart'],
            scorecardRef: 'readiness',
            ...input,
          },
          credentials,
        });
      await expect(ask({ level: 'silver' })).resolves.toEqual({
        output: {
          scorecardRef: 'scorecard:default/readiness',
          holds: null,
          entities: [
            {
              entityRef: 'component:default/cart',
              holds: null,
              reason: expect.stringContaining('It is not known'),
              missing: [expect.objectContaining({ checkId: 'fast-ci' })],
            },
          ],
        },
      });
      await expect(ask({ level: 'gold' })).rejects.toThrow(
        "has no level 'gold'; it has bronze, silver",
      );
      await expect(ask({ checks: ['slow-ci'] })).rejects.toThrow(
        "has no check 'slow-ci'",
      );
      await expect(ask({})).rejects.toThrow("Name a 'level', or 'checks'");
    });
  });

  it('report facts through the door for facts, and say why one is not taken', async () => {
    const put = jest.fn().mockResolvedValue({ accepted: 1, rejected: [] });
    const actions = start({ facts: { put } });
    const input = {
      entityRef: 'component:default/cart',
      source: 'manual',
      values: { 'drills.last.passed': true },
    };
    const report = () =>
      actions.invoke({ id: 'test:report-fact', input, credentials });
    await expect(report()).resolves.toEqual({
      output: { entityRef: 'component:default/cart', accepted: true },
    });
    expect(put).toHaveBeenCalledWith([input], { credentials });
    put.mockResolvedValue({
      accepted: 0,
      rejected: [{ index: 0, reason: "may not send as source 'manual'" }],
    });
    await expect(report()).rejects.toThrow("may not send as source 'manual'");
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

  it('list waivers as the caller', async () => {
    const page = { items: [], totalItems: 0 };
    const list = jest.fn().mockResolvedValue(page);
    await expect(
      start({ waivers: { list } }).invoke({
        id: 'test:list-waivers',
        input: { scorecardRef: 'readiness', waitingForMe: true },
        credentials,
      }),
    ).resolves.toEqual({ output: page });
    expect(list).toHaveBeenCalledWith(
      {
        scorecardRef: 'scorecard:default/readiness',
        waitingFor: 'me',
        limit: 50,
      },
      { credentials },
    );
  });

  it('ask for a waiver in the name of a person, and of no service', async () => {
    const waiver = { id: 'w', state: 'requested', sides: [] };
    const request = jest.fn().mockResolvedValue(waiver);
    const ask = (caller: BackstageCredentials) =>
      start({ waivers: { request } }).invoke({
        id: 'test:request-waiver',
        input: {
          scorecardRef: 'readiness',
          checkId: 'fast',
          entityRef: 'Component:cart',
          reason: 'It is being replaced',
          expiresAt: '2027-01-01T00:00:00Z',
        },
        credentials: caller,
      });
    await expect(ask(credentials)).resolves.toEqual({ output: waiver });
    expect(request).toHaveBeenCalledWith(
      {
        scorecardRef: 'scorecard:default/readiness',
        checkId: 'fast',
        entityRef: 'component:default/cart',
        reason: 'It is being replaced',
        expiresAt: '2027-01-01T00:00:00Z',
      },
      { credentials },
    );
    await expect(ask(mockCredentials.service())).rejects.toThrow(
      'asked for by people',
    );
  });

  it('draft a campaign in the name of a person, and list those of a team', async () => {
    const draft = jest.fn().mockResolvedValue({
      id: 'c-1',
      state: 'draft',
      startsAt: '2027-01-01T00:00:00Z',
      deadline: '2027-02-01T00:00:00Z',
    });
    const list = jest.fn().mockResolvedValue({ items: [], totalItems: 0 });
    const actions = start({ campaigns: { draft, list } });
    const ask = (caller: BackstageCredentials, more: object = {}) =>
      actions.invoke({
        id: 'test:draft-campaign',
        input: {
          title: 'Fast by winter',
          why: 'Waiting costs',
          ownerRef: 'platform',
          scorecardRef: 'readiness',
          target: { checks: ['fast'] },
          startsAt: '2027-01-01T00:00:00Z',
          deadline: '2027-02-01T00:00:00Z',
          ...more,
        },
        credentials: caller,
      });
    await expect(ask(credentials)).resolves.toMatchObject({
      output: { id: 'c-1', state: 'draft' },
    });
    expect(draft).toHaveBeenCalledWith(
      expect.objectContaining({
        ownerRef: 'group:default/platform',
        scorecardRef: 'scorecard:default/readiness',
      }),
      { credentials },
    );
    await expect(ask(mockCredentials.service())).rejects.toThrow(
      'asked for by people',
    );
    await expect(ask(credentials, { deadline: 'soon' })).rejects.toThrow(
      /deadline/,
    );
    await actions.invoke({
      id: 'test:list-campaigns',
      input: { teamRef: 'crew', state: 'active' },
      credentials,
    });
    expect(list).toHaveBeenCalledWith(
      { teamRef: 'group:default/crew', state: 'active', limit: 50 },
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
