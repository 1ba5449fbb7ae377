import { parseEntityRef } from '@backstage/catalog-model';

/** Stands for all single persons that own something: systems are measured, not people. */
export const PERSON = 'person';

/** How the refs of users begin, as they are stored. */
export const USER_REF_PREFIX = 'user:';

export function isPerson(ownerRef: string): boolean {
  return parseEntityRef(ownerRef).kind.toLocaleLowerCase('en-US') === 'user';
}
