import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotFoundError } from '@backstage/errors';
import {
  Journey,
  JourneyTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { AuthorizedServices } from '../../createAuthorizedServices';
import { registerActions } from './registerActions';

const credentials = mockCredentials.user();

function task(more: Partial<JourneyTask>): JourneyTask {
  return {
    id: 'read',
    title: 'Read',
    links: [],
    ownerRef: 'group:default/it',
    for: 'newcomer',
    doers: [],
    state: 'open',
    lockedBy: [],
    optional: false,
    isLong: false,
    verifiedBy: { by: 'self' },
    generated: false,
    can: ['complete'],
    ...more,
  };
}

function journey(tasks: JourneyTask[], more: Partial<Journey> = {}): Journey {
  const progress = {
    done: 1,
    total: 3,
    optionalDone: 0,
    optionalTotal: 0,
    waived: 0,
  };
  return {
    id: 'j1',
    trackRef: 'onboardingtrack:default/welcome',
    title: 'Welcome',
    purpose: 'onboarding',
    version: 1,
    userRef: 'user:default/mock',
    state: 'on-the-way',
    startAt: '2026-11-30T00:00:00.000Z',
    startFrom: 'joined',
    progress,
    next: 'read',
    milestones: [{ id: 'm', title: 'M', progress, tasks }],
    people: [],
    moments: [],
    role: 'self',
    revision: 1,
    ...more,
  };
}

function start(services: Partial<Record<keyof AuthorizedServices, object>>) {
  const actionsRegistry = actionsRegistryServiceMock();
  registerActions({
    actionsRegistry,
    ...services,
  } as unknown as Parameters<typeof registerActions>[0]);
  return actionsRegistry;
}

const COMPLETE = {
  id: 'test:complete-own-task',
  input: { journeyId: 'j1', taskId: 'read' },
  credentials,
};

const ASK = {
  id: 'test:ask-for-help',
  input: {
    journeyId: 'j1',
    taskId: 'read',
    tried: 'It',
    errorSays: 'No',
    ifNobodyWereHere: 'Guess',
    missing: 'context',
  },
  credentials,
};

describe('actions', () => {
  it('destroy nothing, and one of them only reads', async () => {
    const { actions } = await start({}).list();
    expect(
      actions.map(({ name, attributes }) => [
        name,
        attributes.readOnly,
        attributes.destructive,
      ]),
    ).toEqual([
      ['my-next-task', true, false],
      ['complete-own-task', false, false],
      ['ask-for-help', false, false],
    ]);
  });

  it('tell the next task, and whom to ask', async () => {
    const getMine = jest.fn().mockResolvedValue({
      journeys: [
        journey([task({})]),
        journey([task({ verifiedBy: { by: 'buddy' } })], {
          people: [
            { role: 'buddy', ref: 'user:default/bo', state: 'accepted' },
          ],
        }),
        journey([], { state: 'finished' }),
      ],
    });
    await expect(
      start({ journeyAnswers: { getMine } }).invoke({
        id: 'test:my-next-task',
        input: {},
        credentials,
      }),
    ).resolves.toMatchObject({
      output: {
        journeys: [
          {
            done: 1,
            total: 3,
            next: {
              taskId: 'read',
              canComplete: true,
              askFirst: 'group:default/it',
            },
          },
          { next: { canComplete: false, askFirst: 'user:default/bo' } },
        ],
      },
    });
    expect(getMine).toHaveBeenCalledWith({ credentials });
  });

  it('mark what the person may mark, and verify nothing else', async () => {
    const complete = jest.fn();
    const get = jest
      .fn()
      .mockResolvedValueOnce(journey([task({})]))
      .mockResolvedValueOnce(journey([task({ state: 'done' })]));
    const actions = start({ journeys: { complete }, journeyAnswers: { get } });
    await expect(actions.invoke(COMPLETE)).resolves.toEqual({
      output: { taskId: 'read', state: 'done' },
    });
    expect(complete).toHaveBeenCalledWith('j1', 'read', {}, { credentials });

    get.mockResolvedValue(journey([task({ verifiedBy: { by: 'buddy' } })]));
    await expect(actions.invoke(COMPLETE)).rejects.toThrow('verified by');
    get.mockResolvedValue(journey([task({})], { role: 'buddy' }));
    await expect(actions.invoke(COMPLETE)).rejects.toThrow('You have no task');
    expect(complete).toHaveBeenCalledTimes(1);
  });

  it('ask for help in the name of the person, on their own journey', async () => {
    const ask = jest.fn();
    const help = { toRef: 'group:default/it' } as JourneyTask['help'];
    const get = jest.fn().mockResolvedValue(journey([task({ help })]));
    const actions = start({ help: { ask }, journeyAnswers: { get } });
    await expect(actions.invoke(ASK)).resolves.toEqual({
      output: { toRef: 'group:default/it' },
    });
    expect(ask).toHaveBeenCalledWith(
      'j1',
      'read',
      {
        tried: 'It',
        errorSays: 'No',
        ifNobodyWereHere: 'Guess',
        missing: 'context',
      },
      { credentials },
    );
    get.mockRejectedValue(new NotFoundError('There is no journey'));
    await expect(actions.invoke(ASK)).rejects.toThrow('There is no journey');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('are for people', async () => {
    await expect(
      start({ journeyAnswers: {} }).invoke({
        id: 'test:my-next-task',
        input: {},
        credentials: mockCredentials.service(),
      }),
    ).rejects.toThrow('A service is on no journey');
  });
});
