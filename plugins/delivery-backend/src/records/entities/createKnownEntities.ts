import { COPIED_FIELDS, CopyDefinition } from '@fairlead/catalog-copy';
import { CatalogNaming } from '../../catalog/entities/combineNaming';
import { KNOWN_KINDS, MEASURED_KINDS } from '../../catalog/entities/knownKinds';
import { storeOwnerships } from '../../catalog/ownership';
import { holdNames } from '../repositories';
import { HashPerson, KnownEntity, readKnownEntity } from './readKnownEntity';
import { storeClaims } from './storeClaims';
import { storePeople } from './storePeople';

/**
 * The entities of which deliveries can be told, and who owns them. What they claim, who owns them and who they are is
 * stored with them. Of one that is removed it is remembered who owned it, should it come back.
 */
export function createKnownEntities(options: {
  naming: CatalogNaming;
  person: HashPerson;
}): CopyDefinition<KnownEntity> {
  return {
    pluginId: 'delivery',
    query: { kind: { $in: [...KNOWN_KINDS] } },
    fields: COPIED_FIELDS,
    columns: { problems: 'text' },
    read: entity => readKnownEntity(entity, options),
    async onChange(tx, changed, { now }) {
      await holdNames(tx);
      await storeClaims(tx, {
        claims: new Map(
          changed.map(({ row, kept }) => [row.entity_ref, kept.claims]),
        ),
        now,
      });
      await storeOwnerships(tx, {
        owners: new Map(
          changed
            .filter(({ row }) => MEASURED_KINDS.includes(row.kind))
            .map(({ row }) => [row.entity_ref, row.owner_ref ?? '']),
        ),
        now,
      });
      await storePeople(
        tx,
        new Map(
          changed
            .filter(({ row }) => row.kind === 'user')
            .map(({ row, kept }) => [row.entity_ref, kept.people]),
        ),
      );
    },
    async onRemove(tx, entityRefs, { now }) {
      await holdNames(tx);
      await storePeople(tx, new Map(entityRefs.map(ref => [ref, []])));
      await storeClaims(tx, {
        claims: new Map(entityRefs.map(ref => [ref, []])),
        now,
      });
    },
  };
}
