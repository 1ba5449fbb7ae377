/** What of a checklist is read. A line longer than this is no line of a checklist. */
export const LIMITS = {
  /** Characters. */
  length: 2 * 1024 * 1024,
  /** Characters of one line that are looked at. */
  line: 4_000,
  frontMatter: 16 * 1024,
  problems: 100,
  /** Characters below one line. */
  description: 32 * 1024,
  /** Characters below all lines. */
  descriptions: 400 * 1024,
  links: 20,
  milestones: 50,
  tasks: 300,
  title: 200,
};
