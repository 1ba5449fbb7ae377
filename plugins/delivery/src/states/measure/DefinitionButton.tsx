import { Link } from '@backstage/core-components';
import {
  definitionOf,
  MeasureId,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import IconButton from '@material-ui/core/IconButton';
import Popover from '@material-ui/core/Popover';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import { useState } from 'react';
import { deliveryTranslationRef } from '../../translation';
import { useMeasureTitle } from './useMeasureTitle';

const useStyles = makeStyles(
  theme => ({
    button: { padding: 4, margin: -4, color: theme.palette.text.secondary },
    icon: { fontSize: 16 },
    paper: { maxWidth: 420, padding: theme.spacing(2) },
    title: { fontWeight: 600 },
  }),
  { name: 'FairleadDefinitionButton' },
);

/** The definition of a measure behind an ⓘ. */
export function DefinitionButton(props: {
  measure: { id: MeasureId; definition: string };
}) {
  const { id, definition } = props.measure;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const title = useMeasureTitle()(id);
  const { source } = definitionOf(id);
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <>
      <IconButton
        size="small"
        className={classes.button}
        aria-label={t('states.definition.open', { measure: title })}
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
        <Typography variant="body2" gutterBottom>
          {definition}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {t('states.definition.by', {
            source: source.url ? (
              <Link to={source.url}>{source.title}</Link>
            ) : (
              source.title
            ),
          })}
        </Typography>
      </Popover>
    </>
  );
}
