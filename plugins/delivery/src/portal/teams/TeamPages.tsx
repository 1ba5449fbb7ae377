import { useTranslationRef } from '@fairlead/frontend-parts';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { deliveryTranslationRef } from '../../translation';
import { pageOf } from './teamList';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'flex-end',
      gap: theme.spacing(1),
    },
  }),
  { name: 'FairleadTeamPages' },
);

/** Leads through the pages of teams. Nothing where there is one. */
export function TeamPages(props: {
  page: ReturnType<typeof pageOf>;
  total: number;
  onChoose: (page: number) => void;
}) {
  const { page, total, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  if (page.pages === 1) {
    return null;
  }
  return (
    <nav className={classes.root} aria-label={t('portal.teams.pages')}>
      <Typography variant="body2" color="textSecondary" role="status">
        {t('portal.teams.page', { from: page.from, to: page.to, total })}
      </Typography>
      <IconButton
        size="small"
        aria-label={t('portal.teams.previous')}
        disabled={page.page === 1}
        onClick={() => onChoose(page.page - 1)}
      >
        <ChevronLeftIcon />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('portal.teams.next')}
        disabled={page.page === page.pages}
        onClick={() => onChoose(page.page + 1)}
      >
        <ChevronRightIcon />
      </IconButton>
    </nav>
  );
}
