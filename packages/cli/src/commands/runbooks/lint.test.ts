import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runLint } from './lint';

const GOOD =
  '# A\n## Meaning\na\n## Impact\nb\n## Diagnosis\n`df -h`\n## Mitigation\nc\n';
const NO_IMPACT = GOOD.replace('## Impact\nb\n', '');
const NO_ACTION = GOOD.replace('`df -h`', 'look');

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'fairlead-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true });
});

function write(files: Record<string, string | Buffer>) {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, file)), { recursive: true });
    writeFileSync(join(cwd, file), content);
  }
}

async function lint(...args: string[]) {
  let out = '';
  let error = '';
  const code = await runLint(
    { args, info: { usage: 'fairlead runbooks lint', name: 'runbooks lint' } },
    {
      cwd,
      now: new Date('2027-01-15T12:00:00Z'),
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

/** The problems in short. */
async function problemsOf(...args: string[]) {
  const { out } = await lint(...args, '--format', 'json');
  return JSON.parse(out).problems.map(
    ({ file, line, rule, severity }: Record<string, unknown>) =>
      `${file}:${line} ${severity} ${rule}`,
  );
}

describe('fairlead runbooks lint', () => {
  describe('what it prints and how it exits', () => {
    it('is clean', async () => {
      write({ 'runbooks/a.md': GOOD });
      expect(await lint('runbooks')).toEqual({
        code: 0,
        out: 'No problems in 1 file\n',
        error: '',
      });
    });

    it('prints problems for people', async () => {
      write({ 'runbooks/a.md': NO_IMPACT, 'runbooks/b.md': NO_ACTION });
      expect(await lint('runbooks')).toEqual({
        code: 1,
        error: '',
        out: [
          'runbooks/a.md',
          '  1:1  error    The runbook has no section Impact, add one with this heading  section-missing',
          '',
          'runbooks/b.md',
          '  6:1  warning  The runbook has no command, query or dashboard in its diagnosis or mitigation, add what a reader can run or open  no-action',
          '',
          '1 error, 1 warning in 2 files',
          '',
        ].join('\n'),
      });
    });

    it('prints problems for machines', async () => {
      write({ 'a.md': NO_IMPACT });
      expect(JSON.parse((await lint('a.md', '--format=json')).out)).toEqual({
        files: 1,
        problems: [
          {
            file: 'a.md',
            line: 1,
            column: 1,
            rule: 'section-missing',
            severity: 'error',
            message:
              'The runbook has no section Impact, add one with this heading',
          },
        ],
      });
    });

    it.each([
      ['error', NO_ACTION, 0],
      ['warning', NO_ACTION, 1],
      ['info', NO_ACTION, 1],
      ['warning', GOOD, 0],
      ['error', NO_IMPACT, 1],
    ])('with --fail-on %s', async (severity, text, code) => {
      write({ 'a.md': text });
      expect((await lint('a.md', '--fail-on', severity)).code).toBe(code);
    });

    it('lets nothing that files hold steer the terminal', async () => {
      write({ 'a.md': GOOD.replace('Impact\nb\n', 'Impact \u001b[31m\n') });
      const { out } = await lint('a.md');
      expect(out).toContain('\\u001b[31m');
      expect(out).not.toContain('\u001b');
    });
  });

  it.each([
    [
      [],
      'Name the files or folders of runbooks: fairlead runbooks lint <path...>',
    ],
    [['nope'], "There is no 'nope', name a file or a folder that is there"],
    [
      ['empty'],
      'There is no runbook in empty, files end with .md or .markdown',
    ],
    [
      ['a.md', '--colour'],
      "There is no option '--colour', see fairlead runbooks lint --help",
    ],
    [['a.md', '--format', 'xml'], "--format takes text, json, not 'xml'"],
    [
      ['a.md', '--fail-on', 'never'],
      "--fail-on takes info, warning, error, not 'never'",
    ],
    [
      ['a.md', '--rules', 'rules/*.yaml'],
      "No file fits 'rules/*.yaml', put the pattern in quotes and look from where it begins",
    ],
    [['a.md', '--config', 'nope.yaml'], "'nope.yaml' cannot be read: ENOENT"],
    [
      ['a.md', '--config', 'broken.yaml'],
      "'broken.yaml' is no YAML that can be read, line 2: ",
    ],
    [
      ['a.md', '--config', 'wrong.yaml'],
      "'wrong.yaml', line 2: severities.unfinished: takes error, warning, info or off",
    ],
    [['a.md', '--config', 'bomb.yaml'], "'bomb.yaml' nests more than 20 deep"],
    [
      ['a.md', '--exceptions', 'no-reason.yaml'],
      "'no-reason.yaml', line 1: 0.reason: is missing, say why this is right as it is",
    ],
    [
      ['a.md', '--exceptions', 'no-rule.yaml'],
      "'no-rule.yaml', line 2: 0.rule: is no rule, there are ",
    ],
    [
      ['a.md', '--exceptions', 'no-day.yaml'],
      "'no-day.yaml', line 4: 0.until: takes a day such as 2027-01-31",
    ],
  ])(
    'cannot run with %j, and says in one line what to do',
    async (args, message) => {
      write({
        'a.md': GOOD,
        'empty/a.txt': '',
        'broken.yaml': 'a: [\nb',
        'wrong.yaml': 'severities:\n  unfinished: bad\n',
        'bomb.yaml': '['.repeat(9_000),
        'no-reason.yaml': '- {file: a.md, rule: unfinished}\n',
        'no-rule.yaml': '- file: a.md\n  rule: nope\n  reason: x\n',
        'no-day.yaml':
          '- file: a.md\n  rule: unfinished\n  reason: x\n  until: soon\n',
      });
      const { code, out, error } = await lint(...args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(error.replace(/[\u2066-\u2069]/g, '')).toContain(message);
      expect(error.trimEnd()).not.toContain('\n');
    },
  );

  describe('which files it looks at', () => {
    it('walks folders in a stable order, and passes over what is no runbook', async () => {
      write({
        'r/b.md': NO_IMPACT,
        'r/a/z.markdown': NO_IMPACT,
        'r/B.MD': NO_IMPACT,
        'r/README.md': '',
        'r/a/_index.md': '',
        'r/a/c.txt': '',
        'r/node_modules/x.md': '',
        'r/.git/x.md': '',
      });
      expect(await problemsOf('r')).toEqual([
        'r/B.MD:1 error section-missing',
        'r/a/z.markdown:1 error section-missing',
        'r/b.md:1 error section-missing',
      ]);
    });

    it('looks at a page that is named, whatever it is called', async () => {
      write({ 'r/README.md': NO_IMPACT, 'r/a.txt': NO_IMPACT });
      expect(await problemsOf('r/README.md', 'r/a.txt')).toEqual([
        'r/README.md:1 error section-missing',
        'r/a.txt:1 error section-missing',
      ]);
    });

    it('follows links once, and not round in circles', async () => {
      write({ 'r/a/a.md': NO_IMPACT, 'other/b.md': NO_IMPACT });
      symlinkSync(join(cwd, 'r'), join(cwd, 'r/a/loop'));
      symlinkSync(join(cwd, 'other'), join(cwd, 'r/linked'));
      symlinkSync(join(cwd, 'nowhere'), join(cwd, 'r/broken.md'));
      expect(await problemsOf('r', 'r/a', 'other')).toEqual([
        'r/a/a.md:1 error section-missing',
        'r/linked/b.md:1 error section-missing',
      ]);
    });

    it('says that a file is no text in UTF-8, or too long', async () => {
      write({
        'latin.md': Buffer.from(GOOD.replace('b\n', 'Größe\n'), 'latin1'),
        'wide.md': Buffer.from(`\ufeff${GOOD}`, 'utf16le'),
        'long.md': `${GOOD}${'a '.repeat(2_500_000)}`,
        'good.md': `\ufeff${GOOD.replace('b\n', 'Größe\r\n')}`,
      });
      const problems = await problemsOf('.');
      expect(problems).toContain('latin.md:5 error not-utf8');
      expect(problems).toContain('wide.md:1 error not-utf8');
      expect(problems).toContain('long.md:10 warning too-long');
      expect(problems.join()).not.toContain('good.md');
    });
  });

  it('follows links to files, and to headings in them', async () => {
    const link = (target: string) => GOOD.replace('b\n', `b [x](${target})\n`);
    write({
      'r/a.md': link('sub/b.md#impact'),
      'r/sub/b.md': link('../a.md#nope'),
      'r/c.md': link('nope.md'),
      'r/d.md': link('img%20a.png'),
      'r/img a.png': '',
      'r/e.md': link('../pretty/page/'),
    });
    expect(await problemsOf('r')).toEqual([
      'r/c.md:5 error link-dead',
      'r/sub/b.md:5 error link-dead',
    ]);
  });

  describe('rules', () => {
    const RULES = `groups:
- rules:
  - {alert: A, labels: {severity: page}, annotations: {runbook_url: 'https://x.example/A'}}
  - {alert: B, labels: {severity: page}}
  - {alert: C, annotations: {runbook_url: 'https://x.example/C'}}
  - {alert: D, annotations: {runbook_url: /D}}
`;

    it('holds them against the runbooks', async () => {
      write({
        'r/A.md': GOOD.replace('b\n', '[more](more.md)\n'),
        'r/more.md': GOOD,
        'r/Old.md': GOOD,
        'r/README.md': '',
        'rules/x/a.yaml': RULES,
        'rules/b.txt': '',
      });
      const expected = [
        'r/Old.md:1 warning runbook-unused',
        'rules/x/a.yaml:4 error runbook-missing',
        'rules/x/a.yaml:5 error runbook-file-missing',
        'rules/x/a.yaml:6 error link-half',
      ];
      expect(await problemsOf('r', '--rules', 'rules/**/*.yaml')).toEqual(
        expected,
      );
      expect(await problemsOf('r', '--rules', 'rules')).toEqual(expected);
      expect(
        await problemsOf(
          'r',
          '--rules',
          'rules/x/a.yaml',
          '--rules',
          'rules/?/*.{yaml,yml}',
        ),
      ).toEqual(expected);
      expect(
        JSON.parse((await lint('r', '--rules', 'rules', '--format=json')).out)
          .files,
      ).toBe(4);
    });

    it('says of a template that it cannot be read', async () => {
      write({
        'a.md': GOOD,
        'chart/a.yaml': 'groups:\n{{- range .Values.groups }}\n- name: a\n',
      });
      expect(await problemsOf('a.md', '--rules', 'chart')).toEqual([
        'a.md:1 warning runbook-unused',
        'chart/a.yaml:2 error rules-unreadable',
      ]);
    });
  });

  it('goes by a configuration', async () => {
    write({
      'r/A.md': `${GOOD.replace('# A', '# A\n## Zuständig\nwir').replace(
        '## Impact',
        '## Folgen',
      )}\n{{ $labels.pod }} {{ $labels.ns }}`,
      'rules.yaml':
        'groups: [{rules: [{alert: X, labels: {team: night}}, {alert: A, annotations: {opsrecipe: "https://x.example/A"}}]}]',
      'config.yaml': [
        'required: [Meaning, Impact, Diagnosis, Mitigation, Owner]',
        'aliases: {Impact: [folgen], Owner: [zuständig]}',
        'severities: {runbook-unused: off, placeholder-unknown: info}',
        'labels: [ns]',
        'annotations: [opsrecipe]',
        'sites: [https://x.example/]',
        'pagesWhen: {team: [night]}',
      ].join('\n'),
    });
    expect(
      await problemsOf('r', '--rules', 'rules.yaml', '--config', 'config.yaml'),
    ).toEqual([
      'r/A.md:13 info placeholder-unknown',
      'rules.yaml:1 error runbook-missing',
    ]);
  });

  describe('exceptions', () => {
    const exception = (file: string, rule: string, until?: string) =>
      `- file: '${file}'\n  rule: ${rule}\n  reason: it is so\n${
        until ? `  until: ${until}\n` : ''
      }`;

    it.each([['r/a.md'], ['./r/a.md'], ['r/*.md'], ['**/a.md'], ['a.md']])(
      'takes out what fits %s',
      async pattern => {
        write({
          'r/a.md': NO_IMPACT,
          'ex.yaml': exception(pattern, 'section-missing'),
        });
        expect(await problemsOf('r', '--exceptions', 'ex.yaml')).toEqual([]);
      },
    );

    it('finds files from where the file of exceptions is', async () => {
      write({
        'r/a.md': NO_IMPACT,
        'r/ex.yaml': exception('./a.md', 'section-missing'),
      });
      expect(await problemsOf('r', '--exceptions', 'r/ex.yaml')).toEqual([]);
    });

    it('warns of one that fits nothing, and of one whose time is over', async () => {
      write({
        'r/a.md': NO_IMPACT,
        'r/b.md': NO_ACTION,
        'ex.yaml': [
          exception('r/b.md', 'section-missing'),
          exception('r/a.md', 'section-missing', '2027-01-14'),
          exception('r/b.md', 'no-action', '2027-01-15'),
        ].join(''),
      });
      expect(await problemsOf('r', '--exceptions', 'ex.yaml')).toEqual([
        'ex.yaml:1 warning exception-unused',
        'ex.yaml:4 warning exception-expired',
        'r/a.md:1 error section-missing',
      ]);
    });
  });
});
