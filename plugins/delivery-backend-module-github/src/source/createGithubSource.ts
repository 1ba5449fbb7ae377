import {
  DeliveryPull,
  DeliverySource,
  PayloadReader,
} from '@fairlead/backstage-plugin-delivery-node';
import { GithubOptions } from '../GithubOptions';
import { SOURCE } from '../read/observation';
import { ReaderContext } from '../read/ReaderContext';
import { READERS } from '../read/readers';
import { GITHUB_NAMING } from './naming';
import { repositoryOf } from './repositoryOf';
import { OF_NO_INTEREST, typeOf } from './typeOf';

/** GitHub as a source of deliveries. */
export function createGithubSource(settings: {
  options: GithubOptions;
  /** Set while webhooks are not taken. */
  off?: DeliverySource['off'];
  pull?: DeliveryPull;
}): DeliverySource {
  const { off, options, pull } = settings;
  const readers = new Map<string, PayloadReader<ReaderContext>>(
    Object.entries(READERS),
  );
  return {
    id: SOURCE,
    title: 'GitHub',
    topics: [SOURCE],
    naming: GITHUB_NAMING,
    off,
    setup:
      'Add a webhook to the organisation or the repository, with content type application/json and the secret that is configured here.',
    typeOf,
    repositoryOf,
    read: ({ type, payload }, context) =>
      readers.get(type)?.read(payload, { person: context.person, options }) ??
      (OF_NO_INTEREST.has(type) ? [] : undefined),
    pull,
  };
}
