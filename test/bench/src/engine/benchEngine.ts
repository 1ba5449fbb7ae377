import { compileScorecard } from '@fairlead/backstage-plugin-scorecards-common';
import { Row } from '../table/Row';
import { createInputs, createScorecard, FACT_DIRECTORY } from './workload';

const CHECKS = 20;
const ENTITIES = 2_000;
const ROUNDS = 50;

/** Measures the rule engine alone, warm and on one core: no database, no network. */
export async function benchEngine(): Promise<Row[]> {
  return [
    toRow('explanation off', measureRate({ explain: false }), 1_000_000),
    toRow('explanation on', measureRate({ explain: true }), 250_000),
  ];
}

function toRow(name: string, rate: number, target: number): Row {
  return {
    name: `rule engine, ${name}`,
    figure: `${formatRate(rate)} checks/s`,
    target: `≥ ${formatRate(target)} checks/s`,
    met: rate >= target,
  };
}

function formatRate(rate: number): string {
  return Math.round(rate).toLocaleString('en-US');
}

/** The best of many short rounds: whatever else the machine does can only slow a round down. */
function measureRate(options: { explain: boolean }): number {
  const scorecard = compileScorecard(createScorecard(CHECKS), {
    facts: FACT_DIRECTORY,
  });
  const inputs = createInputs(ENTITIES);
  const durations = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (const input of inputs) {
      scorecard.evaluate(input, options);
    }
    return performance.now() - start;
  });
  return (ENTITIES * CHECKS * 1_000) / Math.min(...durations);
}
