import fc from 'fast-check';
import { DEFAULT_SECTIONS, lintRunbook, LintOptions } from '.';

const GOOD = `# DiskFull

## Meaning
The disk is nearly full.

## Impact
Writes fail.

## Diagnosis
\`\`\`bash
df -h
\`\`\`

## Mitigation
Delete old files.
`;

/** The problems of a text in short, without the marks that isolate values. */
const problemsOf = (text: string, options?: LintOptions) =>
  lintRunbook(text, options).map(
    ({ line, column, rule }) => `${line}:${column} ${rule}`,
  );

const rulesOf = (text: string, options?: LintOptions) =>
  new Set(lintRunbook(text, options).map(({ rule }) => rule));

/** A good runbook with other headings, in the order of the template. */
const withHeadings = (...headings: string[]) =>
  ['Meaning', 'Impact', 'Diagnosis', 'Mitigation'].reduce(
    (text, name, index) =>
      text.replace(`## ${name}`, () => headings[index] ?? `## ${name}`),
    GOOD,
  );

describe('lintRunbook', () => {
  it('has nothing to say of a good runbook', () => {
    expect(lintRunbook(GOOD)).toEqual([]);
  });

  it('says what, where and how bad, with what would be right', () => {
    expect(lintRunbook(GOOD.replace('Writes fail.', ''))).toEqual([
      {
        line: 6,
        column: 1,
        rule: 'section-empty',
        severity: 'error',
        message:
          "Nothing stands under 'Impact', write it or remove the heading",
      },
    ]);
  });

  it('finds all that is missing in an empty text', () => {
    expect(problemsOf('')).toEqual([
      '1:1 no-action',
      ...Array(4).fill('1:1 section-missing'),
      '1:1 title-missing',
    ]);
  });

  describe('sections', () => {
    it.each([
      [
        'other levels',
        ['### Meaning', '#### Impact', '# Diagnosis', '## Mitigation'],
      ],
      [
        'capitals',
        ['## MEANING', '## impact', '## diagnosis', '## MITIGATION'],
      ],
      [
        'numbers',
        [
          '## 1. Meaning',
          '## 2) Impact',
          '## Step 3: Diagnosis',
          '## IV - Mitigation',
        ],
      ],
      [
        'emoji and punctuation',
        [
          '## 🔥 Meaning:',
          '## Impact!',
          '## **Diagnosis**',
          '## Mitigation 🛠️ ##',
        ],
      ],
      [
        'underlines',
        [
          'Meaning\n-------',
          'Impact\n---',
          'Diagnosis\n====',
          'Mitigation\n---',
        ],
      ],
      [
        'what others write',
        [
          '## Alert Description',
          '## User impact',
          '## How to investigate',
          '## Possible Resolutions',
        ],
      ],
      [
        'more of that',
        [
          '## What does this alert mean?',
          '## Blast radius',
          '## Troubleshooting',
          '## Remediation steps',
        ],
      ],
      [
        'questions',
        [
          '## Overview',
          '## Who is affected?',
          '## What to check first',
          '## What to do',
        ],
      ],
      [
        'one for two',
        [
          '## Summary',
          '## Consequences',
          '## Triage',
          '## Steps to recover & fix',
        ],
      ],
      ['Chinese', ['## 含义', '## 影响', '## 诊断', '## 缓解']],
      [
        'German',
        ['## Bedeutung', '## Auswirkungen', '## Fehlersuche', '## Behebung'],
      ],
      [
        'Portuguese',
        ['## Descrição', '## Impacto', '## Diagnóstico', '## Mitigação'],
      ],
      [
        'anchors',
        [
          '## Meaning {#meaning}',
          '## Impact {#i}',
          '## Diagnosis {: #d }',
          '## Mitigation {#m .x}',
        ],
      ],
      [
        'bold lines',
        ['**Meaning**', '**Impact:**', '**Diagnosis**:', 'How to **fix** it:'],
      ],
    ])('knows them by %s', (_, headings) => {
      expect(rulesOf(withHeadings(...headings))).toEqual(new Set());
    });

    it('takes one heading for two sections', () => {
      const text =
        '# A\n\n**Meaning:** b\n\n**Impact**: c\n\n## Diagnosis and mitigation\n\n    ls\n';
      expect(problemsOf(text)).toEqual([]);
    });

    it('does not take the title for a section', () => {
      expect(
        problemsOf(
          GOOD.replace('# DiskFull', '# Impact of full disks').replace(
            '## Impact\nWrites fail.\n',
            '',
          ),
        ),
      ).toEqual(['1:1 section-missing']);
    });

    it('looks for them below a second title, too', () => {
      expect(rulesOf(GOOD.replace('## Mitigation', '# Mitigation'))).toEqual(
        new Set(),
      );
    });

    it('asks for those that are configured, by the words that are', () => {
      const sections = [
        ...DEFAULT_SECTIONS.filter(({ name }) => name !== 'Impact'),
        { name: 'Owner', required: true, aliases: ['responsible'] },
      ];
      expect(
        problemsOf(GOOD.replace('## Impact', '## Other'), { sections }),
      ).toEqual(['1:1 section-missing']);
      expect(
        problemsOf(GOOD.replace('## Impact', '## Responsible team'), {
          sections,
        }),
      ).toEqual([]);
    });

    it('counts what is nested in a section as its own', () => {
      const text = GOOD.replace(
        '## Mitigation\n',
        '## Mitigation\n\n### First\n\n### Second\n\n',
      );
      expect(rulesOf(text)).toEqual(new Set());
      expect(problemsOf(text.replace('Delete old files.', ''))).toEqual([
        '14:1 section-empty',
      ]);
    });

    it('takes an optional section that is empty for a problem, and one that is missing for none', () => {
      expect(problemsOf(`${GOOD}\n## Rollback\n`)).toEqual([
        '17:1 section-empty',
      ]);
    });
  });

  describe('a file of many runbooks', () => {
    const MANY = `# Runbooks

## Alerts

### ShopSlow

This alert fires when the shop is slow.

**Impact**: buyers leave.

How to **investigate**:

- Run \`kubectl get pods\`

How to **fix** it:

- Add pods

### ShopDown

Fires when it is down.

## Glossary

Words.
`;

    it('judges each of them by itself, where it stands', () => {
      expect(problemsOf(MANY)).toEqual([
        '19:1 no-action',
        '19:1 section-missing',
        '19:1 section-missing',
        '19:1 section-missing',
      ]);
    });

    it.each([
      [
        'by what is announced',
        'Runbook: High latency',
        'Runbook: Recovery of the database',
      ],
      [
        'by what is in them',
        'When the shop is slow',
        'When the database is gone',
      ],
    ])('knows them %s', (_, first, second) => {
      const part =
        '**Symptoms:** a\n\n**Impact:** b\n\n**Diagnosis:** `df -h`\n\n';
      const text = `# Operations\n\n## Set-up\n\nx\n\n## ${first}\n\n${part}**Fix:** c\n\n## ${second}\n\n${part}`;
      expect(
        lintRunbook(text).map(({ line, message }) => `${line} ${message}`),
      ).toEqual([
        `17 The runbook '${second}' has no section Mitigation, add one with this heading`,
      ]);
    });

    it('takes a single runbook with names in its sections for one', () => {
      const text = GOOD.replace(
        '## Diagnosis\n',
        '## Diagnosis\n### KubeletDown\na\n### NodeDown\nb\n',
      );
      expect(rulesOf(text)).toEqual(new Set());
    });
  });

  describe('what is unfinished', () => {
    it.each([
      'TODO',
      'TODO: write',
      '- [ ] FIXME',
      'TBD.',
      '(TBD)',
      'To be written.',
      'to be determined',
      'Work in progress',
      'Coming soon!',
      'todo: look',
      'Fill in this section.',
      'Please add it here.',
      '[TODO]',
      '<insert command>',
      '**TODO**',
      'Add steps here.',
      'XXX',
    ])('finds %j', text => {
      expect([...rulesOf(GOOD.replace('Writes fail.', () => text))]).toEqual([
        'unfinished',
      ]);
    });

    it.each([
      '`grep TODO`',
      '```\ngrep TODO .\n```',
      'The TODOs table',
      'a TODO list',
      'METHOD-TODO-1',
      '#TODO',
      'https://x.example/TODO',
      '<!-- TODO -->',
      'mastodon and methodology',
      'The queue to be written to is full.',
      'It is to be added to the pool',
      'Fill in the form below and send it.',
      'Insert the disk here into the slot',
      'HTTP 5XX',
      '[your-team](https://x.example/a)',
      'Coming sooner than later',
    ])('leaves %j alone', text => {
      expect([
        ...rulesOf(GOOD.replace('Writes fail.', () => `a\n\n${text}`)),
      ]).toEqual([]);
    });
  });

  describe('what there is to do', () => {
    const withAction = (text: string) =>
      GOOD.replace('```bash\ndf -h\n```', () => text);

    it.each([
      '`kubectl -n x get pods`',
      '`$ ls`',
      '`oc adm top nodes`',
      '`uptime`',
      '`systemctl restart nginx`',
      '`./bin/thing --force`',
      '`rate(http_requests_total[5m]) > 1`',
      '`up{job="x"}`',
      '`SELECT 1`',
      '`GET /healthz`',
      '    df',
      '```\ndf\n```',
      '```sql\nselect 1;\n```',
      '<pre>df</pre>',
      '<details>\n<summary>How</summary>\n\n```\ndf\n```\n\n</details>',
      '| a | b |\n|---|---|\n| x | `kubectl get pods` |',
      '[d](https://grafana.example/d/abc/disk)',
      '[q](https://prometheus.example/graph?g0.expr=up)',
      '1. ```\n   df\n   ```',
      '[the other one](https://github.com/o/runbooks/blob/main/DiskSlow.md)',
    ])('takes %j for something to do', text => {
      expect(rulesOf(withAction(text))).toEqual(new Set());
    });

    it.each([
      'Look at it.',
      '`DiskFull`',
      '`node_filesystem_avail_bytes`',
      '`disk is full`',
      '```json\n{"a": 1}\n```',
      '![d](https://grafana.example/d/abc/disk)',
      '[manual](https://docs.example/)',
    ])('asks for more than %j', text => {
      expect([...rulesOf(withAction(text))]).toEqual(['no-action']);
    });

    it('looks for it in diagnosis and mitigation alone', () => {
      expect(
        problemsOf(
          withAction('Look.').replace('The disk is nearly full.', '`df -h`'),
        ),
      ).toEqual(['9:1 no-action']);
    });
  });

  describe('links', () => {
    const withLink = (link: string) => GOOD.replace('Writes fail.', () => link);

    it.each([
      '[a]()',
      '[a](TODO)',
      '[a](#)',
      '[a](http://)',
      '[a](https:///KubeNodeNotReady)',
      '<https://x.example/undefined/a>',
      '[a](https://$HOST)',
      '[a](https://x.example/%s)',
      '[a](http://:80/x)',
    ])('says that %s is half', link => {
      expect(rulesOf(withLink(link)).has('link-half')).toBe(
        link !== '[a](https://$HOST)',
      );
    });

    it.each([
      '[a](b.md)',
      '[a](../x/b.md#c)',
      '[a](#meaning)',
      '[a](#top)',
      '[a](/docs/a)',
      '[a](mailto:a@b.example)',
      '[a](https://x.example/{{ $labels.ns }})',
      '[a]({{< ref "x" >}})',
      '[a]({{ site.url }}/x)',
      '[x] and [y][z]',
      '[a](slack://channel?id=1)',
      'https://x.example/null-values',
    ])('has nothing to say of %s when nothing is known', link => {
      expect(rulesOf(withLink(link))).toEqual(new Set());
    });

    it('finds anchors that are not there, however sites make them', () => {
      const text = withLink(
        '[a](#nope) [b](#how-it-works-) [c](#How_it_Works)\n\n### How it works?',
      );
      expect(
        lintRunbook(text).map(({ rule, message }) => `${rule}: ${message}`),
      ).toEqual([
        "link-dead: The link '#nope' leads to no heading of this text",
      ]);
    });

    it('finds files that are not there, anchors of files, and addresses that are known dead', () => {
      const knowledge: LintOptions = {
        isFileThere: path =>
          path.endsWith('.md') ? path === 'my disk.md' : undefined,
        anchorsOf: path => (path === 'my disk.md' ? ['a'] : undefined),
        deadUrls: new Map([['https://x.example/a', 'it answers 404']]),
      };
      const links = [
        '[a](my%20disk.md)',
        '[a](my%20disk.md#A)',
        '[a](my%20disk.md#b)',
        '[a](nope.md?x#y)',
        '[a](nope/)',
        '[a](https://x.example/a)',
      ];
      expect(
        links.map(link =>
          lintRunbook(withLink(link), knowledge).map(({ message }) => message),
        ),
      ).toEqual([
        [],
        [],
        ["The link 'my%20disk.md#b' leads to no heading of that file"],
        ["The link 'nope.md?x#y' leads to a file that is not there"],
        [],
        ["The link 'https://x.example/a' leads nowhere: it answers 404"],
      ]);
    });
  });

  describe('placeholders', () => {
    it.each([
      ['{{ $value }}', undefined, true],
      ['{{ $labels }}', undefined, true],
      ['{{ $labels.a-b }}', undefined, true],
      ['{{ $labels.a }}', undefined, false],
      ['{{ $labels.a }}', ['b'], true],
      ['{{ $labels.a }}', ['a'], false],
      ['`{{ .Names }}`', ['a'], false],
      ['`{{range .items}}{{end}}`', ['a'], false],
    ])(
      'takes %s with the labels %j for unknown: %s',
      (text, labels, unknown) => {
        expect(
          rulesOf(GOOD.replace('Writes fail.', text), { labels }).has(
            'placeholder-unknown',
          ),
        ).toBe(unknown);
      },
    );
  });

  it('says of a page that only points to another one just that', () => {
    expect(
      problemsOf(
        '# A\n\nThis alert has been moved to [b/A.md](https://x.example/runbooks/b/A.md)',
      ),
    ).toEqual(['1:1 moved']);
  });

  it('says of a long text that it is, and of one that is no text in UTF-8', () => {
    expect(problemsOf(GOOD, { mostWords: 5 })).toEqual(['1:1 too-long']);
    expect(problemsOf(`${'a '.repeat(5_001)}\n${GOOD}`)).toEqual([
      '1:1 too-long',
    ]);
    expect(problemsOf(GOOD.replace('fail', 'f\ufffdil'))).toEqual([
      '7:9 not-utf8',
    ]);
  });

  it('lets severities be set, and rules be turned off', () => {
    const text = GOOD.replace('Writes fail.', 'TODO').replace('# DiskFull', '');
    expect(
      lintRunbook(text, {
        severities: { unfinished: 'info', 'title-missing': 'off' },
      }),
    ).toMatchObject([{ rule: 'unfinished', severity: 'info' }]);
  });

  it('answers the same each time, in the order of the lines, and never throws', () => {
    const line = fc.constantFrom(
      '# A',
      '## Meaning',
      '## Impact',
      '**Fix:**',
      'TODO',
      '[a]()',
      '`ls -l`',
      '',
      'x',
      '{{ $value }}',
      '## ShopDown',
      '## ShopSlow',
      '- [ ] a',
      '```',
      '> b',
      '[a](#b)',
      '---',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }),
        lines => {
          const text = lines.join('\n');
          const problems = lintRunbook(text);
          expect(lintRunbook(text)).toEqual(problems);
          expect(problems.map(problem => problem.line)).toEqual(
            problems.map(problem => problem.line).sort((a, b) => a - b),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    [
      'alerts',
      Array.from({ length: 20_000 }, (_, n) => `## ShopDown${n}`).join('\n'),
    ],
    [
      'a name that is nearly one of an alert',
      `# ${'A'.repeat(190)}!\n## ${'A'.repeat(190)}!`,
    ],
    ['the same section', '## Impact\n'.repeat(20_000)],
    ['leads', '**Impact:** a\n\n'.repeat(20_000)],
  ])('takes very many: %s', (_, text) => {
    expect(lintRunbook(text).length).toBeGreaterThan(0);
  });

  it('stops at a thousand problems', () => {
    expect(lintRunbook('TODO\n\n'.repeat(5_000))).toHaveLength(1_000);
  });
});
