import { JsonObject } from '@backstage/types';
import { isolated } from '@fairlead/bidi-text';
import { CheckDefinition } from '../scorecard/types';
import { isObject } from '../rule/values';
import { buildScorecards, Draft } from './buildScorecards';
import { CannotConvert } from './CannotConvert';
import { convertConditions } from './convertConditions';
import { convertFilter, kindsOfFilter } from './convertFilter';
import { takeId, toFactPart } from './names';
import { fieldOf, Path, Source } from './Source';
import { toAddress, toText, toTitle } from './texts';
import { ImportedScorecards, ImportOptions } from './types';

const CHECKS: Path = ['techInsights', 'factChecker', 'checks'];

const LEVEL = 'baseline';

const DEFAULT_KIND = 'Component';

/** What tech-insights reads of a check. */
const READ = [
  'type',
  'name',
  'description',
  'factIds',
  'rule',
  'metadata',
  'successMetadata',
  'failureMetadata',
  'links',
  'filter',
];

/**
 * The id under which a fact of tech-insights is known here, for example
 * `techInsights.entityOwnershipFactRetriever.hasOwner`.
 *
 * @param retriever - the id of the fact retriever
 * @param fact - the name of the fact within its schema
 * @param path - the keys within its value, where that is an object
 * @public
 */
export function techInsightsFactId(
  retriever: string,
  fact: string,
  path: readonly string[] = [],
): string {
  return ['techInsights', ...[retriever, fact, ...path].map(toFactPart)].join(
    '.',
  );
}

/**
 * Turns the checks of the JSON rules engine in a configuration of tech-insights into scorecards. A check that cannot be
 * brought along whole is left out, with a note.
 *
 * @param text - an `app-config.yaml` with `techInsights.factChecker.checks`
 * @public
 */
export function importTechInsights(
  text: string,
  options: ImportOptions,
): ImportedScorecards {
  const source = new Source(text);
  const document = Math.max(
    source.values.findIndex(value => isObject(fieldOf(value, ...CHECKS))),
    0,
  );
  const checks = fieldOf(source.values[document], ...CHECKS);
  if (!isObject(checks)) {
    if (source.notes.length === 0) {
      source.note(document, CHECKS, `has no checks at ${CHECKS.join('.')}`);
    }
    return { scorecards: [], notes: source.notes };
  }
  const retrievers = findRetrievers(checks);
  const drafts: Draft[] = [];
  const kinds = new Set<string>();
  const taken = new Set<string>();
  for (const [id, value] of Object.entries(checks)) {
    const path = [...CHECKS, id];
    try {
      const check = convertCheck(id, value, {
        note: (at, message) =>
          source.noteOnce(document, [...path, ...at], message),
        retrievers,
        taken,
      });
      const named = kindsOfFilter(fieldOf(value, 'filter'));
      (named.length > 0 ? named : [DEFAULT_KIND]).forEach(kind =>
        kinds.add(kind),
      );
      drafts.push({ check, document, path });
    } catch (error) {
      if (!(error instanceof CannotConvert)) {
        throw error;
      }
      source.note(
        document,
        [...path, ...error.path],
        isolated`left out '${id}': ${error.message}`,
      );
    }
  }
  const scorecards = buildScorecards(drafts, {
    source,
    options,
    name: 'tech-insights',
    title: 'Tech Insights',
    description: 'The checks of tech-insights, as they were.',
    appliesTo: {
      kind: kinds.size === 1 ? [...kinds][0] : { $in: [...kinds].sort() },
    },
    levels: [LEVEL],
  });
  if (scorecards.length > 0) {
    source.note(
      document,
      CHECKS,
      `tech-insights has no levels and runs a check wherever its facts are: all checks are at '${LEVEL}', and 'appliesTo' names the kinds ${[
        ...kinds,
      ].join(', ')}; make both yours`,
    );
  }
  return { scorecards, notes: source.notes };
}

/** Which retriever a fact comes from, as far as checks that name a single one say. */
function findRetrievers(checks: Record<string, unknown>): Map<string, string> {
  const found = new Map<string, string>();
  for (const check of Object.values(checks)) {
    const ids = fieldOf(check, 'factIds');
    if (Array.isArray(ids) && ids.length === 1 && typeof ids[0] === 'string') {
      for (const fact of factsOf(fieldOf(check, 'rule', 'conditions'))) {
        found.set(fact, ids[0]);
      }
    }
  }
  return found;
}

