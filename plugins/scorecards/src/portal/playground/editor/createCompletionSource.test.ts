import { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { createFactDirectory } from '@fairlead/backstage-plugin-scorecards-common';
import { FACTS } from '../../__fixtures__';
import { createCompletionSource } from './createCompletionSource';

const source = createCompletionSource({
  facts: createFactDirectory(FACTS),
  t: ((key: string) => key) as never,
});

function completeAt(doc: string, explicit = false) {
  return source(
    new CompletionContext(EditorState.create({ doc }), doc.length, explicit),
  ) as CompletionResult | null;
}

describe('createCompletionSource', () => {
  it('replaces the word being typed, dots included', () => {
    const doc = 'spec:\n  checks:\n    - rule:\n        facts.delivery.c';
    const result = completeAt(doc);
    expect(doc.slice(result!.from)).toBe('facts.delivery.c');
    expect(
      result!.options.find(
        ({ label }) => label === 'facts.delivery.ci.feedback.p90',
      ),
    ).toMatchObject({
      detail: 'Build feedback, p90 (min)',
      info: 'Nine of ten builds answer within this time.',
    });
  });

  it('stays quiet until something is typed or asked for', () => {
    expect(completeAt('spec:\n  ')).toBeNull();
    expect(completeAt('spec:\n  ', true)?.options).toHaveLength(4);
  });

  it('knows the levels of a text that is broken elsewhere', () => {
    const doc =
      'spec:\n  levels: [low, high]\n  checks:\n    - title: "open\n      level: ';
    const levels = completeAt(doc, true)!.options.map(({ label }) => label);
    expect(levels).toEqual(['low', 'high']);
  });
});
