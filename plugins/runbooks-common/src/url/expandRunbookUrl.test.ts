import fc from 'fast-check';
import { expandRunbookUrl } from '.';

const CONTEXT = { alertName: 'DiskFull', labels: { ns: 'a b', empty: '' } };

describe('expandRunbookUrl', () => {
  it.each([
    ['https://x.example/a#b', 'https://x.example/a#b'],
    [' https://x.example/a\n', 'https://x.example/a'],
    [
      'https://x.example/runbooks/{{ $labels.alertname }}',
      'https://x.example/runbooks/DiskFull',
    ],
    [
      'https://x.example/{{$labels.alertname|toLower}}',
      'https://x.example/diskfull',
    ],
    ['https://x.example/{{ .Labels.ns }}', 'https://x.example/a%20b'],
    [
      'https://x.example/{{ .CommonLabels.ns }}/$labels.alertname',
      'https://x.example/a%20b/DiskFull',
    ],
    ['https://x.example/%s', 'https://x.example/DiskFull'],
    ['https://x.example/%(alert)s', 'https://x.example/DiskFull'],
    ['https://x.example/${alertname}', 'https://x.example/DiskFull'],
    ['https://wiki.example/runbooks', 'https://wiki.example/runbooks'],
    [
      'https://x.example/nullable/undefined-behaviour',
      'https://x.example/nullable/undefined-behaviour',
    ],
  ])('fills in %j', (url, expected) => {
    expect(expandRunbookUrl(url, CONTEXT)).toEqual({
      state: 'ok',
      url: expected,
    });
  });

  it.each([
    ['', 'is empty'],
    [
      '/KubeNodeNotReady',
      'has no host, so what stands in front of it is empty',
    ],
    ['https:///x', 'has no host'],
    ['http://', 'has no host'],
    ['https://:443/x', 'has no host'],
    ['KubeNodeNotReady', 'is not absolute'],
    [
      'https://x.example/runbooks/',
      'ends where the name of the runbook should follow',
    ],
    [
      'https://x.example/runbooks/#',
      'ends where the name of the runbook should follow',
    ],
    ['https://x.example/undefined/a', "has 'undefined' in place of a value"],
    ['https://x.example/<no value>', 'has'],
    ['https://x.example/%!s(nil)', 'has the template'],
    ['https://x.example/a b', 'has a space in it'],
    ['https://[::1/x', 'is no URL'],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', 'begins neither with https:// nor with http://'],
    ['https://x.example/{{ $value }}', 'is a template that nobody fills in'],
    [
      'https://x.example/{{ $labels.ns | reReplaceAll "a" "b" }}',
      'is a template that nobody fills in',
    ],
    [
      `https://x.example/${'a'.repeat(5_000)}`,
      'is longer than 4096 characters',
    ],
  ])('says why %j is half', (url, reason) => {
    expect(expandRunbookUrl(url, CONTEXT)).toEqual({
      state: 'half',
      reason: expect.stringContaining(reason),
    });
  });

  it.each(['nope', 'empty', 'constructor'])(
    'names the label %s that would be needed',
    label => {
      expect(
        expandRunbookUrl(`https://x.example/{{ $labels.${label} }}`, CONTEXT),
      ).toEqual({
        state: 'half',
        label,
        reason: expect.stringContaining(`has no label '${label}'`),
      });
    },
  );

  it('never lets a label lead to another host', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        const expanded = expandRunbookUrl(
          'https://x.example/a/{{ $labels.v }}?b={{ $labels.v }}',
          { labels: { v: value } },
        );
        expect(
          expanded.state === 'half' ||
            new URL(expanded.url).host === 'x.example',
        ).toBe(true);
      }),
    );
  });
});
