import { TestDatabases } from '@backstage/backend-test-utils';
import { startServices } from '../../__testUtils__/startServices';
import { SEES_ALL, ForVisible } from '../../catalog/visibility';
import { component } from '../../__testUtils__/entities';
import { DefaultPreview, Preview, PreviewRequest, QueuedPreview } from '.';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const SCOPE: ForVisible = { visibility: SEES_ALL };

describe.each(databases.eachSupportedId())('DefaultPreview, %s', id => {
  const scorecard = `
      apiVersion: fairlead.dev/v1alpha1
      kind: Scorecard
      metadata: { name: names }
      spec:
        owner: crew
        appliesTo: { kind: Component }
        levels: [gold]
        checks:
          - { id: name, title: Named, level: gold, rule: { metadata.name: { $matches: 'x{90}$' } } }
    `;

  async function start(count: number) {
    const { catchUp, db, facts, knownFacts } = await startServices({
      knex: await databases.init(id),
      entities: Array.from({ length: count }, (_, index) =>
        component(`ferry-${index}`, 'group:default/crew'),
      ),
    });
    await catchUp();
    return (steps?: number) =>
      DefaultPreview.create({ db, facts, known: knownFacts, steps }).run(
        { scorecard, limit: 1 },
        SCOPE,
      );
  }

  afterEach(() => jest.restoreAllMocks());

  it('gives others a turn between two entities when one has taken long', async () => {
    const preview = await start(150);
    // A second passes with each look at the clock, so that each entity has taken long.
    let second = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => {
      second += 1;
      return second * 1_000;
    });
    // The budget of time is looked at once an entity.
    let looks = 0;
    const now = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => {
      looks += 1;
      return now();
    });
    let most = 0;
    let isOver = false;
    const onTurn = () => {
      most = Math.max(most, looks);
      looks = 0;
      if (!isOver) {
        setImmediate(onTurn);
      }
    };
    onTurn();
    await preview();
    isOver = true;
    expect(most).toBeLessThan(15);
  });

  it('has one budget for the whole request', async () => {
    const preview = await start(5);
    await expect(preview(100_000)).resolves.toMatchObject({
      problems: [],
      totals: { after: { none: 5 } },
    });
    // Each name has seven characters, of which the pattern looks at each with some ninety instructions.
    await expect(preview(2_000)).rejects.toThrow(
      /^The preview looks through more text and lists than one request may; narrow 'appliesTo'/,
    );
  });
});

describe('QueuedPreview', () => {
  const ANSWER = {
    problems: [],
    totals: { before: null, after: {} },
    entities: [],
  };

  /** A preview in which each run ends when it is told to. */
  function start() {
    const started: { name: unknown; end(error?: Error): void }[] = [];
    const inner: Preview<ForVisible> = {
      run: ({ scorecard }) =>
        new Promise((resolve, reject) => {
          started.push({
            name: scorecard,
            end: error => (error ? reject(error) : resolve(ANSWER)),
          });
        }),
    };
    const queued = QueuedPreview.create(inner);
    const run = (scorecard: string, signal?: AbortSignal) =>
      queued.run({ scorecard, limit: 1, signal } as PreviewRequest, SCOPE);
    const settled = async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await new Promise(resolve => setImmediate(resolve));
      }
    };
    return { run, settled, started, names: () => started.map(s => s.name) };
  }

  it('runs two at once and the others in their turn, whether or not one fails', async () => {
    const { run, settled, started, names } = start();
    const runs = ['a', 'b', 'c', 'd'].map(name => run(name));
    await settled();
    expect(names()).toEqual(['a', 'b']);
    started[0].end(new Error('It failed'));
    await expect(runs[0]).rejects.toThrow('It failed');
    started[1].end();
    await runs[1];
    await settled();
    expect(names()).toEqual(['a', 'b', 'c', 'd']);
    started[2].end();
    started[3].end();
    await expect(Promise.all(runs.slice(2))).resolves.toEqual([ANSWER, ANSWER]);
  });

  it('refuses more than may wait, and takes one again when there is room', async () => {
    const { run, settled, started } = start();
    const runs = Array.from({ length: 12 }, (_, index) => run(`${index}`));
    await expect(run('too many')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    await settled();
    started[0].end();
    await settled();
    const late = run('late');
    for (let index = 1; index < 13; index += 1) {
      started[index].end();
      await settled();
    }
    await expect(Promise.all([...runs, late])).resolves.toHaveLength(13);
  });

  it('lets go of one whose caller has left', async () => {
    const { run, settled, started, names } = start();
    const controller = new AbortController();
    const runs = [run('a'), run('b')];
    const left = run('left', controller.signal);
    const next = run('next');
    await settled();
    controller.abort(new Error('It left'));
    await expect(left).rejects.toThrow('It left');
    started[0].end();
    await settled();
    expect(names()).toEqual(['a', 'b', 'next']);
    started[1].end();
    started[2].end();
    await Promise.all([...runs, next]);
  });
});
