import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

/** The stages of an incident that timestamps of incident.io tell. */
const STAGES = [
  'startedAt',
  'detectedAt',
  'ackAt',
  'mitigatedAt',
  'resolvedAt',
] as const;

export type Stage = (typeof STAGES)[number];

/** By which names of timestamps each stage is known. */
export type Stages = Record<Stage, readonly string[]>;

/** The timestamps that an organisation has when it begins with incident.io. */
export const DEFAULT_STAGES: Stages = {
  startedAt: ['Impact started'],
  detectedAt: ['Detected', 'Reported'],
  ackAt: ['Acknowledged', 'Accepted'],
  mitigatedAt: ['Mitigated', 'Fixed', 'Impact stopped'],
  resolvedAt: ['Resolved'],
};

/** Organisations name their timestamps as they like; what is configured for a stage takes the place of its default. */
export function readStagesFromConfig(config: Config): Stages {
  const timestamps = config.getOptionalConfig('delivery.incidentIo.timestamps');
  const unknown = timestamps
    ?.keys()
    .find(key => !STAGES.includes(key as Stage));
  if (unknown !== undefined) {
    throw new InputError(
      isolated`'delivery.incidentIo.timestamps.${unknown}' is no stage of an incident; use one of ${STAGES.join(
        ', ',
      )}`,
    );
  }
  return Object.fromEntries(
    STAGES.map(stage => [
      stage,
      timestamps?.getOptionalStringArray(stage) ?? DEFAULT_STAGES[stage],
    ]),
  ) as Stages;
}

/** Names are compared without their case and the `at` that some end with, as `Resolved at` does. */
const nameOf = (text: string) =>
  text.trim().toLocaleLowerCase('en-US').replace(/ at$/, '');

/** What the timestamps tell of a stage: the first of its names that has a time. */
export function findStage(
  stage: Stage,
  timestamps: readonly { name: string; at?: string }[],
  stages: Stages,
): string | undefined {
  for (const name of stages[stage]) {
    const found = timestamps.find(
      timestamp => timestamp.at && nameOf(timestamp.name) === nameOf(name),
    );
    if (found) {
      return found.at;
    }
  }
  return undefined;
}
