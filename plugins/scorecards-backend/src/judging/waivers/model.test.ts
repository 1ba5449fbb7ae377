import { TestDatabases } from '@backstage/backend-test-utils';
import {
  Waiver,
  WaiverActor,
  WaiverMove,
} from '@fairlead/backstage-plugin-scorecards-common';
import fc from 'fast-check';
import { TestCatalog } from '../../__testUtils__/TestCatalog';
import {
  component,
  COMPONENT,
  scorecard,
  SCORECARD,
} from '../../__testUtils__/entities';
import { DAY, startServices } from '../../__testUtils__/startServices';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(120_000);

const CREW = 'group:default/crew';
const OFFICE = 'group:default/office';

const ACTORS: Record<string, WaiverActor> = Object.fromEntries(
  (
    [
      ['mira', [CREW]],
      ['ole', [OFFICE]],
      ['kim', [CREW, OFFICE]],
      ['lou', [CREW, OFFICE]],
      ['sam', []],
    ] as const
  ).map(([name, teams]): [string, WaiverActor] => [
    name,
    {
      ref: `user:default/${name}`,
      ownershipRefs: [...teams],
      principal: 'user',
    },
  ]),
);
ACTORS.pat = {
  ref: 'user:default/pat',
  ownershipRefs: [],
  principal: 'user',
  isAdministrator: true,
};
ACTORS['software of kim'] = { ...ACTORS.kim, principal: 'agent' };

/** The plainest account of waivers on one check: who has said yes, and what became of each. */
interface ModelWaiver {
  asker: string;
  state: Waiver['state'];
  crew: string | undefined;
  office: string | undefined;
  expiresAt: number;
  renews: number | undefined;
}

class Model {
  now = 0;
  waivers: ModelWaiver[] = [];

  /** Those that are asked for or in force. */
  get current() {
    return this.waivers.filter(({ state }) =>
      ['requested', 'approved'].includes(state),
    );
  }

  pass(days: number) {
    this.now += days;
    for (const waiver of this.current) {
      if (waiver.expiresAt <= this.now) {
        waiver.state = 'expired';
      }
    }
  }

  mayAsk(renews: number | undefined): boolean {
    return renews === undefined
      ? this.current.length === 0
      : this.waivers[renews]?.state === 'approved' && this.current.length === 1;
  }

  ask(name: string, days: number, renews: number | undefined) {
    const actor = ACTORS[name];
    const isPerson = actor.principal === 'user';
    const isCrew = isPerson && actor.ownershipRefs.includes(CREW);
    const isOffice = isPerson && actor.ownershipRefs.includes(OFFICE);
    this.waivers.push({
      asker: actor.ref,
      state: 'requested',
      crew: isCrew ? actor.ref : undefined,
      office: isOffice && !isCrew ? actor.ref : undefined,
      expiresAt: this.now + days,
      renews,
    });
  }

  /** Whether the move was taken. */
  move(name: string, index: number, move: WaiverMove): boolean {
    const waiver = this.waivers[index];
    const { ref, ownershipRefs, principal, isAdministrator } = ACTORS[name];
    const isCrew = ownershipRefs.includes(CREW);
    const isOffice = ownershipRefs.includes(OFFICE);
    const isAsker = waiver.asker === ref;
    if (principal !== 'user' && move !== 'withdraw') {
      return false;
    }
    if (move === 'withdraw' && isAsker && waiver.state === 'requested') {
      waiver.state = 'withdrawn';
      return true;
    }
    if (
      move === 'revoke' &&
      waiver.state === 'approved' &&
      (isCrew || isOffice || isAsker || isAdministrator)
    ) {
      waiver.state = 'revoked';
      return true;
    }
    if (waiver.state !== 'requested' || !(isCrew || isOffice)) {
      return false;
    }
    if (move === 'reject') {
      waiver.state = 'rejected';
      return true;
    }
    return move === 'approve' && this.#approve(waiver, ref, isCrew, isOffice);
  }

  #approve(
    waiver: ModelWaiver,
    ref: string,
    isCrew: boolean,
    isOffice: boolean,
  ): boolean {
    const crew = waiver.crew ?? (isCrew ? ref : undefined);
    let office = waiver.office ?? (isOffice ? ref : undefined);
    if (crew === waiver.asker && office === waiver.asker) {
      if (waiver.crew ?? waiver.office) {
        return false;
      }
      office = undefined;
    }
    if (crew === waiver.crew && office === waiver.office) {
      return false;
    }
    Object.assign(waiver, { crew, office });
    if (crew && office) {
      waiver.state = 'approved';
      const renewed =
        waiver.renews === undefined ? undefined : this.waivers[waiver.renews];
      if (renewed?.state === 'approved') {
        renewed.state = 'renewed';
      }
    }
    return true;
  }
}

