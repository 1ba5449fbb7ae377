import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { compileScorecard } from '../engine';
import { lintScorecard } from '../lint';
import {
  CheckQuestion,
  diffScorecards,
  ScorecardEntityV1alpha1,
  validateScorecard,
} from '../scorecard';
import {
  AnswerActor,
  AnsweringTeam,
  findAnsweringTeams,
  GivenAnswer,
  judgeAnswering,
  judgeAnswers,
  judgeSettling,
  readQuestion,
} from '.';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const DAY = 86_400_000;

const CREW = 'group:default/crew';
const OFFICE = 'group:default/office';
const GUESTS = 'group:default/guests';

const FERRY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ferry', namespace: 'default' },
  spec: { type: 'service' },
  relations: [{ type: 'ownedBy', targetRef: CREW }],
};

function asking(
  question: Partial<CheckQuestion> = {},
): ScorecardEntityV1alpha1 {
  return {
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Scorecard',
    metadata: { name: 'growth' },
    spec: {
      owner: 'office',
      appliesTo: { kind: 'Component' },
      levels: ['bronze'],
      checks: [
        {
          id: 'carries',
          title: 'Carries ten times the users',
          level: 'bronze',
          question: { text: 'Will it carry ten times the users?', ...question },
        },
      ],
    },
  };
}

function answer(
  teamRef: string,
  choice: string,
  more: Partial<GivenAnswer> = {},
): GivenAnswer {
  return {
    id: `${teamRef} ${choice}`,
    checkId: 'carries',
    teamRef,
    choice,
    answeredAt: NOW,
    expiresAt: NOW + 180 * DAY,
    ...more,
  };
}

function judge(
  answers: readonly GivenAnswer[],
  options: {
    entity?: Entity;
    now?: number;
    question?: Partial<CheckQuestion>;
  } = {},
) {
  const { entity = FERRY, now = NOW, question } = options;
  const scorecard = asking(question);
  expect(validateScorecard(scorecard)).toEqual([]);
  const { checks, nextChangeAt, ...rest } = compileScorecard(
    scorecard,
  ).evaluate({ entity, facts: new Map(), answers, now }, { explain: true });
  return { ...rest, ...checks[0], nextChangeAt };
}

describe('a check that is a question', () => {
  it('says who answers and where while nobody has', () => {
    expect(judge([])).toMatchObject({
      level: null,
      status: 'no-data',
      evidence: [],
      nextChangeAt: undefined,
    });
    const { reason } = judge([], {
      question: { alsoAnsweredBy: ['scorecard-owner'] },
    });
    expect(reason.replace(/[\u2066-\u2069]/g, '')).toBe(
      'Not answered. crew, which owns it, or office answers on the scorecards tab of its page in the portal',
    );
    expect(judge([], { entity: { ...FERRY, relations: [] } }).reason).toMatch(
      /^Not answered\. Nobody may answer/,
    );
  });

  it.each([
    ['yes', 'pass', 'bronze'],
    ['partly', 'fail', null],
    ['no', 'fail', null],
  ])('answered with %s it comes to %s', (choice, status, level) => {
    expect(judge([answer(CREW, choice)])).toMatchObject({
      level,
      status,
      evidence: [
        { path: `answers.${CREW}`, observedAt: '2026-11-20T12:00:00.000Z' },
      ],
      nextChangeAt: NOW + 180 * DAY,
    });
  });

  it('turns stale at the moment in which its answer expires, as the question has it today', () => {
    const given = [answer(CREW, 'yes')];
    const end = NOW + 90 * DAY;
    const question = { expiresAfter: '90d' };
    expect(judge(given, { now: end - 1, question })).toMatchObject({
      status: 'pass',
      nextChangeAt: end,
    });
    const stale = judge(given, { now: end, question });
    expect(stale).toMatchObject({ status: 'stale', level: null });
    expect(stale.reason).toMatch(/held until 2027-02-18T12:00:00.000Z/);
    // A longer time in the question does not bring an old answer back.
    const later = NOW + 180 * DAY;
    expect(
      judge(given, { now: later, question: { expiresAfter: '300d' } }).status,
    ).toBe('stale');
  });

  it('does not pass while two answers contradict each other, and says who settles', () => {
    const both = judge([answer(CREW, 'yes'), answer(OFFICE, 'no')], {
      question: { alsoAnsweredBy: ['scorecard-owner'] },
    });
    expect(both.status).toBe('no-data');
    expect(both.reason.replace(/[\u2066-\u2069]/g, '')).toBe(
      'The answers contradict each other. crew answered: Yes; office answered: No. crew, which owns it, settles which of them holds, on the scorecards tab of its page in the portal',
    );
    expect(both.evidence).toHaveLength(2);
  });

  it('forgets answers of a team that may no longer answer, and choices that are no longer offered', () => {
    expect(judge([answer(GUESTS, 'yes')]).status).toBe('no-data');
    expect(judge([answer(CREW, 'perhaps')]).status).toBe('no-data');
  });

  it('is answered by teams alone: for a group by itself, and by no person', () => {
    const scorecard = asking({
      alsoAnsweredBy: ['group:default/crew', 'office', 'scorecard-owner'],
    });
    const question = scorecard.spec.checks[0].question!;
    expect(findAnsweringTeams(FERRY, { scorecard, question })).toEqual([
      { side: 'entity-owner', teamRef: CREW },
      { side: 'named-team', teamRef: OFFICE },
    ]);
    const crew = { ...FERRY, kind: 'Group', metadata: { name: 'crew' } };
    expect(
      findAnsweringTeams(crew, { scorecard, question: { text: '?' } }),
    ).toEqual([{ side: 'entity-owner', teamRef: CREW }]);
    expect(
      findAnsweringTeams(
        {
          ...FERRY,
          relations: [{ type: 'ownedBy', targetRef: 'user:default/mira' }],
        },
        { scorecard, question: { text: '?' } },
      ),
    ).toEqual([]);
  });

  it('can be waived like any other', () => {
    const { checks } = compileScorecard(asking()).evaluate({
      entity: FERRY,
      facts: new Map(),
      waivers: [{ id: 'w', checkId: 'carries', expiresAt: NOW + DAY }],
      now: NOW,
    });
    expect(checks[0].status).toBe('waived');
  });
});

