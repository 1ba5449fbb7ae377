/**
 * The floors of a backend, in the order in which data walks: the folders under the `src/` of each `{family}-backend`,
 * lowest first. A file imports from its own floor and from those below it. A family need not have all of them.
 */
const FLOORS = [
  ['database', 'tables, and how they are opened'],
  ['catalog', 'the entities, and who may see them'],
  ['intake', 'what comes in'],
  ['records', 'what it becomes'],
  ['measuring', 'what is measured of it'],
  ['judging', 'what is judged of it'],
  ['answers', 'what is answered'],
  ['doors', 'how it is asked for: routes, schemas and actions'],
  ['schedule', 'what runs by itself'],
  ['permissions', 'what the permission system is told'],
].map(([name, holds]) => ({ name, holds }));

/** The files directly under `src/`, which put the floors together. */
const ROOF = '*.ts';

/** What routes and actions ask goes through services that know who asks. */
const NO_TABLES = {
  target: 'doors',
  from: 'database',
  message:
    "'doors' get services with an `Authorized…` in front, and no tables. Ask one of `createAuthorizedServices`.",
};

/** The zones of `import/no-restricted-paths` that keep a backend, by its folder from the root of the house, to its floors. */
function zonesOf(folder) {
  const within = name => `${folder}/src/${name}`;
  const { target, from, message } = NO_TABLES;
  const upwards = FLOORS.flatMap((floor, index) => [
    ...FLOORS.slice(index + 1).map(above => ({
      target: within(floor.name),
      from: within(above.name),
      message: `'${floor.name}' (${floor.holds}) lies below '${above.name}' (${above.holds}). Move down what both need, or have the composition hand it in.`,
    })),
    {
      target: within(floor.name),
      from: within(ROOF),
      message: `'${floor.name}' lies below what puts the floors together. Move down what it needs, or have the composition hand it in.`,
    },
  ]);
  return [...upwards, { target: within(target), from: within(from), message }];
}

/** An override of ESLint that keeps a backend to its floors. Tests may build upon all of them. */
function floorsOverride(folder, basePath) {
  return {
    files: [`${folder}/src/**/*.ts`],
    excludedFiles: ['**/*.test.ts', '**/__*__/**'],
    settings: { 'import/resolver': { node: { extensions: ['.ts'] } } },
    rules: {
      'import/no-restricted-paths': [
        'error',
        { basePath, zones: zonesOf(folder) },
      ],
    },
  };
}

module.exports = { FLOORS, floorsOverride };
