import { readRunbookOutline } from '../markdown';
import { judgeActionable, judgeComplete } from '.';

const GOOD = readRunbookOutline(
  '# A\n## Meaning\na\n## Impact\nb\n## Diagnosis\n`df -h`\n## Mitigation\nc',
);

describe('judgeComplete', () => {
  it('is content with all sections', () => {
    expect(judgeComplete(GOOD)).toEqual({ state: 'ok' });
  });

  it.each([
    [
      '# A\n## Meaning\na\n## Impact\nb\n## Diagnosis\nc',
      'The section Mitigation is missing',
    ],
    [
      '# A\n## Meaning\na\n## Fix\nb',
      'The sections Impact and Diagnosis are missing',
    ],
    [
      '# A\n## Meaning\na\n## Impact\n## Checks\nb\n## Fix\n',
      'Nothing stands under Impact and Fix',
    ],
    [
      '# A\n## Meaning\na\n## Impact\nTODO\n## Checks\nb\n## Fix\nc',
      'Line 5 says TODO',
    ],
    ['See [there](https://x.example/a)', 'The text only leads elsewhere'],
  ])('says why %j is not', (text, reason) => {
    expect(judgeComplete(readRunbookOutline(text))).toEqual({
      state: 'bad',
      reason,
    });
  });

  it('judges the runbook of one alert in a file of many, or all of them', () => {
    const outline = readRunbookOutline(
      '# All\n## ShopSlow\na\n### Impact\nb\n### Checks\nc\n### Fix\nd\n## ShopDown\nTODO\n',
    );
    expect(judgeComplete(outline, { alert: 'ShopSlow' })).toEqual({
      state: 'ok',
    });
    expect(judgeComplete(outline, { alert: 'ShopDown' }).state).toBe('bad');
    expect(judgeComplete(outline).reason).toMatch(
      /^1 of 2 runbooks in the text: of ShopDown, the sections /,
    );
  });
});

describe('judgeActionable', () => {
  it.each([
    ['a command in diagnosis', GOOD, 'ok'],
    [
      'one elsewhere',
      readRunbookOutline('# A\n## Meaning\n`df -h`\n## Fix\nb'),
      'bad',
    ],
    ['a text without sections', readRunbookOutline('# A\nRun `df -h`'), 'ok'],
    ['nothing', readRunbookOutline(''), 'bad'],
  ])('with %s', (_, outline, state) => {
    expect(judgeActionable(outline).state).toBe(state);
  });
});
