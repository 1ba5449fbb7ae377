import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { useScorecards } from '../api/queries';
import { CardSkeleton } from '../entityCard/CardSkeleton';
import { Loaded } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { TeamNextSteps } from './TeamNextSteps';
import { useMyTeams } from './useMyTeams';
import { WaitingWaivers } from './WaitingWaivers';

/**
 * The waivers that wait for the reader, and what the reader's teams own, worst first, under the scorecard chosen in the
 * widget's settings.
 *
 * @public
 */
export const HomeScorecards = (props: {
  /** The name or the entity ref of a scorecard; the first one when left out. */
  scorecard?: string;
  /** How many entities are shown, 5 when left out. */
  rows?: number;
}) => {
  const query = useScorecards();
  const teams = useMyTeams();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const nextSteps = (
    <Loaded query={query} skeleton={<CardSkeleton />}>
      {({ items }) => {
        const chosen = choose(items, props.scorecard);
        if (items.length === 0) {
          return <EmptyPanel title={t('homeWidget.noScorecardTitle')} />;
        }
        if (!chosen) {
          return (
            <EmptyPanel
              title={t('homeWidget.notFoundTitle', {
                name: props.scorecard ?? '',
              })}
            >
              {t('homeWidget.notFound', {
                names: items
                  .map(({ scorecardRef }) => parseEntityRef(scorecardRef).name)
                  .join(', '),
              })}
            </EmptyPanel>
          );
        }
        return teams ? (
          <TeamNextSteps
            teams={teams}
            scorecard={chosen}
            maxRows={props.rows ?? 5}
          />
        ) : (
          <CardSkeleton />
        );
      }}
    </Loaded>
  );
  return (
    <>
      <WaitingWaivers />
      {nextSteps}
    </>
  );
};

function choose(
  scorecards: ScorecardSummary[],
  setting: string | undefined,
): ScorecardSummary | undefined {
  if (!setting?.trim()) {
    return scorecards[0];
  }
  const wanted = stringifyEntityRef(
    parseEntityRef(setting.trim(), {
      defaultKind: 'scorecard',
      defaultNamespace: 'default',
    }),
  );
  return scorecards.find(({ scorecardRef }) => scorecardRef === wanted);
}
