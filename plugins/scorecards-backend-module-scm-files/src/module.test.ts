import {
  createBackendPlugin,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import {
  isFactId,
  validateFactValue,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  FactSource,
  factSourcesExtensionPoint,
  ObservedFacts,
  ObservedFactsPage,
} from '@fairlead/backstage-plugin-scorecards-node';
import scorecardsModuleScmFiles from '.';

jest.setTimeout(60_000);

/** Files by their paths; a number is the size of one whose text does not matter. */
type Files = Record<string, string | number>;

const HOST = 'https://github.com/acme';
const GITLAB = 'https://gitlab.com/acme/sub/shop';
const AZURE = 'https://dev.azure.com/acme/shop/_git/shop';
const BITBUCKET = 'https://bitbucket.org/acme/shop';

describe('scorecardsModuleScmFiles', () => {
  const sources: FactSource[] = [];
  const readTree = jest.fn<
    ReturnType<UrlReaderService['readTree']>,
    Parameters<UrlReaderService['readTree']>
  >();
  /** What the host has, by the address of the top. */
  const repositories = new Map<string, { files: Files; commit: string }>();

  beforeAll(async () => {
    await startTestBackend({
      features: [
        createBackendPlugin({
          pluginId: 'scorecards',
          register(env) {
            env.registerExtensionPoint(factSourcesExtensionPoint, {
              addFactSource: (...added) => void sources.push(...added),
            });
            env.registerInit({ deps: {}, init: async () => {} });
          },
        }),
        mockServices.rootConfig.factory({
          data: {
            integrations: {
              github: [{ host: 'github.com' }],
              gitlab: [{ host: 'gitlab.com' }],
              azure: [{ host: 'dev.azure.com' }],
              bitbucketCloud: [{ username: 'u', appPassword: 'p' }],
            },
          },
        }),
        mockServices.urlReader.mock({ readTree }).factory,
        scorecardsModuleScmFiles,
      ],
    });
  });

  beforeEach(() => {
    repositories.clear();
    readTree.mockReset();
    readTree.mockImplementation(async (url, options) => {
      const repository = repositories.get(url);
      if (!repository) {
        throw new NotFoundError(`${url} is not there`);
      }
      const { files, commit } = repository;
      if (options?.etag === commit) {
        throw new NotModifiedError();
      }
      const wanted = Object.entries(files).filter(([path, file]) =>
        options!.filter!(path, {
          size: typeof file === 'number' ? file : file.length,
        }),
      );
      return {
        etag: commit,
        files: async () =>
          wanted.map(([path, file]) => ({
            path,
            content: async () => Buffer.from(String(file)),
          })),
      } as Awaited<ReturnType<UrlReaderService['readTree']>>;
    });
  });

  const component = (name: string, location?: string): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(location && {
        annotations: { 'backstage.io/source-location': `url:${location}` },
      }),
    },
  });

  async function observe(
    entities: Entity[],
    options: { cursor?: string } = {},
  ) {
    const pages: ObservedFactsPage[] = [];
    for await (const page of sources[0].observe({
      ...options,
      signal: new AbortController().signal,
      logger: mockServices.logger.mock(),
      credentials: {} as never,
      async *entities() {
        yield entities;
      },
      lastChanged: async () => new Map(),
      fetch,
    })) {
      pages.push(page);
    }
    return pages;
  }

  let commits = 0;

  /** The facts of a component in a folder of a repository with these files. */
  async function factsOf(files: Files, folder = ''): Promise<ObservedFacts> {
    commits += 1;
    const root = `${HOST}/r${commits}/tree/main/`;
    repositories.set(root, { files, commit: `c${commits}` });
    const [{ items }] = await observe([component('c', `${root}${folder}`)]);
    return items[0];
  }

  const valueOf = async (fact: string, files: Files, folder?: string) =>
    (await factsOf(files, folder)).values[`scmFiles.${fact}`];

  it('declares every fact that it sends, with values of its type', async () => {
    const { values, absent } = await factsOf({
      'AGENTS.md': '# Agents\n\nRun `npm test` and `npm run build`.',
      LICENSE: 'Apache-2.0',
      '.github/CODEOWNERS': '* @acme/crew',
      'src/index.ts': 12_345,
    });
    expect(absent).toEqual([]);
    const { facts } = sources[0];
    expect(Object.keys(values).sort()).toEqual(
      facts.map(({ id }) => id).sort(),
    );
    for (const fact of facts) {
      expect([fact.id, isFactId(fact.id)]).toEqual([fact.id, true]);
      expect([fact.id, validateFactValue(fact, values[fact.id])]).toEqual([
        fact.id,
        undefined,
      ]);
    }
    expect(values).toMatchObject({
      'scmFiles.instructions.files': ['AGENTS.md'],
      'scmFiles.commands.found': ['npm run build', 'npm test'],
      'scmFiles.codeOwners.present': true,
      'scmFiles.license.present': true,
      'scmFiles.source.largest': 12.3,
      'scmFiles.source.largestFile': 'src/index.ts',
    });
  });

  it('says of an empty repository what it lacks, and knows nothing of what cannot be', async () => {
    const { values, absent } = await factsOf({ 'README.md': '# Nothing' });
    expect(values).toMatchObject({
      'scmFiles.instructions.present': false,
      'scmFiles.commands.build': false,
      'scmFiles.commands.test': false,
      'scmFiles.codeOwners.present': false,
      'scmFiles.license.present': false,
    });
    expect(absent!.sort()).toEqual([
      'scmFiles.instructions.agree',
      'scmFiles.source.largest',
      'scmFiles.source.largestFile',
    ]);
  });

  it.each<[string, Files, boolean]>([
    ['one', { 'AGENTS.md': 'Do this.' }, true],
    [
      'the same twice',
      {
        'AGENTS.md': '# Agents\nDo  this.',
        'CLAUDE.md': '# Claude\n\nDo this.\n',
      },
      true,
    ],
    [
      'different ones',
      { 'AGENTS.md': 'Do this.', 'CLAUDE.md': 'Do that.' },
      false,
    ],
    ['a link', { 'AGENTS.md': 'Do this.', 'CLAUDE.md': '' }, true],
    [
      'a pointer',
      {
        'AGENTS.md': 'Do this.',
        '.github/copilot-instructions.md': 'Read [this](../AGENTS.md).',
      },
      true,
    ],
    [
      'an import with more',
      {
        'AGENTS.md': 'Do this.',
        'CLAUDE.md': `@AGENTS.md\n${'More.\n'.repeat(30)}`,
      },
      true,
    ],
    [
      'a long text that mentions another',
      {
        'AGENTS.md': 'Do this.',
        'CLAUDE.md': `Unlike AGENTS.md:\n${'More.\n'.repeat(30)}`,
      },
      false,
    ],
    [
      'rules for some files',
      { 'AGENTS.md': 'Do this.', '.cursor/rules/tests.mdc': 'Do that.' },
      true,
    ],
  ])('compares instructions: %s', async (_, files, agree) => {
    expect(await valueOf('instructions.agree', files)).toBe(agree);
  });

  it('does not know whether instructions agree when one is too large to be read', async () => {
    const { absent } = await factsOf({
      'AGENTS.md': 'Do this.',
      'CLAUDE.md': 300_000,
    });
    expect(absent).toContain('scmFiles.instructions.agree');
  });

  it.each<[string, Files, string[]]>([
    [
      'scripts',
      { 'package.json': '{"scripts":{"build":"tsc","test":"jest"}}' },
      ['npm run build', 'npm run test'],
    ],
    [
      'the test that npm writes',
      {
        'package.json':
          '{"scripts":{"test":"echo \\"Error: no test specified\\" && exit 1"}}',
      },
      [],
    ],
    ['broken JSON', { 'package.json': '{"scripts":' }, []],
    [
      'scripts of another type',
      { 'package.json': '{"scripts":["build"]}' },
      [],
    ],
    [
      'targets',
      { Makefile: 'CC := gcc\nbuild: main.o\n\t$(CC)\ntest:\n\t./run' },
      ['make build', 'make test'],
    ],
    ['a variable is no target', { Makefile: 'test := 1\nbuild := 2\n' }, []],
    [
      'recipes',
      { justfile: '@build target="x":\n  cc\ncheck: build\n' },
      ['just build', 'just check'],
    ],
    [
      'tasks',
      { 'Taskfile.yml': 'version: 3\ntasks:\n  build: {}\n  test: {}\n' },
      ['task build', 'task test'],
    ],
    [
      'a convention',
      { 'go.mod': 'module x' },
      ['go build ./...', 'go test ./...'],
    ],
    ['.NET', { 'Shop.sln': '' }, ['dotnet build', 'dotnet test']],
    [
      'Python',
      { 'pyproject.toml': '[build-system]\n[tool.pytest.ini_options]\n' },
      ['python -m build', 'pytest'],
    ],
    [
      'code between fences',
      {
        'AGENTS.md':
          'Words about a build.\n```sh\n$ ./gradlew assemble\n$ ./gradlew check\n```',
      },
      ['./gradlew assemble', './gradlew check'],
    ],
    [
      'words are no commands',
      { 'AGENTS.md': 'Run the build, then the test.' },
      [],
    ],
  ])('finds commands: %s', async (_, files, found) => {
    expect(await valueOf('commands.found', files)).toEqual(found);
  });

  it('looks from a folder upwards, never into its neighbours', async () => {
    const files: Files = {
      'AGENTS.md': 'Do this.',
      LICENSE: '',
      CODEOWNERS: '',
      'pay/AGENTS.md': 'Do that.',
      'pay/package.json': '{"scripts":{"test":"jest"}}',
      'pay/big.ts': 90_000,
      'ship/big.ts': 80_000,
      'ship/node_modules/x/index.js': 900_000,
      'ship/api.pb.go': 900_000,
    };
    const ship = await factsOf(files, 'ship/');
    expect(ship.values).toMatchObject({
      'scmFiles.instructions.files': ['AGENTS.md'],
      'scmFiles.commands.test': false,
      'scmFiles.codeOwners.present': true,
      'scmFiles.license.present': true,
      'scmFiles.source.largestFile': 'ship/big.ts',
    });
    const pay = await factsOf(files, 'pay');
    expect(pay.values).toMatchObject({
      'scmFiles.instructions.files': ['pay/AGENTS.md'],
      'scmFiles.commands.test': true,
      'scmFiles.source.largestFile': 'pay/big.ts',
    });
  });

  it('reads a repository once for all of its components, and not again before it changes', async () => {
    const root = `${HOST}/shared/tree/main/`;
    const repository = {
      files: { 'a/AGENTS.md': 'Do.' } as Files,
      commit: '1',
    };
    repositories.set(root, repository);
    const entities = [component('a', `${root}a/`), component('b', `${root}b/`)];
    const [first] = await observe(entities);
    expect(readTree).toHaveBeenCalledTimes(1);
    expect(
      first.items.map(({ values }) => values['scmFiles.instructions.present']),
    ).toEqual([true, false]);

    // The host answers that nothing changed, and the facts are told once more.
    expect((await observe(entities))[0].items).toEqual(first.items);

    // A component that is new there has to be looked at.
    const [{ items }] = await observe([
      ...entities,
      component('c', `${root}a/c/`),
    ]);
    expect(items[2].values['scmFiles.instructions.present']).toBe(true);
  });

  it('tells of a repository that cannot be read, and goes on with the others', async () => {
    repositories.set(`${HOST}/good/tree/main/`, { files: {}, commit: '1' });
    const [{ items }] = await observe([
      component('gone', `${HOST}/gone/tree/main/`),
      component('good', `${HOST}/good/tree/main/`),
    ]);
    const of = (name: string) =>
      items.find(({ entityRef }) => entityRef === `component:default/${name}`)!;
    expect(of('gone').values).toEqual({ 'scmFiles.source.resolves': false });
    expect(of('gone').failures).not.toHaveProperty([
      'scmFiles.source.resolves',
    ]);
    expect(of('gone').failures!['scmFiles.license.present'].error).toBe(
      `The files of ${HOST}/gone/tree/main/ could not be read: ${HOST}/gone/tree/main/ is not there`,
    );
    expect(of('good').values['scmFiles.license.present']).toBe(false);
  });

  it('says of what agents are given to read whether its source is there', async () => {
    const root = `${HOST}/skills/tree/main/`;
    repositories.set(root, {
      files: { 'skills/review/SKILL.md': '# Review' },
      commit: '1',
    });
    const skill = (name: string, location: string): Entity => ({
      ...component(name, location),
      kind: 'AiResource',
    });
    const entities = [
      skill('folder', `${root}skills/review`),
      skill('file', `${HOST}/skills/blob/main/skills/review/SKILL.md`),
      skill('no-folder', `${root}skills/deploy/`),
      skill('no-file', `${HOST}/skills/blob/main/skills/review/RULES.md`),
    ];
    const resolved = async () =>
      (await observe(entities))[0].items.map(
        ({ values }) => values['scmFiles.source.resolves'],
      );
    expect(await resolved()).toEqual([true, true, false, false]);
    // Without a commit since, the host sends nothing.
    expect(await resolved()).toEqual([true, true, false, false]);
  });

  it('says nothing of repositories while the host asks for patience', async () => {
    readTree.mockRejectedValue(
      new Error('403 Forbidden (rate limit exceeded)'),
    );
    await expect(
      observe([component('a', `${HOST}/a/tree/main/`)]),
    ).rejects.toThrow('rate limit exceeded');
  });

  it('passes over what has no repository that the portal may read', async () => {
    expect(
      await observe([
        component('nowhere'),
        component('elsewhere', 'https://git.example.com/acme/x'),
      ]),
    ).toEqual([]);
  });

  it('goes on after the repositories of a run that was broken off', async () => {
    for (const name of ['a', 'b']) {
      repositories.set(`${HOST}/${name}/tree/main/`, {
        files: {},
        commit: '1',
      });
    }
    const entities = ['a', 'b'].map(name =>
      component(name, `${HOST}/${name}/tree/main/`),
    );
    const [page] = await observe(entities, { cursor: `${HOST}/a/tree/main/` });
    expect(page.items.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/b',
    ]);
    expect(page.cursor).toBe('');
    expect((await observe(entities, { cursor: '' }))[0].items).toHaveLength(2);
  });

  it.each([
    [`${HOST}/shop/tree/main/`, `${HOST}/shop/tree/main/web/`],
    [`${HOST}/shop/tree/main/`, `${HOST}/shop/tree/main/web`],
    [`${HOST}/shop/tree/main/`, `${HOST}/shop/blob/main/web/info.yaml`],
    [`${GITLAB}/-/tree/main/`, `${GITLAB}/-/tree/main/web/`],
    [`${GITLAB}/-/tree/main/`, `${GITLAB}/-/blob/main/web/info.yaml`],
    [`${AZURE}?path=%2F&version=GBmain`, `${AZURE}?path=%2Fweb&version=GBmain`],
    [`${BITBUCKET}/src/main/`, `${BITBUCKET}/src/main/web/`],
  ])('finds the folder of a component: %s, %s', async (root, location) => {
    repositories.set(root, {
      files: { 'web/AGENTS.md': 'Do.', 'AGENTS.md': 'Do not.' },
      commit: location,
    });
    const [{ items }] = await observe([component('web', location)]);
    expect(items[0].values['scmFiles.instructions.files']).toEqual([
      'web/AGENTS.md',
    ]);
  });

  it('takes what names no folder for the top of its repository', async () => {
    repositories.set(`${HOST}/shop/`, { files: { LICENSE: '' }, commit: '1' });
    const [{ items }] = await observe([component('shop', `${HOST}/shop`)]);
    expect(items[0].values['scmFiles.license.present']).toBe(true);
  });
});
