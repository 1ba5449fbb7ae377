import { parseDuration } from '../duration';
import { CheckQuestion, QuestionChoice } from '../scorecard/types';

/** What a question offers that names no choices. Half of a thing is not the thing. */
const DEFAULT_CHOICES: readonly QuestionChoice[] = [
  { id: 'yes', title: 'Yes', passes: true },
  { id: 'partly', title: 'Partly', passes: false },
  { id: 'no', title: 'No', passes: false },
];

const DEFAULT_EXPIRES_AFTER = '180d';

/** A question with what its definition leaves out. @public */
export interface ReadQuestion {
  text: string;
  help?: string;
  choices: readonly QuestionChoice[];
  evidence: 'required' | 'optional';
  expiresAfter: string;
  /** Milliseconds. */
  holdsFor: number;
}

/**
 * Fills in what a question leaves out: yes, partly and no as the choices, of which yes passes; evidence that is welcome
 * and not required; answers that hold for 180 days.
 *
 * @public
 */
export function readQuestion(question: CheckQuestion): ReadQuestion {
  const expiresAfter = question.expiresAfter ?? DEFAULT_EXPIRES_AFTER;
  return {
    text: question.text,
    help: question.help,
    choices: question.choices ?? DEFAULT_CHOICES,
    evidence: question.evidence ?? 'optional',
    expiresAfter,
    holdsFor: parseDuration(expiresAfter),
  };
}
