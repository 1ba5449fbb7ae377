import { Observation } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { JobPlace } from './job';
import { observationOf, SOURCE } from './observation';
import { instant, optional } from './payload';

/** What tells whether a job of a pipeline is a gate. */
export const gateShape = {
  stage: optional(z.string()),
  status: z.string(),
  created_at: instant,
  started_at: optional(instant),
  finished_at: optional(instant),
  when: optional(z.string()),
  manual: optional(z.boolean()),
  allow_failure: optional(z.boolean()),
  environment: optional(
    z.object({ name: optional(z.string()), action: optional(z.string()) }),
  ),
};

const gateSchema = z.object(gateShape);

type Gate = z.output<typeof gateSchema>;

/** Somebody has to set it off. */
export const isManual = ({ manual, when }: Pick<Gate, 'manual' | 'when'>) =>
  manual || when === 'manual';

/**
 * The environment to which a job deploys once somebody lets it.
 *
 * @remarks
 * A job that stops, prepares, verifies or looks at an environment deploys nothing. One that is allowed to fail is
 * optional: its pipeline goes on and succeeds without it, so nothing waits for whoever may press the button.
 */
function gatedEnvironment(gate: Gate): string | undefined {
  const { action = 'start', name } = gate.environment ?? {};
  return isManual(gate) && action === 'start' && !gate.allow_failure
    ? name
    : undefined;
}

/** A manual job is reached when all jobs of the stages before it are done; nothing else tells the time. */
function reachedAt(
  gate: Gate,
  builds: readonly Gate[],
  stages: readonly string[],
): string {
  const own = stages.indexOf(gate.stage ?? '');
  return builds
    .filter(({ stage }) => stages.indexOf(stage ?? '') < own)
    .map(({ finished_at }) => finished_at ?? gate.created_at)
    .reduce((last, at) => (at > last ? at : last), gate.created_at);
}

/** A manual job that deploys, and without which its pipeline does not go on, is an approval. */
export function readGate(
  gate: Gate,
  around: {
    builds: readonly Gate[];
    stages: readonly string[];
    place: JobPlace;
  },
): Observation[] {
  const { builds, place, stages } = around;
  const environment = gatedEnvironment(gate);
  const isReached = gate.status === 'manual' || gate.started_at !== undefined;
  if (!environment || !isReached) {
    return [];
  }
  const requestedAt = reachedAt(gate, builds, stages);
  const decidedAt = gate.started_at;
  const at = decidedAt ?? requestedAt;
  return [
    observationOf(place.repo, at, {
      kind: 'approval',
      source: SOURCE,
      approvalId: `${place.pipelineId}/${environment}`,
      repo: place.repo,
      runId: String(place.pipelineId),
      environment,
      sha: place.sha,
      requestedAt,
      decidedAt,
      status: { decision: decidedAt ? 'approved' : 'pending', at },
    }),
  ];
}
