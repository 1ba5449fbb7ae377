import {
  StuckItem,
  WaitKind,
  WaitView,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { repositoryOfItem, useWaitWords } from '../../states';
import { deliveryTranslationRef } from '../../translation';
import { StuckLink } from '../../waits';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      ...theme.typography.body2,
    },
    item: {
      display: 'grid',
      gridTemplateColumns: '7rem minmax(0, max-content) minmax(0, 1fr)',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(0.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        '& > :nth-child(3)': { gridColumn: '1 / -1' },
      },
    },
    kind: { color: theme.palette.text.secondary },
    age: { fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
    title: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FairleadOldestItems' },
);

/** Of each kind of wait the change that waits longest for it now, the oldest first. */
export function OldestItems(props: { waits: readonly WaitView[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const word = useWaitWords();
  const items = oldestFirst(props.waits);
  return (
    <div>
      <Typography variant="body2" component="h3" gutterBottom>
        {t('portal.oldest.title')}
      </Typography>
      {items.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('portal.oldest.none')}
        </Typography>
      ) : (
        <ul className={classes.list} aria-label={t('portal.oldest.title')}>
          {items.map(({ kind, item }) => (
            <li key={kind} className={classes.item}>
              <span className={classes.kind}>{word(kind)}</span>
              <span className={classes.age}>
                <StuckLink item={item} />
              </span>
              <span className={classes.title} title={item.title}>
                {[repositoryOfItem(item), item.title]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is on its way is listed; what is being coded does not wait. */
function oldestFirst(
  waits: readonly WaitView[],
): { kind: WaitKind; item: StuckItem }[] {
  return waits
    .flatMap(({ kind, oldest }) =>
      oldest && kind !== 'coding' ? [{ kind, item: oldest }] : [],
    )
    .sort((a, b) => b.item.age - a.item.age);
}
