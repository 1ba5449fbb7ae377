import {
  DeliveryPull,
  DeliverySource,
  PayloadReader,
} from '@fairlead/backstage-plugin-delivery-node';
import { GitlabOptions } from '../GitlabOptions';
import { SOURCE } from '../read/observation';
import { ReaderContext } from '../read/ReaderContext';
import { READERS } from '../read/readers';
import { repositoryOf } from './repositoryOf';
import { isOfNoInterest, typeOf } from './typeOf';

/** GitLab as a source of deliveries. */
export function createGitlabSource(settings: {
  options: GitlabOptions;
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
    title: 'GitLab',
    topics: [SOURCE],
    off: remedy ? { remedy } : undefined,
    typeOf,
    repositoryOf,
    read: ({ type, payload }, context) =>
      readers.get(type)?.read(payload, { person: context.person, options }) ??
      (isOfNoInterest(type) ? [] : undefined),
    pull,
  };
}
