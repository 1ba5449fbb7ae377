import {
  checkAlertRules,
  CheckAlertRulesOptions,
  readAlertRules,
  RunbookFile,
} from '.';

const runbook = (
  path: string,
  more: Partial<RunbookFile> = {},
): RunbookFile => ({
  path,
  file: `docs/${path}`,
  anchors: [],
  links: [],
  ...more,
});

const SITE = 'https://x.example/runbooks';

function check(
  rules: string,
  options: Partial<CheckAlertRulesOptions> & { paths?: string[] } = {},
) {
  const { paths = ['node/DiskFull.md'], ...rest } = options;
  return checkAlertRules(
    [
      {
        file: 'rules.yaml',
        rules: readAlertRules(`groups:\n- rules:\n${rules}`).rules,
      },
    ],
    { runbooks: paths.map(path => runbook(path)), ...rest },
  ).map(({ file, line, rule, severity, message }) => ({
    at: `${file}:${line}`,
    rule,
    severity,
    message,
  }));
}

const rule = (alert: string, url?: string, severity = 'warning') =>
  `  - alert: ${alert}\n    labels: {severity: ${severity}}\n${
    url === undefined ? '' : `    annotations: {runbook_url: '${url}'}\n`
  }`;

const rulesOf = (problems: { rule: string }[]) =>
  problems.map(problem => problem.rule);

describe('checkAlertRules', () => {
  it('is content with alerts that lead to files', () => {
    expect(check(rule('DiskFull', `${SITE}/node/DiskFull`))).toEqual([]);
  });

  it.each([
    ['critical', 'error'],
    ['page', 'error'],
    ['warning', 'warning'],
    ['none', 'info'],
  ])(
    'tells an alert of severity %s without a runbook as %s',
    (severity, expected) => {
      expect(
        check(rule('DiskFull', undefined, severity), { paths: [] }),
      ).toMatchObject([
        { at: 'rules.yaml:3', rule: 'runbook-missing', severity: expected },
      ]);
      expect(
        check(rule('DiskFull', ' ', severity), { paths: [] }),
      ).toMatchObject([{ severity: expected }]);
    },
  );

  it('goes by other labels where these are configured', () => {
    const paging = { labels: { severity: ['warning'] }, receivers: [] };
    expect(check(rule('A'), { paths: [], paging })).toMatchObject([
      { severity: 'error' },
    ]);
  });

  it('names the file that is called like the alert', () => {
    const [{ message }] = check(rule('DiskFull'), {
      paths: ['node/disk-full.md'],
    });
    expect(message).toBe(
      "'DiskFull' has no runbook, let its annotation runbook_url lead to 'docs/node/disk-full.md'",
    );
  });

  it.each([
    [
      `${SITE}/node/DiskFull`,
      ['runbook-file-missing', 'runbook-unused'],
      ['disk/Other.md'],
    ],
    [`${SITE}/node/diskfull/`, [], ['node/DiskFull.md']],
    [`${SITE}/node/DiskFull.html?x=1`, [], ['node/DiskFull.md']],
    [
      `${SITE}/DiskFull`,
      ['runbook-file-missing', 'runbook-unused'],
      ['node/DiskFull.md'],
    ],
    [`${SITE}/node`, [], ['node/_index.md']],
    ['https://other.example/a', ['runbook-unused'], ['node/DiskFull.md']],
  ])('with a known site, %s has the problems %j', (url, expected, paths) => {
    expect(
      rulesOf(check(rule('A', url), { paths, sites: [`${SITE}/`] })),
    ).toEqual(expected);
  });

  it('learns from most addresses of a site that it publishes the folder', () => {
    const rules = [
      rule('DiskFull', `${SITE}/DiskFull`),
      rule('Gone', `${SITE}/Gone`),
      rule('Else', 'https://other.example/Else'),
    ].join('');
    expect(check(rules)).toMatchObject([
      {
        at: 'rules.yaml:8',
        rule: 'runbook-file-missing',
        severity: 'error',
        message:
          "There is no file for 'Gone', which 'https://x.example/runbooks/Gone' leads to: write it or mend the address",
      },
    ]);
  });

  it('tells projects on the same host apart', () => {
    const rules = [
      rule('DiskFull', 'https://github.com/a/b/blob/main/node/DiskFull.md'),
      rule('Other', 'https://github.com/c/d/blob/main/Other.md'),
    ].join('');
    expect(check(rules)).toEqual([]);
  });

  it('looks for the heading that an address names', () => {
    const options = {
      runbooks: [
        runbook('all/_index.md', { anchors: ['diskfull'], isIndex: true }),
      ],
    };
    expect(check(rule('DiskFull', `${SITE}/all/#DiskFull`), options)).toEqual(
      [],
    );
    expect(
      check(rule('DiskSlow', `${SITE}/all/#diskslow`), options),
    ).toMatchObject([
      {
        rule: 'runbook-file-missing',
        message:
          "'docs/all/_index.md' has no heading for '#diskslow', write it or mend the address",
      },
    ]);
  });

  it('takes the path of a file for its address', () => {
    expect(check(rule('A', 'node/DiskFull.md'))).toEqual([]);
  });

  it.each([
    '/DiskFull',
    'https:///DiskFull',
    `${SITE}/`,
    'https://x.example/{{ $value }}',
    'nowhere',
  ])('says that %s is half', url => {
    expect(rulesOf(check(rule('A', url), { paths: [] }))).toEqual([
      'link-half',
    ]);
  });

  it('cannot tell where labels of the query lead, and says nothing of it', () => {
    expect(
      check(rule('A', `${SITE}/{{ $labels.namespace }}`), { paths: [] }),
    ).toEqual([]);
  });

  it('says of an address made of the name that renaming breaks it', () => {
    const url = `${SITE}/{{ $labels.alertname }}`;
    expect(check(rule('DiskFull', url))).toMatchObject([
      { rule: 'runbook-by-name', severity: 'info' },
    ]);
    expect(
      rulesOf(check(rule('DiskFull', url) + rule('DiskFuller', url))),
    ).toEqual(['runbook-by-name', 'runbook-by-name', 'runbook-file-missing']);
  });

  it('finds alerts of one name that lead to several runbooks', () => {
    const rules =
      rule('A', 'https://a.example/x') +
      rule('A', 'https://a.example/x') +
      rule('A', 'https://a.example/y');
    expect(check(rules, { paths: [] })).toMatchObject([
      { at: 'rules.yaml:11', rule: 'runbook-ambiguous', severity: 'warning' },
    ]);
  });

  it('finds files that no alert leads to, not even by way of others', () => {
    const runbooks = [
      runbook('DiskFull.md', { links: ['common/df.md'] }),
      runbook('common/df.md', { links: ['common/more.md', 'nope.md'] }),
      runbook('common/more.md', { links: ['DiskFull.md'] }),
      runbook('Old.md', { links: ['Older.md'] }),
      runbook('Older.md'),
      runbook('README.md', { isIndex: true }),
    ];
    expect(
      check(rule('DiskFull', `${SITE}/DiskFull`), { runbooks }).map(
        ({ at, rule: name }) => `${at} ${name}`,
      ),
    ).toEqual([
      'docs/Old.md:1 runbook-unused',
      'docs/Older.md:1 runbook-unused',
    ]);
  });

  it('lets severities be set, and rules be turned off', () => {
    expect(
      check(rule('A', '/A'), {
        severities: { 'runbook-unused': 'off', 'link-half': 'info' },
      }),
    ).toMatchObject([{ rule: 'link-half', severity: 'info' }]);
  });
});
