import { Entity } from '@backstage/catalog-model';
import {
  CompiledScorecard,
  LevelMove,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Candidate } from '../../judging/evaluation/Candidate';

/** The levels that an entity would reach and fall from if it were as `edited`, by the rule engine. */
export function compareLevels(
  candidate: Candidate,
  edited: Entity,
  options: {
    scorecards: readonly {
      scorecardRef: string;
      compiled: CompiledScorecard;
    }[];
    now: number;
  },
): { gains: LevelMove[]; loses: LevelMove[] } {
  const { now } = options;
  const gains: LevelMove[] = [];
  const loses: LevelMove[] = [];
  for (const { scorecardRef, compiled } of options.scorecards) {
    const levelOf = (entity: Entity) =>
      compiled.appliesTo(entity)
        ? compiled.evaluate({
            entity,
            facts: candidate.facts,
            waivers: candidate.waivers.filter(
              waiver => waiver.scorecardRef === scorecardRef,
            ),
            answers: candidate.answers.filter(
              answer => answer.scorecardRef === scorecardRef,
            ),
            now,
          }).level
        : null;
    const { levels } = compiled.definition.spec;
    const before = levelOf(candidate.entity);
    const after = levelOf(edited);
    const rank = (level: string | null) =>
      level === null ? -1 : levels.indexOf(level);
    if (after !== null && rank(after) > rank(before)) {
      gains.push({ scorecardRef, level: after });
    } else if (before !== null && rank(after) < rank(before)) {
      loses.push({ scorecardRef, level: before });
    }
  }
  return { gains, loses };
}
