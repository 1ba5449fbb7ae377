import {
  RollupBy,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useSearchParams } from 'react-router-dom';
import { useRollup } from '../../api/queries';
import { Loaded } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { Choice } from '../Choice';
import { orderGroups } from './orderGroups';
import { RollupBars } from './RollupBars';
import { RollupSkeleton } from './RollupSkeleton';

const GROUPINGS = [
  'owner',
  'system',
  'domain',
  'check',
] as const satisfies readonly RollupBy[];

/** Where groups of entities stand; the grouping is kept in the address. */
export function RollupTab(props: { scorecard: ScorecardSummary }) {
  const { scorecard } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [search, setSearch] = useSearchParams();
  const by = GROUPINGS.find(name => name === search.get('by')) ?? 'owner';
  const query = useRollup(scorecard.scorecardRef, by);
  return (
    <>
      <Choice
        label={t('portal.rollup.by')}
        value={by}
        options={GROUPINGS.map(value => ({
          value,
          label: t(`portal.rollup.by.${value}`),
        }))}
        onChange={value => setSearch({ by: value }, { replace: true })}
      />
      <Loaded query={query} skeleton={<RollupSkeleton />}>
        {rollup =>
          rollup.items.length === 0 ? (
            <EmptyPanel title={t('portal.rollup.empty')} />
          ) : (
            <>
              <Typography
                variant="body2"
                color="textSecondary"
                style={{ margin: '12px 0 8px' }}
              >
                {rollup.by === 'check'
                  ? t('portal.rollup.sorted.check')
                  : t('portal.rollup.sorted.level')}
              </Typography>
              <RollupBars
                scorecard={scorecard}
                by={rollup.by}
                groups={orderGroups({
                  by: rollup.by,
                  levels: scorecard.levels,
                  groups: rollup.items,
                })}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}
