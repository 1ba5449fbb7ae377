import { useTranslationRef } from '@fairlead/frontend-parts';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useId } from 'react';
import { runbooksTranslationRef } from '../../translation';
import { Blocks } from './Blocks';
import { ProblemNotes } from './ProblemNotes';
import { TextSection } from './types';

const useStyles = makeStyles(
  theme => ({
    root: {
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
      // What sticks to the top of the page covers nothing that was jumped to.
      scrollMarginTop: 120,
    },
    heading: { margin: 0 },
    toggle: {
      width: '100%',
      minHeight: 48,
      justifyContent: 'flex-start',
      gap: theme.spacing(1),
      textAlign: 'start',
      ...theme.typography.h6,
      fontSize: '1.25rem',
      overflowWrap: 'anywhere',
      '&:focus-visible': { outline: 'auto', outlineOffset: -2 },
    },
    icon: { transition: 'transform 150ms' },
    closed: { transform: 'rotate(-90deg)' },
    body: { padding: theme.spacing(0, 0, 2) },
    empty: { ...theme.typography.body2, color: theme.palette.text.secondary },
  }),
  { name: 'FairleadRunbookSection' },
);

/** A section of a runbook that folds. What is folded is not drawn, which keeps long runbooks light. */
export function Section(props: {
  section: TextSection;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { section, isOpen, onToggle } = props;
  const { blocks, problems, title } = section;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const id = useId();
  return (
    <section className={classes.root} id={sectionId(section)}>
      <h3 className={classes.heading}>
        <ButtonBase
          className={classes.toggle}
          onClick={onToggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
        >
          <ExpandMoreIcon
            aria-hidden
            className={`${classes.icon} ${isOpen ? '' : classes.closed}`}
          />
          <bdi>{title || t('reading.text')}</bdi>
        </ButtonBase>
      </h3>
      {isOpen && (
        <div id={id} className={classes.body}>
          <ProblemNotes problems={problems} />
          {blocks.length === 0 ? (
            <p className={classes.empty}>{t('reading.empty')}</p>
          ) : (
            <Blocks blocks={blocks} />
          )}
        </div>
      )}
    </section>
  );
}

/** What names the section in the page; texts of others cannot give their headings the same. */
export function sectionId({ anchors }: TextSection): string {
  return `section:${anchors[0] ?? ''}`;
}
