import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import { ReactNode, useState } from 'react';

const useStyles = makeStyles(
  theme => ({
    button: { padding: 4, margin: -4, color: theme.palette.text.secondary },
    icon: { fontSize: 16 },
    paper: { maxWidth: 420, padding: theme.spacing(2) },
    title: { fontWeight: 600 },
  }),
  { name: 'FairleadInfoButton' },
);

/** What a term or a number means, behind an ⓘ. @public */
export function InfoButton(props: {
  /** What the button does, for those who cannot see it. */
  label: string;
  title: string;
  children: ReactNode;
}) {
  const { label, title } = props;
  const classes = useStyles();
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <>
      <IconButton
        size="small"
        className={classes.button}
        aria-label={label}
        aria-haspopup="dialog"
        onClick={event => setAnchor(event.currentTarget)}
      >
        <InfoIcon className={classes.icon} />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-label': title,
        }}
      >
        <Typography variant="body2" className={classes.title} gutterBottom>
          {title}
        </Typography>
        {props.children}
      </Popover>
    </>
  );
}
