import { stripVTControlCharacters } from 'node:util';

/** So many are worth reading in a terminal; all of them are in the log. */
const MOST = 20;

/** What is logged by the catalog, and by those who read definitions in it. */
const WARNING = / (?:catalog|scorecards) (?:warn|error) (.*)$/;

/** Of a file or of what stands in it, in place of something else that they warn of. */
const ABOUT_FILE =
  /^(YAML error at|Entity .+ is not of an allowed kind|Policy check failed|Processor \w+ threw|Detected conflicting entityRef|file \S+ does not exist|Scorecard '.+' is refused|Version \d+ of '.+' can no longer be evaluated)/;

/**
 * What a line of the portal's log says of a catalog file, or of a definition in one, that was not taken; undefined for
 * all other lines.
 */
export function readCatalogProblem(line) {
  const [, message] = WARNING.exec(stripVTControlCharacters(line)) ?? [];
  if (!message) {
    return undefined;
  }
  const { location } = readFields(message);
  const text = message.replace(/ \w+="[^"]*"/g, '').trim();
  if (!location && !ABOUT_FILE.test(text)) {
    return undefined;
  }
  const file = location?.replace(/^file:/, '');
  return file && !text.includes(file) ? `${file}: ${text}` : text;
}

function readFields(message) {
  return Object.fromEntries(
    [...message.matchAll(/ (\w+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
}

/** Looks through the lines of a log and says each problem once: the catalog comes back to them every few minutes. */
export function watchCatalogProblems(say) {
  const said = new Set();
  return line => {
    const problem = readCatalogProblem(line);
    if (problem === undefined || said.has(problem)) {
      return;
    }
    said.add(problem);
    if (said.size <= MOST) {
      say(`Not taken: ${problem}`);
    } else if (said.size === MOST + 1) {
      say('More was not taken: see the log.');
    }
  };
}
