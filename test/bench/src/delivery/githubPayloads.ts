import { JsonObject } from '@backstage/types';

const REPOSITORIES = 200;

/** Three deliveries tell of a job: queued, in progress, completed. */
const PHASES = ['queued', 'in_progress', 'completed'] as const;

const START = Date.UTC(2026, 0, 1);

/** GitHub sends some forty addresses of every repository with each delivery. */
const ADDRESSES = Array.from({ length: 40 }, (_, n) => `address_${n}_url`);

const timeOf = (seconds: number) =>
  new Date(START + seconds * 1_000).toISOString().replace('.000', '');

const shaOf = (n: number) => n.toString(16).padStart(40, '0');

const conclusionOf = (n: number) => (n % 9 ? 'success' : 'failure');

/** The slugs of the repositories that the payloads tell of. */
export function repositorySlugs(): string[] {
  return Array.from({ length: REPOSITORIES }, (_, n) => `acme/service-${n}`);
}

/**
 * The payload of the nth webhook: jobs of GitHub Actions, each of three deliveries, and after every fourth job the run
 * that it ends. Of the size that GitHub sends.
 */
export function githubPayload(n: number): {
  type: string;
  payload: JsonObject;
} {
  const job =
    4 + Math.floor(n / 13) * 4 + Math.min(3, Math.floor((n % 13) / 3));
  const run = Math.floor(job / 4);
  const common = {
    repository: repository(run % REPOSITORIES),
    sender: { login: `dev-${run % 50}`, id: run % 50, type: 'User' },
  };
  const shared = {
    run_attempt: 1,
    head_sha: shaOf(run),
    head_branch: run % 3 ? 'topic' : 'main',
    created_at: timeOf(job * 7),
    html_url: `https://github.example.com/runs/${run}`,
  };
  return n % 13 === 12
    ? {
        type: 'workflow_run',
        payload: {
          action: 'completed',
          workflow_run: {
            ...shared,
            id: run,
            path: '.github/workflows/ci.yaml',
            event: 'push',
            status: 'completed',
            conclusion: conclusionOf(run),
            run_started_at: timeOf(job * 7 + 2),
            updated_at: timeOf(job * 7 + 400),
          },
          ...common,
        },
      }
    : {
        type: 'workflow_job',
        payload: {
          ...jobPayload(job, n % 3, { ...shared, run_id: run }),
          ...common,
        },
      };
}

function jobPayload(job: number, phase: number, shared: JsonObject) {
  const status = PHASES[phase];
  return {
    action: status,
    workflow_job: {
      ...shared,
      id: job,
      name: `build ${job % 4}`,
      workflow_name: 'CI',
      labels: ['ubuntu-latest'],
      status,
      conclusion: status === 'completed' ? conclusionOf(job) : null,
      started_at: timeOf(job * 7 + (phase ? 30 : 0)),
      completed_at: status === 'completed' ? timeOf(job * 7 + 330) : null,
      runner_id: phase ? 12 : null,
      steps: phase
        ? Array.from({ length: 8 }, (_, number) => ({
            name: `Step ${number}`,
            status: 'completed',
            conclusion: 'success',
            number,
            started_at: timeOf(job * 7 + 30 + number),
            completed_at: timeOf(job * 7 + 31 + number),
          }))
        : [],
    },
  };
}

function repository(n: number): JsonObject {
  const name = `service-${n}`;
  return {
    id: n,
    name,
    full_name: `acme/${name}`,
    default_branch: 'main',
    ...Object.fromEntries(
      ADDRESSES.map(address => [
        address,
        `https://api.github.example.com/repos/acme/${name}/${address}{/number}`,
      ]),
    ),
  };
}
