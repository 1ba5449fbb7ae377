import { Link } from '@backstage/core-components';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { WaitingItem } from '@fairlead/backstage-plugin-delivery-common';
import {
  isWebLink,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityDeliveryLink } from '../links';
import { useDurationFormat } from '../states';
import { deliveryTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      ...theme.typography.body2,
    },
    cut: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    name: { fontWeight: 600 },
    age: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadWaitingRow' },
);

/** One change: what it is, what it waits for and for how long. */
export function WaitingRow(props: { item: WaitingItem }) {
  const { item } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const entityName = useEntityPresentation(item.entityRef).primaryTitle;
  const linkTo = useEntityDeliveryLink();
  const formatDuration = useDurationFormat();
  const time = useTimeFormat();
  const name = item.title ? `${item.name} ${item.title}` : item.name;
  return (
    <li className={classes.root}>
      <span className={`${classes.cut} ${classes.name}`} title={name}>
        {item.url && isWebLink(item.url) ? (
          <Link to={item.url}>{name}</Link>
        ) : (
          name
        )}
      </span>
      <time
        className={classes.age}
        dateTime={item.since}
        title={time.absolute(item.since)}
      >
        {t('homeWidget.age', { age: formatDuration(item.age) })}
      </time>
      <span className={`${classes.cut} ${classes.quiet}`}>
        {t(`homeWidget.waits.${item.kind}`)}
        {' · '}
        <Link to={linkTo(item.entityRef)} title={item.entityRef}>
          {entityName}
        </Link>
      </span>
      <span className={classes.quiet}>
        {item.isMine && t('homeWidget.mine')}
      </span>
    </li>
  );
}
