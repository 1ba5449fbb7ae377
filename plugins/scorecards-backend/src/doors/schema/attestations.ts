import {
  AskedQuestion,
  Attestation,
} from '@fairlead/backstage-plugin-scorecards-common';
import { EntityRef, OwnerRef } from '@fairlead/backend-routes';
import { z } from 'zod';
import { ScorecardRef } from './refs';

const MAX_EVIDENCE = 10;

const Id = z.string().min(1).max(200);

const EvidenceLink = z.strictObject({
  url: z
    .string()
    .max(2000)
    .refine(isPublicAddress, {
      error: 'must be an http or https address without user and password',
    })
    .meta({ format: 'uri', description: 'An http or https address' }),
  title: z.string().trim().min(1).max(200).optional(),
});

const EvidenceSchema = z.array(
  z.object({ url: z.string(), title: z.string().optional() }),
);

export const AttestationSchema = z
  .object({
    id: z.string(),
    scorecardRef: z.string(),
    checkId: z.string(),
    entityRef: z.string(),
    teamRef: z.string().meta({ description: 'The team that answers' }),
    question: z.string().meta({ description: 'As it read then' }),
    choice: z.string(),
    choiceTitle: z.string().meta({ description: 'As it read then' }),
    text: z.string().optional(),
    evidence: EvidenceSchema,
    answeredAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    state: z.enum(['in-force', 'expired', 'outdated', 'set-aside']).meta({
      description:
        'Outdated: its choice is no longer offered, or its team may no longer answer. Set aside: the owner of the entity settled for another answer',
    }),
    setAside: z.object({ reason: z.string(), at: z.iso.datetime() }).optional(),
  })
  .meta({ id: 'Attestation' }) satisfies z.ZodType<Attestation>;

export const AskedQuestionSchema = z
  .object({
    text: z.string(),
    help: z.string().optional().meta({ description: 'Markdown' }),
    choices: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        passes: z.boolean().meta({
          description: 'Whether the check passes where this is the answer',
        }),
      }),
    ),
    evidence: z.enum(['required', 'optional']),
    expiresAfter: z
      .string()
      .meta({ description: 'How long an answer holds, such as 180d' }),
    teams: z
      .array(
        z.object({
          side: z.enum(['entity-owner', 'scorecard-owner', 'named-team']),
          teamRef: z.string(),
        }),
      )
      .meta({ description: 'Who may answer' }),
  })
  .meta({ id: 'AskedQuestion' }) satisfies z.ZodType<AskedQuestion>;

export const AnswerRequestSchema = z
  .strictObject({
    scorecardRef: ScorecardRef,
    checkId: Id,
    entityRef: EntityRef,
    choice: Id.meta({ description: 'The id of one of the choices' }),
    text: z.string().trim().max(4000).optional(),
    evidence: z.array(EvidenceLink).max(MAX_EVIDENCE).optional().meta({
      description: 'Links to what the answer rests on',
    }),
    teamRef: OwnerRef.optional().meta({
      description:
        'The team to answer for; where it is left out, the first of those that may answer and that the caller belongs to',
    }),
  })
  .meta({ id: 'AnswerRequest' });

export const AttestationPath = z.object({ id: Id });

export const AttestationDecision = z
  .strictObject({
    decision: z.literal('settle').meta({
      description:
        'This answer holds, and those that contradict it are set aside',
    }),
    reason: z.string().trim().min(1).max(2000),
  })
  .meta({ id: 'AttestationDecision' });

function isPublicAddress(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    return ['http:', 'https:'].includes(protocol) && !username && !password;
  } catch {
    return false;
  }
}
