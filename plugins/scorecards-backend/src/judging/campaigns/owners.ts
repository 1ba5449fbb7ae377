/** How the refs of groups begin, as they are stored. Only groups have a limit: persons are not measured. */
export const TEAM_PREFIX = 'group:';

/** The team that owns something; null for nobody, and for a person. */
export function teamOf(ownerRef: string | null): string | null {
  return ownerRef?.startsWith(TEAM_PREFIX) ? ownerRef : null;
}
