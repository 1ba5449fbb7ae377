import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  isWebLink,
  stateColor,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import { runbooksTranslationRef } from '../translation';
import { FiringHere } from './firingHere';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    item: {
      ...theme.typography.body1,
      display: 'flex',
      gap: theme.spacing(1),
      overflowWrap: 'anywhere',
    },
    sentence: { fontWeight: 600 },
  }),
  { name: 'FairleadFiringNow' },
);

/** How many are told; the rest is on the pages of what they fire on. */
const TOLD = 5;

/** What fires now that this runbook is for. */
export function FiringNow(props: { firing: FiringHere }) {
  const { all } = props.firing;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  return all.length > 0 ? (
    <ul className={classes.list} aria-label={t('firing.label')}>
      {all.slice(0, TOLD).map((firing, i) => (
        <li
          key={`${firing.alert} ${firing.entityRef} ${i}`}
          className={classes.item}
        >
          <NotificationsActiveIcon
            htmlColor={stateColor(theme, firing.mayPage ? 'bad' : 'warning')}
            aria-hidden
          />
          <div>
            <span
              className={classes.sentence}
              title={time.absolute(firing.since)}
            >
              {t('firing.since', {
                alert: firing.alert,
                age: time.age(firing.since),
              })}
            </span>{' '}
            {t('firing.on', {
              entity: <EntityRefLink entityRef={firing.entityRef} />,
            })}
            {firing.summary && (
              <div>
                <bdi>{firing.summary}</bdi>
              </div>
            )}
            {[firing.url, ...firing.dashboardUrls]
              .filter(url => url !== undefined)
              .filter(isWebLink)
              .map((url, index) => (
                <span key={url}>
                  {index > 0 && ' · '}
                  <Link to={url}>
                    {url === firing.url
                      ? t('firing.source')
                      : t('firing.dashboard')}
                  </Link>
                </span>
              ))}
          </div>
        </li>
      ))}
    </ul>
  ) : null;
}
