import { EntityLevelsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { whereOneOf } from '@fairlead/bulk-sql';
import { DbResultRow } from '../../../database/tables';
import {
  restrictToVisibleResults,
  Visibility,
} from '../../../catalog/visibility';
import { ScorecardVersionCache } from '../../../judging/definitions/ScorecardVersionCache';

type LevelRow = Pick<
  DbResultRow,
  'scorecard_ref' | 'entity_ref' | 'version' | 'level' | 'score'
>;

/** The levels of many entities in one query. Entities without a visible result are left out. */
export async function listEntityLevels(options: {
  db: Knex;
  versions: ScorecardVersionCache;
  entityRefs: readonly string[];
  visibility: Visibility;
}): Promise<EntityLevelsResponse> {
  const { db, versions, entityRefs, visibility } = options;
  const query = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .select<LevelRow[]>(
      'r.scorecard_ref',
      'r.entity_ref',
      'r.version',
      'r.level',
      'r.score',
    )
    .orderBy('r.scorecard_ref');
  whereOneOf(query, 'r.entity_ref', entityRefs);
  restrictToVisibleResults(query, visibility);

  const rows = await query;
  const definitionOf = await versions.load(rows);
  const items = new Map<string, EntityLevelsResponse['items'][number]>(
    entityRefs.map(entityRef => [entityRef, { entityRef, scorecards: [] }]),
  );
  for (const row of rows) {
    const definition = definitionOf(row);
    if (definition) {
      items.get(row.entity_ref)?.scorecards.push({
        scorecardRef: row.scorecard_ref,
        title: definition.metadata.title ?? definition.metadata.name,
        level: row.level,
        levels: definition.spec.levels,
        score: row.score,
      });
    }
  }
  return {
    items: [...items.values()].filter(item => item.scorecards.length),
  };
}
