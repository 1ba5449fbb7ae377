import { Entity } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityMeasuresResponse } from '@fairlead/backstage-plugin-delivery-common';
import {
  EmptyPanel,
  RelativeTime,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import { makeStyles } from '@material-ui/core/styles';
import { sourcesRouteRef } from '../routes';
import { Insufficient } from '../states';
import { deliveryTranslationRef } from '../translation';
import { EditCatalogFile } from './EditCatalogFile';
import { isSum, whatToDo } from './whatToDo';

const useStyles = makeStyles(
  theme => ({
    root: {
      '& p': { margin: theme.spacing(0, 0, 1) },
      '& ul': { margin: theme.spacing(0, 0, 1), paddingLeft: '1.2em' },
      '& code': { overflowWrap: 'anywhere' },
    },
  }),
  { name: 'FairleadNothingKnown' },
);

/** An entity without a single number: why, and the next step. */
export function NothingKnown(props: {
  response: EntityMeasuresResponse;
  entity: Entity;
}) {
  const { entity, response } = props;
  const { coverage, measures } = response;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const healthLink = useRouteRef(sourcesRouteRef);
  const todo = whatToDo(coverage, entity.kind);
  const hasRecords = coverage.records > 0;
  return (
    <EmptyPanel
      title={t(
        hasRecords
          ? 'nothingKnown.noValuesTitle'
          : 'nothingKnown.noRecordsTitle',
      )}
    >
      <div className={classes.root}>
        {hasRecords && (
          <>
            <p>
              {t('nothingKnown.seen', {
                count: coverage.records,
                age: <RelativeTime time={coverage.lastRecordAt ?? ''} />,
              })}
            </p>
            <Insufficient reason={measures[0]?.reason} />
          </>
        )}
        {!hasRecords && isSum(entity.kind) && (
          <p>
            {coverage.entities === 0
              ? t('nothingKnown.noEntities')
              : t('nothingKnown.empty', { count: coverage.entities })}
          </p>
        )}
        {todo.annotations.length > 0 && (
          <>
            <p>{t('nothingKnown.noSubject')}</p>
            <ul>
              {todo.annotations.map(({ annotation, example }) => (
                <li key={annotation}>
                  <code>
                    {annotation}: {example}
                  </code>
                </li>
              ))}
            </ul>
            <EditCatalogFile entity={entity} />
          </>
        )}
        {!hasRecords && coverage.subjects.length > 0 && (
          <>
            <p>{t('nothingKnown.listening')}</p>
            <ul>
              {coverage.subjects.map(({ annotation, value }) => (
                <li key={`${annotation} ${value}`}>
                  <code>
                    {annotation}: <bdi>{value}</bdi>
                  </code>
                </li>
              ))}
            </ul>
          </>
        )}
        {todo.waitingFor.length > 0 && (
          <>
            <p>
              {t('nothingKnown.waiting', {
                sources: todo.waitingFor.map(({ title }) => title).join(', '),
              })}
            </p>
            <ul>
              {todo.waitingFor.map(({ id, title, setup }) =>
                setup ? (
                  <li key={id}>
                    {title}: {setup}
                  </li>
                ) : null,
              )}
            </ul>
          </>
        )}
        {todo.sourcesOff.length > 0 && (
          <>
            <p>{t('nothingKnown.sourcesOff')}</p>
            <ul>
              {todo.sourcesOff.map(({ id, title, remedy }) => (
                <li key={id}>
                  {title}: {remedy}
                </li>
              ))}
            </ul>
          </>
        )}
        <Box mt={1}>
          <Link to={healthLink()}>{t('nothingKnown.health')}</Link>
        </Box>
      </div>
    </EmptyPanel>
  );
}
