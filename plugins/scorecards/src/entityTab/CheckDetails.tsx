import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Link, MarkdownContent } from '@backstage/core-components';
import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import {
  isWebLink,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { lazy, Suspense } from 'react';
import { DueDate } from '../campaigns';
import { FixThis, isMendedInCatalog } from '../fixes';
import { scorecardsTranslationRef } from '../translation';
import { AskForWaiver, WaiverState } from '../waivers';
import { CheckHistory } from './CheckHistory';
import { BringData } from './BringData';
import { EvidenceList } from './EvidenceList';
import { Part } from './Part';
import { QuestionParts } from './QuestionParts';
import { RuleText } from './RuleText';
import { saysMore } from './saysMore';

const CopyForAgent = lazy(() => import('./CopyForAgent'));

/** All about one check of one entity: what decided, the rule, why it matters, how to mend it, and how it came here. */
export function CheckDetails(props: {
  check: CheckResult;
  entity: Entity;
  scorecardRef: string;
}) {
  const { check, entity, scorecardRef } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const entityRef = stringifyEntityRef(entity);
  // What was never sent is told where it is told how to bring it.
  const found =
    check.status === 'no-data'
      ? check.evidence.filter(({ value }) => value !== null)
      : check.evidence;
  const { question } = check;
  // Where a team is asked, its answers stand below and say it all.
  const hasReason = question
    ? ['error', 'not-applicable'].includes(check.status)
    : saysMore(check);
  return (
    <>
      <dl style={{ margin: 0 }}>
        {(hasReason || check.countsFrom) && (
          <Part label={t('entityTab.part.reason')}>
            {hasReason && <p>{check.reason}</p>}
            {check.countsFrom && (
              <p>
                {t('entityTab.announced', { day: time.day(check.countsFrom) })}
              </p>
            )}
          </Part>
        )}
        {!question && found.length > 0 && (
          <Part label={t('entityTab.part.evidence')}>
            <EvidenceList
              evidence={found}
              reason={check.reason}
              entityRef={entityRef}
            />
          </Part>
        )}
        {question ? (
          <QuestionParts
            check={check}
            question={question}
            entity={entity}
            scorecardRef={scorecardRef}
          />
        ) : (
          <Part label={t('entityTab.part.rule')}>
            <RuleText scorecardRef={scorecardRef} checkId={check.id} />
          </Part>
        )}
        {(check.why || check.description) && (
          <Part label={t('entityTab.part.why')}>
            {check.why && <p>{check.why}</p>}
            {check.description && <p>{check.description}</p>}
          </Part>
        )}
        {check.status === 'no-data' && !question && (
          <Part label={t('entityTab.part.bringData')}>
            <BringData evidence={check.evidence} scorecardRef={scorecardRef} />
          </Part>
        )}
        {((check.status === 'fail' && !question) ||
          (check.fix && check.status !== 'no-data')) && (
          <Part label={t('entityTab.part.fix')}>
            {check.fix?.text && <MarkdownContent content={check.fix.text} />}
            {check.fix?.url && isWebLink(check.fix.url) && (
              <Link to={check.fix.url}>{t('entityTab.fixLink')}</Link>
            )}
            {check.fix?.verify && (
              <>
                <p>{t('entityTab.verify')}</p>
                <MarkdownContent content={check.fix.verify} />
              </>
            )}
            {!question && isMendedInCatalog(check) && (
              <FixThis
                check={check}
                entity={entity}
                scorecardRef={scorecardRef}
              />
            )}
            {check.status === 'fail' && !question && (
              <Suspense fallback={null}>
                <CopyForAgent
                  check={check}
                  entity={entity}
                  scorecardRef={scorecardRef}
                />
              </Suspense>
            )}
          </Part>
        )}
        {check.waiver && (
          <Part label={t('entityTab.part.waiver')}>
            <WaiverState waiver={check.waiver} entity={entity} />
          </Part>
        )}
        <Part label={t('entityTab.part.history')}>
          <CheckHistory
            entityRef={entityRef}
            scorecardRef={scorecardRef}
            checkId={check.id}
          />
        </Part>
      </dl>
      {check.due && <DueDate due={check.due} />}
      <AskForWaiver
        check={check}
        entityRef={entityRef}
        entityName={entity.metadata.title ?? entity.metadata.name}
        scorecardRef={scorecardRef}
      />
    </>
  );
}
