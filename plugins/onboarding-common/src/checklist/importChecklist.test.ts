import fc from 'fast-check';
import { readTrackEntity } from '../track';
import { importChecklist } from '.';

const OWNER = { owner: 'group:default/platform' };

const read = (markdown: string) => {
  const { track, problems } = importChecklist(markdown, OWNER);
  return {
    track,
    problems: problems.map(
      ({ line, column, message }) => `${line}:${column} ${message}`,
    ),
    milestones: track?.spec.milestones ?? [],
    tasks: track?.spec.milestones.flatMap(({ tasks }) => tasks) ?? [],
  };
};

const TEMPLATE = `---
name: Engineer onboarding
about: For everybody who joins
labels: onboarding
---

<!-- Assign this
- [ ] to nobody
-->

# Welcome

## Before your first day
- [ ] @manager order a laptop
1. [x] **Accounts**: see [the list](https://wiki.example/accounts "All")
   Ask \`it\` when one is missing.

   - [ ] Chat
     - [ ] Join #general
   - [ ] Mail

## First week

* [ ] Read https://wiki.example/start.
  \`\`\`
  - [ ] no task
  \`\`\`
- [ ]
- [ ] See [this](../CONTRIBUTING.md)

Some prose.

### Buddy tasks
- [ ] Have lunch
`;

