/**
 * What of a text is read. The time that Markdown takes grows with the square of what nests, or of the marks in one
 * paragraph, so these are bounded beside the length.
 */
export const LIMITS = {
  /** Characters. The longest collection of runbooks in one file that we know has 250,000. */
  length: 512 * 1024,
  /** Lists and quotes within each other. */
  nesting: 40,
  /** Marks that may belong together, such as brackets and stars, in one paragraph, heading or cell. */
  marks: 1_500,
  /** The same times the characters of the paragraph: what ends a mark may be looked for up to its end. */
  marksTimesLength: 20_000_000,
  /** Characters in front of the Markdown. */
  frontMatter: 16 * 1024,
  /** Headings, steps, links and so on, each. */
  parts: 20_000,
};
