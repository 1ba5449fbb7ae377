import {
  PreviewResponse,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ArrowRightAltIcon from '@material-ui/icons/ArrowRightAlt';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useId, useState } from 'react';
import { EntityName, LevelLabel } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { changes, isLeftOut } from './countMoves';
import { ScoreOnly } from './ScoreOnly';
import { ReasonList } from './ReasonList';

const useStyles = makeStyles(
  theme => ({
    root: { borderTop: `1px solid ${theme.palette.divider}` },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'flex-start',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      width: '100%',
      padding: theme.spacing(1, 0),
      textAlign: 'left',
      ...theme.typography.body2,
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': { outline: 'auto', outlineOffset: -2 },
    },
    name: { flexGrow: 1, overflowWrap: 'anywhere' },
    side: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
    closed: { transform: 'rotate(-90deg)' },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadChangedEntity' },
);

/** One entity before and after; it opens check by check. */
export function ChangedEntity(props: {
  definition: ScorecardEntityV1alpha1['spec'];
  isNew: boolean;
  entity: PreviewResponse['entities'][number];
}) {
  const { definition, isNew, entity } = props;
  const { entityRef, before, after } = entity;
  const { levels } = definition;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const panelId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={classes.root}>
      <ButtonBase
        className={classes.bar}
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <ExpandMoreIcon
          fontSize="small"
          className={isOpen ? undefined : classes.closed}
        />
        <span className={classes.name} title={entityRef}>
          <EntityName entityRef={entityRef} />
        </span>
        <span className={classes.side}>{change()}</span>
      </ButtonBase>
      <div id={panelId} hidden={!isOpen}>
        {isOpen && (
          <ReasonList checks={after.checks} definition={definition.checks} />
        )}
      </div>
    </li>
  );

  function change() {
    const result = isLeftOut(entity) ? (
      <span>{t('portal.preview.leftOut')}</span>
    ) : (
      <>
        <LevelLabel level={after.level} levels={levels} />
        <ScoreOnly score={after.score} />
      </>
    );
    if (!before) {
      return (
        <>
          {!isNew && (
            <span className={classes.quiet}>{t('portal.preview.isNew')}</span>
          )}
          {result}
        </>
      );
    }
    if (!changes(entity)) {
      return (
        <>
          {result}
          <span className={classes.quiet}>{t('portal.preview.same')}</span>
        </>
      );
    }
    return (
      <>
        <LevelLabel level={before.level} levels={levels} />
        <ScoreOnly score={before.score} />
        <ArrowRightAltIcon
          fontSize="small"
          titleAccess={t('portal.preview.becomes')}
        />
        {result}
      </>
    );
  }
}
