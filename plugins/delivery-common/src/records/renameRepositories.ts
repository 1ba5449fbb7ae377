import { DeliveryRecord } from './deliveryRecord';
import { RecordFields } from './recordBase';
import { parseRecordKey, stringifyRecordKey } from './recordKey';

/**
 * The name of a repository in place of the one that a source gives it.
 *
 * @public
 */
export type NameRepository = (repository: {
  source: string;
  name: string;
}) => string;

/** Names of repositories are the same in upper and lower case: they are kept in lower case. @public */
export function normaliseRepository(name: string): string {
  return name.trim().toLowerCase();
}

/** Incidents that are issues are named by their repository and their number. */
const ISSUE = /^([\w.-]+(?:\/[\w.-]+)+)(#\d+)$/;

function renameRepositoryInIssue(
  source: string,
  externalId: string,
  nameOf: NameRepository,
): string {
  return externalId.replace(
    ISSUE,
    (_, name: string, number: string) => `${nameOf({ source, name })}${number}`,
  );
}

/**
 * The key of a record under other names of repositories: its own, and those in keys that it is made of. A text that is no
 * key is answered as it is.
 *
 * @public
 */
export function renameRepositoriesInKey(
  text: string,
  nameOf: NameRepository,
): string {
  const key = tryParse(text);
  switch (key?.kind) {
    case 'change':
    case 'run':
    case 'deployment': {
      const [source, name = '', ...rest] = key.parts;
      return stringifyRecordKey(key.kind, [
        source,
        nameOf({ source, name }),
        ...rest,
      ]);
    }
    case 'incident': {
      const [source, externalId = ''] = key.parts;
      return stringifyRecordKey(key.kind, [
        source,
        renameRepositoryInIssue(source, externalId, nameOf),
      ]);
    }
    case 'test':
    case 'link':
      return stringifyRecordKey(
        key.kind,
        key.parts.map(part => renameRepositoriesInKey(part, nameOf)),
      );
    default:
      return text;
  }
}

function tryParse(text: string) {
  try {
    return parseRecordKey(text);
  } catch {
    return undefined;
  }
}

/**
 * What a record tells, under other names of repositories: its own, and those in the keys of other records.
 *
 * @public
 */
export function renameRepositoriesInFields<
  F extends RecordFields<DeliveryRecord>,
>(fields: F, nameOf: NameRepository): F {
  const told: RecordFields<DeliveryRecord> = fields;
  const inKey = (key: string) => renameRepositoriesInKey(key, nameOf);
  const repo = 'repo' in told && told.repo;
  const own = repo && { repo: nameOf({ source: told.source, name: repo }) };
  switch (told.kind) {
    case 'change': {
      const reverts = told.revertOf && { revertOf: told.revertOf.map(inKey) };
      return { ...fields, ...own, ...reverts };
    }
    case 'incident': {
      const { cause, externalId, source } = told;
      return {
        ...fields,
        externalId: renameRepositoryInIssue(source, externalId, nameOf),
        ...(cause && {
          cause: { ...cause, deployment: inKey(cause.deployment) },
        }),
      };
    }
    case 'test':
      return { ...fields, ...own, run: inKey(told.run) };
    case 'link':
      return { ...fields, from: inKey(told.from), to: inKey(told.to) };
    default:
      return own ? { ...fields, ...own } : fields;
  }
}
