import {
  DEFAULT_PAGING_RULES,
  DEFAULT_SECTIONS,
  LINT_RULES,
  PagingRules,
  SectionKind,
} from '@fairlead/backstage-plugin-runbooks-common';
import * as z from 'zod';

const names = z.array(z.string().min(1)).max(200);

/** The rules whose severity can be set. */
export const ruleName = z.enum(
  Object.keys(LINT_RULES) as [
    keyof typeof LINT_RULES,
    ...(keyof typeof LINT_RULES)[],
  ],
  { error: `is no rule, there are ${Object.keys(LINT_RULES).join(', ')}` },
);

/** What `--config` holds. */
export const lintConfigSchema = z.strictObject({
  /** Sections that have to be there, by name. */
  required: names.optional(),
  /** Sections that may be there, and must not be empty. */
  optional: names.optional(),
  /** Words of headings that mean a section, besides those that are known. */
  aliases: z.record(z.string(), names).optional(),
  severities: z
    .partialRecord(
      ruleName,
      z.enum(['error', 'warning', 'info', 'off'], {
        error: 'takes error, warning, info or off',
      }),
    )
    .optional(),
  mostWords: z.number().int().positive().optional(),
  /** Labels that alerts have. */
  labels: names.optional(),
  /** Addresses under which the folder is published. */
  sites: names.optional(),
  /** Annotations of alerts that name their runbook. */
  annotations: names.optional(),
  /** By label, the values with which an alert may page. */
  pagesWhen: z.record(z.string(), names).optional(),
});

export type LintConfig = z.output<typeof lintConfigSchema>;

/** The sections that a configuration asks for: known ones keep the words that are known for them. */
export function sectionsOf({
  required,
  optional,
  aliases = {},
}: LintConfig): SectionKind[] {
  const defaults = new Map(DEFAULT_SECTIONS.map(kind => [kind.name, kind]));
  const namesOf = (isRequired: boolean) =>
    DEFAULT_SECTIONS.filter(kind => kind.required === isRequired).map(
      ({ name }) => name,
    );
  const needed = required ?? namesOf(true);
  const possible = optional ?? namesOf(false);
  return [...needed, ...possible.filter(name => !needed.includes(name))].map(
    name => ({
      name,
      required: needed.includes(name),
      aliases: [
        ...(defaults.get(name)?.aliases ?? []),
        ...(aliases[name] ?? []),
      ],
    }),
  );
}

export function pagingOf({ pagesWhen }: LintConfig): PagingRules {
  return pagesWhen
    ? { labels: pagesWhen, receivers: [] }
    : DEFAULT_PAGING_RULES;
}
