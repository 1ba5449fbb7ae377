import {
  FRICTION_KINDS,
  FrictionKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { deliveryTranslationRef } from '../translation';
import { useChoiceStyles } from './useChoiceStyles';

const useStyles = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
      gap: theme.spacing(1),
    },
    title: { ...theme.typography.body1 },
    text: {
      ...theme.typography.body2,
      display: 'block',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'FairleadKindChoice' },
);

/** The four kinds of friction as large radio buttons. */
export function KindChoice(props: {
  labelledBy: string;
  value: FrictionKind | undefined;
  onChange: (kind: FrictionKind) => void;
  error: boolean;
}) {
  const { labelledBy, value, onChange, error } = props;
  const classes = useStyles();
  const choice = useChoiceStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-invalid={error}
      aria-describedby={error ? 'friction-kind-error' : undefined}
    >
      <div className={classes.grid}>
        {FRICTION_KINDS.map(kind => (
          <label
            key={kind}
            className={
              kind === value
                ? `${choice.choice} ${choice.chosen}`
                : choice.choice
            }
          >
            <input
              type="radio"
              name="friction-kind"
              className={choice.radio}
              checked={kind === value}
              onChange={() => onChange(kind)}
            />
            <span className={classes.title}>
              {t(`friction.kind.${kind}.title`)}{' '}
              <span className={classes.text}>
                {t(`friction.kind.${kind}.text`)}
              </span>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id="friction-kind-error" role="alert" className={choice.error}>
          {t('friction.dialog.kindMissing')}
        </p>
      )}
    </div>
  );
}
