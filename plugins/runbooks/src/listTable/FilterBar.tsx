import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import FilterListIcon from '@material-ui/icons/FilterList';
import { ReactNode, useId, useState } from 'react';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    opener: {
      [theme.breakpoints.up('sm')]: { display: 'none' },
    },
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      margin: theme.spacing(1.5, 0),
    },
    closed: { [theme.breakpoints.down('xs')]: { display: 'none' } },
    clear: { justifySelf: 'start' },
  }),
  { name: 'FairleadRunbooksFilterBar' },
);

/** The filters of a list; on a phone they wait behind a button, so that the list begins in view. */
export function FilterBar(props: {
  /** How many of them are set. */
  set: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div role="search" aria-label={t('listTable.filters')}>
      <Button
        size="small"
        className={classes.opener}
        startIcon={<FilterListIcon />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {props.set > 0
          ? t('listTable.filtersSet', { count: props.set })
          : t('listTable.filters')}
      </Button>
      <div
        id={id}
        className={`${classes.fields} ${isOpen ? '' : classes.closed}`}
      >
        {props.children}
        {props.set > 0 && (
          <Button
            size="small"
            className={classes.clear}
            onClick={props.onClear}
          >
            {t('listTable.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
