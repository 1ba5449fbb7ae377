import { parseEntityRef } from '@backstage/catalog-model';
import { MissingFact } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { Fragment } from 'react';
import { scorecardsTranslationRef } from '../../translation';
import { ScorecardLink } from '../ScorecardLink';

/** Facts that rules ask for and no entity has, with who asks for them. */
export function MissingFacts(props: { facts: readonly MissingFact[] }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (props.facts.length === 0) {
    return <Typography variant="body2">{t('health.noneMissing')}</Typography>;
  }
  return (
    <ul style={{ margin: 0, paddingLeft: 24 }}>
      {props.facts.map(({ factId, state, scorecardRefs }) => (
        <Typography key={factId} component="li" variant="body2">
          <code>{factId}</code>
          {': '}
          {state === 'undeclared'
            ? t('health.undeclared')
            : t('health.neverReceived')}
          {'; '}
          {t('health.askedBy')}{' '}
          {scorecardRefs.map((ref, index) => (
            <Fragment key={ref}>
              {index > 0 && ', '}
              <ScorecardLink scorecardRef={ref}>
                {parseEntityRef(ref).name}
              </ScorecardLink>
            </Fragment>
          ))}
        </Typography>
      ))}
    </ul>
  );
}
