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
    query.where(either => applyOwners(either, owners, visible));
  }
  if (tier) {
    query.where('r.tier', tier);
  }
  if (entity) {
    query.where(either =>
      either.where('r.entity_ref', entity).orWhereExists(serving => {
        selectNaming(serving, visible);
        serving.where('s.entity_ref', entity);
      }),
    );
  }
  if (alert) {
    query.where(either => applyAlert(either, alert, visible));
  }
  if (q) {
    query.where(either => applyWords(either, q, visible));
  }
}

/**
 * What a list is sorted by. The stored title and owner of a URL are those that its first entity gives it, which the caller
 * may not see: whoever does not see everything is told the URL.
 */
export function sortTitleOf(visible: VisibleEntities): string {
  return visible === 'all'
    ? 'r.title'
    : 'case when r.entity_ref is null then r.url else r.title end';
}

function applyOwners(
  query: Knex.QueryBuilder,
  owners: readonly string[],
  visible: VisibleEntities,
): void {
  if (visible === 'all') {
    whereOneOf(query, 'r.owner_ref', owners);
    return;
  }
  query
    .where(stated => {
      stated.whereNotNull('r.entity_ref');
      whereOneOf(stated, 'r.owner_ref', owners);
    })
    .orWhere(named =>
      named.whereNull('r.entity_ref').whereExists(naming => {
        selectNaming(naming, visible);
        whereOneOf(naming, 'e.owner_ref', owners);
      }),
    );
}

function applyWords(
  query: Knex.QueryBuilder,
  words: string,
  visible: VisibleEntities,
): void {
  const pattern = `%${escapeLike(words.toLocaleLowerCase('en-US'))}%`;
  query.whereRaw(`lower(${sortTitleOf(visible)}) like ? escape '!'`, [pattern]);
  if (visible !== 'all') {
    query.orWhere(named =>
      named.whereNull('r.entity_ref').whereExists(naming => {
        selectNaming(naming, visible);
        naming.whereRaw(`lower(s.title) like ? escape '!'`, [pattern]);
      }),
    );
  }
}

/** The entities that name a runbook and that the caller may see. */
function selectNaming(
  query: Knex.QueryBuilder,
  visible: VisibleEntities,
): void {
  query
    .select('s.runbook_id')
    .from('runbook_entities as s')
    .join('entities as e', 'e.entity_ref', 's.entity_ref')
    .whereRaw('s.runbook_id = r.id');
  restrictToVisible(query, visible);
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
