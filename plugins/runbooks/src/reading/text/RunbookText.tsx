import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { runbooksTranslationRef } from '../../translation';
import { Blocks } from './Blocks';
import { ProblemNotes } from './ProblemNotes';
import { Section } from './Section';
import { TextSection } from './types';
import { useOpenSections } from './useOpenSections';

/** How many sections are drawn at once. */
const SECTIONS_AT_ONCE = 200;

const useStyles = makeStyles(
  theme => ({ preface: { padding: theme.spacing(1, 0, 2) } }),
  { name: 'FairleadRunbookText' },
);

/** The text of a runbook in sections that fold. */
export function RunbookText(props: {
  sections: readonly TextSection[];
  wanted: readonly TextSection[];
}) {
  const { sections, wanted } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const { isOpen, toggle } = useOpenSections(sections, wanted);
  const [shown, setShown] = useState(SECTIONS_AT_ONCE);
  return (
    <>
      {sections.slice(0, shown).map((section, i) =>
        section.title === undefined ? (
          <div key="preface" className={classes.preface}>
            <ProblemNotes problems={section.problems} />
            <Blocks blocks={section.blocks} />
          </div>
        ) : (
          <Section
            key={section.anchors[0] ?? i}
            section={section}
            isOpen={isOpen(section)}
            onToggle={() => toggle(section)}
          />
        ),
      )}
      {sections.length > shown && (
        <Button onClick={() => setShown(shown + SECTIONS_AT_ONCE)}>
          {t('reading.showMore', { count: sections.length - shown })}
        </Button>
      )}
    </>
  );
}
