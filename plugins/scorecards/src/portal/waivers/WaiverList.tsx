import { Page, Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useScorecards } from '../../api/queries';
import { scorecardsTranslationRef } from '../../translation';
import { WaiverItem } from './WaiverItem';

const useStyles = makeStyles(
  theme => ({
    sentence: { ...theme.typography.body1, margin: 0 },
    list: { listStyle: 'none', margin: 0, padding: 0 },
  }),
  { name: 'FairleadWaiverList' },
);

/** The waivers of a page, newest first, and how many there are in all. */
export function WaiverList(props: {
  page: Page<Waiver>;
  isFiltered: boolean;
  onClear: () => void;
  /** Undefined where no more can be shown at once. */
  onMore: (() => void) | undefined;
}) {
  const { page, isFiltered, onClear, onMore } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const scorecards = useScorecards();
  if (page.items.length === 0) {
    return isFiltered ? (
      <EmptyPanel
        title={t('portal.waivers.noMatchTitle')}
        action={
          <Button size="small" variant="outlined" onClick={onClear}>
            {t('portal.filters.clear')}
          </Button>
        }
      />
    ) : (
      <EmptyPanel title={t('portal.waivers.emptyTitle')}>
        {t('portal.waivers.empty')}
      </EmptyPanel>
    );
  }
  return (
    <>
      <p className={classes.sentence} role="status">
        {t('portal.waivers.count', { count: page.totalItems })}
      </p>
      <ul className={classes.list} aria-label={t('portal.waivers.title')}>
        {page.items.map(waiver => (
          <WaiverItem
            key={waiver.id}
            waiver={waiver}
            scorecard={scorecards.data?.items.find(
              ({ scorecardRef }) => scorecardRef === waiver.scorecardRef,
            )}
          />
        ))}
      </ul>
      {page.nextCursor !== undefined &&
        (onMore ? (
          <Button size="small" onClick={onMore}>
            {t('portal.waivers.more')}
          </Button>
        ) : (
          <p>{t('portal.waivers.tooMany')}</p>
        ))}
    </>
  );
}
