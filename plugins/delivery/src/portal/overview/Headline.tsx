import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import ButtonBase from '@material-ui/core/ButtonBase';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  DefinitionButton,
  Direction,
  Insufficient,
  MeasureValue,
  useCountedWords,
  useMeasureTitle,
} from '../../states';
import { deliveryTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(1.5, 2),
      minWidth: 0,
      borderTop: '3px solid transparent',
    },
    chosen: { borderTopColor: theme.palette.primary.main },
    heading: {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    title: {
      ...theme.typography.body2,
      color: theme.palette.primary.main,
      textAlign: 'left',
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': { outline: 'auto', outlineOffset: 2 },
    },
    value: { ...theme.typography.h5, display: 'block' },
    n: {
      ...theme.typography.caption,
      color: theme.palette.text.secondary,
      fontWeight: 400,
      display: 'block',
    },
  }),
  { name: 'FairleadHeadline' },
);

/** One number with n, where it goes, what it means, and the way to the teams behind it. */
export function Headline(props: {
  measure: MeasureView;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { measure, isChosen, onChoose } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const counted = useCountedWords();
  const title = useMeasureTitle()(measure.id);
  return (
    <Paper
      component="li"
      className={isChosen ? `${classes.root} ${classes.chosen}` : classes.root}
    >
      <div className={classes.heading}>
        <ButtonBase
          className={classes.title}
          aria-pressed={isChosen}
          title={t('portal.headlines.compare', { measure: title })}
          onClick={onChoose}
        >
          {title}
        </ButtonBase>
        <DefinitionButton measure={measure} />
      </div>
      {measure.state === 'ok' ? (
        <>
          <span className={classes.value}>
            <MeasureValue measure={measure} />
            {!measure.few && (
              <span className={classes.n}>
                {t('states.value.from', {
                  counted: counted(measure.id, measure.n),
                })}
              </span>
            )}
          </span>
          <Direction comparison={measure.comparison} unit={measure.unit} />
        </>
      ) : (
        <Insufficient reason={measure.reason} />
      )}
    </Paper>
  );
}
