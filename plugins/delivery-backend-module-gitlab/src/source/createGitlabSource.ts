import {
  DeliveryPull,
  DeliverySource,
  PayloadReader,
} from '@fairlead/backstage-plugin-delivery-node';
import { GitlabOptions } from '../GitlabOptions';
import { SOURCE } from '../read/observation';
import { ReaderContext } from '../read/ReaderContext';
import { READERS } from '../read/readers';
import { GITLAB_NAMING } from './naming';
import { repositoryOf } from './repositoryOf';
import { isOfNoInterest, typeOf } from './typeOf';

/** GitLab as a source of deliveries. */
export function createGitlabSource(settings: {
  options: GitlabOptions;
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
    title: 'GitLab',
    topics: [SOURCE],
    naming: GITLAB_NAMING,
    off,
    setup:
      'Add a webhook to the group or the project, with the secret that is configured here.',
    typeOf,
    repositoryOf,
    read: ({ type, payload }, context) =>
      readers.get(type)?.read(payload, { person: context.person, options }) ??
      (isOfNoInterest(type) ? [] : undefined),
    pull,
  };
}
