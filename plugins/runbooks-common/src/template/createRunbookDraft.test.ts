import fc from 'fast-check';
import { parse } from 'yaml';
import { lintRunbook } from '../lint';
import { readRunbookOutline } from '../markdown';
import { validateRunbook } from '../runbook';
import { createRunbookDraft, RunbookDraftInput } from '.';

const KNOWN: RunbookDraftInput = {
  alertName: 'KubePodCrashLooping',
  summary: 'A pod *crashes* <b>often</b>',
  labels: { namespace: 'shop', pod: 'a-1' },
  severity: 'critical',
  expression: 'rate(restarts[5m]) > 0',
  entityRef: 'component:default/shop',
  ownerRef: 'group:default/shop',
  tier: 'critical',
  dashboards: [
    { title: 'Pods', url: 'https://grafana.example/d/a?x=a b' },
    // eslint-disable-next-line no-script-url
    { title: 'No [link]', url: 'javascript:alert(1)' },
  ],
  dependencies: ['resource:default/db'],
  pastIncidents: [
    {
      title: 'Down',
      url: 'https://incidents.example/1',
      at: '2026-03-01T10:00:00Z',
    },
    { title: 'Down again' },
  ],
};

const filesOf = (input: RunbookDraftInput) => createRunbookDraft(input).files;

describe('createRunbookDraft', () => {
  it('writes down what is known, and asks a person for the rest', () => {
    const [{ path, text }] = filesOf(KNOWN);
    expect(path).toBe('kube-pod-crash-looping.md');
    expect(text).toContain('A pod \\*crashes\\* \\<b\\>often\\</b\\>');
    expect(text).toContain('```promql\nrate(restarts[5m]) > 0\n```');
    expect(text).toContain(
      'kubectl -n {{ $labels.namespace }} logs {{ $labels.pod }}',
    );
    expect(text).toContain(
      '- [Pods](<https://grafana.example/d/a?x=a%20b>)\n- No \\[link\\]',
    );
    expect(text).toContain('- resource:default/db');
    expect(text).toContain(
      '- 2026-03-01 [Down](<https://incidents.example/1>)\n- Down again',
    );
    expect(readRunbookOutline(text).steps).toHaveLength(2);
  });

  it('makes an entity of it that the catalog takes', () => {
    const [, { path, text }] = filesOf(KNOWN);
    expect(path).toBe('kube-pod-crash-looping.yaml');
    const entity = parse(text);
    expect(entity).toEqual({
      apiVersion: 'fairlead.dev/v1alpha1',
      kind: 'Runbook',
      metadata: {
        name: 'kube-pod-crash-looping',
        title: 'KubePodCrashLooping',
      },
      spec: {
        owner: 'group:default/shop',
        serves: { entities: ['component:default/shop'] },
        alerts: ['KubePodCrashLooping'],
        tier: 'critical',
        text: { $text: './kube-pod-crash-looping.md' },
      },
    });
    expect(
      validateRunbook({
        spec: { ...entity.spec, text: 'as the catalog reads it' },
      }),
    ).toEqual([]);
  });

  it.each([
    ['KubeAPIDown', 'kube-api-down'],
    ['pod_not_ready', 'pod-not-ready'],
    ['Größe!', 'gr-e'],
    ['日本', 'runbook'],
    ['A'.repeat(100), 'a'.repeat(63)],
  ])('names the files of %s after it', (alertName, name) => {
    expect(filesOf({ alertName })[0].path).toBe(`${name}.md`);
  });

  const text = fc.string({
    unit: fc.constantFrom(
      ...'ab1 `*_<>[](){}#|~!-.:/&\\"\'\n=+',
      '```',
      '---',
      '# ',
      '{{a}}',
      '{{ $value }}',
      '<script>',
      '](x)',
      'www.a.b',
    ),
    maxLength: 15,
  });

  it('is accepted by the linter but for what a person has to write, whatever is known', () => {
    const link = fc.record({ title: text, url: fc.oneof(text, fc.webUrl()) });
    const input = fc.record(
      {
        alertName: text,
        summary: text,
        description: text,
        labels: fc.dictionary(fc.constantFrom('namespace', 'pod'), text),
        severity: text,
        expression: text,
        entityRef: text,
        dashboards: fc.array(link, { maxLength: 3 }),
        dependencies: fc.array(text, { maxLength: 3 }),
        pastIncidents: fc.array(link, { maxLength: 3 }),
      },
      { requiredKeys: ['alertName'] },
    );
    fc.assert(
      fc.property(input, known => {
        const [{ text: written }, { text: entity }] = filesOf(known);
        expect(new Set(lintRunbook(written).map(({ rule }) => rule))).toEqual(
          new Set(['unfinished']),
        );
        const { sections, placeholders } = readRunbookOutline(written);
        expect(
          sections.map(({ sections: inner }) =>
            inner.map(section => section.text),
          ),
        ).toEqual([
          [
            'Meaning',
            'Impact',
            'Diagnosis',
            'Mitigation',
            'Verification',
            'Escalation',
          ],
        ]);
        expect(placeholders.every(({ inCode }) => inCode)).toBe(true);
        expect(parse(entity).spec.alerts).toEqual([known.alertName]);
      }),
      { numRuns: 500, examples: [[{ alertName: ' \n' }]] },
    );
  });
});
