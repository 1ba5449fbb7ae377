import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { lighten, makeStyles } from '@material-ui/core/styles';
import { FormEvent, ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    // The buttons stay in view below however much is asked.
    form: { display: 'flex', flexDirection: 'column', minHeight: 0 },
    text: {
      overflowWrap: 'anywhere',
      // What is wrong with a field is read as text, for which the colour of errors has too little contrast.
      '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error': {
        color:
          theme.palette.type === 'light'
            ? theme.palette.error.dark
            : lighten(theme.palette.error.light, 0.4),
      },
    },
  }),
  { name: 'FairleadFormDialog' },
);

/** Asks for something and sends it; what is asked for and its checks are the caller's. @public */
export function FormDialog(props: {
  /** Of the element with the title, to name fields after it. */
  titleId: string;
  title: string;
  cancel: string;
  send: string;
  maxWidth?: 'xs' | 'sm';
  /** Nothing can be sent: it is being sent, or something lacks. */
  isDisabled: boolean;
  onClose: () => void;
  onSend: () => void;
  children: ReactNode;
}) {
  const { titleId, maxWidth = 'sm', onClose, onSend } = props;
  const classes = useStyles();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth={maxWidth}
      aria-labelledby={titleId}
    >
      <form onSubmit={submit} noValidate className={classes.form}>
        <DialogTitle id={titleId} className={classes.text}>
          {props.title}
        </DialogTitle>
        <DialogContent className={classes.text}>{props.children}</DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{props.cancel}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={props.isDisabled}
          >
            {props.send}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
