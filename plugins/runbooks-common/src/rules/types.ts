import { LintProblem } from '../lint';
import { TextPlace } from '../markdown';

/** A rule of Prometheus that makes an alert. Places are those of the file that it stands in. @public */
export interface AlertRule extends TextPlace {
  /** Its name. */
  alert: string;
  /** The query that it fires on. */
  expression?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  /** What it names as its runbook, as it is written. */
  runbook?: TextPlace & { annotation: string; value: string };
}

/** What was read of a file of rules. @public */
export interface AlertRulesReading {
  rules: AlertRule[];
  problems: LintProblem[];
}
