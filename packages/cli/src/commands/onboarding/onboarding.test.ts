import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runImport } from './import';
import { runLint } from './lint';
import { runPreview } from './preview';

const TRACK = `apiVersion: fairlead.dev/v1alpha1
kind: OnboardingTrack
metadata: { name: sea, title: Go to sea }
spec:
  owner: crew
  audience: { groups: { $contains: group:default/all } }
  includes: [everybody]
  milestones:
    - id: first-week
      title: First week
      due: 1w
      tasks:
        - id: build
          title: Build the shop
          takes: 2h
          verifiedBy: { record: green-build }
      generate: [services, people]
`;

const EVERYBODY = `apiVersion: fairlead.dev/v1alpha1
kind: OnboardingTrack
metadata: { name: everybody }
spec:
  owner: crew
  milestones:
    - id: before
      title: Before
      due: 0d
      tasks:
        - { id: laptop, title: Order a laptop, for: manager }
        - { id: bag, title: Pack, after: [laptop], optional: true }
`;

const ORG = `apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ann }
spec: { memberOf: [crew] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: ben }
spec: { memberOf: [crew] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: zoe }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: crew }
spec: { type: team, parent: all, children: [] }
---
# nothing
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: shop }
spec: { type: service, lifecycle: production, owner: crew }
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
        usage: `fairlead onboarding ${command}`,
        name: `onboarding ${command}`,
      },
    },
    {
      cwd,
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

describe('fairlead onboarding lint', () => {
  it('is clean, and passes over what is no track', async () => {
    write({
      'a/sea.yaml': TRACK,
      'a/base/all.yml': `${ORG}---\n${EVERYBODY}`,
      'a/chart.yaml': '{{ if }}',
    });
    expect(await run('lint', 'a')).toEqual({
      code: 0,
      out: 'No problems in 2 files\n',
      error: '',
    });
  });

  it('tells problems with their places, each file and all files together', async () => {
    write({
      'wrong.yaml': `# one\n---\n${TRACK.replace('2h', 'long')}`,
      'alone.yaml': TRACK.replace('name: sea', 'name: alone').replace(
        'title: Build the shop',
        'title: Build the shop\n          after: [nope]',
      ),
      'everybody.yaml': EVERYBODY,
    });
    const { code, out } = await run('lint', '.', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      files: 3,
      problems: [
        {
          file: 'alone.yaml',
          line: 1,
          column: 1,
          rule: 'tracks-together',
          severity: 'error',
          message: expect.stringContaining(
            'spec.milestones[0].tasks[0].after[0]: names no task',
          ),
        },
        {
          file: 'wrong.yaml',
          line: 17,
          column: 18,
          rule: 'track-wrong',
          severity: 'error',
          message: expect.stringContaining(
            'spec.milestones[0].tasks[0].takes: takes a whole number',
          ),
        },
      ],
    });
  });

  it('tells two tracks of one name, and where the other is', async () => {
    const again = EVERYBODY.replace('everybody', 'Everybody');
    write({ 'a.yaml': EVERYBODY, 'b.yaml': `# again\n---\n${again}` });
    const { code, out } = await run('lint', '.', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out).problems).toEqual([
      {
        file: 'b.yaml',
        line: 3,
        column: 1,
        rule: 'track-twice',
        severity: 'error',
        message:
          "metadata.name: there is 'onboardingtrack:default/everybody' already, in a.yaml:1; give one of them another name",
      },
    ]);
  });

  it('says of what is included from elsewhere that it was not looked at', async () => {
    write({ 'sea.yaml': TRACK });
    expect((await run('lint', 'sea.yaml')).code).toBe(0);
    expect(await run('lint', 'sea.yaml', '--fail-on', 'info')).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        "includes 'onboardingtrack:default/everybody'",
      ),
    });
  });

  it.each([
    [['nope.yaml'], "There is no 'nope.yaml'"],
    [['.'], 'There is no track in .'],
    [[], 'Name the files or folders'],
    [['.', '--fail-on', 'x'], '--fail-on takes'],
    [['.', '--what'], "There is no option '--what'"],
  ])('cannot run with %j', async (args, error) => {
    expect(await run('lint', ...args)).toEqual({
      code: 2,
      out: '',
      error: expect.stringContaining(error),
    });
  });
});

