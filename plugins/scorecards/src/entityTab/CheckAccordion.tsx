import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import {
  ClampedText,
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import ButtonBase from '@material-ui/core/ButtonBase';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { ReactNode } from 'react';
import { CheckStatusLabel } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { useScrollToLinked } from './useScrollToLinked';
import { useSinceWords } from './useSinceWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      borderTop: `1px solid ${theme.palette.divider}`,
      scrollMarginTop: theme.spacing(8),
    },
    heading: { margin: 0, font: 'inherit' },
    button: {
      display: 'grid',
      gridTemplateColumns: '24px minmax(7.5rem, auto) minmax(0, 1fr) auto',
      columnGap: theme.spacing(1),
      alignItems: 'center',
      justifyContent: 'start',
      width: '100%',
      padding: theme.spacing(1, 0.5),
      textAlign: 'left',
      ...theme.typography.body2,
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '24px minmax(0, 1fr)',
        rowGap: theme.spacing(0.25),
        '& > :nth-child(n + 3)': { gridColumn: 2 },
      },
    },
    arrow: { transition: theme.transitions.create('transform') },
    arrowClosed: { transform: 'rotate(-90deg)' },
    title: { fontWeight: 600, overflowWrap: 'anywhere' },
    side: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 1),
      color: theme.palette.text.secondary,
    },
    panel: {
      padding: theme.spacing(0.5, 0.5, 2, 4.5),
      [theme.breakpoints.down('xs')]: { paddingLeft: theme.spacing(0.5) },
    },
  }),
  { name: 'FairleadCheckAccordion' },
);

/** A check that opens: its status on the bar, all about it below. */
export function CheckAccordion(props: {
  id: string;
  check: CheckResult;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  const { id, check, isOpen, onToggle, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const sayingSince = useSinceWords();
  const formatNumber = useNumberFormat();
  const time = useTimeFormat();
  const ref = useScrollToLinked(isOpen);
  return (
    <div className={classes.root} ref={ref}>
      <h4 className={classes.heading}>
        <ButtonBase
          className={classes.button}
          id={`${id}-bar`}
          aria-expanded={isOpen}
          aria-controls={`${id}-panel`}
          onClick={onToggle}
        >
          <ExpandMoreIcon
            className={
              isOpen ? classes.arrow : `${classes.arrow} ${classes.arrowClosed}`
            }
          />
          <CheckStatusLabel status={check.status} />
          <span className={classes.title}>
            <ClampedText>{check.title}</ClampedText>
          </span>
          <span className={classes.side}>
            {check.countsFrom && (
              <Chip
                size="small"
                variant="outlined"
                style={{ margin: 0 }}
                label={t('entityTab.countsFrom', {
                  day: time.day(check.countsFrom),
                })}
              />
            )}
            {check.due && (
              <Chip
                size="small"
                variant="outlined"
                style={{ margin: 0 }}
                title={check.due.campaign.title}
                label={t('campaigns.due', { day: time.day(check.due.date) })}
              />
            )}
            <span title={time.absolute(check.since)}>{sayingSince(check)}</span>
            <span>
              {t('entityTab.points', {
                count: check.weight,
                points: formatNumber(check.weight),
              })}
            </span>
          </span>
        </ButtonBase>
      </h4>
      <div
        id={`${id}-panel`}
        role="region"
        aria-labelledby={`${id}-bar`}
        className={classes.panel}
        hidden={!isOpen}
      >
        {isOpen && children}
      </div>
    </div>
  );
}