describe('importChecklist', () => {
  it('makes a track of a template', () => {
    const { track, milestones, tasks, problems } = read(TEMPLATE);
    expect(track?.metadata).toEqual({
      name: 'engineer-onboarding',
      title: 'Engineer onboarding',
      description: 'For everybody who joins',
    });
    expect(milestones.map(({ id, title, due }) => [id, title, due])).toEqual([
      ['before-your-first-day', 'Before your first day', '0d'],
      ['first-week', 'First week', '1w'],
      ['first-week-buddy-tasks', 'First week: Buddy tasks', '1w'],
    ]);
    expect(tasks).toEqual([
      {
        id: 'manager-order-a-laptop',
        title: '@manager order a laptop',
        for: 'manager',
      },
      {
        id: 'accounts-see-the-list',
        title: 'Accounts: see the list',
        links: [{ url: 'https://wiki.example/accounts', title: 'the list' }],
        description: 'Ask `it` when one is missing.',
      },
      {
        id: 'chat',
        title: 'Chat',
        after: ['accounts-see-the-list'],
        optional: true,
      },
      {
        id: 'join-general',
        title: 'Join #general',
        after: ['chat'],
        optional: true,
      },
      {
        id: 'mail',
        title: 'Mail',
        after: ['accounts-see-the-list'],
        optional: true,
      },
      {
        id: 'read-wiki-example-start',
        title: 'Read wiki.example/start.',
        links: [{ url: 'https://wiki.example/start' }],
        description: '```\n- [ ] no task\n```',
      },
      { id: 'see-this', title: 'See this' },
      { id: 'have-lunch', title: 'Have lunch', for: 'buddy' },
    ]);
    expect(problems).toEqual([
      expect.stringMatching(/^28:1 The task has no text/),
      expect.stringMatching(/^29:1 The link to '..\/CONTRIBUTING.md'/),
      expect.stringMatching(/^31:1 The text stands below no task/),
    ]);
    expect(readTrackEntity(track).problems).toEqual([]);
  });

  it('reads lists without headings, headings that are underlined or bold, and names of any script', () => {
    expect(read('- [ ] a\n- [ ] a').tasks.map(({ id }) => id)).toEqual([
      'a',
      'a-2',
    ]);
    const { milestones, tasks } = read(
      'Tag eins\n--------\n- [ ] Größe\n\n**Week 2**\n- [ ] 日本語\r\n- [X] מחשב',
    );
    expect(milestones.map(({ title, due }) => [title, due])).toEqual([
      ['Tag eins', undefined],
      ['Tag eins: Week 2', '2w'],
    ]);
    expect(tasks.map(({ id }) => id)).toEqual(['grosse', 'task', 'task-2']);
  });

  it.each([
    ['Day 1', '1d'],
    ['Days 2-5: meet', '5d'],
    ['Your first 2 weeks', '2w'],
    ['First month', '30d'],
    ['The first 90 days', '90d'],
    ['Preboarding', '0d'],
    ['Month 900', undefined],
    ['Accounts', undefined],
  ])('reads until when in %s', (heading, due) => {
    expect(read(`## ${heading}\n- [ ] a`).milestones[0].due).toBe(due);
  });

  it.each([
    ['## Buddy\n- [ ] a', 'buddy'],
    ['## Meet your buddy\n- [ ] a', undefined],
    ['- [ ] **Manager**: a', 'manager'],
    ['- [ ] a (@Buddy)', 'buddy'],
    ['- [ ] a @managers', undefined],
  ])('reads for whom %j is', (text, doer) => {
    expect(read(text).tasks[0].for).toBe(doer);
  });

  it('keeps addresses whole', () => {
    const { tasks } = read(
      '- [ ] https://a.example/x_(y). (https://b.example/z)\n<br>',
    );
    expect(tasks[0].links).toEqual([
      { url: 'https://a.example/x_(y)' },
      { url: 'https://b.example/z' },
    ]);
  });

  it('says that there is no task', () => {
    expect(read('# Hello\n\nworld')).toMatchObject({
      track: undefined,
      problems: [
        expect.stringContaining('3:1'),
        expect.stringContaining('There is no task in it'),
      ],
    });
  });

  it('says what is too much', () => {
    const { tasks, problems } = read('- [ ] a\n'.repeat(400));
    expect(tasks).toHaveLength(300);
    expect(problems).toEqual([expect.stringContaining('301:1')]);
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['tasks of brackets', `- [ ] ${'['.repeat(3_900)}\n`.repeat(256)],
    ['halves of links', `- [ ] ${'[a]('.repeat(900)}\n`.repeat(256)],
    ['stars', `- [ ] ${'**a '.repeat(900)}\n`.repeat(256)],
    [
      'nesting',
      Array.from({ length: 1_400 }, (_, n) => `${' '.repeat(n)}- [ ] a`).join(
        '\n',
      ),
    ],
    ['comments', '<!--'.repeat(250_000)],
    ['fences', '```\n'.repeat(250_000)],
    ['rules', '- - - - - - - - x\n'.repeat(60_000)],
    ['blanks', `# a${' '.repeat(1_000_000)}#b`],
    ['front matter', `---\n${'a: [\n'.repeat(200_000)}`],
  ])('reads a megabyte of %s to its end', (_name, text) => {
    const { track, problems } = importChecklist(text, OWNER);
    expect(problems.length).toBeGreaterThan(0);
    expect(track ? readTrackEntity(track).problems : []).toEqual([]);
  });

  it('makes a good track of whatever it is given', () => {
    const line = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('', '  ', '    ', '\t'),
          fc.constantFrom(
            '- [ ] ',
            '* [x] ',
            '1. [ ] ',
            '# ',
            '## ',
            '',
            '> ',
            '```',
            '---',
            '<!--',
            '-->',
          ),
          fc.string({ unit: 'grapheme', maxLength: 40 }),
        )
        .map(parts => parts.join('')),
      fc.constantFrom(
        '## First 99 weeks',
        '## Month 900',
        '- [ ] [a](https://x.example/(b)) <https://y.example>',
        '- [ ] services-rest',
        `- [ ] ${'😀'.repeat(150)}`,
        `- [ ] [${'a'.repeat(300)}](https://z.example)`,
        '**Manager**',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), lines => {
        const { track } = importChecklist(lines.join('\n'), OWNER);
        expect(track ? readTrackEntity(track).problems : []).toEqual([]);
      }),
    );
  });
});
