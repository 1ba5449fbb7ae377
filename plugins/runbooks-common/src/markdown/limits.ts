/**
 * What of a text is read. The time that Markdown takes grows with the square of what nests, or of the marks in one
 * paragraph, so these are bounded beside the length.
 */
export const LIMITS = {
  /** Characters. The longest collection of runbooks in one file that we know has 300,000. */
  length: 1024 * 1024,
  /** Lists and quotes within each other. */
  nesting: 40,
  /** Marks that may belong together (brackets, stars, underscores, tildes) in one paragraph, heading or cell. */
  marks: 1_500,
  /** Characters in front of the Markdown. */
  frontMatter: 16 * 1024,
  /** Headings, steps, links and so on, each. */
  parts: 20_000,
};
