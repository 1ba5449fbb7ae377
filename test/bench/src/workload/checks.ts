import { JsonValue } from '@backstage/types';

/** One comparison of one fact. */
export interface Condition {
  fact: string;
  operator: 'equal' | 'atLeast' | 'atMost' | 'in';
  value: JsonValue;
}

/** A check in words that both sides can be given: every condition must hold. */
export interface NeutralCheck {
  id: string;
  title: string;
  level: 'bronze' | 'silver' | 'gold';
  conditions: Condition[];
  why: string;
  fix: { text: string; url: string };
}

/** A fact with the values that entities take in turn. */
export interface NeutralFact {
  id: string;
  type: 'boolean' | 'number' | 'string';
  title: string;
  values: JsonValue[];
}

/** The facts that the checks read. Each has values that pass and values that do not. */
export const FACTS: NeutralFact[] = [
  fact('bench.owner.exists', 'boolean', [true, true, true, false]),
  fact('bench.owner.members', 'number', [7, 4, 0, 12, 2]),
  fact('bench.owner.onCall', 'boolean', [true, false, true]),
  fact('bench.docs.present', 'boolean', [true, true, false]),
  fact('bench.docs.ageDays', 'number', [3, 40, 420, 90, 15]),
  fact('bench.api.definition', 'boolean', [true, false]),
  fact('bench.ci.feedbackMinutes', 'number', [4, 9, 11, 25, 7, 6]),
  fact('bench.ci.flakyPercent', 'number', [0, 1.5, 6, 0.5]),
  fact('bench.delivery.leadTimeHours', 'number', [5, 20, 70, 200]),
  fact('bench.delivery.failurePercent', 'number', [2, 9, 18, 30]),
  fact('bench.delivery.deploysPerWeek', 'number', [12, 3, 1, 0]),
  fact('bench.runbook.present', 'boolean', [true, false, true, true]),
  fact('bench.runbook.ageDays', 'number', [30, 200, 500]),
  fact('bench.alert.coveredPercent', 'number', [100, 80, 45]),
  fact('bench.security.criticalFindings', 'number', [0, 0, 0, 2]),
  fact('bench.security.secretScanning', 'boolean', [true, true, false]),
  fact('bench.dependency.outdatedPercent', 'number', [5, 18, 40]),
  fact('bench.test.coveragePercent', 'number', [85, 71, 55, 20]),
  fact('bench.slo.defined', 'boolean', [true, false, false]),
  fact('bench.runtime.version', 'string', ['24', '22', '20', '18', '16']),
];

/** Twenty checks, two of them over two facts. */
export const CHECKS: NeutralCheck[] = [
  check('owned', 'bronze', ['bench.owner.exists', 'equal', true]),
  check('staffed', 'bronze', ['bench.owner.members', 'atLeast', 2]),
  check('on-call', 'silver', ['bench.owner.onCall', 'equal', true]),
  check('documented', 'bronze', ['bench.docs.present', 'equal', true]),
  check(
    'documentation-fresh',
    'silver',
    ['bench.docs.present', 'equal', true],
    ['bench.docs.ageDays', 'atMost', 180],
  ),
  check('api-defined', 'silver', ['bench.api.definition', 'equal', true]),
  check('fast-builds', 'silver', ['bench.ci.feedbackMinutes', 'atMost', 10]),
  check('steady-builds', 'gold', ['bench.ci.flakyPercent', 'atMost', 2]),
  check('short-lead-time', 'gold', [
    'bench.delivery.leadTimeHours',
    'atMost',
    72,
  ]),
  check('few-failures', 'gold', [
    'bench.delivery.failurePercent',
    'atMost',
    15,
  ]),
  check('deploys-weekly', 'silver', [
    'bench.delivery.deploysPerWeek',
    'atLeast',
    1,
  ]),
  check('runbook-present', 'bronze', ['bench.runbook.present', 'equal', true]),
  check(
    'runbook-fresh',
    'silver',
    ['bench.runbook.present', 'equal', true],
    ['bench.runbook.ageDays', 'atMost', 365],
  ),
  check('alerts-covered', 'gold', [
    'bench.alert.coveredPercent',
    'atLeast',
    75,
  ]),
  check('no-critical-findings', 'bronze', [
    'bench.security.criticalFindings',
    'equal',
    0,
  ]),
  check('secrets-scanned', 'silver', [
    'bench.security.secretScanning',
    'equal',
    true,
  ]),
  check('dependencies-current', 'gold', [
    'bench.dependency.outdatedPercent',
    'atMost',
    20,
  ]),
  check('tested', 'silver', ['bench.test.coveragePercent', 'atLeast', 60]),
  check('slo-defined', 'gold', ['bench.slo.defined', 'equal', true]),
  check('runtime-supported', 'bronze', [
    'bench.runtime.version',
    'in',
    ['20', '22', '24'],
  ]),
];

function fact(
  id: string,
  type: NeutralFact['type'],
  values: JsonValue[],
): NeutralFact {
  return { id, type, title: id.split('.').slice(1).join(' '), values };
}

function check(
  id: string,
  level: NeutralCheck['level'],
  ...conditions: [string, Condition['operator'], JsonValue][]
): NeutralCheck {
  const title = id.replaceAll('-', ' ');
  return {
    id,
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    level,
    conditions: conditions.map(([factId, operator, value]) => ({
      fact: factId,
      operator,
      value,
    })),
    why: `Whoever is called at night depends on it: ${title}.`,
    fix: {
      text: `Follow the guide on how to get to "${title}".`,
      url: `https://example.com/guides/${id}`,
    },
  };
}
