import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { root } from './lib/paths.mjs';

const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const { engines } = JSON.parse(read('package.json'));
const license = read('LICENSE');

const packages = ['packages', 'plugins']
  .flatMap(parent =>
    readdirSync(join(root, parent)).map(name => `${parent}/${name}`),
  )
  .filter(folder => existsSync(join(root, folder, 'package.json')))
  .map(folder => ({
    folder,
    manifest: JSON.parse(read(folder, 'package.json')),
  }));
/** What is published: the packages that are not private. */
const published = packages.filter(({ manifest }) => !manifest.private);

describe('each published package', () => {
  for (const { folder, manifest } of published) {
    it(`${folder} says what it is, where it is from and where it runs`, () => {
      assert.match(manifest.description, /\w/);
      assert.ok(manifest.keywords.includes('fairlead'));
      assert.deepEqual(
        {
          homepage: manifest.homepage,
          bugs: manifest.bugs,
          license: manifest.license,
          engines: manifest.engines,
          repository: manifest.repository,
          publishConfig: manifest.publishConfig.access,
        },
        {
          homepage: `https://github.com/fairlead/fairlead/tree/main/${folder}#readme`,
          bugs: 'https://github.com/fairlead/fairlead/issues',
          license: 'Apache-2.0',
          engines,
          repository: {
            type: 'git',
            url: 'https://github.com/fairlead/fairlead',
            directory: folder,
          },
          publishConfig: 'public',
        },
      );
    });

    it(`${folder} comes with the licence and a README`, () => {
      assert.equal(read(folder, 'LICENSE'), license);
      assert.ok(existsSync(join(root, folder, 'README.md')));
    });

    it(`${folder} says the same of being internal in its description and its README`, () => {
      assert.equal(
        /^> Internal:/m.test(read(folder, 'README.md')),
        manifest.description.startsWith('Internal to Fairlead.'),
      );
    });

    it(`${folder} has the tools that its own scripts call`, () => {
      assert.ok(manifest.devDependencies['@backstage/cli']);
      // Without one there is nothing that `yarn start` could show.
      assert.equal(
        'start' in manifest.scripts,
        existsSync(join(root, folder, 'dev')),
      );
    });
  }
});

describe('the catalog of this repository', () => {
  const [location] = parseAllDocuments(read('catalog-info.yaml'))
    .map(document => document.toJS())
    .filter(({ kind }) => kind === 'Location');
  const entities = packages.map(({ folder }) =>
    parse(read(folder, 'catalog-info.yaml')),
  );
  const names = entities.map(({ metadata }) => metadata.name);

  it('lists each package', () => {
    assert.deepEqual(
      location.spec.targets.toSorted(),
      packages.map(({ folder }) => `./${folder}/catalog-info.yaml`).toSorted(),
    );
  });

  it('gives each package a name of its own, and its role as its type', () => {
    assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted());
    const typesOfApps = { frontend: 'website', backend: 'service' };
    assert.deepEqual(
      entities.map(({ spec }) => spec.type),
      packages.map(
        ({ manifest: { backstage } }) =>
          typesOfApps[backstage.role] ?? `backstage-${backstage.role}`,
      ),
    );
  });

  it('names only packages that there are as what others depend on', () => {
    const dependencies = entities.flatMap(({ spec }) => spec.dependsOn ?? []);
    assert.deepEqual(
      dependencies.filter(
        ref => !names.includes(ref.replace('component:', '')),
      ),
      [],
    );
  });
});
