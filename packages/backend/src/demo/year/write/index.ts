import { DemoDelivery } from '../DemoDelivery';
import { Detail } from '../Detail';
import { Repository } from '../Repository';
import { RepositoryHistory } from '../simulate';
import { writeCdevents } from './cdevents';
import { writeGithub } from './github';
import { writeGitlab } from './gitlab';
import { writePagerduty } from './pagerduty';

const WRITERS = {
  github: writeGithub,
  gitlab: writeGitlab,
  cdevents: writeCdevents,
};

/** All that the systems around a repository send of its history. */
export function writeDeliveries(
  repository: Repository,
  history: RepositoryHistory,
  detailAt: (time: number) => Detail,
): DemoDelivery[] {
  const { habits, serviceId } = repository;
  return [
    ...WRITERS[habits.door](repository, history, detailAt),
    ...(serviceId
      ? writePagerduty({ ...repository, serviceId }, history.incidents)
      : []),
  ];
}
