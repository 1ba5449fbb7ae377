import { RunbookDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Alert from '@material-ui/lab/Alert';
import { hostOf } from '../links';
import { runbooksTranslationRef } from '../translation';

/** Says that the text may be old, of when it is, and which host is down. */
export function LastGoodCopy(props: { runbook: RunbookDetail }) {
  const { baseUrl, copiedAt, health, isLastGoodCopy, text, url } =
    props.runbook;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  if (!isLastGoodCopy || !text) {
    return null;
  }
  const host = url ?? baseUrl;
  return (
    <Alert severity="warning" role="status">
      {sentence()}
      {health.resolves.reason && (
        <div>
          <bdi>{health.resolves.reason}</bdi>
        </div>
      )}
    </Alert>
  );

  function sentence() {
    const moment = copiedAt && time.moment(copiedAt);
    if (!host) {
      return moment && t('reading.lastGoodHere', { moment });
    }
    return moment
      ? t('reading.lastGood', { host: hostOf(host), moment })
      : t('reading.lastGoodUnknown', { host: hostOf(host) });
  }
}
