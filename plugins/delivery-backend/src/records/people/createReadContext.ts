import { OriginRule } from '@fairlead/backstage-plugin-delivery-common';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { hashPerson } from './hashPerson';

/** What sources may use while they read. */
export function createReadContext(options: {
  personKey: Buffer;
  /** How tools are known that make changes. */
  origins?: readonly OriginRule[];
}): ReadContext {
  return {
    person: (annotation, login) =>
      hashPerson(options.personKey, annotation, login),
    origins: options.origins,
  };
}
