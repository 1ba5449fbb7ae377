import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { DraftFiles } from '../drafts';
import { runbooksTranslationRef } from '../translation';
import { PermanentAddress } from './PermanentAddress';
import { OpenAlert } from './useOpenAlert';

const useStyles = makeStyles(
  { text: { overflowWrap: 'anywhere' } },
  { name: 'FairleadAlertDialog' },
);

/** The address under which the runbook of an alert is found, and its files where there is none yet. */
export function AlertDialog(props: OpenAlert & { onClose: () => void }) {
  const { view, alert, entityRef, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const isPhone = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'));
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      fullScreen={isPhone}
      maxWidth="md"
      aria-labelledby="open-alert-title"
    >
      <DialogTitle id="open-alert-title" className={classes.text}>
        {t(`coverage.dialog.${view}`, { alert })}
      </DialogTitle>
      <DialogContent>
        <PermanentAddress alert={alert} entityRef={entityRef} />
        {view === 'write' && (
          <DraftFiles query={{ alert, entity: entityRef }} />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('coverage.dialog.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
