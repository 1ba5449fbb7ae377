const SHOWN_PROBLEMS = 10;

/** What is wrong with an entity, as one message. */
export function formatProblems(
  problems: { path: string; message: string }[],
): string {
  const shown = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ path, message }) => `${path || 'the entity'}: ${message}`);
  const hidden = problems.length - shown.length;
  return [...shown, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join('; ');
}
