import { Progress } from '@backstage/core-components';
import { ScorecardDetailsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useFacts, useSources } from '../../api/queries';
import { Loaded } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { FactsInUseContent } from './FactsInUseContent';

/** Whether the data that a scorecard judges by can be trusted. */
export function DataTab(props: { scorecard: ScorecardDetailsResponse }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const sources = useSources();
  const facts = useFacts();
  if (sources.error && isNotAllowed(sources.error)) {
    return (
      <EmptyPanel title={t('portal.denied.title')}>
        {t('portal.denied.text', { permission: 'scorecards.source.read' })}
      </EmptyPanel>
    );
  }
  return (
    <>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('portal.data.intro')}
      </Typography>
      <Loaded query={sources} skeleton={<Progress />}>
        {sourceStatuses => (
          <Loaded query={facts} skeleton={<Progress />}>
            {knownFacts => (
              <FactsInUseContent
                definition={props.scorecard.definition}
                sources={sourceStatuses}
                facts={knownFacts}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function isNotAllowed(error: Error) {
  return 'statusCode' in error && error.statusCode === 403;
}
