import { LevelCounts } from '@fairlead/backstage-plugin-scorecards-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation';
import { LevelMoves } from './countMoves';

type Clause = string | false;

/** Who would gain or lose what, in a sentence. */
export function MovesSentence(props: {
  levels: readonly string[];
  after: LevelCounts;
  /** Undefined for a scorecard that does not exist yet. */
  moves: LevelMoves | undefined;
}) {
  const { levels, after, moves } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  const entities = Object.values(after).reduce((sum, count) => sum + count, 0);
  return (
    <Typography variant="h6" component="h3" gutterBottom>
      {t('portal.preview.entities', { count: entities })}
      {': '}
      {sentence().join(', ')}
      {moves?.counted === 'net' && (
        <Typography variant="caption" color="textSecondary" component="div">
          {t('portal.preview.net')}
        </Typography>
      )}
    </Typography>
  );

  function sentence(): string[] {
    if (!moves) {
      return [t('portal.preview.new')];
    }
    const found = moves.levels.flatMap(({ level, lose, gain }): Clause[] =>
      moves.counted === 'each'
        ? [
            lose > 0 && t('portal.preview.lose', { count: lose, level }),
            gain > 0 && t('portal.preview.gain', { count: gain, level }),
          ]
        : [
            lose > 0 &&
              t(`portal.preview.fewer.${reachOf(level)}`, {
                number: formatNumber(lose),
                level,
              }),
            gain > 0 &&
              t(`portal.preview.more.${reachOf(level)}`, {
                number: formatNumber(gain),
                level,
              }),
          ],
    );
    const clauses: Clause[] = [
      ...found,
      moves.added > 0 &&
        t('portal.preview.added', { number: formatNumber(moves.added) }),
      moves.removed > 0 &&
        t('portal.preview.removed', { number: formatNumber(moves.removed) }),
    ];
    const words = clauses.filter(clause => clause !== false);
    return words.length > 0 ? words : [t('portal.preview.unchanged')];
  }

  function reachOf(level: string) {
    return level === levels[levels.length - 1] ? 'top' : 'orBetter';
  }
}
