import { findRunbookUrl } from './findRunbookUrl';

describe('findRunbookUrl', () => {
  it.each<[string, Record<string, unknown>, string | undefined]>([
    ['an annotation of Prometheus', { runbook_url: 'https://r' }, 'https://r'],
    ['a field that people named', { 'Runbook URL': '/half' }, '/half'],
    [
      'a short name',
      { runbook: '{{ $labels.alertname }}' },
      '{{ $labels.alertname }}',
    ],
    [
      'the URL before a name',
      { runbook: 'disk', runbook_url: 'https://r' },
      'https://r',
    ],
    [
      'a name where the URL is empty',
      { runbook: 'disk', runbook_url: ' ' },
      'disk',
    ],
    [
      'nothing of what only sounds like it',
      { runbook_owner: 'ann' },
      undefined,
    ],
    [
      'nothing of what is no text',
      { runbook_url: 7, runbook: null },
      undefined,
    ],
  ])('finds %s', (_, named, expected) => {
    expect(findRunbookUrl(Object.entries(named))).toBe(expected);
  });
});
