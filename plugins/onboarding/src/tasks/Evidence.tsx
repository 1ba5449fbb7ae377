import { Link } from '@backstage/core-components';
import {
  JourneyTask,
  TaskEvidence,
} from '@fairlead/backstage-plugin-onboarding-common';
import {
  isWebLink,
  RelativeTime,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { Fragment, ReactNode } from 'react';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

/** Of a task that is done: what verified it, with the record, who made it, and when. */
export function Evidence(props: {
  task: Pick<JourneyTask, 'doneAt' | 'evidence' | 'holds'>;
}) {
  const { doneAt, evidence, holds } = props.task;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const parts: ReactNode[] = [
    evidence ? sayWhat(evidence) : t('tasks.evidence.unknown'),
  ];
  if (evidence?.origin === 'agent') {
    parts.push(t('tasks.evidence.agent'));
  }
  if (evidence?.origin === 'unknown') {
    parts.push(t('tasks.evidence.originUnknown'));
  }
  const entities = evidence?.entityRefs ?? [];
  if (entities.length > 0) {
    const names = entities.map((entityRef, index) => (
      <Fragment key={entityRef}>
        {index > 0 && ', '}
        <EntityName entityRef={entityRef} />
      </Fragment>
    ));
    parts.push(t('tasks.evidence.on', { entities: <>{names}</> }));
  }
  if (doneAt) {
    parts.push(
      t('tasks.evidence.when', { when: <RelativeTime time={doneAt} /> }),
    );
  }
  return (
    <Typography variant="body2" color="textSecondary" component="div">
      {parts.map((part, index) => (
        // What is told stands in a fixed order.
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
      {holds === false && <div>{t('tasks.evidence.turned')}</div>}
    </Typography>
  );

  function sayWhat({ by, title, url }: TaskEvidence): ReactNode {
    const words = title ?? url;
    const what =
      words && url && isWebLink(url) ? <Link to={url}>{words}</Link> : words;
    if (what && (by === 'record' || by === 'template' || by === 'self')) {
      return t(`tasks.evidence.${by}With`, { what: <>{what}</> });
    }
    return t(`tasks.evidence.${by}`);
  }
}
