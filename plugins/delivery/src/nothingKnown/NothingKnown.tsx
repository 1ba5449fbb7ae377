import { Entity, isApiEntity } from '@backstage/catalog-model';
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
import { ProvidedBy } from './ProvidedBy';
import { ToDo } from './ToDo';
import { useMayEdit } from './useMayEdit';
import { isSum } from './whatToDo';
import { WhoCanHelp } from './WhoCanHelp';

const useStyles = makeStyles(
  theme => ({
    root: {
      overflowWrap: 'anywhere',
      '& p': { margin: theme.spacing(0, 0, 1) },
      '& ul': { margin: theme.spacing(0, 0, 1), paddingLeft: '1.2em' },
    },
  }),
  { name: 'FairleadNothingKnown' },
);

/**
 * An entity without a single number: why, and the next step for a reader who can take it. What to configure stands on the
 * page about the sources alone, where those are who can.
 */
export function NothingKnown(props: {
  response: EntityMeasuresResponse;
  entity: Entity;
}) {
  const { entity, response } = props;
  const { coverage, measures } = response;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const healthLink = useRouteRef(sourcesRouteRef);
  const mayEdit = useMayEdit(entity);
  const isApi = isApiEntity(entity);
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
        {isApi && <ProvidedBy entity={entity} />}
        {!isApi &&
          !isSum(entity.kind) &&
          (mayEdit ? (
            <ToDo entity={entity} coverage={coverage} />
          ) : (
            <WhoCanHelp entity={entity} />
          ))}
        <Box mt={1}>
          <Link to={healthLink()}>{t('nothingKnown.health')}</Link>
        </Box>
      </div>
    </EmptyPanel>
  );
}
