import { Entity } from '@backstage/catalog-model';
import { CopyDefinition } from '@fairlead/catalog-copy';
import {
  markAlertsDue,
  markEntitiesDue,
  markValuesDue,
} from '../../database/markDue';

/** Kinds that no runbook serves. A location is plumbing; people are not measured. */
const UNSERVED_KINDS = ['location', 'user'];

/**
 * The entities that runbooks may serve, and the runbooks among them, whole. When one changes, the runbooks of its alerts
 * are chosen again.
 */
export const COPIED_ENTITIES: CopyDefinition = {
  pluginId: 'runbooks',
  query: { $not: { kind: { $in: UNSERVED_KINDS } } },
  columns: { entity: 'text' },
  read: (entity: Entity) => ({
    columns: { entity: JSON.stringify(entity) },
  }),
  onChange: async (tx, changed, { now }) => {
    const entityRefs = changed.map(({ row }) => row.entity_ref);
    await markAlertsDue(tx, { entityRefs, now });
    await markValuesDue(tx, { entityRefs, now });
    await markEntitiesDue(tx, { entityRefs, now });
  },
};
