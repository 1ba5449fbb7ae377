import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RefusedDefinition } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../translation';

/** Definitions that are not in force as they stand in the catalog, with what is wrong. */
export function RefusedDefinitions(props: {
  refused: readonly RefusedDefinition[];
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (props.refused.length === 0) {
    return <Typography variant="body2">{t('health.noneRefused')}</Typography>;
  }
  return (
    <ul style={{ margin: 0, paddingLeft: 24 }}>
      {props.refused.map(({ scorecardRef, problems, versionInForce }) => (
        <Typography key={scorecardRef} component="li" variant="body2">
          <EntityRefLink entityRef={scorecardRef}>
            {parseEntityRef(scorecardRef).name}
          </EntityRefLink>
          {': '}
          {versionInForce === null
            ? t('health.neverInForce')
            : t('health.inForce', { version: String(versionInForce) })}
          <ul>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path && (
                  <>
                    <code>{path}</code>
                    {': '}
                  </>
                )}
                {message}
              </li>
            ))}
          </ul>
        </Typography>
      ))}
    </ul>
  );
}
