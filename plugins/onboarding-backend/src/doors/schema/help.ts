import {
  AskForHelp,
  HELP_TEXT_LENGTH,
  ReplyToHelp,
  VoteOnDocs,
} from '@fairlead/backstage-plugin-onboarding-common';
import { z } from 'zod';

const HelpText = z.string().trim().min(1).max(HELP_TEXT_LENGTH);

export const AskForHelpBody = z
  .strictObject({
    tried: HelpText.meta({ description: 'What have you tried?' }),
    errorSays: HelpText.meta({ description: 'What does the error say?' }),
    ifNobodyWereHere: HelpText.meta({
      description: 'What would you do if nobody were here?',
    }),
    missing: z.enum(['context', 'confidence']),
  })
  .meta({ id: 'AskForHelp' }) satisfies z.ZodType<AskForHelp>;

export const ReplyToHelpBody = z
  .strictObject({ text: HelpText })
  .meta({ id: 'ReplyToHelp' }) satisfies z.ZodType<ReplyToHelp>;

export const SolveTaskBody = z.strictObject({}).meta({ id: 'SolveTask' });

export const VoteOnDocsBody = z
  .strictObject({
    vote: z.enum(['found', 'wrong', 'missing']),
    note: z.string().trim().min(1).max(1000).optional().meta({
      description: 'What is wrong or missing; the owner of the docs reads it',
    }),
  })
  .meta({ id: 'VoteOnDocs' }) satisfies z.ZodType<VoteOnDocs>;
