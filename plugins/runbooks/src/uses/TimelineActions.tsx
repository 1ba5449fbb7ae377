import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import { RunbookUse } from '@fairlead/backstage-plugin-runbooks-common';
import { saveFile, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import FileCopyIcon from '@material-ui/icons/FileCopyOutlined';
import GetAppIcon from '@material-ui/icons/GetApp';
import { toError } from '@backstage/errors';
import { useRunbooksApi } from '../api/useRunbooksQuery';
import { runbooksTranslationRef } from '../translation';

/** Takes what happened in a use along as Markdown: to paste into a review, or as a file. */
export function TimelineActions(props: { use: RunbookUse }) {
  const { use } = props;
  const { api } = useRunbooksApi();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const alertApi = useApi(alertApiRef);

  /** It is read when it is asked for, so that it holds the last tick. */
  async function take(hand: (timeline: string) => unknown) {
    try {
      await hand(await api.getTimeline(use.id));
    } catch (error) {
      alertApi.post({
        message: t('uses.timeline.failed', { message: toError(error).message }),
        severity: 'error',
      });
    }
  }

  const copy = () =>
    take(async timeline => {
      await navigator.clipboard.writeText(timeline);
      alertApi.post({
        message: t('uses.timeline.copied'),
        severity: 'success',
        display: 'transient',
      });
    });
  const download = () =>
    take(timeline =>
      saveFile(
        `runbook-${use.startedAt.slice(0, 10)}-${use.id}.md`,
        new Blob([timeline], { type: 'text/markdown' }),
      ),
    );

  return (
    <>
      <Button
        size="small"
        startIcon={<FileCopyIcon fontSize="small" />}
        onClick={copy}
      >
        {t('uses.timeline.copy')}
      </Button>
      <Button
        size="small"
        startIcon={<GetAppIcon fontSize="small" />}
        onClick={download}
      >
        {t('uses.timeline.download')}
      </Button>
    </>
  );
}
