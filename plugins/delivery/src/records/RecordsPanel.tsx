import {
  DeliveryRecord,
  MeasureView,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { MeasuresQuery } from '../api';
import { BandLabel, MeasureNotes } from '../measureTile';
import {
  DefinitionButton,
  Direction,
  Insufficient,
  MeasureValue,
  useMeasureTitle,
} from '../states';
import { deliveryTranslationRef } from '../translation';
import { PanelRecords } from './PanelRecords';

const useStyles = makeStyles(
  theme => ({
    paper: {
      width: 'min(720px, 100vw)',
      padding: theme.spacing(3),
      boxSizing: 'border-box',
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
    },
    head: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    number: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(1, 0),
      fontSize: theme.typography.h6.fontSize,
    },
    marks: { margin: theme.spacing(1, 0), paddingLeft: '1.2em' },
  }),
  { name: 'FairleadRecordsPanel' },
);

/** A number opened: the records behind it, those left out with the reason, and what is worth knowing of them. */
export function RecordsPanel(props: {
  entityRef: string;
  measure: MeasureView;
  query: MeasuresQuery;
  /** Records that are at hand already, by key. */
  known: ReadonlyMap<string, DeliveryRecord>;
  onClose: () => void;
}) {
  const { entityRef, measure, query, known, onClose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const title = useMeasureTitle()(measure.id);
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      PaperProps={{
        className: classes.paper,
        role: 'dialog',
        'aria-modal': true,
        'aria-labelledby': 'records-panel-title',
      }}
    >
      <div className={classes.head}>
        <Typography variant="h5" component="h2">
          <span id="records-panel-title">
            {t('records.panel.title', { measure: title })}
          </span>{' '}
          <DefinitionButton measure={measure} />
        </Typography>
        <IconButton
          aria-label={t('records.panel.close')}
          onClick={onClose}
          size="small"
        >
          <CloseIcon />
        </IconButton>
      </div>
      {measure.state === 'ok' ? (
        <>
          <div className={classes.number}>
            <MeasureValue measure={measure} />
            <BandLabel band={measure.band} />
            <Direction comparison={measure.comparison} unit={measure.unit} />
          </div>
          <MeasureNotes measure={measure} withSpread />
        </>
      ) : (
        <Insufficient reason={measure.reason} />
      )}
      <PanelRecords
        entityRef={entityRef}
        measure={measure}
        query={query}
        known={known}
      />
      {measure.marks.length > 0 && (
        <>
          <Typography variant="subtitle1" component="h3">
            {t('records.panel.marks')}
          </Typography>
          <ul className={classes.marks}>
            {measure.marks.map(mark => (
              <Typography
                key={`${mark.kind} ${mark.at} ${mark.recordKey}`}
                component="li"
                variant="body2"
              >
                {mark.text}
              </Typography>
            ))}
          </ul>
        </>
      )}
    </Drawer>
  );
}
