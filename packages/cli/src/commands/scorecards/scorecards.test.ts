import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runImport } from './import';
import { runLint } from './lint';
import { runPreview } from './preview';

const SCORECARD = `apiVersion: fairlead.dev/v1alpha1
kind: Scorecard
metadata: { name: ready, title: Ready }
spec:
  owner: platform
  appliesTo: { kind: Component }
  levels: [bronze, silver]
  checks:
    - id: owned
      title: Owned
      level: bronze
      rule: { spec.owner: { $exists: true } }
    - id: fast
      title: Fast
      level: silver
      rule: { facts.ci.build.minutes: { $lte: 10 } }
`;

const CHECKS = `techInsights:
  factChecker:
    checks:
      owner:
        type: json-rules-engine
        name: Has an owner
        factIds: [ownership]
        rule: { conditions: { all: [{ fact: has, operator: equal, value: true }] } }
      odd:
        type: json-rules-engine
        factIds: [ownership]
        rule: { conditions: { all: [{ fact: has, operator: near, value: 1 }] } }
`;

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'fairlead-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function write(files: Record<string, string>) {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), content);
  }
}

const COMMANDS = { lint: runLint, import: runImport, preview: runPreview };

async function run(command: keyof typeof COMMANDS, ...args: string[]) {
  let out = '';
  let error = '';
  const code = await COMMANDS[command](
    {
      args,
      info: {
        usage: `fairlead scorecards ${command}`,
        name: `scorecards ${command}`,
      },
    },
    {
      cwd,
      env: { FAIRLEAD_TOKEN: 'secret' },
      write: text => {
        out += text;
      },
      writeError: text => {
        error += text;
      },
    },
  );
  return { code, out, error };
}

async function problemsOf(...args: string[]) {
  const { out } = await run('lint', ...args, '--format', 'json');
  return JSON.parse(out).problems.map(
    ({ file, line, rule, severity }: Record<string, unknown>) =>
      `${file}:${line} ${severity} ${rule}`,
  );
}

type Answer = { status?: number; retryAfter?: number; body: unknown };

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  server = undefined;
});

