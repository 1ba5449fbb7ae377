import { RunbookEntityV1alpha1 } from '../runbook';
import { readRunbookDefinition } from './readRunbookDefinition';

function titleOf(
  spec: Partial<RunbookEntityV1alpha1['spec']>,
  title?: string,
): string {
  return readRunbookDefinition({
    apiVersion: 'fairlead.dev/v1alpha1',
    kind: 'Runbook',
    metadata: { name: 'queue-grows', title },
    spec: { owner: 'booking', ...spec },
  }).title;
}

describe('the title of a runbook', () => {
  it('is that of the entity, or else the first heading of its text, or else its name', () => {
    const text = 'Before.\n\n# The queue grows\n\n## Meaning\n';
    expect(titleOf({ text }, 'Queue')).toBe('Queue');
    expect(titleOf({ text })).toBe('The queue grows');
    expect(titleOf({ text: 'No heading.' })).toBe('queue-grows');
    expect(titleOf({ url: 'https://wiki.example' })).toBe('queue-grows');
    expect(titleOf({ text: { $text: './gone.md' } as never })).toBe(
      'queue-grows',
    );
  });
});