describe('the rules of answers', () => {
  const question = readQuestion({ text: '?' });
  const teams: AnsweringTeam[] = [
    { side: 'entity-owner', teamRef: CREW },
    { side: 'scorecard-owner', teamRef: OFFICE },
  ];
  const answers = fc.uniqueArray(
    fc
      .record({
        teamRef: fc.constantFrom(CREW, OFFICE, GUESTS),
        choice: fc.constantFrom('yes', 'partly', 'no', 'perhaps'),
        age: fc.integer({ min: 0, max: 200 }),
        isSetAside: fc.boolean(),
      })
      .map(({ teamRef, choice, age, isSetAside }) =>
        answer(teamRef, choice, {
          id: teamRef,
          answeredAt: NOW - age * DAY,
          expiresAt: NOW + (180 - age) * DAY,
          isSetAside,
        }),
      ),
    { selector: ({ teamRef }) => teamRef, maxLength: 3 },
  );
  const stand = (given: readonly GivenAnswer[], now = NOW) =>
    judgeAnswers(given, { question, teams, now });

  it('let nothing pass but what all that is in force says', () => {
    fc.assert(
      fc.property(answers, given => {
        const { verdict, answers: standing } = stand(given);
        const counted = standing.filter(({ state }) => state === 'in-force');
        expect(verdict === 'passes').toBe(
          counted.length > 0 &&
            counted.every(({ answer: { choice } }) => choice === 'yes'),
        );
        expect(stand([...given].reverse()).verdict).toBe(verdict);
        // What is not in force adds nothing to what is.
        expect(
          counted.length === 0 ||
            stand(counted.map(({ answer: one }) => one)).verdict === verdict,
        ).toBe(true);
        // Whatever was said, nothing holds once the time of all is over.
        expect(['expired', 'unanswered']).toContain(
          stand(given, NOW + 180 * DAY).verdict,
        );
      }),
    );
  });

  it('let the owner of the entity settle contradictions, and nobody else, nor anything else', () => {
    const actors = fc.record({
      ownershipRefs: fc.subarray([CREW, OFFICE, GUESTS]),
      principal: fc.constantFrom<AnswerActor['principal']>('user', 'agent'),
      ref: fc.constant('user:default/mira'),
    });
    fc.assert(
      fc.property(answers, actors, fc.nat(2), (given, actor, index) => {
        fc.pre(given.length > 0);
        const { id } = given[index % given.length];
        const standing = stand(given);
        const { refusal, setAside = [] } = judgeSettling(id, {
          standing,
          teams,
          actor,
        });
        const kept = standing.answers.find(one => one.answer.id === id);
        const isOwner =
          actor.principal === 'user' && actor.ownershipRefs.includes(CREW);
        const isSettled =
          isOwner &&
          standing.verdict === 'contradicts' &&
          kept?.state === 'in-force';
        expect(refusal === undefined).toBe(isSettled);
        const after = stand(
          given.map(one => ({
            ...one,
            isSetAside: one.isSetAside || setAside.includes(one.id),
          })),
        );
        const settled = kept?.passes ? 'passes' : 'fails';
        expect(after.verdict).toBe(isSettled ? settled : standing.verdict);
        const answering = judgeAnswering(teams, actor);
        expect(answering.refusal === undefined).toBe(
          actor.principal === 'user' &&
            teams.some(({ teamRef }) => actor.ownershipRefs.includes(teamRef)),
        );
      }),
    );
  });

  it('let somebody of several teams say for which they answer', () => {
    const actor: AnswerActor = {
      ref: 'user:default/mira',
      ownershipRefs: [OFFICE, CREW],
      principal: 'user',
    };
    expect(judgeAnswering(teams, actor)).toEqual({ team: teams[0] });
    expect(judgeAnswering(teams, actor, { teamRef: OFFICE })).toEqual({
      team: teams[1],
    });
    expect(judgeAnswering(teams, actor, { teamRef: GUESTS })).toEqual({
      refusal: 'not-yours',
    });
  });
});

