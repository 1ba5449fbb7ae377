import fc from 'fast-check';
import {
  inferOrigin,
  isToolLogin,
  OriginContext,
  ORIGIN_KINDS,
  ORIGIN_RULES,
  OriginRule,
  readAuthor,
  readTrailers,
} from '.';

const context: OriginContext = {
  person: (annotation, login) => `${annotation} ${login}`,
};

const trailersOf = (...lines: string[]) =>
  readTrailers(
    [`Add a basket\n\nIt holds goods.\n\n${lines.join('\n')}`],
    context,
  );

const helpersOf = (...lines: string[]) =>
  inferOrigin({ author: 'x', trailers: trailersOf(...lines) }).assistedBy;

describe('trailers', () => {
  it.each([
    ['Co-authored-by: Claude Opus 4.7 <noreply@anthropic.com>', 'Claude'],
    ['Co-Authored-By: Claude <noreply@anthropic.com>', 'Claude'],
    ['Co-authored-by: Claude Opus 4.7 <claude@acme.example>', 'Claude'],
    ['Co-authored-by: Claude 4 <someone@acme.example>', 'Claude'],
    [
      'Co-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>',
      'GitHub Copilot',
    ],
    [
      'Co-authored-by: copilot-swe-agent[bot] <1+x@users.noreply.github.com>',
      'GitHub Copilot',
    ],
    ['Co-authored-by: Cursor <cursoragent@cursor.com>', 'Cursor'],
    ['Assisted-by: Claude:claude-3-opus coccinelle sparse', 'Claude'],
    ['Assisted-by: GPT-5.1-Codex', 'OpenAI Codex'],
    ['Assisted-by: claude-code/2.1 (cli)', 'Claude'],
    ['Assisted-by: acme-coder:model-9', 'acme-coder'],
    ['Generated-by: GitHub Copilot, v1.2', 'GitHub Copilot'],
    ['Generated-by: AcmeCoder 2.1', 'AcmeCoder'],
    ['Co-developed-by: Claude claude-opus-4-6', 'Claude'],
    ['Amp-Thread-ID: https://ampcode.com/threads/T-1', 'Amp'],
  ])('tell the tool of %s', (line, title) => {
    expect(helpersOf(line)).toEqual([title]);
  });

  it.each([
    'Signed-off-by: Claude Opus 4.7 <noreply@anthropic.com>',
    'Signed-off-by: Ann Lee <ann@acme.example>',
    'Co-authored-by: Claude <claude.dupont@acme.example>',
    'Co-authored-by: Claude Dupont <claude@acme.example>',
    'Co-authored-by: Devin Smith <devin@acme.example>',
    'Co-authored-by: Claudette Cursors <cc@acme.example>',
    'Co-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
    'Assisted-by: Ann Lee <ann@acme.example>',
    'Assisted-by: Ann Lee',
    'Generated-by: none',
    'Reviewed-by: Claude Opus 4.7',
  ])('tell no helper in %s', line => {
    const origin = inferOrigin({ author: 'x', trailers: trailersOf(line) });
    expect(origin).toMatchObject({ kind: 'person', assistedBy: [] });
  });

  it('are kept without the persons that they name', () => {
    expect(
      trailersOf(
        'Reviewed-by: Ann Lee <ann@acme.example>',
        'Acked-by: Bea Kim',
        'Co-authored-by: Claude <noreply@anthropic.com>',
        'Fixes: ABC-12',
      ),
    ).toEqual([
      { name: 'Reviewed-by', person: 'email ann@acme.example' },
      { name: 'Acked-by', person: 'email Bea Kim' },
      { name: 'Co-authored-by', value: 'Claude <noreply@anthropic.com>' },
      { name: 'Fixes', value: 'ABC-12' },
    ]);
  });

  it('are found in each of the messages that a squash puts together, and nowhere else', () => {
    const message = [
      'Add a basket (#1)',
      '',
      '* Add it',
      '',
      'Assisted-by: Cursor',
      '',
      'Note: this is a sentence',
      '',
      '* Mend it',
      '',
      'Change-Id: I1234',
      '  and more',
    ].join('\r\n');
    expect(readTrailers([message, undefined], context)).toEqual([
      { name: 'Assisted-by', value: 'Cursor' },
      { name: 'Change-Id', value: 'I1234 and more' },
    ]);
    expect(readTrailers(['Assisted-by: Cursor'], context)).toBeUndefined();
  });

  it('are kept up to a bound', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `Ref: ${i}`);
    expect(trailersOf(...lines)).toHaveLength(50);
    expect(trailersOf(`Ref: ${'x'.repeat(500)}`)?.[0].value).toHaveLength(200);
    expect(trailersOf(`Ref: ${'x '.repeat(50_000)}`)).toBeUndefined();
  });
});

