import { Progress } from '@backstage/core-components';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useTheme } from '@material-ui/core/styles';
import { useScorecardVersion } from '../../api/queries';
import { Loaded } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { VersionContent } from './VersionContent';

const TITLE_ID = 'scorecard-version-title';

/** What a version of a scorecard changed, beside the one before it. */
export function VersionDialog(props: {
  scorecardRef: string;
  version: number;
  onClose: () => void;
}) {
  const { scorecardRef, version, onClose } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const format = useTimeFormat();
  const isPhone = useMediaQuery(useTheme().breakpoints.down('xs'));
  const query = useScorecardVersion(scorecardRef, version);
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      fullScreen={isPhone}
      maxWidth="lg"
      aria-labelledby={TITLE_ID}
    >
      <DialogTitle id={TITLE_ID}>
        {query.data
          ? t('versions.title', {
              version: String(version),
              day: format.day(query.data.since),
            })
          : t('versions.open', { version: String(version) })}
      </DialogTitle>
      <DialogContent>
        <Loaded query={query} skeleton={<Progress />}>
          {data => <VersionContent version={data} />}
        </Loaded>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('versions.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
