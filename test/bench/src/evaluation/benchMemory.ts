import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { measureEvaluation } from './measureEvaluation';

const CHECKS = 50;
const ENTITIES = 100_000;

/** Measures how far memory rises while a large catalog is taken in, and while it is evaluated, twice. */
export async function benchMemory(
  stage: Pick<Stage, 'engine'>,
): Promise<Row[]> {
  const { evaluation, intake } = await measureEvaluation({
    checks: CHECKS,
    engine: stage.engine,
    entities: ENTITIES,
  });
  const size = `${ENTITIES.toLocaleString('en-US')} × ${CHECKS}`;
  return [
    {
      name: `memory grown while evaluating ${size}`,
      figure: `${evaluation.grownMegabytes.toFixed(0)} MB`,
      target: '< 300 MB',
      met: evaluation.grownMegabytes < 300,
    },
    {
      name: `evaluation of ${size}, first and unchanged`,
      figure: `${evaluation.firstSeconds.toFixed(
        0,
      )} s, ${evaluation.unchangedSeconds.toFixed(0)} s`,
    },
    {
      name: `memory grown while taking ${size} in`,
      figure: `${intake.grownMegabytes.toFixed(0)} MB`,
      target: '< 300 MB',
      met: intake.grownMegabytes < 300,
    },
    {
      name: `intake of ${size}`,
      figure: `${intake.seconds.toFixed(0)} s`,
    },
  ];
}