interface Real {
  services: Awaited<ReturnType<typeof startServices>>;
  start: number;
  ids: string[];
}

type Command = fc.AsyncCommand<Model, Real>;

async function compare(model: Model, { services, ids }: Real) {
  const stored = await Promise.all(ids.map(id => services.waivers.get(id)));
  expect(
    stored.map(waiver => [
      waiver?.state,
      waiver?.entityOwnerApproval?.by,
      waiver?.scorecardOwnerApproval?.by,
    ]),
  ).toEqual(
    model.waivers.map(({ state, crew, office }) => [state, crew, office]),
  );
  // What counts for results is one waiver at most, and the one that the model says.
  const inForce = await services
    .db('waivers')
    .where('state', 'approved')
    .where('expires_at', '>', services.clock.now)
    .pluck('id');
  expect(inForce).toEqual(
    ids.filter((_, index) => model.waivers[index].state === 'approved'),
  );
}

async function expectRefusal(change: Promise<unknown>, name: RegExp) {
  await expect(change).rejects.toMatchObject({
    name: expect.stringMatching(name),
  });
}

class Ask implements Command {
  constructor(
    readonly name: string,
    readonly days: number,
    readonly renews: number | undefined,
  ) {}

  check = () => true;

  async run(model: Model, real: Real) {
    const { clock, waiverService } = real.services;
    const renews =
      this.renews === undefined || model.waivers.length === 0
        ? undefined
        : this.renews % model.waivers.length;
    const asked = waiverService.request({
      scorecardRef: SCORECARD,
      checkId: 'leaks',
      entityRef: COMPONENT,
      reason: 'In dry dock',
      expiresAt: new Date(clock.now + this.days * DAY).toISOString(),
      renews: renews === undefined ? undefined : real.ids[renews],
      actor: ACTORS[this.name],
    });
    if (model.mayAsk(renews)) {
      model.ask(this.name, this.days, renews);
      real.ids.push((await asked).id);
    } else {
      await expectRefusal(asked, /^ConflictError$/);
    }
    await compare(model, real);
  }

  toString = () => `${this.name} asks for ${this.days}d, renews ${this.renews}`;
}

class Move implements Command {
  constructor(
    readonly name: string,
    readonly index: number,
    readonly move: WaiverMove,
  ) {}

  check = ({ waivers }: Model) => waivers.length > 0;

  async run(model: Model, real: Real) {
    const index = this.index % model.waivers.length;
    const decided = real.services.waiverService.decide({
      id: real.ids[index],
      decision: this.move,
      reason: 'As it is',
      actor: ACTORS[this.name],
    });
    if (model.move(this.name, index, this.move)) {
      await decided;
    } else {
      await expectRefusal(decided, /^(NotAllowed|Conflict)Error$/);
    }
    await compare(model, real);
  }

  toString = () => `${this.name} ${this.move}s ${this.index}`;
}

class Pass implements Command {
  constructor(readonly days: number) {}

  check = () => true;

  async run(model: Model, real: Real) {
    model.pass(this.days);
    real.services.clock.now = real.start + model.now * DAY;
    await compare(model, real);
  }

  toString = () => `${this.days}d pass`;
}

const name = fc.constantFrom(...Object.keys(ACTORS));
const index = fc.nat({ max: 5 });

const commands = fc.commands<Model, Real, false>(
  [
    fc
      .tuple(name, fc.integer({ min: 1, max: 30 }), fc.option(index))
      .map(
        ([actor, days, renews]) => new Ask(actor, days, renews ?? undefined),
      ),
    fc
      .tuple(
        name,
        index,
        fc.constantFrom<WaiverMove>('approve', 'reject', 'withdraw', 'revoke'),
      )
      .map(([actor, on, move]) => new Move(actor, on, move)),
    // Approvals are what most histories are made of.
    fc.tuple(name, index).map(([actor, on]) => new Move(actor, on, 'approve')),
    fc.integer({ min: 1, max: 20 }).map(days => new Pass(days)),
  ],
  { maxCommands: 25 },
);

describe.each(databases.eachSupportedId())('waivers of several, %s', id => {
  it('stand where the plainest account of them says, whoever does what', async () => {
    const services = await startServices({
      knex: await databases.init(id),
      catalog: new TestCatalog([
        component('ferry', CREW),
        scorecard({ owner: OFFICE }),
      ]),
    });
    await services.catchUp();
    const property = fc.assert(
      fc.asyncProperty(commands, async steps => {
        await services.db('decisions').delete();
        await services.db('waivers').delete();
        await fc.asyncModelRun(
          () => ({
            model: new Model(),
            real: { services, start: services.clock.now, ids: [] },
          }),
          steps,
        );
      }),
      { numRuns: id === 'SQLITE_3' ? 60 : 15 },
    );
    await expect(property).resolves.toBeUndefined();
  });
});
