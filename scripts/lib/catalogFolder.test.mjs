import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readCatalogFolder } from './catalogFolder.mjs';

describe('a catalog given as a folder', () => {
  let folder;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairlead-catalog-'));
    await mkdir(join(folder, 'teams', 'node_modules'), { recursive: true });
    await writeFile(
      join(folder, 'catalog-info.yaml'),
      'apiVersion: backstage.io/v1alpha1\nkind: Component\n',
    );
    await writeFile(
      join(folder, 'teams', 'org.yml'),
      '# teams\napiVersion: "backstage.io/v1alpha1"\nkind: Group\n',
    );
    await writeFile(
      join(folder, 'teams', 'node_modules', 'other.yaml'),
      'apiVersion: backstage.io/v1alpha1\n',
    );
    await writeFile(join(folder, 'compose.yaml'), 'services: {}\n');
  });

  after(() => rm(folder, { recursive: true }));

  it('is every YAML file that declares an entity, with the starter scorecards', async () => {
    const { targets } = await readCatalogFolder(folder);
    assert.deepEqual(targets.slice(0, 2), [
      join(folder, 'catalog-info.yaml'),
      join(folder, 'teams', 'org.yml'),
    ]);
    assert.equal(targets.length, 3);
    assert.match(targets[2], /demo\/scorecards\/\*\.yaml$/);
  });

  it('brings its own scorecards instead of the starter ones', async () => {
    const scorecard = join(folder, 'teams', 'scorecard.yaml');
    await writeFile(
      scorecard,
      'apiVersion: fairlead.dev/v1alpha1\nkind: Scorecard\n',
    );
    try {
      const { targets } = await readCatalogFolder(folder);
      assert.equal(targets.at(-1), scorecard);
    } finally {
      await rm(scorecard);
    }
  });

  it('has a database of its own, named after it', async () => {
    const { id } = await readCatalogFolder(folder);
    assert.match(id, new RegExp(`^${basename(folder)}-[0-9a-f]{8}$`));
  });

  it('is refused when it is no folder, or holds no entity', async () => {
    await assert.rejects(
      readCatalogFolder(join(folder, 'nowhere')),
      /is not a folder/,
    );
    const empty = await mkdtemp(join(tmpdir(), 'fairlead-empty-'));
    await assert.rejects(readCatalogFolder(empty), /declares a catalog entity/);
    await rm(empty, { recursive: true });
  });
});
