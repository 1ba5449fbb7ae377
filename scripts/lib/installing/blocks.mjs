const FENCE = /^```(\w+)\n(.*?)^```/gms;
/** The first line of a block names the file that it goes into and, of code, the place there. */
const TARGET = /^(?:\/\/|#) ([\w./-]+\.\w+)(?:: (.+))?\n/;

/** The part of a text under a heading, to the next heading of the same kind. */
export function sectionOf(text, heading) {
  const level = /^#+/.exec(heading)[0];
  const found = text
    .split(new RegExp(`^(?=${level} )`, 'm'))
    .find(part => part.startsWith(`${heading}\n`));
  if (!found) throw new Error(`There is no heading '${heading}'`);
  return found;
}

/** The blocks of a section that somebody who follows it copies: commands, and what goes into which file. */
export function blocksOf(section) {
  return [...section.matchAll(FENCE)].map(([, language, code]) => {
    const [first, file, place] = TARGET.exec(code) ?? [''];
    return { language, file, place, code: code.slice(first.length) };
  });
}

/** The places that the documents name, and how somebody who reads puts code there. */
const PLACES = {
  'with the imports': (source, code) => `${code}${source}`,
  'in <FlatRoutes>': (source, code) =>
    replaced(source, '</FlatRoutes>', found => `${code}${found}`),
  'before the first divider of the menu': (source, code) =>
    replaced(
      source,
      /<SidebarGroup label="Menu"[\s\S]*?(?=<SidebarDivider \/>)/,
      found => `${found}${code}`,
    ),
  'first in the grid of overviewContent': (source, code) =>
    inGrid(source, 'overviewContent', code),
  'first in the grid of groupPage': (source, code) =>
    inGrid(source, 'groupPage', code),
  'after each tab that shows overviewContent': (source, code) =>
    replaced(
      source,
      /\{overviewContent\}\s*<\/EntityLayout\.Route>\n/g,
      found => `${found}${code}`,
    ),
};

/** A file with a block put into it. */
export function withCode(source, { code, place }) {
  if (!place) {
    // The backend is put together before it starts.
    return replaced(source, 'backend.start()', found => `${code}\n${found}`);
  }
  const put = PLACES[place];
  if (!put) throw new Error(`Nobody knows the place '${place}'`);
  return put(source, code);
}

function inGrid(source, name, code) {
  return replaced(
    source,
    new RegExp(`const ${name} = [\\s\\S]*?<Grid container[^>]*>\\n`),
    found => `${found}${code}`,
  );
}

function replaced(source, pattern, replace) {
  const result = source.replace(pattern, replace);
  if (result === source) {
    throw new Error(`Found nothing to put code to, looking for ${pattern}`);
  }
  return result;
}

/** A configuration with a block merged into it: the lines of a list come before those that are there. */
export function withConfig(base, more) {
  if (Array.isArray(base) && Array.isArray(more)) return [...more, ...base];
  if (isObject(base) && isObject(more)) {
    const merged = { ...base };
    for (const [key, value] of Object.entries(more)) {
      merged[key] = key in base ? withConfig(base[key], value) : value;
    }
    return merged;
  }
  return more;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