describe('a question in a definition', () => {
  const problemsOf = (check: object) =>
    validateScorecard({
      ...asking(),
      spec: {
        ...asking().spec,
        checks: [
          { id: 'carries', title: 'Carries', level: 'bronze', ...check },
        ],
      },
    });
  const choice = (id: string, passes: boolean) => ({ id, title: id, passes });

  it.each<[object, string, RegExp]>([
    [{}, 'rule', /^is missing, and there is no question/],
    [
      { rule: { kind: 'Component' }, question: { text: '?' } },
      'question',
      /^stands in place of a rule/,
    ],
    [{ question: {} }, 'question.text', /^is missing$/],
    [{ question: { text: '' } }, 'question.text', /^is empty$/],
    [{ question: { text: '?', tpye: 1 } }, 'question.tpye', /not a field/],
    [
      { question: { text: '?' }, maxAge: '14d' },
      'maxAge',
      /^is about facts; how long an answer holds is said by spec.checks\[0\].question.expiresAfter$/,
    ],
    [
      { question: { text: '?', choices: [choice('yes', true)] } },
      'question.choices',
      /at least two/,
    ],
    [
      {
        question: {
          text: '?',
          choices: [choice('yes', true), choice('yes', false)],
        },
      },
      'question.choices[1].id',
      /is taken by/,
    ],
    [
      {
        question: {
          text: '?',
          choices: [choice('yes', true), { id: 'no', title: 'No' }],
        },
      },
      'question.choices[1].passes',
      /^is missing$/,
    ],
    [
      { question: { text: '?', evidence: 'always' } },
      'question.evidence',
      /^takes required or optional$/,
    ],
    ...['soon', '0d', '800d'].map((expiresAfter): [object, string, RegExp] => [
      { question: { text: '?', expiresAfter } },
      'question.expiresAfter',
      /above 0 and of at most two years/,
    ]),
    ...['user:default/mira', 'a:b:c'].map((name): [object, string, RegExp] => [
      { question: { text: '?', alsoAnsweredBy: [name] } },
      'question.alsoAnsweredBy[0]',
      /^takes a group such as/,
    ]),
    [
      { question: { text: '?', alsoAnsweredBy: Array(6).fill('a') } },
      'question.alsoAnsweredBy',
      /more than 5/,
    ],
  ])('%j is refused at %s', (check, field, message) => {
    expect(problemsOf(check)).toEqual([
      {
        path: `spec.checks[0].${field}`,
        message: expect.stringMatching(message),
      },
    ]);
  });

  it('is found to be one that cannot fail, or cannot pass, or repeats another', () => {
    const lint = (passes: boolean) => {
      const choices = [choice('a', passes), choice('b', passes)];
      return lintScorecard(asking({ choices })).map(({ path, rule }) => [
        path,
        rule,
      ]);
    };
    expect(lint(true)).toEqual([
      ['spec.checks[0].question.choices', 'check-never-fails'],
    ]);
    expect(lint(false)).toEqual([
      ['spec.checks[0].question.choices', 'check-never-passes'],
    ]);
    expect(lintScorecard(asking())).toEqual([]);
    const twice = asking();
    twice.spec.checks.push({ ...twice.spec.checks[0], id: 'again' });
    expect(lintScorecard(twice)).toMatchObject([
      { path: 'spec.checks[1].question', rule: 'check-repeats' },
    ]);
  });

  it('tells in the history what a new version asks otherwise', () => {
    expect(
      diffScorecards(
        asking(),
        asking({
          choices: [choice('no', false), choice('yes', true)],
          expiresAfter: '90d',
          alsoAnsweredBy: ['scorecard-owner'],
        }),
      ).map(text => text.replace(/[\u2066-\u2069]/g, '')),
    ).toEqual([
      "Check 'carries' now offers no, yes (passes), before yes (passes), partly, no",
      "Check 'carries' now takes answers for 90d, before for 180d",
      "Check 'carries' is now answered by the owner of the entity, scorecard-owner, before by the owner of the entity",
    ]);
    const ruled = asking();
    ruled.spec.checks = [
      {
        id: 'carries',
        title: 'Carries',
        level: 'bronze',
        rule: { kind: 'Component' },
      },
    ];
    expect(diffScorecards(ruled, asking())).toEqual([
      "Check 'carries' is now a question, before a rule",
    ]);
    expect(diffScorecards(asking(), asking({ text: 'Other words?' }))).toEqual(
      [],
    );
  });
});
