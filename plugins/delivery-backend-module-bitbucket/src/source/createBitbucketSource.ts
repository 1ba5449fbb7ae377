import {
  DeliveryPull,
  DeliverySource,
  PayloadReader,
} from '@fairlead/backstage-plugin-delivery-node';
import { BitbucketOptions } from '../BitbucketOptions';
import { SOURCE } from '../read/observation';
import { ReaderContext } from '../read/ReaderContext';
import { READERS } from '../read/readers';
import { BITBUCKET_NAMING } from './naming';
import { repositoryOf } from './repositoryOf';
import { isOfNoInterest, typeOf } from './typeOf';

/** Bitbucket Cloud as a source of deliveries. */
export function createBitbucketSource(settings: {
  options: BitbucketOptions;
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
    title: 'Bitbucket',
    topics: [SOURCE],
    naming: BITBUCKET_NAMING,
    off,
    setup:
      'Add a webhook to the workspace or the repository, with the secret that is configured here.',
    typeOf,
    repositoryOf,
    read: ({ type, payload }, context) =>
      readers.get(type)?.read(payload, { ...context, options }) ??
      (isOfNoInterest(type) ? [] : undefined),
    pull,
  };
}
