import { DemoDelivery } from '../DemoDelivery';
import { Detail, isRecent } from '../Detail';
import { Repository } from '../Repository';
import { RepositoryHistory, SimulatedIncident } from '../simulate';
import { writeAlertmanager } from './alertmanager';
import { writeCdevents } from './cdevents';
import { writeGithub } from './github';
import { writeGitlab } from './gitlab';
import { writePagerduty } from './pagerduty';
import { writeRootly } from './rootly';

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
  const { habits } = repository;
  return [
    ...WRITERS[habits.door](repository, history, detailAt),
    ...writeIncidents(
      repository,
      history.incidents.filter(
        ({ isLasting, triggeredAt }) =>
          !isLasting || isRecent(detailAt(triggeredAt)),
      ),
    ),
    ...writeAlertmanager(history.alerts, detailAt),
  ];
}

function writeIncidents(
  repository: Repository,
  incidents: readonly SimulatedIncident[],
): DemoDelivery[] {
  const { rootlyServiceId, serviceId } = repository;
  if (rootlyServiceId) {
    return writeRootly({ ...repository, rootlyServiceId }, incidents);
  }
  return serviceId
    ? writePagerduty({ ...repository, serviceId }, incidents)
    : [];
}
