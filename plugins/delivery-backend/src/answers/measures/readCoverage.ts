import { EntityCoverage } from '@fairlead/backstage-plugin-delivery-common';
import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { isoTime } from '../../database/isoTime';
import { DbClaimRow, DbEntityRow } from '../../database/tables';
import { ENTITY_REF_ANNOTATION } from '../../catalog/entities/readClaims';
import { Scope } from '../../catalog/ownership';

/** What is known of an entity, by what records find it, and which sources could tell of it. */
export async function readCoverage(
  db: Knex,
  options: {
    entityRef: string;
    scope: Scope;
    sources: readonly DeliverySource[];
  },
): Promise<EntityCoverage> {
  const { entityRef, scope, sources } = options;
  const counted = db('record_entities')
    .countDistinct({ records: 'record_key' })
    .max({ last: 'until' });
  whereOneOf(counted, 'entity_ref', scope.entityRefs);
  const [{ records, last }] = await counted;
  const claims = await db<DbClaimRow>('claims')
    .where('entity_ref', entityRef)
    // Every entity is found by its own ref, which is not an annotation it sets.
    .whereNot('annotation', ENTITY_REF_ANNOTATION)
    .orderBy(['annotation', 'value'])
    .select('annotation', 'value');
  const entity = await db<DbEntityRow>('entities')
    .where('entity_ref', entityRef)
    .first('problems');
  return {
    entities: scope.entityRefs.length,
    records: Number(records),
    ...(last && { lastRecordAt: isoTime(last) }),
    subjects: claims,
    problems: JSON.parse(entity?.problems ?? '[]'),
    sources: sources.map(({ id, naming, off, setup, title }) => ({
      id,
      title,
      ...(off && { remedy: off.remedy }),
      ...(setup !== undefined && { setup }),
      annotations: [
        ...(naming?.repositories ?? []),
        ...(naming?.services ?? []),
      ].map(({ annotation, example }) => ({ annotation, example })),
    })),
  };
}
