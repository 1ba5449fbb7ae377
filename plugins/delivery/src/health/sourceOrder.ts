import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';

const ORDER: readonly SourceHealth['state'][] = [
  'failing',
  'silent',
  'ok',
  'off',
];

/** Sources with those in trouble first and those that are off last, by who needs attention and title among equals. */
export function inOrder(sources: readonly SourceHealth[]): SourceHealth[] {
  return [...sources].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      Number(needsAttention(b)) - Number(needsAttention(a)) ||
      a.title.localeCompare(b.title),
  );
}

/** Whether somebody should look after a source: what comes of it may be missing. */
export function needsAttention(source: SourceHealth): boolean {
  return (
    source.state === 'failing' ||
    source.state === 'silent' ||
    source.quarantined > 0 ||
    (source.state === 'ok' && source.reconciled?.state === 'failed')
  );
}
