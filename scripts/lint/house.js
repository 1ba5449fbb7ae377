/**
 * Who may import whom, as data.
 *
 * Each row says which folders of `plugins/`, or of `packages/` where it says so, it is about and which plugin packages of
 * this house those may import; all others of them are refused. The first row that fits a folder counts. `{family}` and `{other}` stand for the name of a
 * family, the same within a row; `*` for anything.
 */
const ROWS = [
  {
    folder: 'catalog-backend-module-fairlead',
    mayImport: ['*-common', '*-node'],
    because: 'it registers the kinds of all families, by their contracts',
  },
  {
    folder: 'search-backend-module-{family}',
    mayImport: ['{family}-common', '{family}-node'],
    because: 'it makes what one family knows findable, by its contracts',
  },
  {
    folder: '{family}-common',
    mayImport: [],
    because: 'what decides is pure and knows no other room',
  },
  {
    folder: '{family}-node',
    mayImport: ['{family}-common'],
    because: 'it holds the contracts of its own family',
  },
  {
    folder: '{family}-backend-module-{other}',
    mayImport: [
      '{family}-common',
      '{family}-node',
      '{other}-common',
      '{other}-node',
    ],
    because: 'it joins two families through their contracts',
  },
  {
    folder: '{family}-backend',
    mayImport: ['{family}-common', '{family}-node'],
    because: 'families meet in modules, never in a backend',
  },
  {
    folder: '{family}',
    mayImport: ['{family}-common'],
    because: 'a browser gets its data over HTTP',
  },
  ...['packages/app', 'packages/app-legacy'].map(folder => ({
    folder,
    mayImport: ['delivery', 'onboarding', 'runbooks', 'scorecards'],
    because: 'it shows the frontends of the families',
  })),
  {
    folder: 'packages/backend',
    mayImport: ['*-backend', '*-backend-module-*', '*-common', '*-node'],
    because: 'it runs the backends of the families',
  },
  {
    folder: 'packages/fairlead-backend',
    mayImport: ['*-backend', '*-backend-module-*'],
    because: 'it adds the backends of all families',
  },
  {
    folder: 'packages/fairlead-frontend',
    mayImport: ['delivery', 'onboarding', 'runbooks', 'scorecards'],
    because: 'it adds the frontends of all families',
  },
  {
    folder: 'packages/cli',
    mayImport: ['*-common'],
    because: 'it runs the pure code of all families on the command line',
  },
  {
    folder: 'packages/{other}',
    mayImport: [],
    because: 'what several families need knows none of them',
  },
];

const SCOPE = '@fairlead/backstage-plugin-';

/** What no folder of `plugins/` imports from Backstage, because the house has its own in front of it. */
const INSTEAD = [
  {
    name: '@backstage/frontend-plugin-api',
    importNames: ['useTranslationRef'],
    message:
      'Import it from @fairlead/frontend-parts: that one keeps what people write from turning the words around it.',
  },
];

/** The row of a folder, with the names of the families filled in. */
function rowFor(folder) {
  for (const row of ROWS) {
    const families = matchFolder(row.folder, folder);
    if (families) {
      return {
        because: row.because,
        mayImport: row.mayImport.map(name => fillIn(name, families)),
      };
    }
  }
  throw new Error(`No row of the house rules fits '${pathOf(folder)}'`);
}

/** Folders of `plugins/` go by their names alone. */
function pathOf(folder) {
  return folder.startsWith('packages/') ? folder : `plugins/${folder}`;
}

/** Whether a folder may depend on a package. */
function mayImport(folder, packageName) {
  if (!packageName.startsWith(SCOPE)) {
    return true;
  }
  const target = packageName.slice(SCOPE.length);
  return rowFor(folder).mayImport.some(name =>
    new RegExp(`^${name.replaceAll('*', '.+')}$`).test(target),
  );
}

/** The lint rules that keep a folder to its row. */
function lintRulesFor(folder) {
  const row = rowFor(folder);
  const allowed = row.mayImport.map(name => SCOPE + name);
  return {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        paths: folder.startsWith('packages/') ? [] : INSTEAD,
        patterns: [
          {
            group: [`${SCOPE}*`, ...allowed.map(name => `!${name}`)],
            message: `Of this house's plugins, ${pathOf(folder)} may import ${
              allowed.join(', ') || 'nothing'
            }: ${row.because}.`,
          },
        ],
      },
    ],
  };
}

function matchFolder(pattern, folder) {
  const names = [];
  const source = pattern.replace(/\{(\w+)\}/g, (_, name) => {
    names.push(name);
    // What is joined may have a name of several words, as in `incident-io`.
    return name === 'other' ? '([a-z]+(?:-[a-z]+)*)' : '([a-z]+)';
  });
  const found = new RegExp(`^${source}$`).exec(folder);
  return found && new Map(names.map((name, index) => [name, found[index + 1]]));
}

function fillIn(pattern, families) {
  return pattern.replace(/\{(\w+)\}/g, (_, name) => families.get(name));
}

module.exports = { lintRulesFor, mayImport };
