import { isolated } from '@fairlead/bidi-text';
import { HealthState } from '../api';

/** What is known of the runbook of an alert. @public */
export interface RunbookOfAlert {
  /** Absent where it has none, or none that the reader may see. */
  runbook?: { title: string; resolves: HealthState };
  /** What is wrong with the URL that the alert tells. */
  toldProblem?: string;
}

/** Why an alert is not covered, and what would mend it; undefined where it is. @public */
export function describeGap(options: RunbookOfAlert): string | undefined {
  const { runbook, toldProblem } = options;
  if (!runbook) {
    return toldProblem
      ? `The runbook that it names is none: ${toldProblem}. Mend the annotation of the alert`
      : 'There is no runbook for it, or none that you may see. Draft one and propose it';
  }
  switch (runbook.resolves) {
    case 'ok':
      return undefined;
    case 'bad':
      return isolated`Its runbook '${runbook.title}' leads nowhere. Mend its address or its text`;
    case 'unverifiable':
      return isolated`Its runbook '${runbook.title}' leads to a login page, so nobody knows what it holds. Move the text to where it can be read`;
    default:
      return isolated`Nobody knows yet whether its runbook '${runbook.title}' is there. Its page says why`;
  }
}
