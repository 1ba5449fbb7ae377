import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { RunbookUse } from '../api';
import { renderUseTimeline } from '.';

const use: RunbookUse = {
  id: 'u1',
  runbookId: 'r1',
  title: 'Disk full',
  entityRef: 'component:default/checkout',
  purpose: 'incident',
  incidentId: 'incident:1',
  alert: 'DiskFull',
  labels: { node: 'n-7' },
  byAgent: false,
  startedAt: '2026-11-30T02:00:00.000Z',
  finishedAt: '2026-11-30T02:40:00.000Z',
  outcome: 'helped',
  note: 'Say which node.',
  links: [{ url: 'https://ci.example/runs/7', at: '2026-11-30T02:20:00.000Z' }],
  steps: [
    {
      id: 'a',
      text: 'Look at the node',
      section: 'Diagnosis',
      done: true,
      at: '2026-11-30T02:05:00.000Z',
    },
    { id: 'b', text: 'Grow the disk', done: false },
  ],
  revision: 5,
};

describe('renderUseTimeline', () => {
  it('tells what happened in the order of time, in UTC', () => {
    expect(
      renderUseTimeline(use, {
        ticks: [
          { stepId: 'b', done: false, at: '2026-11-30T03:31:00+01:00' },
          { stepId: 'a', done: true, at: '2026-11-30T02:05:00.000Z' },
          { stepId: 'b', done: true, at: '2026-11-30T02:30:00.000Z' },
        ],
        incident: { title: 'Checkout is down', url: 'https://pd.example/1' },
      }),
    ).toBe(`# Use of the runbook Disk full

- Purpose: incident
- Incident: [Checkout is down](<https://pd.example/1>)
- Alert: DiskFull
- Entity: component:default/checkout
- Started: 2026-11-30 02:00:00 UTC
- Finished: 2026-11-30 02:40:00 UTC
- Outcome: helped
- Label node: n-7

## Timeline

- 2026-11-30 02:00:00 UTC: started
- 2026-11-30 02:05:00 UTC: done: Look at the node
- 2026-11-30 02:20:00 UTC: run: [https\\://ci.example/runs/7](<https://ci.example/runs/7>)
- 2026-11-30 02:30:00 UTC: done: Grow the disk
- 2026-11-30 02:31:00 UTC: taken back: Grow the disk
- 2026-11-30 02:40:00 UTC: finished, helped

## Steps

- [x] Look at the node (Diagnosis)
- [ ] Grow the disk

## What to change

> Say which node.
`);
  });

  it('says what is still under way, and what software did', () => {
    const { finishedAt, outcome, note, incidentId, alert, ...rest } = use;
    const text = renderUseTimeline(
      { ...rest, purpose: 'drill', byAgent: true, steps: [], labels: {} },
      { ticks: [] },
    );
    expect(text).toContain('- Purpose: drill');
    expect(text).toContain('- By software');
    expect(text).toContain('- Still under way');
    expect(text).not.toContain('## Steps');
    expect(text).not.toContain('## What to change');
  });

  it('shows whatever was written as text, and nothing else', () => {
    const markdown = new MarkdownIt({ html: true, linkify: true });
    const hostile = fc.string({
      unit: fc.constantFrom(
        ...'abc \n#*_-[]()<>!|`&:/.@\\',
        '<script>',
        'https://evil.example',
        '](javascript:x)',
      ),
      maxLength: 40,
    });
    const kinds = (text: string) =>
      markdown
        .parse(text, {})
        .flatMap(token => [token, ...(token.children ?? [])])
        .map(({ type }) => type)
        .filter(type =>
          /^(link|html|image|code|strong|em_|s_|table)/.test(type),
        );
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, text, note) => {
        const told = renderUseTimeline(
          {
            ...use,
            title,
            note,
            alert: text,
            incidentId: title,
            labels: { [note]: text },
            links: [],
            steps: [{ id: 'a', text, section: title, done: true }],
          },
          { ticks: [{ stepId: 'a', done: true, at: use.startedAt }] },
        );
        expect(kinds(told)).toEqual([]);
      }),
    );
  });
});