describe('the author of a change', () => {
  const author = (login: string, more: object = {}) =>
    readAuthor({ annotation: 'a', login, ...more }, context);

  it('is named in clear only if it is a bot', () => {
    expect(author('ann')).toEqual({ author: 'a ann' });
    expect(author('claude')).toEqual({ author: 'a claude' });
    expect(author('claude', { isBot: true }).authorApp).toBe('claude');
    expect(
      author('claude', { address: 'noreply@anthropic.com' }).authorApp,
    ).toBe('claude');
    expect(author('renovate-bot').authorApp).toBe('renovate-bot');
    expect(isToolLogin('ann', { context })).toBe(false);
  });
});

describe('inferOrigin', () => {
  it.each([
    [{}, 'unknown', 'low'],
    [{ author: 'x' }, 'person', 'medium'],
    [{ author: 'x', authorApp: 'dependabot[bot]' }, 'dependency-bot', 'high'],
    [{ author: 'x', authorApp: 'renovate[bot]' }, 'dependency-bot', 'high'],
    [{ author: 'x', authorApp: 'Copilot' }, 'agent', 'high'],
    [{ author: 'x', authorApp: 'claude[bot]' }, 'agent', 'high'],
    [{ author: 'x', authorApp: 'acme-sync[bot]' }, 'automation', 'medium'],
    [{ author: 'x', viaApp: 'claude' }, 'agent', 'high'],
    [{ author: 'x', viaApp: 'some-editor' }, 'person', 'medium'],
    [{ author: 'x', labels: ['bug', 'Codex'] }, 'agent', 'medium'],
    [{ author: 'x', labels: ['dependencies'] }, 'person', 'medium'],
  ])('tells %j to be %s', (signs, kind, confidence) => {
    expect(inferOrigin(signs)).toMatchObject({ kind, confidence });
  });

  it('believes what was reported before anything else', () => {
    expect(
      inferOrigin({
        author: 'x',
        authorApp: 'dependabot[bot]',
        reportedOrigin: { kind: 'agent', tool: 'Acme Coder' },
      }),
    ).toEqual({
      kind: 'agent',
      assistedBy: [],
      confidence: 'high',
      evidence: [
        { from: 'report', value: 'agent: Acme Coder' },
        { from: 'author', value: 'dependabot[bot]' },
      ],
    });
  });

  it('does not tell an agent to have helped itself', () => {
    const trailers = trailersOf(
      'Co-authored-by: Claude <noreply@anthropic.com>',
      'Assisted-by: Cursor',
    );
    expect(
      inferOrigin({ author: 'x', authorApp: 'claude[bot]', trailers }),
    ).toMatchObject({ kind: 'agent', assistedBy: ['Cursor'] });
  });

  it('knows a further tool by one more rule', () => {
    const rule: OriginRule = {
      title: 'Acme Coder',
      kind: 'agent',
      logins: ['acme-ci'],
      addresses: ['*@bots.acme.example'],
      names: ['Acme Coder'],
    };
    const rules = [rule, ...ORIGIN_RULES];
    const knowing = { ...context, origins: rules };
    const trailers = readTrailers(
      ['x\n\nCo-authored-by: AI <7@bots.acme.example>'],
      knowing,
    );
    expect(
      inferOrigin({ author: 'x', trailers }, { rules }).assistedBy,
    ).toEqual(['Acme Coder']);
    expect(
      readAuthor({ annotation: 'a', login: 'acme-ci' }, knowing).authorApp,
    ).toBe('acme-ci');
  });

  it('takes names whole: with letters beside them they are other words', () => {
    const letters = fc.stringMatching(/^[a-z]{1,5}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('Copilot', 'Cursor', 'Windsurf'),
        letters,
        (name, more) => {
          expect(
            helpersOf(`Co-authored-by: ${name}${more} Lee <l@acme.example>`),
          ).toEqual([]);
          expect(
            helpersOf(`Co-authored-by: ${more}${name} Lee <l@acme.example>`),
          ).toEqual([]);
        },
      ),
    );
  });

  it('shows no person in the evidence, whatever trailers say', () => {
    const names = fc.constantFrom(
      'Assisted-by',
      'Co-authored-by',
      'Cc',
      'Acked-by',
    );
    const persons = fc.constantFrom(
      'Zoe Qarth <zoe@qarth.example>',
      'Zoe Qarth',
      '<zoe@qarth.example>',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, persons), { minLength: 1 }),
        fc.option(fc.constantFrom(...ORIGIN_KINDS), { nil: undefined }),
        (lines, kind) => {
          const trailers = readTrailers(
            [`x\n\n${lines.map(line => line.join(': ')).join('\n')}`],
            { person: () => 'hash' },
          );
          const told = {
            trailers,
            origin: inferOrigin({
              author: 'hash',
              trailers,
              reportedOrigin: kind && { kind },
            }),
          };
          expect(JSON.stringify(told)).not.toMatch(/zoe|qarth/i);
        },
      ),
    );
  });
});
