import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { hashPerson } from './hashPerson';

/** What sources may use while they read. */
export function createReadContext(options: { personKey: Buffer }): ReadContext {
  return {
    person: (annotation, login) =>
      hashPerson(options.personKey, annotation, login),
  };
}
