import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { measureEvaluation } from './measureEvaluation';

const CHECKS = 50;
const ENTITIES = 100_000;

/** Measures how far the memory of a process rises while a large catalog is taken in and evaluated, twice. */
export async function benchMemory(
  stage: Pick<Stage, 'engine'>,
): Promise<Row[]> {
  const figures = await measureEvaluation({
    checks: CHECKS,
    engine: stage.engine,
    entities: ENTITIES,
  });
  const size = `${ENTITIES.toLocaleString('en-US')} × ${CHECKS}`;
  return [
    {
      name: `memory grown while evaluating ${size}`,
      figure: `${figures.grownMegabytes.toFixed(0)} MB`,
      target: '< 300 MB',
      met: figures.grownMegabytes < 300,
    },
    {
      name: `evaluation of ${size}, first and unchanged`,
      figure: `${figures.firstSeconds.toFixed(
        0,
      )} s, ${figures.unchangedSeconds.toFixed(0)} s`,
    },
  ];
}
