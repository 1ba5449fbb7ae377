import { TestDatabases } from '@backstage/backend-test-utils';
import { AnswerActor } from '@fairlead/backstage-plugin-scorecards-common';
import fc from 'fast-check';
import {
  component,
  COMPONENT,
  scorecard,
  SCORECARD,
} from '../../__testUtils__/entities';
import { DAY, startServices } from '../../__testUtils__/startServices';
import { TestCatalog } from '../../__testUtils__/TestCatalog';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(120_000);

const CREW = 'group:default/crew';
const OFFICE = 'group:default/office';
const HOLDS_FOR = 30;

const ACTORS: Record<string, AnswerActor> = Object.fromEntries(
  (
    [
      ['mira', [CREW]],
      ['ole', [OFFICE]],
      ['kim', [CREW, OFFICE]],
      ['sam', []],
    ] as const
  ).map(([name, teams]): [string, AnswerActor] => [
    name,
    {
      ref: `user:default/${name}`,
      ownershipRefs: [...teams],
      principal: 'user',
    },
  ]),
);
ACTORS['software of kim'] = { ...ACTORS.kim, principal: 'agent' };

/** The plainest account of one question: all that was answered, and what became of each. */
class Model {
  now = 0;
  answers: { team: string; passes: boolean; day: number; isAside: boolean }[] =
    [];

  /** The indices of the answers that count: the newest of each team, unless it was set aside or is too old. */
  get counted(): number[] {
    return [CREW, OFFICE]
      .map(team => this.answers.findLastIndex(answer => answer.team === team))
      .filter(
        index =>
          index >= 0 &&
          !this.answers[index].isAside &&
          this.now < this.answers[index].day + HOLDS_FOR,
      );
  }

  get isContradictory(): boolean {
    return (
      new Set(this.counted.map(index => this.answers[index].passes)).size === 2
    );
  }

  get status(): string {
    const counted = this.counted.map(index => this.answers[index]);
    if (counted.length === 0) {
      return this.answers.some(
        (answer, index) =>
          !answer.isAside &&
          this.answers.findLastIndex(({ team }) => team === answer.team) ===
            index,
      )
        ? 'stale'
        : 'no-data';
    }
    if (this.isContradictory) {
      return 'no-data';
    }
    return counted[0].passes ? 'pass' : 'fail';
  }
}

interface Real {
  services: Awaited<ReturnType<typeof startServices>>;
  start: number;
  ids: string[];
}

type Command = fc.AsyncCommand<Model, Real>;

async function compare(model: Model, { services }: Real) {
  await services.evaluator.run();
  const [{ statuses }] = await services.results();
  expect(statuses).toEqual([model.status]);
}

async function expectRefusal(change: Promise<unknown>) {
  await expect(change).rejects.toMatchObject({
    name: expect.stringMatching(/^(NotAllowed|Conflict)Error$/),
  });
}

class Answer implements Command {
  constructor(readonly name: string, readonly choice: 'yes' | 'no') {}

  check = () => true;

  async run(model: Model, real: Real) {
    const { ownershipRefs, principal } = ACTORS[this.name];
    const answered = real.services.attestationService.answer({
      scorecardRef: SCORECARD,
      checkId: 'carries',
      entityRef: COMPONENT,
      choice: this.choice,
      actor: ACTORS[this.name],
    });
    if (principal === 'user' && ownershipRefs.length > 0) {
      const { id } = await answered;
      real.ids.push(id);
      model.answers.push({
        team: ownershipRefs[0],
        passes: this.choice === 'yes',
        day: model.now,
        isAside: false,
      });
    } else {
      await expectRefusal(answered);
    }
    await compare(model, real);
  }

  toString = () => `${this.name} answers ${this.choice}`;
}

class Settle implements Command {
  constructor(readonly name: string, readonly index: number) {}

  check = ({ answers }: Model) => answers.length > 0;

  async run(model: Model, real: Real) {
    const index = this.index % model.answers.length;
    const { ownershipRefs, principal } = ACTORS[this.name];
    const settled = real.services.attestationService.settle({
      id: real.ids[index],
      reason: 'As it is',
      actor: ACTORS[this.name],
    });
    if (
      principal === 'user' &&
      ownershipRefs.includes(CREW) &&
      model.isContradictory &&
      model.counted.includes(index)
    ) {
      await settled;
      for (const other of model.counted.filter(one => one !== index)) {
        model.answers[other].isAside = true;
      }
    } else {
      await expectRefusal(settled);
    }
    await compare(model, real);
  }

  toString = () => `${this.name} settles for ${this.index}`;
}

class Pass implements Command {
  constructor(readonly days: number) {}

  check = () => true;

  async run(model: Model, real: Real) {
    model.now += this.days;
    real.services.clock.now = real.start + model.now * DAY;
    await compare(model, real);
  }

  toString = () => `${this.days}d pass`;
}

const name = fc.constantFrom(...Object.keys(ACTORS));

const commands = fc.commands<Model, Real, false>(
  [
    fc
      .tuple(name, fc.constantFrom<'yes' | 'no'>('yes', 'no'))
      .map(([actor, choice]) => new Answer(actor, choice)),
    fc
      .tuple(name, fc.nat({ max: 5 }))
      .map(([actor, index]) => new Settle(actor, index)),
    fc.integer({ min: 1, max: 20 }).map(days => new Pass(days)),
  ],
  { maxCommands: 20 },
);

describe.each(databases.eachSupportedId())('answers of several, %s', id => {
  it('stand where the plainest account of them says, whoever does what', async () => {
    const services = await startServices({
      knex: await databases.init(id),
      catalog: new TestCatalog([
        component('ferry', CREW),
        scorecard({
          owner: OFFICE,
          checks: [
            {
              id: 'carries',
              rule: undefined,
              question: {
                text: 'Will it carry more?',
                expiresAfter: `${HOLDS_FOR}d`,
                alsoAnsweredBy: ['scorecard-owner'],
              },
            },
          ],
        }),
      ]),
    });
    await services.catchUp();
    const property = fc.assert(
      fc.asyncProperty(commands, async steps => {
        await services.db('decisions').delete();
        await services.db('attestations').delete();
        await services.db('results').delete();
        await services.db('entities').update({ evaluate_at: 0 });
        await fc.asyncModelRun(
          () => ({
            model: new Model(),
            real: { services, start: services.clock.now, ids: [] },
          }),
          steps,
        );
      }),
      { numRuns: id === 'SQLITE_3' ? 40 : 10 },
    );
    await expect(property).resolves.toBeUndefined();
  });
});
