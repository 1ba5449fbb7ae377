import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { DbPersonRow } from '../../database/tables';
import { CatalogNaming } from '../../catalog/entities/combineNaming';
import { MEASURED_KINDS } from '../../catalog/entities/knownKinds';
import { Claim, readClaims } from '../../catalog/entities/readClaims';

/** What delivery keeps of an entity of the catalog. */
export interface KnownEntity {
  columns: {
    /** JSON */
    problems: string | null;
  };
  claims: Claim[];
  people: DbPersonRow[];
}

/** Makes a keyed hash of the login of a person in another system. */
export type HashPerson = (annotation: string, login: string) => string;

/** Reads what is kept of an entity. */
export function readKnownEntity(
  entity: Entity,
  options: { naming: CatalogNaming; person: HashPerson },
): KnownEntity {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const { claims, problems } = MEASURED_KINDS.includes(kind)
    ? readClaims(entity, options.naming)
    : { claims: [], problems: [] };
  return {
    columns: {
      problems: problems.length > 0 ? JSON.stringify(problems) : null,
    },
    claims,
    people: kind === 'user' ? readPeople(entity, options) : [],
  };
}

function readPeople(
  entity: Entity,
  options: { naming: CatalogNaming; person: HashPerson },
): DbPersonRow[] {
  const { naming, person } = options;
  const { annotations = {} } = entity.metadata;
  return naming.logins.flatMap(annotation => {
    const login = annotations[annotation]?.trim();
    return login
      ? [
          {
            person: person(annotation, login),
            user_ref: stringifyEntityRef(entity),
          },
        ]
      : [];
  });
}
