/** What of a pipeline tells which workflow it is a run of. */
export interface NamedPipeline {
  id: number;
  iid?: number;
  /** As `workflow:name` of its configuration makes it up. */
  name?: string;
  sha?: string;
  source?: string;
}

/** Where the jobs of a project are written down if it does not say otherwise. */
const USUAL_FILE = '.gitlab-ci.yml';

/** What sets off the usual jobs of a branch or a request: a push, or a person who wants them once more. */
const USUAL_SOURCES = [
  'push',
  'web',
  'webide',
  'merge_request_event',
  'external_pull_request_event',
];

const DATE = /\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?/g;

/** What is shorter may stand in any name by chance. */
const MIN_PART = 8;

/** Jobs of a workflow are told until its name gets longer than this. */
const MAX_JOBS = 200;

/** A name without what is different in every run, or else each run would be the only one of its workflow. */
function lastingName(
  { id, iid, name = '', sha }: NamedPipeline,
  title: string | undefined,
): string {
  const numbers = new Set([id, iid].map(String));
  return [title, sha, sha?.slice(0, MIN_PART)]
    .filter(part => part !== undefined)
    .filter(part => part.length >= MIN_PART)
    .reduce((text, part) => text.replaceAll(part, '…'), name)
    .replace(DATE, '…')
    .replace(/\d+/g, digits => (numbers.has(digits) ? '…' : digits))
    .trim();
}

/**
 * The workflow that a pipeline is a run of.
 *
 * @remarks
 * A project has one file for pipelines that do quite different things. They are told apart by the name that a pipeline
 * has by its configuration. Where it has none, those that something else sets off than a push, a request or a person, as
 * a schedule or a parent pipeline does, are told apart by that and by their jobs: no event names the schedule or the
 * trigger job.
 */
export function workflowOf(
  pipeline: NamedPipeline,
  around: {
    /** The path of the configuration. */
    file?: string;
    /** The first line of the message of its commit. */
    title?: string;
    jobs: readonly (string | undefined)[];
  },
): string {
  const { source = 'push' } = pipeline;
  const name = lastingName(pipeline, around.title);
  const jobs = [...new Set(around.jobs)].sort().join(', ').slice(0, MAX_JOBS);
  const parts = USUAL_SOURCES.includes(source)
    ? [name]
    : [source, name || jobs];
  const told = parts.filter(Boolean).join(': ');
  const file = around.file || USUAL_FILE;
  return told ? `${file} (${told})` : file;
}
