import { DEFINITION } from '../../__fixtures__';
import { definitionYaml } from '../../definition';
import { mergeIntoFile, MergedFile } from './mergeIntoFile';
import { proposalBranch } from './proposalBranch';

const LIVE = definitionYaml(DEFINITION);
const TEXT = LIVE.replace('$lte: 10m', '$lte: 4m');
const OTHER = '---\nkind: Component\nmetadata: { name: other }\n';

const merge = (file: string, text = TEXT) =>
  mergeIntoFile(file, {
    scorecardRef: 'scorecard:default/production-readiness',
    live: LIVE,
    text,
  }) as MergedFile;

describe('mergeIntoFile', () => {
  it('touches the changed lines alone where the file reads like the version in force', () => {
    const file = `# Ours.\n${LIVE.replace(
      'levels:',
      'levels: # lowest first',
    )}# end\n`;
    expect(merge(`${file}${OTHER}`)).toEqual({
      before: file,
      after: file.replace('$lte: 10m', '$lte: 4m'),
      line: 1,
      losesComments: false,
    });
  });

  it('writes the document anew where it reads otherwise, and says so of its comments', () => {
    const file = `---\n# Ours.\n${LIVE.replace(/^ {2}/gm, '    ').replace(
      /^ {4}- /gm,
      '      - ',
    )}`;
    const json = `---\n# Ours.\n${JSON.stringify(DEFINITION)}\n`;
    for (const before of [file, json]) {
      const merged = merge(`${OTHER.slice(4)}${before}`);
      expect(merged.before.startsWith('---\n# Ours.')).toBe(true);
      expect(merged.after).toContain('4m');
    }
    expect(merge(json)).toMatchObject({
      after: `---\n${TEXT}`,
      losesComments: true,
    });
  });

  it('says that the file does not declare the scorecard', () => {
    expect(merge(OTHER)).toBe('not-found');
  });
});

describe('proposalBranch', () => {
  it('is the same for the same text, and another one for another', () => {
    const ref = 'scorecard:default/readiness';
    expect(proposalBranch(ref, 'a')).toBe(
      'scorecards/definitions/default_readiness_e40c292c',
    );
    expect(proposalBranch(ref, 'b')).not.toBe(proposalBranch(ref, 'a'));
  });
});
