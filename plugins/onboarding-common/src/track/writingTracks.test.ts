import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CONTRIBUTION_KINDS, GENERATED_PARTS, parseTrackYaml } from '.';

const GUIDE = readFileSync(
  resolve(__dirname, '../../../../docs/writing-tracks.md'),
  'utf8',
);

describe('docs/writing-tracks.md', () => {
  it('holds a track that is good', () => {
    const [, yaml] = /```yaml\n(apiVersion[^`]*)```/.exec(GUIDE)!;
    const { entity, problems } = parseTrackYaml(yaml);
    expect(problems).toEqual([]);
    expect(entity?.metadata.name).toBe('booking-engineers');
  });

  it.each([...CONTRIBUTION_KINDS, ...GENERATED_PARTS])('explains %s', word => {
    expect(GUIDE).toMatch(new RegExp(`^\\| \`${word}\` +\\|`, 'm'));
  });
});
