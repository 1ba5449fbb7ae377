import {
  DeliveryPull,
  DeliverySource,
  PayloadReader,
} from '@fairlead/backstage-plugin-delivery-node';
import { GithubOptions } from '../GithubOptions';
import { SOURCE } from '../read/observation';
import { ReaderContext } from '../read/ReaderContext';
import { READERS } from '../read/readers';
import { repositoryOf } from './repositoryOf';
import { OF_NO_INTEREST, typeOf } from './typeOf';

/** GitHub as a source of deliveries. */
export function createGithubSource(settings: {
  options: GithubOptions;
  /** What to configure so that webhooks are taken; left out once it is. */
  remedy?: string;
  pull?: DeliveryPull;
}): DeliverySource {
  const { options, remedy, pull } = settings;
  const readers = new Map<string, PayloadReader<ReaderContext>>(
    Object.entries(READERS),
  );
  return {
    id: SOURCE,
    title: 'GitHub',
    topics: [SOURCE],
    off: remedy ? { remedy } : undefined,
    typeOf,
    repositoryOf,
    read: ({ type, payload }, context) =>
      readers.get(type)?.read(payload, { person: context.person, options }) ??
      (OF_NO_INTEREST.has(type) ? [] : undefined),
    pull,
  };
}
