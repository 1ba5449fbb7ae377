import { compileScorecard } from '@fairlead/backstage-plugin-scorecards-common';
import { Row } from '../table/Row';
import { createInputs, createScorecard, FACT_DIRECTORY } from './workload';

const CHECKS = 20;
const ENTITIES = 2_000;
const WARM_UP_MS = 1_000;
const MEASURE_MS = 3_000;

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

function measureRate(options: { explain: boolean }): number {
  const scorecard = compileScorecard(createScorecard(CHECKS), {
    facts: FACT_DIRECTORY,
  });
  const inputs = createInputs(ENTITIES);
  const evaluateAll = () => {
    for (const input of inputs) {
      scorecard.evaluate(input, options);
    }
  };
  repeatFor(WARM_UP_MS, evaluateAll);
  const { rounds, seconds } = repeatFor(MEASURE_MS, evaluateAll);
  return (rounds * ENTITIES * CHECKS) / seconds;
}

function repeatFor(milliseconds: number, run: () => void) {
  const start = performance.now();
  let rounds = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    run();
    rounds += 1;
    elapsed = performance.now() - start;
  }
  return { rounds, seconds: elapsed / 1000 };
}
