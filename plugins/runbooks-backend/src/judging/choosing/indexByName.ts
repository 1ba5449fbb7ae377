import {
  isPattern,
  matchesPattern,
  RunbookCandidate,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Finds those that name an alert: most names have no globs and need not be tried one by one. */
export function indexByName(
  candidates: readonly RunbookCandidate[],
): (alert: string) => RunbookCandidate[] {
  const exact = new Map<string, Set<RunbookCandidate>>();
  const byGlob: { pattern: string; candidate: RunbookCandidate }[] = [];
  for (const candidate of candidates) {
    for (const pattern of candidate.patterns) {
      if (isPattern(pattern)) {
        byGlob.push({ pattern, candidate });
      } else {
        const named = exact.get(pattern) ?? new Set();
        exact.set(pattern, named.add(candidate));
      }
    }
  }
  return alert => [
    ...new Set([
      ...(exact.get(alert) ?? []),
      ...byGlob
        .filter(({ pattern }) => matchesPattern(alert, pattern))
        .map(({ candidate }) => candidate),
    ]),
  ];
}
