import { compileScorecard } from '@fairlead/backstage-plugin-scorecards-common';
import { Row } from '../table/Row';
import { createInputs, createScorecard, FACT_DIRECTORY } from './workload';

const CHECKS = 20;
const ENTITIES = 2_000;
const WARM_UP_ROUNDS = 20;
const ROUNDS = 80;

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

/**
 * Checks per second of one core. It counts the processor time that the process used, garbage collection included: a
 * clock on the wall would count what else the machine does.
 */
function measureRate(options: { explain: boolean }): number {
  const scorecard = compileScorecard(createScorecard(CHECKS), {
    facts: FACT_DIRECTORY,
  });
  const inputs = createInputs(ENTITIES);
  const evaluateAll = (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      for (const input of inputs) {
        scorecard.evaluate(input, options);
      }
    }
  };
  evaluateAll(WARM_UP_ROUNDS);
  const start = process.cpuUsage();
  evaluateAll(ROUNDS);
  const { user, system } = process.cpuUsage(start);
  return (ROUNDS * ENTITIES * CHECKS * 1_000_000) / (user + system);
}
