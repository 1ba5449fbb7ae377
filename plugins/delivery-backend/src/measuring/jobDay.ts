import { JobTrial } from '@fairlead/backstage-plugin-delivery-common';

/** Record, time, commit, 1 if it failed, how long it ran, and 1 if it belongs to a check. */
type StoredTrial = [string, string, string, 0 | 1, number, 0 | 1];

/** The trials of each job, by its repository, workflow and name. */
type StoredJob = [string | null, string | null, string, StoredTrial[]];

/** Enough of a commit to tell it from others of its repository. */
const SHA_LENGTH = 12;

/** The text that is stored of the jobs of a day; the same in any order. */
export function encodeJobs(trials: readonly JobTrial[]): string {
  const jobs = new Map<string, StoredJob>();
  const ordered = [...trials].sort((a, b) =>
    a.recordKey < b.recordKey ? -1 : 1,
  );
  for (const { recordKey, at, repo, workflow, name, ...rest } of ordered) {
    const place = JSON.stringify([repo, workflow, name]);
    const job = jobs.get(place) ?? [repo ?? null, workflow ?? null, name, []];
    const sha = rest.sha === recordKey ? '' : rest.sha.slice(0, SHA_LENGTH);
    job[3].push([
      recordKey,
      at,
      sha,
      rest.failed ? 1 : 0,
      rest.duration,
      rest.ofCheck ? 1 : 0,
    ]);
    jobs.set(place, job);
  }
  return JSON.stringify({ j: [...jobs.values()] });
}

/** Reads what {@link encodeJobs} wrote. */
export function decodeJobs(text: string): JobTrial[] {
  const { j }: { j: StoredJob[] } = JSON.parse(text);
  return j.flatMap(([repo, workflow, name, trials]) =>
    trials.map(([recordKey, at, sha, failed, duration, ofCheck]) => ({
      recordKey,
      at,
      name,
      repo: repo ?? undefined,
      workflow: workflow ?? undefined,
      sha: sha || recordKey,
      failed: failed === 1,
      duration,
      ...(ofCheck === 1 && { ofCheck: true as const }),
    })),
  );
}
