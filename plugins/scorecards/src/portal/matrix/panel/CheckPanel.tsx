import { useTranslationRef } from '@fairlead/frontend-parts';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { useEffect, useId, useState } from 'react';
import { scorecardsTranslationRef } from '../../../translation';
import { OpenCell } from '../useOpenCell';
import { CheckPanelContent } from './CheckPanelContent';

const useStyles = makeStyles(
  theme => ({
    paper: {
      width: 'min(640px, 100vw)',
      padding: theme.spacing(2, 3, 3),
      overflowX: 'hidden',
    },
    close: { alignSelf: 'flex-end', margin: theme.spacing(-0.5, -1.5, 0, 0) },
  }),
  { name: 'FairleadCheckPanel' },
);

/** A check of the matrix in full, at the side. */
export function CheckPanel(props: {
  scorecardRef: string;
  cell: OpenCell | undefined;
  onClose: () => void;
}) {
  const { scorecardRef, cell, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const titleId = useId();
  // Keep the content while the panel slides out.
  const [shown, setShown] = useState(cell);
  useEffect(() => {
    if (cell) {
      setShown(cell);
    }
  }, [cell]);
  const content = cell ?? shown;
  return (
    <Drawer
      anchor="right"
      open={cell !== undefined}
      onClose={onClose}
      PaperProps={{
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': titleId,
      }}
      classes={{ paper: classes.paper }}
    >
      <IconButton
        className={classes.close}
        aria-label={t('portal.panel.close')}
        onClick={onClose}
        size="small"
      >
        <CloseIcon />
      </IconButton>
      {content && (
        <CheckPanelContent
          titleId={titleId}
          scorecardRef={scorecardRef}
          cell={content}
        />
      )}
    </Drawer>
  );
}
