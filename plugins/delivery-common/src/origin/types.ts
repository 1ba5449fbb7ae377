import { z } from 'zod';

/** By whom a change was made. @public */
export type OriginKind =
  | 'person'
  | 'agent'
  | 'dependency-bot'
  | 'automation'
  | 'unknown';

/** All kinds of origin. @public */
export const ORIGIN_KINDS: readonly OriginKind[] = [
  'person',
  'agent',
  'dependency-bot',
  'automation',
  'unknown',
];

/** What an origin is told by: an app that acted, its author, a trailer, a label, or who says so itself. @public */
export type OriginSign = 'app' | 'author' | 'trailer' | 'label' | 'report';

/** A piece of evidence, as it was found. Names of persons are never part of it. @public */
export interface OriginEvidence {
  from: OriginSign;
  value: string;
}

/**
 * By whom a change was made, and what shows it.
 *
 * @remarks
 * Who opened a request or pushed a commit decides its kind; a tool that helped is in `assistedBy`. `high` is what was
 * stated, or what the account of a known tool shows; `medium` what an account or a label shows that others may use as
 * well; `low` where next to nothing is told.
 *
 * @public
 */
export interface Origin {
  kind: OriginKind;
  /** The titles of the agents that helped, sorted. */
  assistedBy: string[];
  evidence: OriginEvidence[];
  confidence: 'high' | 'medium' | 'low';
}

/** What the one says who should know: the agent itself, or the CI that ran it. @public */
export interface ReportedOrigin {
  kind: OriginKind;
  /** For example `Claude Code`. */
  tool?: string;
}

/**
 * A line such as `Reviewed-by: …` at the end of a commit message. Where it names a person, a keyed hash stands in place of
 * the value.
 *
 * @public
 */
export interface Trailer {
  name: string;
  value?: string;
  person?: string;
}

/** How a tool is known. All texts are met whole and in any case, with versions and punctuation behind them. @public */
export interface OriginRule {
  /** How it is told to readers, for example `Claude`. */
  title: string;
  kind: Exclude<OriginKind, 'person' | 'unknown'>;
  /** The accounts and apps it acts by, with or without `[bot]`. */
  logins?: readonly string[];
  /** The addresses it commits with; `*` stands for anything before the `@`. */
  addresses?: readonly string[];
  /** What it is called in trailers. */
  names?: readonly string[];
  /** Names that persons have too: they count only where a version follows or nothing points to a person. */
  givenNames?: readonly string[];
  /** Trailers that it alone writes. */
  trailers?: readonly string[];
  labels?: readonly string[];
}

const kindSchema = z.enum(ORIGIN_KINDS as [OriginKind, ...OriginKind[]]);

/** Accepts an {@link OriginKind}. @public */
export const originKindSchema: z.ZodType<OriginKind> = kindSchema;

/** Accepts a {@link ReportedOrigin}. */
export const reportedOriginSchema = z.object({
  kind: kindSchema,
  tool: z.string().optional(),
}) satisfies z.ZodType<ReportedOrigin>;

/** Accepts a {@link Trailer}. */
export const trailerSchema = z.object({
  name: z.string(),
  value: z.string().optional(),
  person: z.string().optional(),
}) satisfies z.ZodType<Trailer>;

/** Accepts an {@link Origin}. */
export const originSchema = z.object({
  kind: kindSchema,
  assistedBy: z.array(z.string()),
  evidence: z.array(
    z.object({
      from: z.enum(['app', 'author', 'trailer', 'label', 'report']),
      value: z.string(),
    }),
  ),
  confidence: z.enum(['high', 'medium', 'low']),
}) satisfies z.ZodType<Origin>;
