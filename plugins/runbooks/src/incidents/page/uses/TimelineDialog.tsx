import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { queryKeys } from '../../../api/queries';
import { useRunbooksQuery } from '../../../api/useRunbooksQuery';
import { CopyButton } from '../../../copy';
import { Loaded } from '../../../states';
import { runbooksTranslationRef } from '../../../translation';

const useStyles = makeStyles(
  { text: { overflowWrap: 'anywhere' } },
  { name: 'FairleadTimelineDialog' },
);

/** What happened in a use, to read and to copy into a review. */
export function TimelineDialog(props: {
  use: { id: string; title: string };
  onClose: () => void;
}) {
  const { use, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const query = useRunbooksQuery({
    queryKey: [...queryKeys.use(use.id), 'timeline'],
    queryFn: api => api.getTimeline(use.id),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="use-timeline-title"
    >
      <DialogTitle id="use-timeline-title" className={classes.text}>
        {t('incidents.uses.timelineOf', { title: use.title })}
      </DialogTitle>
      <DialogContent className={classes.text}>
        <Loaded
          query={query}
          skeleton={<Skeleton variant="rect" height={240} />}
        >
          {timeline => <MarkdownContent content={timeline} dialect="gfm" />}
        </Loaded>
      </DialogContent>
      <DialogActions>
        <CopyButton
          text={query.data ?? ''}
          label={t('incidents.uses.timeline')}
        />
        <Button onClick={onClose}>{t('incidents.uses.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
