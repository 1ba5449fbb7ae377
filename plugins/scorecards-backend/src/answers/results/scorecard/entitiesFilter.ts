import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { whereOneOf } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { STATUS_LETTERS } from '../../../database/storedChecks';
import { ScorecardInForce } from '../../../judging/definitions/ScorecardDefinitions';
import { PERSON, USER_REF_PREFIX } from '../owner/persons';
import { readSort } from './readSort';
import { ScorecardEntitiesFilter } from './ScorecardResults';

/** Where a check stands in the letters of each version that results were made with. */
export type CheckPositions = Map<number, number>;

/** Throws an InputError for a level or check that the scorecard does not have, and for the name of a person. */
export function assertKnownNames(
  { level, check, owner, sort }: ScorecardEntitiesFilter,
  { definition, scorecardRef }: ScorecardInForce,
): void {
  if (owner?.startsWith(USER_REF_PREFIX)) {
    throw new InputError(
      `Query parameter 'owner': nothing is listed by single persons; ask for a team, or for '${PERSON}'`,
    );
  }
  const levels = ['none', ...definition.spec.levels];
  if (level !== undefined && !levels.includes(level)) {
    throw new InputError(
      isolated`Query parameter 'level': '${scorecardRef}' has no level '${level}'; it has ${list(
        levels,
      )}`,
    );
  }
  const checks = definition.spec.checks.map(({ id }) => id);
  for (const [name, asked] of [
    ['check', check],
    ['sort', readSort(sort).check],
  ]) {
    if (asked !== undefined && !checks.includes(asked)) {
      throw new InputError(
        isolated`Query parameter '${name}': '${scorecardRef}' has no check '${asked}'; it has ${list(
          checks,
        )}`,
      );
    }
  }
}

/** Applies the filter to a query of `results as r` joined to `entities as e`. */
export function applyEntitiesFilter(
  query: Knex.QueryBuilder,
  filter: ScorecardEntitiesFilter,
  options: { owners: readonly string[]; positions: CheckPositions },
): void {
  const { level, status, check, owner, system, domain, text } = filter;
  if (level === 'none') {
    query.whereNull('r.level');
  } else if (level !== undefined) {
    query.where('r.level', level);
  }
  if (check !== undefined) {
    const letters = status
      ? [STATUS_LETTERS[status]]
      : (['fail', 'error', 'stale', 'no-data'] as const).map(
          unmet => STATUS_LETTERS[unmet],
        );
    query.where(inner => applyCheck(inner, letters, options.positions));
  } else if (status !== undefined) {
    query.whereLike('r.statuses', `%${STATUS_LETTERS[status]}%`);
  }
  if (owner === 'none') {
    query.whereNull('e.owner_ref');
  } else if (owner === PERSON) {
    query.whereLike('e.owner_ref', `${USER_REF_PREFIX}%`);
  } else if (owner !== undefined) {
    whereOneOf(query, 'e.owner_ref', options.owners);
  }
  if (system === 'none') {
    query.whereNull('e.system_ref');
  } else if (system !== undefined) {
    query.where('e.system_ref', system);
  }
  if (domain === 'none') {
    query.whereNull('e.domain_ref');
  } else if (domain !== undefined) {
    query.where('e.domain_ref', domain);
  }
  if (text) {
    const pattern = `%${escapeLike(text.toLocaleLowerCase('en-US'))}%`;
    query.whereRaw(
      `(e.entity_ref like ? escape '!' or lower(coalesce(e.title, '')) like ? escape '!')`,
      [pattern, pattern],
    );
  }
}

function applyCheck(
  query: Knex.QueryBuilder,
  letters: string[],
  positions: CheckPositions,
): void {
  // Without any version that has the check, nothing can match.
  query.whereRaw('1 = 0');
  for (const [version, position] of positions) {
    query.orWhere(inner =>
      inner
        .where('r.version', version)
        .whereRaw(
          `substr(r.statuses, ?, 1) in (${letters.map(() => '?').join(', ')})`,
          [position + 1, ...letters],
        ),
    );
  }
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, match => `!${match}`);
}

function list(names: string[]): string {
  return names.map(name => `'${name}'`).join(', ');
}