describe('fairlead onboarding import', () => {
  it('prints a track that lints, and tells what it left out', async () => {
    write({ 'list.md': '# Hello\n- [ ] Build\n\n---\n\nlost\n' });
    const { code, out, error } = await run('import', 'list.md');
    expect(code).toBe(0);
    expect(error).toContain('list.md:6:1: The text stands below no task');
    expect(error).toContain('Nobody answers for the track yet');
    write({ 'track.yaml': out });
    expect((await run('lint', 'track.yaml')).code).toBe(0);
  });

  it('writes a file, and never over one', async () => {
    write({ 'list.md': '- [ ] Build' });
    const args = ['list.md', '--owner', 'crew', '--name', 'sea'];
    expect(await run('import', ...args, '--output', 'sea.yaml')).toEqual({
      code: 0,
      out: '',
      error: '',
    });
    expect(readFileSync(join(cwd, 'sea.yaml'), 'utf8')).toContain('name: sea');
    expect(await run('import', ...args, '--output', 'sea.yaml')).toMatchObject({
      code: 2,
      error: expect.stringContaining('is there already'),
    });
  });

  it.each([
    ['no task', ['list.md'], 1, 'There is no task in it'],
    ['no file', ['nope.md'], 2, "There is no 'nope.md'"],
    ['a folder', ['.'], 2, "'.' is a folder, name a file"],
    ['a file too long', ['long.md'], 2, "'long.md' has more than 4 MiB"],
    ['no owner', ['list.md', '--owner', 'a b:c:d'], 2, '--owner takes'],
    ['nothing', [], 2, 'Name the checklist'],
  ])('says of %s what to do', async (_name, args, code, error) => {
    write({ 'list.md': 'hello', 'long.md': '' });
    truncateSync(join(cwd, 'long.md'), 4 * 1024 * 1024 + 1);
    expect(await run('import', ...args)).toEqual({
      code,
      out: '',
      error: expect.stringContaining(error),
    });
  });

  it('refuses a name that no entity can have', async () => {
    write({ 'list.md': '- [ ] Build' });
    expect(await run('import', 'list.md', '--name', 'a b')).toMatchObject({
      code: 2,
      error: expect.stringContaining('metadata.name'),
    });
  });
});

describe('fairlead onboarding preview', () => {
  const files = {
    'sea.yaml': TRACK,
    'catalog/org.yaml': ORG,
    'catalog/everybody.yaml': EVERYBODY,
  };
  const preview = (user: string, track = 'sea.yaml') =>
    run('preview', track, '--as', user, '--catalog', 'catalog');

  it('prints milestones and tasks as a user would see them', async () => {
    write(files);
    expect(await preview('user:ann')).toEqual({
      code: 0,
      error: '',
      out: [
        'Go to sea',
        'For user:default/ann',
        '',
        'Before (before day one)',
        '  [ ] Order a laptop  (for manager; verified by whoever does it)',
        '  [ ] Pack  (optional; verified by whoever does it; after laptop)',
        '',
        'First week (within 1w)',
        '  [ ] Build the shop  (2h; verified by green-build)',
        '  [ ] Get to know shop  (30m; verified by whoever does it)',
        '  [ ] Meet the people of your team  (1h; verified by whoever does it)',
        '',
      ].join('\n'),
    });
    const { out } = await preview('zoe');
    expect(out).toContain('Not for user:default/zoe');
    expect(out).not.toContain('Get to know');
  });

  it('says what is wrong', async () => {
    write({ ...files, 'bad.yaml': TRACK.replace('owner', 'ownr') });
    expect(await preview('ann', 'bad.yaml')).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringContaining("has no field 'ownr'"),
    });
    expect(await preview('nobody')).toMatchObject({
      code: 2,
      error: expect.stringContaining('There is no user:default/nobody'),
    });
    expect(await preview('ann', 'nope.yaml')).toMatchObject({
      code: 2,
      error: expect.stringContaining("There is no 'nope.yaml'"),
    });
    expect(await preview('ann', 'catalog')).toMatchObject({
      code: 2,
      error: expect.stringContaining("'catalog' is a folder, name a file"),
    });
    expect(await run('preview', 'sea.yaml')).toMatchObject({ code: 2 });
  });
});
