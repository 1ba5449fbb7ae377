import { Incident, Link } from '../records';

/** What links and sources say about deployments and incidents, without inference. */
export interface CauseLinks {
  /** The keys of the deployments that are confirmed to have caused an incident. */
  causesOf(incident: Incident): string[];
  /** Whether a person said that a deployment did not cause an incident. */
  isRejected(deployment: string, incident: Incident): boolean;
  /** The keys of the deployments that remediate an incident. */
  remediesOf(incident: Incident): string[];
  /** The keys of all deployments that remediate an incident or a bug. */
  remedies: ReadonlySet<string>;
}

const pair = (from: string, to: string) => `${from}\n${to}`;

/** Reads the links between deployments and incidents. What a person rejected holds against every source. */
export function readCauseLinks(links: readonly Link[]): CauseLinks {
  const confirmed = new Map<string, string[]>();
  const rejected = new Set<string>();
  const remedies = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, value: string) =>
    map.set(key, [...(map.get(key) ?? []), value]);
  for (const { type, from, to, verdict } of links) {
    const confidence = verdict?.confidence;
    if (type === 'causes' && confidence === 'rejected') {
      rejected.add(pair(from, to));
    } else if (type === 'causes' && confidence === 'confirmed') {
      add(confirmed, to, from);
    } else if (type === 'remediates' && confidence !== 'rejected') {
      add(remedies, to, from);
    }
  }
  const isRejected = (deployment: string, { key }: Incident) =>
    rejected.has(pair(deployment, key));
  return {
    isRejected,
    causesOf: incident => {
      const { key, cause } = incident;
      const told = confirmed.get(key) ?? [];
      return cause?.confidence === 'confirmed' &&
        !isRejected(cause.deployment, incident)
        ? [...told, cause.deployment]
        : told;
    },
    remediesOf: ({ key }) => remedies.get(key) ?? [],
    remedies: new Set([...remedies.values()].flat()),
  };
}
