import { HEALTH_PARTS } from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import {
  readDescendants,
  restrictToVisible,
  VisibleEntities,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { RunbooksFilter } from './Runbooks';

/** A pattern of an alert as one of `like`. The question mark is bound, since knex takes one in the text for a binding. */
const LIKE_PATTERN = `replace(replace(replace(replace(replace(
  n.pattern, '!', '!!'), '%', '!%'), '_', '!_'), '*', '%'), ?, '_')`;

/** The owners that a filter asks for. */
export async function readOwners(
  db: Knex,
  { owner }: RunbooksFilter,
): Promise<string[] | undefined> {
  return owner === undefined ? undefined : readDescendants(db, owner);
}

/** Applies all of a filter but its health to a query of `runbooks as r`. */
export function applyRunbooksFilter(
  query: Knex.QueryBuilder,
  filter: RunbooksFilter,
  options: { owners: readonly string[] | undefined; visible: VisibleEntities },
): void {
  const { tier, alert, entity, q } = filter;
  const { owners, visible } = options;
  if (owners) {
    whereOneOf(query, 'r.owner_ref', owners);
  }
  if (tier) {
    query.where('r.tier', tier);
  }
  if (entity) {
    query.where(either =>
      either.where('r.entity_ref', entity).orWhereExists(serving => {
        serving
          .select('s.runbook_id')
          .from('runbook_entities as s')
          .join('entities as e', 'e.entity_ref', 's.entity_ref')
          .whereRaw('s.runbook_id = r.id')
          .where('s.entity_ref', entity);
        restrictToVisible(serving, visible);
      }),
    );
  }
  if (alert) {
    query.where(either => applyAlert(either, alert, visible));
  }
  if (q) {
    query.whereRaw(`lower(r.title) like ? escape '!'`, [
      `%${escapeLike(q.toLocaleLowerCase('en-US'))}%`,
    ]);
  }
}

/** Applies the health that a filter asks for. */
export function applyHealthFilter(
  query: Knex.QueryBuilder,
  { part, state }: RunbooksFilter,
): void {
  if (part && state) {
    query.where(`r.${part}`, state);
  } else if (part) {
    query.whereNot(`r.${part}`, 'ok');
  } else if (state) {
    query.where(any =>
      HEALTH_PARTS.forEach(one => any.orWhere(`r.${one}`, state)),
    );
  }
}

/** It says that it is for the alert, or it is the one that the alert leads to on an entity. */
function applyAlert(
  query: Knex.QueryBuilder,
  alert: string,
  visible: VisibleEntities,
): void {
  query
    .whereExists(named =>
      named
        .select('n.runbook_id')
        .from('runbook_alerts as n')
        .whereRaw('n.runbook_id = r.id')
        .whereRaw(`? like ${LIKE_PATTERN} escape '!'`, [alert, '?']),
    )
    .orWhereExists(chosen => {
      chosen
        .select('a.runbook_id')
        .from('alerts as a')
        .join('entities as e', 'e.entity_ref', 'a.entity_ref')
        .whereRaw('a.runbook_id = r.id')
        .where('a.alert', alert);
      restrictToVisible(chosen, visible);
    });
}

function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, match => `!${match}`);
}
