import { EventReader } from '../event';
import { approvalReaders } from './approval';
import { artifactReaders } from './artifact';
import { changeReaders } from './change';
import { incidentReaders } from './incident';
import { jobReaders } from './job';
import { runReaders } from './run';
import { serviceReaders } from './service';
import { testReaders } from './test';
import { nothing } from './nothing';

/** Known types that tell nothing which is kept. */
const OTHERS = [
  'artifact.deleted',
  'artifact.downloaded',
  'artifact.published',
  'artifact.signed',
  'branch.created',
  'branch.deleted',
  'environment.created',
  'environment.deleted',
  'environment.modified',
  'repository.created',
  'repository.deleted',
  'repository.modified',
  'service.published',
  'service.removed',
  'testcaserun.queued',
  'testcaserun.started',
  'testoutput.published',
  'testsuiterun.queued',
  'testsuiterun.started',
  'ticket.closed',
  'ticket.created',
  'ticket.updated',
];

const READERS = new Map<string, EventReader<any>>([
  ...OTHERS.map(type => [type, nothing] as const),
  ...Object.entries<EventReader<any>>({
    ...approvalReaders,
    ...artifactReaders,
    ...changeReaders,
    ...incidentReaders,
    ...jobReaders,
    ...runReaders,
    ...serviceReaders,
    ...testReaders,
  }),
]);

/** What reads events of a type; undefined if the type is not known. */
export function findReader(type: string): EventReader<any> | undefined {
  return READERS.get(type);
}
