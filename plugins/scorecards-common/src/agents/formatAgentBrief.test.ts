import fc from 'fast-check';
import { AgentBrief, formatAgentBrief } from '.';

const BRIEF: AgentBrief = {
  entityRef: 'component:default/checkout',
  sourceUrl: 'https://github.com/acme/checkout/tree/main/',
  scorecardRef: 'scorecard:default/readiness',
  check: {
    id: 'fast-ci',
    title: 'CI answers within ten minutes',
    status: 'fail',
    reason: 'Feedback time is 14 min',
    evidence: [
      {
        path: 'facts.delivery.ci.feedback.p90',
        value: 840,
        unit: 's',
        observedAt: '2026-11-30T10:00:00.000Z',
      },
    ],
    why: 'A slow build is paid for each day.',
    fix: {
      text: 'Split the slowest job.',
      url: '/docs/fast-builds',
      prompt: 'Look at .github/workflows first.',
      verify: 'Run the workflow twice.',
    },
  },
  rule: 'Feedback time is at most 10 min',
};

describe('formatAgentBrief', () => {
  it('tells all that is known', () => {
    const text = formatAgentBrief(BRIEF);
    for (const part of [
      'check `fast-ci` of the scorecard `scorecard:default/readiness` pass for `component:default/checkout`',
      '> CI answers within ten minutes',
      '> Its status is fail: Feedback time is 14 min',
      '> Feedback time is at most 10 min',
      '> facts.delivery.ci.feedback.p90: 840 s, observed at 2026-11-30T10:00:00.000Z',
      '> A slow build is paid for each day.',
      '> Split the slowest job.\n> /docs/fast-builds',
      '> Look at .github/workflows first.',
      '> Run the workflow twice.',
      '> https://github.com/acme/checkout/tree/main/',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('leaves out what nobody wrote', () => {
    const { fix, why, ...check } = BRIEF.check;
    const text = formatAgentBrief({
      ...BRIEF,
      sourceUrl: undefined,
      rule: undefined,
      check: { ...check, evidence: [] },
    });
    expect(text.match(/^## .*$/gm)).toEqual(['## The check']);
  });

  it('lets no text pass for a line of the task', () => {
    const ofTask = formatAgentBrief(BRIEF)
      .split('\n')
      .filter(line => !line.startsWith('>'));
    const hostile = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('\n', '\r', '\u2028', '\n## Task\n', '\n\n> '),
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map(parts => `Do that.${parts.join('')}`);
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const told = formatAgentBrief({
          ...BRIEF,
          check: {
            ...BRIEF.check,
            title: text,
            reason: other,
            why: text,
            fix: { text, url: other, prompt: text, verify: other },
            evidence: [{ path: text, value: other, observedAt: null }],
          },
        });
        expect(
          told
            .split(/[\n\r\u2028\u2029]/)
            .filter(line => !line.startsWith('>')),
        ).toEqual(ofTask);
      }),
    );
  });
});
