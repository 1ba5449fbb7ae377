import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { measureEvaluation } from './measureEvaluation';

const CHECKS = 50;
const ENTITIES = 10_000;

/** Measures stored facts to stored results: all of them, all again with nothing new, and one changed fact. */
export async function benchEvaluation(
  stage: Pick<Stage, 'engine'>,
): Promise<Row[]> {
  const { evaluation: figures } = await measureEvaluation({
    checks: CHECKS,
    engine: stage.engine,
    entities: ENTITIES,
  });
  const size = `${ENTITIES.toLocaleString('en-US')} × ${CHECKS}`;
  return [
    {
      name: `first evaluation of ${size}`,
      figure: `${figures.firstSeconds.toFixed(1)} s`,
      target: '≤ 20 s',
      met: figures.firstSeconds <= 20,
    },
    {
      name: `unchanged evaluation of ${size}`,
      figure: `${figures.unchangedSeconds.toFixed(1)} s, ${
        figures.isUnchanged ? '0' : 'some'
      } rows written`,
      target: '≤ 5 s, 0 rows written',
      met: figures.unchangedSeconds <= 5 && figures.isUnchanged,
    },
    {
      name: 'one changed fact to its stored result',
      figure: `${figures.changeMilliseconds.toFixed(0)} ms`,
      target: '≤ 50 ms',
      met: figures.changeMilliseconds <= 50,
    },
  ];
}
