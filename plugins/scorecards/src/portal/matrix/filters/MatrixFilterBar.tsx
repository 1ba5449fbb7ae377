import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { FilterText, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import FilterListIcon from '@material-ui/icons/FilterList';
import { useId, useState } from 'react';
import { scorecardsTranslationRef } from '../../../translation';
import { MatrixFilters, NO_FILTERS } from './matrixFilters';
import { MoreFilters } from './MoreFilters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      flexGrow: 1,
      gap: theme.spacing(1),
      minWidth: 0,
    },
    open: { flexBasis: '100%' },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5),
    },
    field: { minWidth: 0, width: 200 },
  }),
  { name: 'FairleadMatrixFilterBar' },
);

/** The filters of the matrix: the name at hand, the others behind a button unless one of them is set. */
export function MatrixFilterBar(props: {
  scorecard: ScorecardSummary;
  filters: MatrixFilters;
  onChange: (change: MatrixFilters) => void;
}) {
  const { scorecard, filters, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const moreId = useId();
  const { text, ...others } = filters;
  const count = Object.keys(others).length;
  const [isOpen, setIsOpen] = useState(count > 0);
  return (
    <div
      role="search"
      aria-label={t('portal.filters.label')}
      className={isOpen ? `${classes.root} ${classes.open}` : classes.root}
    >
      <div className={classes.line}>
        <FilterText
          label={t('portal.filters.text')}
          value={text}
          onChange={value => onChange({ text: value })}
          className={classes.field}
        />
        <Button
          size="small"
          startIcon={<FilterListIcon />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? moreId : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {count > 0
            ? t('portal.filters.moreSet', { set: String(count) })
            : t('portal.filters.more')}
        </Button>
        {Object.keys(filters).length > 0 && (
          <Button size="small" onClick={() => onChange(NO_FILTERS)}>
            {t('portal.filters.clear')}
          </Button>
        )}
      </div>
      {isOpen && (
        <MoreFilters
          id={moreId}
          scorecard={scorecard}
          filters={filters}
          onChange={onChange}
        />
      )}
    </div>
  );
}
