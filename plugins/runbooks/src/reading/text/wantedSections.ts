import { TextSection } from './types';

/** What one looks for at night, by what teams call it. */
const WANTED = [
  /diagnos|investigat|triage|troubleshoot|debug/i,
  /mitigat|remed|resol|recover|\bfix/i,
];

/** The sections that somebody wants at night: how to find out, and how to stop the harm. */
export function wantedSections(
  sections: readonly TextSection[],
): TextSection[] {
  return WANTED.flatMap(
    pattern => sections.find(({ title }) => pattern.test(title ?? '')) ?? [],
  );
}
