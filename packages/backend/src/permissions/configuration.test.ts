import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve(__dirname, '../../../..');
const read = (file: string) => readFileSync(resolve(ROOT, file), 'utf8');

describe('what production reads', () => {
  it('is nothing of the demo', () => {
    const dockerfile = read('packages/backend/Dockerfile');
    expect(dockerfile).not.toContain('app-config.demo.yaml');
    for (const file of ['app-config.yaml', 'app-config.production.yaml']) {
      expect(dockerfile).toContain(file);
      const config = parse(read(file));
      expect(config.demo).toBeUndefined();
      expect(config.auth?.providers?.guest).toBeUndefined();
      expect(config.permission?.enabled ?? true).toBe(true);
      expect(JSON.stringify(config.catalog?.locations ?? [])).not.toMatch(
        /demo/,
      );
    }
  });
});