/** A portal that answers each path from a list, the last answer again and again. */
async function startPortal(answers: Record<string, Answer[]>) {
  const asked: { path: string; token?: string; body: string }[] = [];
  server = createServer(async (request: IncomingMessage, response) => {
    const body = await readAll(request);
    const path = `${request.url}`;
    asked.push({ path, token: request.headers.authorization, body });
    const queue = answers[path.split('?')[0]] ?? [
      { status: 404, body: { error: { message: 'Not found' } } },
    ];
    const answer = queue.length > 1 ? queue.shift()! : queue[0];
    response.writeHead(answer.status ?? 200, {
      ...(answer.retryAfter !== undefined && {
        'retry-after': String(answer.retryAfter),
      }),
    });
    response.end(
      typeof answer.body === 'string'
        ? answer.body
        : JSON.stringify(answer.body),
    );
  });
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

describe('fairlead scorecards lint', () => {
  it('is clean, and passes over what is no scorecard', async () => {
    write({ 'a/ready.yaml': `kind: Group\n---\n${SCORECARD}` });
    expect(await run('lint', 'a')).toEqual({
      code: 0,
      out: 'No problems in 1 file\n',
      error: '',
    });
  });

  it('tells what the catalog would refuse, and what is valid and means nothing', async () => {
    write({
      'again.yaml': SCORECARD.replace('name: ready', 'name: again'),
      'ready.yaml': SCORECARD,
      'twice.yaml': SCORECARD,
      'wrong.yaml': `# one\n---\n${SCORECARD.replace('$lte', '$let')}`,
      'idle.yaml': SCORECARD.replace('name: ready', 'name: idle').replace(
        '{ $lte: 10 }',
        '{ $lte: 10, $gt: 10 }',
      ),
    });
    expect(await problemsOf('.')).toEqual([
      'idle.yaml:12 info check-repeats-elsewhere',
      'idle.yaml:16 warning check-never-passes',
      'ready.yaml:12 info check-repeats-elsewhere',
      'ready.yaml:16 info check-repeats-elsewhere',
      'twice.yaml:3 error scorecard-twice',
      'wrong.yaml:18 error scorecard-wrong',
    ]);
    expect((await run('lint', 'idle.yaml')).code).toBe(0);
    expect(
      await run('lint', 'idle.yaml', '--fail-on=warning', '--format=markdown'),
    ).toMatchObject({
      code: 1,
      out: expect.stringContaining('| idle.yaml:16:7 | warning | spec.checks'),
    });
  });

  it('knows facts from a file and owners from a folder', async () => {
    write({
      'ready.yaml': SCORECARD,
      'facts.json': JSON.stringify({ items: [{ id: 'ci.build.minute' }] }),
      'good.yaml': '- ci.build.minutes\n',
      'org/groups.yaml':
        'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: platform }\n',
    });
    expect(
      await problemsOf('ready.yaml', '--facts=facts.json', '--catalog=org'),
    ).toEqual(['ready.yaml:16 error fact-wrong']);
    write({ 'org/groups.yaml': 'kind: none\n' });
    expect(
      await problemsOf('ready.yaml', '--facts=good.yaml', '--catalog=org'),
    ).toEqual(['ready.yaml:5 warning owner-unknown']);
  });

  it('asks the portal for facts, sources and owners', async () => {
    write({ 'ready.yaml': SCORECARD });
    const fact = { id: 'ci.build.minutes', type: 'number' };
    const { url, asked } = await startPortal({
      '/api/scorecards/facts': [{ body: { items: [fact] } }],
      '/api/scorecards/sources': [
        {
          body: {
            items: [{ id: 'ci', facts: [fact.id], lastOutcome: 'failure' }],
          },
        },
      ],
    });
    expect(await problemsOf('ready.yaml', '--portal', url)).toEqual([
      'ready.yaml:5 warning owner-unknown',
      'ready.yaml:16 warning fact-stale',
    ]);
    expect(asked.map(({ path }) => path)).toContain(
      '/api/catalog/entities/by-name/group/default/platform',
    );
    expect(asked[0].token).toBe('Bearer secret');
  });

  it.each([
    [['nope.yaml'], "There is no 'nope.yaml'"],
    [['.'], 'There is no scorecard in .'],
    [[], 'Name the files or folders'],
    [['.', '--fail-on', 'x'], '--fail-on takes'],
    [['.', '--format', 'x'], '--format takes'],
    [['.', '--portal', 'x'], '--portal takes'],
    [['.', '--facts', 'x'], "'x' cannot be read"],
  ])('cannot run with %j', async (args, error) => {
    expect(await run('lint', ...args)).toEqual({
      code: 2,
      out: '',
      error: expect.stringContaining(error),
    });
  });
});

describe('fairlead scorecards preview', () => {
  const entity = (
    name: string,
    [before, after]: (string | null)[],
    [owned, fast]: string[],
  ) => ({
    entityRef: `component:default/${name}`,
    before: { level: before, score: 1 },
    after: {
      level: after,
      score: 1,
      checks: [
        { id: 'owned', status: owned, reason: 'because' },
        { id: 'fast', status: fast, reason: 'it is | slow @here' },
      ],
    },
  });
  const totals = {
    before: { none: 0, bronze: 1, silver: 1 },
    after: { none: 0, bronze: 1, silver: 1 },
  };
  const preview = [
    {
      body: {
        problems: [],
        totals,
        entities: [entity('cart', ['silver', 'bronze'], ['pass', 'fail'])],
        nextCursor: 'next',
      },
    },
    {
      body: {
        problems: [],
        totals,
        entities: [entity('shop', ['bronze', 'silver'], ['pass', 'pass'])],
      },
    },
  ];
  const rows = {
    body: {
      checkIds: ['owned', 'fast'],
      items: [
        { entityRef: 'component:default/cart', statuses: ['pass', 'pass'] },
        { entityRef: 'component:default/shop', statuses: ['pass', 'no-data'] },
      ],
    },
  };
  const start = () =>
    startPortal({
      '/api/scorecards/preview': [...preview],
      '/api/scorecards/scorecards/default/ready/entities': [rows],
    });

  it('prints each level that is gained and lost, and the checks that turn', async () => {
    write({ 'ready.yaml': SCORECARD });
    const { url, asked } = await start();
    const { code, out } = await run('preview', 'ready.yaml', '--portal', url);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      '2 entities judged: 1 lose a level, 1 gain one, 2 checks turn',
      '',
      `  ${'none'.padEnd(24)}      0 → 0`,
      `  ${'bronze'.padEnd(24)}      1 → 1`,
      `  ${'silver'.padEnd(24)}      1 → 1`,
      '',
      'Lose a level',
      '  component:default/cart  silver → bronze',
      '',
      'Gain a level',
      '  component:default/shop  bronze → silver',
      '',
      'fast: pass → fail on 1 entity',
      '  component:default/cart  it is | slow @here',
      '',
      'fast: no-data → pass on 1 entity',
      '  component:default/shop  it is | slow @here',
      '',
    ]);
    expect(JSON.parse(asked[0].body)).toEqual({
      scorecard: SCORECARD,
      limit: 500,
    });
    expect(asked.map(({ token }) => token)).toEqual(
      asked.map(() => 'Bearer secret'),
    );
  });

  it.each([
    ['none', 0],
    ['loss', 1],
    ['flip', 1],
    ['change', 1],
  ])('with --fail-on %s exits with %i', async (failOn, code) => {
    write({ 'ready.yaml': SCORECARD });
    const { url } = await start();
    const args = ['ready.yaml', '--portal', url, '--fail-on', failOn];
    expect(await run('preview', ...args, '--format=json')).toMatchObject({
      code,
    });
  });

  it('writes a comment that nobody is called by, and that has an end', async () => {
    write({ 'ready.yaml': SCORECARD });
    const many = Array.from({ length: 2_000 }, (_, index) =>
      entity(`e${index}${'x'.repeat(600)}`, ['silver', null], ['pass', 'fail']),
    );
    const { url } = await startPortal({
      '/api/scorecards/preview': [
        { body: { problems: [], totals, entities: many } },
      ],
      '/api/scorecards/scorecards/default/ready/entities': [rows],
    });
    const args = ['ready.yaml', '--portal', url, '--format', 'markdown'];
    const large = await run('preview', ...args);
    expect(large.out).toContain('… and 1960 more.');
    expect(large.out.length).toBeLessThan(65_000);

    server?.close();
    const again = await start();
    const { out } = await run(
      'preview',
      'ready.yaml',
      '--portal',
      again.url,
      '--format=markdown',
    );
    expect(out).toContain('it is \\| slow &#64;here');
  });

  it('tells problems of the definition with their places', async () => {
    write({ 'ready.yaml': SCORECARD });
    const { url } = await startPortal({
      '/api/scorecards/preview': [
        {
          body: {
            problems: [
              { path: 'spec.checks[1].rule', message: 'no source knows' },
            ],
            totals: { before: null, after: {} },
            entities: [],
          },
        },
      ],
    });
    expect(await run('preview', 'ready.yaml', '--portal', url)).toEqual({
      code: 1,
      out: '',
      error: 'ready.yaml:16:7: spec.checks[1].rule: no source knows\n',
    });
  });

  it.each([
    [401, { error: { message: 'Illegal token' } }, 'does not accept the token'],
    [403, { error: { message: 'no' } }, 'may not do this'],
    [400, { error: { message: "Body 'limit': too big" } }, "Body 'limit'"],
    [404, '', 'has no scorecards at this address'],
    [200, '<html>', 'in a way that this version does not understand'],
  ])('says of %i what to do', async (status, body, error) => {
    write({ 'ready.yaml': SCORECARD });
    const { url } = await startPortal({
      '/api/scorecards/preview': [{ status, body }],
    });
    expect(await run('preview', 'ready.yaml', '--portal', url)).toEqual({
      code: 2,
      out: '',
      error: expect.stringContaining(error),
    });
  });

  it('asks a busy portal again, and says when there is none', async () => {
    write({ 'ready.yaml': SCORECARD });
    const { url } = await startPortal({
      '/api/scorecards/preview': [
        { status: 503, retryAfter: 0, body: {} },
        ...preview,
      ],
    });
    expect((await run('preview', 'ready.yaml', '--portal', url)).code).toBe(0);
    await new Promise(done => {
      server?.close(done);
      server?.closeAllConnections();
    });
    expect(await run('preview', 'ready.yaml', '--portal', url)).toEqual({
      code: 2,
      out: '',
      error: expect.stringContaining('cannot be reached: ECONNREFUSED'),
    });
    expect(await run('preview', 'ready.yaml')).toMatchObject({ code: 2 });
  });
});

