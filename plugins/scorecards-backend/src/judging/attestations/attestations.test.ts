import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AnswerActor,
  CheckQuestion,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  component,
  COMPONENT,
  scorecard,
  SCORECARD,
} from '../../__testUtils__/entities';
import { DAY, NOON, startServices } from '../../__testUtils__/startServices';
import { TestCatalog } from '../../__testUtils__/TestCatalog';
import { AnswerRequest } from './AttestationService';
import { remindOfExpiry } from './notices';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const CREW = 'group:default/crew';
const OFFICE = 'group:default/office';

function member(name: string, ...teams: string[]): AnswerActor {
  return {
    ref: `user:default/${name}`,
    ownershipRefs: teams,
    principal: 'user',
  };
}
const sailor = member('mira', CREW);
const clerk = member('ole', OFFICE);

function asking(question: Partial<CheckQuestion> = {}) {
  return scorecard({
    owner: OFFICE,
    checks: [
      {
        id: 'carries',
        rule: undefined,
        question: {
          text: 'Will it carry ten times the passengers?',
          alsoAnsweredBy: ['scorecard-owner'],
          ...question,
        },
      },
      { id: 'leaks', level: 'silver' },
    ],
  });
}

describe.each(databases.eachSupportedId())('attestations, %s', id => {
  async function start(question?: Partial<CheckQuestion>) {
    const catalog = new TestCatalog([
      component('ferry', CREW),
      component('wreck', ''),
      asking(question),
    ]);
    const services = await startServices({
      knex: await databases.init(id),
      catalog,
    });
    await services.catchUp();
    const answer = (
      actor: AnswerActor,
      choice: string,
      more: Partial<AnswerRequest> = {},
    ) =>
      services.attestationService.answer({
        scorecardRef: SCORECARD,
        checkId: 'carries',
        entityRef: COMPONENT,
        choice,
        actor,
        ...more,
      });
    /** Judges what is due, and says how the question stands. */
    const status = async () => {
      await services.evaluator.run();
      const rows = await services.results();
      return rows.find(({ entityRef }) => entityRef === COMPONENT)?.statuses[0];
    };
    return { ...services, answer, status };
  }

  it('make the check pass until they expire, and the history tells why', async () => {
    const { answer, attestationService, clock, db, status, transitions } =
      await start({ expiresAfter: '30d' });
    expect(await status()).toBe('no-data');
    const given = await answer(sailor, 'yes', {
      text: ' Measured in spring ',
      evidence: [{ url: 'https://example.com/load' }],
    });
    expect(given).toEqual({
      id: given.id,
      scorecardRef: SCORECARD,
      checkId: 'carries',
      entityRef: COMPONENT,
      teamRef: CREW,
      question: 'Will it carry ten times the passengers?',
      choice: 'yes',
      choiceTitle: 'Yes',
      text: 'Measured in spring',
      evidence: [{ url: 'https://example.com/load' }],
      answeredAt: new Date(NOON).toISOString(),
      expiresAt: new Date(NOON + 30 * DAY).toISOString(),
      state: 'in-force',
    });
    expect(await attestationService.find(given.id)).toEqual({
      entityRef: COMPONENT,
      scorecardRef: SCORECARD,
    });
    expect(await status()).toBe('pass');
    // The person stands in the log, and nowhere else.
    expect(await db('decisions')).toMatchObject([
      {
        subject_kind: 'attestation',
        subject_id: given.id,
        move: 'answer',
        side: 'entity-owner',
        actor: 'user:default/mira',
        principal: 'user',
      },
    ]);
    expect(JSON.stringify(await db('attestations'))).not.toContain('mira');

    clock.now = NOON + 30 * DAY - 1;
    expect(await status()).toBe('pass');
    clock.now = NOON + 30 * DAY;
    expect(await status()).toBe('stale');
    await answer(sailor, 'partly');
    expect(await status()).toBe('fail');
    expect(
      (await transitions()).filter(({ checkId }) => checkId === 'carries'),
    ).toEqual(
      [
        ['no-data', 'pass', 'answer'],
        ['pass', 'stale', 'clock'],
        ['stale', 'fail', 'answer'],
      ].map(([from, to, cause]) => ({
        entityRef: COMPONENT,
        checkId: 'carries',
        from,
        to,
        cause,
      })),
    );
  });

  it('stand side by side where they contradict each other, until the owner settles it', async () => {
    const {
      answer,
      attestationService,
      db,
      log,
      notifications,
      status,
      transitions,
    } = await start();
    const yes = await answer(sailor, 'yes');
    expect(notifications.send).not.toHaveBeenCalled();
    const no = await answer(clerk, 'no');
    expect(notifications.send.mock.calls).toEqual([
      [
        {
          recipients: { type: 'entity', entityRef: [CREW] },
          payload: expect.objectContaining({
            title: expect.stringMatching(/Another team answers otherwise/),
            link: '/catalog/default/component/ferry/scorecards',
            topic: 'attestations',
          }),
        },
      ],
    ]);
    expect(await status()).toBe('no-data');

    const settle = (actor: AnswerActor, kept: string) =>
      attestationService.settle({ id: kept, reason: 'They measured', actor });
    await expect(settle(clerk, no.id)).rejects.toThrow(
      /Only members of .*crew.* settle which answer holds/,
    );
    await expect(
      settle({ ...sailor, principal: 'agent' }, no.id),
    ).rejects.toThrow(/to settle is for people/);
    expect(await settle(sailor, no.id)).toMatchObject({
      id: no.id,
      state: 'in-force',
    });
    expect(await status()).toBe('fail');
    expect((await transitions()).pop()).toMatchObject({ cause: 'answer' });
    expect(await log.list(db, 'attestation', [yes.id, no.id])).toEqual(
      new Map([
        [
          yes.id,
          [
            expect.objectContaining({ move: 'answer' }),
            expect.objectContaining({
              move: 'set-aside',
              side: 'entity-owner',
              actor: 'user:default/mira',
              reason: 'They measured',
            }),
          ],
        ],
        [
          no.id,
          [
            expect.objectContaining({ move: 'answer' }),
            expect.objectContaining({ move: 'settle' }),
          ],
        ],
      ]),
    );
    await expect(settle(sailor, yes.id)).rejects.toThrow(/nothing to settle/);
    await expect(settle(sailor, 'nothing')).rejects.toThrow(
      /There is no answer 'nothing'/,
    );
    // Whoever was settled against may say again what they think.
    await answer(sailor, 'yes');
    expect(await status()).toBe('no-data');
  });

  it('are given by members of the teams that may, and by no software', async () => {
    const { answer, catalog, catchUp, status } = await start();
    await expect(
      answer(member('sam', 'group:default/a'), 'yes'),
    ).rejects.toThrow(/Only members of .*crew.*office.* answer the question/);
    await expect(
      answer({ ...sailor, principal: 'agent' }, 'yes'),
    ).rejects.toThrow(/to answer is for people, in the portal/);
    await expect(answer(clerk, 'yes', { teamRef: CREW })).rejects.toThrow(
      /Only members/,
    );
    const both = member('kim', CREW, OFFICE);
    expect(await answer(both, 'yes', { teamRef: OFFICE })).toMatchObject({
      teamRef: OFFICE,
    });
    expect(await answer(both, 'yes')).toMatchObject({ teamRef: CREW });

    // The ferry changes hands: what the crew said counts no more.
    catalog.put(component('ferry', 'group:default/buyers'));
    await catchUp();
    expect(await status()).toBe('pass');
    await answer(clerk, 'no');
    expect(await status()).toBe('fail');
    await expect(answer(sailor, 'yes')).rejects.toThrow(/Only members/);
  });

  it('remind their team before they expire, once for all about one entity', async () => {
    const { answer, attestationService, clock, db } = await start();
    const yes = await answer(sailor, 'yes');
    // It is set aside, so it is not reminded of.
    await answer(clerk, 'no');
    await attestationService.settle({
      id: yes.id,
      reason: 'Measured',
      actor: sailor,
    });
    const send = jest.fn(async () => true);
    const remind = () =>
      remindOfExpiry(db, { ahead: 14 * DAY, now: clock.now, send });
    clock.now = NOON + 165 * DAY;
    expect(await remind()).toBe(0);
    clock.now = NOON + 167 * DAY;
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    expect(send.mock.calls).toEqual([
      [
        CREW,
        {
          title: expect.stringMatching(/expires on 2027-05-19/),
          description: expect.stringMatching(/answer again/),
          link: '/catalog/default/component/ferry/scorecards',
          severity: 'normal',
          topic: 'attestations',
          scope: `attestations:${COMPONENT}:${CREW}`,
        },
      ],
    ]);
    // Answered again, it is reminded of again when that is about to expire.
    await answer(sailor, 'yes');
    expect(await remind()).toBe(0);
    clock.now += 170 * DAY;
    expect(await remind()).toBe(1);
  });

  it('are refused where nothing is asked, or not so', async () => {
    const { answer, catalog, catchUp } = await start({ evidence: 'required' });
    const evidence = [{ url: 'https://example.com/load' }];
    const refusals: [Partial<AnswerRequest>, RegExp][] = [
      [{}, /'evidence' needs at least one link/],
      [{ evidence, choice: 'perhaps' }, /takes one of yes, partly, no, not/],
      [{ evidence, checkId: 'leaks' }, /is a rule; only questions/],
      [{ evidence, checkId: 'sinks' }, /has no check 'sinks'/],
      [{ scorecardRef: 'scorecard:default/x' }, /There is no scorecard/],
      [{ entityRef: 'component:default/x' }, /There is no entity/],
      [{ entityRef: SCORECARD }, /does not apply to it/],
    ];
    for (const [more, message] of refusals) {
      await expect(
        answer(sailor, 'yes', more).catch(error => {
          throw new Error(error.message.replace(/[\u2066-\u2069]/g, ''));
        }),
      ).rejects.toThrow(message);
    }
    catalog.put(asking({ alsoAnsweredBy: [] }));
    await catchUp();
    await expect(
      answer(sailor, 'yes', { entityRef: 'component:default/wreck' }),
    ).rejects.toThrow(/has no team as its owner; give it one first/);
  });
});