function factsOf(condition: unknown): string[] {
  const fact = fieldOf(condition, 'fact');
  if (typeof fact === 'string') {
    return [fact];
  }
  return ['all', 'any', 'not'].flatMap(key => {
    const parts = fieldOf(condition, key);
    return (Array.isArray(parts) ? parts : [parts]).flatMap(part =>
      isObject(part) ? factsOf(part) : [],
    );
  });
}

function convertCheck(
  id: string,
  value: unknown,
  {
    note,
    retrievers,
    taken,
  }: {
    note(path: Path, message: string): void;
    retrievers: ReadonlyMap<string, string>;
    taken: Set<string>;
  },
): CheckDefinition {
  if (!isObject(value)) {
    throw new CannotConvert([], 'is no check');
  }
  if (value.type !== undefined && value.type !== 'json-rules-engine') {
    throw new CannotConvert(
      ['type'],
      "only checks of the type 'json-rules-engine' can be read",
    );
  }
  const factIds = fieldOf(value, 'factIds');
  const listed = Array.isArray(factIds)
    ? factIds.filter(one => typeof one === 'string')
    : [];
  if (listed.length === 0) {
    throw new CannotConvert(
      ['factIds'],
      'names no fact retriever in factIds, so nobody knows where its facts come from',
    );
  }
  const rule = convertConditions(
    fieldOf(value, 'rule', 'conditions'),
    ['rule', 'conditions'],
    {
      note,
      factId: (fact, retriever, keys, at) => {
        const from =
          retriever ??
          (listed.length === 1 ? listed[0] : retrievers.get(fact)) ??
          listed[0];
        if (
          retriever === undefined &&
          listed.length > 1 &&
          !listed.includes(retrievers.get(fact) ?? '')
        ) {
          note(
            at,
            isolated`'${fact}' is taken to come from '${from}', the first of several fact retrievers that the check names`,
          );
        }
        return techInsightsFactId(from, fact, keys);
      },
    },
  );
  for (const field of Object.keys(value)) {
    if (!READ.includes(field)) {
      note(
        [field],
        isolated`'${field}' is no field of a check, nothing reads it`,
      );
    }
  }
  const filter = fieldOf(value, 'filter');
  const description = toText(value.description);
  const fix = convertFix(value, note);
  return {
    id: takeId(id, taken),
    title: toTitle(value.name, id),
    ...(description !== undefined && { description }),
    level: LEVEL,
    ...(filter !== undefined && { appliesTo: convertFilter(filter) }),
    rule: rule as JsonObject,
    ...(fix && { fix }),
  };
}

/** Links, and what is told when the check fails, say how it is mended; what is told when it passes has no place. */
function convertFix(
  check: Record<string, unknown>,
  note: (path: Path, message: string) => void,
): CheckDefinition['fix'] {
  const links = (Array.isArray(check.links) ? check.links : []).map(link => ({
    title: toText(fieldOf(link, 'title')),
    url: toAddress(fieldOf(link, 'url')),
  }));
  const addresses = links.filter(({ url }) => url !== undefined);
  if (addresses.length < links.length) {
    note(['links'], 'links without an http or https address are left out');
  }
  const texts: string[] = [];
  for (const [key, value] of Object.entries(
    isObject(check.failureMetadata) ? check.failureMetadata : {},
  )) {
    const url = toAddress(value);
    const text = toText(value);
    if (url !== undefined) {
      addresses.unshift({ title: key, url });
    } else if (text !== undefined) {
      texts.push(text);
    } else {
      note(
        ['failureMetadata', key],
        isolated`'failureMetadata.${key}' has no equivalent`,
      );
    }
  }
  if (check.successMetadata !== undefined) {
    note(
      ['successMetadata'],
      "'successMetadata' has no equivalent: a check that passes says what decided",
    );
  }
  for (const key of Object.keys(
    isObject(check.metadata) ? check.metadata : {},
  )) {
    note(
      ['metadata', key],
      isolated`'metadata.${key}' has no equivalent; levels and weights say what comes first`,
    );
  }
  const [first, ...others] = addresses;
  texts.push(
    ...others.map(
      ({ title, url }) =>
        `[${(title ?? url ?? '').replace(/[[\]]/g, '')}](${url})`,
    ),
  );
  const text = toText(texts.join('\n\n'));
  return text === undefined && first === undefined
    ? undefined
    : {
        ...(text !== undefined && { text }),
        ...(first && { url: first.url }),
      };
}
