import fc from 'fast-check';
import { readAlertRules } from '.';

const GROUPS = `groups:
- name: disk
  rules:
  - record: disk:free
    expr: a
  - alert: DiskFull
    expr: free == 0
    labels:
      severity: page
      level: 1
    annotations:
      runbook_url: https://x.example/DiskFull
`;

const FULL = {
  alert: 'DiskFull',
  line: 6,
  column: 12,
  expression: 'free == 0',
  labels: { severity: 'page', level: '1' },
  annotations: { runbook_url: 'https://x.example/DiskFull' },
  runbook: {
    annotation: 'runbook_url',
    value: 'https://x.example/DiskFull',
    line: 12,
    column: 20,
  },
};

const namesOf = (text: string) =>
  readAlertRules(text).rules.map(({ alert, line }) => `${line} ${alert}`);

describe('readAlertRules', () => {
  it('reads plain groups with places, and leaves recordings alone', () => {
    expect(readAlertRules(GROUPS)).toEqual({ rules: [FULL], problems: [] });
  });

  it('reads manifests, lists and several documents', () => {
    const manifest = (name: string) =>
      `{kind: PrometheusRule, spec: {groups: [{rules: [{alert: ${name}}]}]}}`;
    expect(
      namesOf(
        `${manifest(
          'A',
        )}\n---\n# nothing\n---\nkind: List\nitems:\n- ${manifest(
          'B',
        )}\n- kind: Service\n- ${manifest('C')}\n`,
      ),
    ).toEqual(['1 A', '7 B', '9 C']);
  });

  it('follows aliases and what is merged', () => {
    const { rules } = readAlertRules(`x: &common {severity: page, team: a}
groups:
- rules:
  - &base
    alert: A
    annotations: {runbook: /a}
    labels: *common
  - <<: *base
    alert: B
    labels:
      <<: *common
      team: b
`);
    expect(
      rules.map(({ alert, labels, runbook }) => [
        alert,
        labels,
        runbook?.value,
      ]),
    ).toEqual([
      ['A', { severity: 'page', team: 'a' }, '/a'],
      ['B', { severity: 'page', team: 'b' }, '/a'],
    ]);
  });

  it('looks for runbooks in the annotations that are configured', () => {
    const text =
      'groups: [{rules: [{alert: A, annotations: {opsrecipe: a/}}]}]';
    expect(readAlertRules(text).rules[0].runbook).toBeUndefined();
    expect(
      readAlertRules(text, { annotations: ['opsrecipe'] }).rules[0].runbook
        ?.value,
    ).toBe('a/');
  });

  it.each([
    [
      'a template',
      'groups:\n{{- if .Values.on }}\n- name: {{ .Values.name }}\n  rules:\n  - alert: A\n',
      2,
      'render it first',
    ],
    [
      'no YAML',
      'groups:\n- name: "a\n  alert: b',
      3,
      'no YAML that can be read',
    ],
    ['deep', `groups: ${'['.repeat(5_000)}`, 1, 'nests more than 100 deep'],
    [
      'long',
      `groups:\n${' '.repeat(1024 * 1024)}`,
      1,
      'more than 1024 thousand characters',
    ],
    [
      'endless by its aliases',
      'groups:\n- rules: &r\n  - <<: [*r, *r]\n    alert: A\n    labels: &l {<<: [*l, *l, *l]}\n',
      1,
      'more than is read',
    ],
  ])('says that a file is %s', (_, text, line, message) => {
    expect(readAlertRules(text).problems).toEqual([
      {
        line,
        column: expect.any(Number),
        rule: 'rules-unreadable',
        severity: 'error',
        message: expect.stringContaining(message),
      },
    ]);
  });

  it.each(['', 'a: b', '{{ template }}', '- 1', 'replicas: 3\nname: {{ x }}'])(
    'has nothing to say of %j, which holds no rules',
    text => {
      expect(readAlertRules(text)).toEqual({ rules: [], problems: [] });
    },
  );

  it('reads what it can of files that are put together oddly, and never throws', () => {
    expect(
      namesOf(
        'groups: [null, 1, {rules: [null, {alert: null}, {alert: [a]}, {alert: 5, labels: [a], annotations: 1}]}]',
      ),
    ).toEqual(['1 5']);
    const part = fc.constantFrom(
      'groups:',
      'alert:',
      '- ',
      '&a ',
      '*a',
      '<<: ',
      '{',
      '}',
      '[',
      ']',
      '\n',
      '  ',
      'rules:',
      'a',
      '"',
      '|',
      '---\n',
      ': ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), parts => {
        expect(
          Array.isArray(readAlertRules(`groups:\n${parts.join('')}`).rules),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