describe('fairlead scorecards import', () => {
  it('prints a scorecard that lints, and tells what it left out', async () => {
    write({ 'app-config.yaml': CHECKS });
    const { code, out, error } = await run(
      'import',
      'tech-insights',
      'app-config.yaml',
    );
    expect(code).toBe(0);
    expect(error).toContain(
      "app-config.yaml:12:60: left out 'odd': the operator 'near' has no equivalent",
    );
    expect(error).toContain('Nobody answers for the scorecard yet');
    write({ 'scorecard.yaml': out });
    expect((await run('lint', 'scorecard.yaml')).code).toBe(0);
  });

  it('writes a file, and never over one', async () => {
    write({ 'app-config.yaml': CHECKS });
    const args = ['tech-insights', 'app-config.yaml', '--owner=crew'];
    const more = ['--name=moved', '--output=moved.yaml'];
    expect((await run('import', ...args, ...more)).out).toBe('');
    expect(readFileSync(join(cwd, 'moved.yaml'), 'utf8')).toContain(
      'name: moved',
    );
    expect(await run('import', ...args, ...more)).toMatchObject({
      code: 2,
      error: expect.stringContaining('is there already'),
    });
  });

  it.each([
    ['nothing to import', ['rhdh', 'app-config.yaml'], 1, 'has no thresholds'],
    ['Cortex', ['cortex', 'x.yaml'], 2, 'query language CQL'],
    ['another product', ['port', 'x.yaml'], 2, 'The product takes'],
    ['no file', ['compass'], 2, 'Name the product and the file'],
    ['a wrong name', ['rhdh', 'x', '--name', 'a b'], 2, '--name takes'],
    ['a wrong owner', ['rhdh', 'x', '--owner', 'a b'], 2, '--owner takes'],
  ])('says of %s what to do', async (_name, args, code, error) => {
    write({ 'app-config.yaml': CHECKS });
    expect(await run('import', ...args)).toEqual({
      code,
      out: '',
      error: expect.stringContaining(error),
    });
  });
});
