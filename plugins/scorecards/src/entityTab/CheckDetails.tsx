import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Link, MarkdownContent } from '@backstage/core-components';
import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import {
  isWebLink,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';
import { AskForWaiver, WaiverState } from '../waivers';
import { CheckHistory } from './CheckHistory';
import { BringData } from './BringData';
import { EvidenceList } from './EvidenceList';
import { Part } from './Part';
import { RuleText } from './RuleText';

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
  return (
    <>
      <dl style={{ margin: 0 }}>
        {(check.reason || check.countsFrom) && (
          <Part label={t('entityTab.part.reason')}>
            {check.reason && <p>{check.reason}</p>}
            {check.countsFrom && (
              <p>
                {t('entityTab.announced', { day: time.day(check.countsFrom) })}
              </p>
            )}
          </Part>
        )}
        {check.evidence.length > 0 && (
          <Part label={t('entityTab.part.evidence')}>
            <EvidenceList evidence={check.evidence} />
          </Part>
        )}
        <Part label={t('entityTab.part.rule')}>
          <RuleText scorecardRef={scorecardRef} checkId={check.id} />
        </Part>
        {(check.why || check.description) && (
          <Part label={t('entityTab.part.why')}>
            {check.why && <p>{check.why}</p>}
            {check.description && <p>{check.description}</p>}
          </Part>
        )}
        {check.status === 'no-data' && (
          <Part label={t('entityTab.part.bringData')}>
            <BringData evidence={check.evidence} scorecardRef={scorecardRef} />
          </Part>
        )}
        {check.fix && check.status !== 'no-data' && (
          <Part label={t('entityTab.part.fix')}>
            {check.fix.text && <MarkdownContent content={check.fix.text} />}
            {check.fix.url && isWebLink(check.fix.url) && (
              <Link to={check.fix.url}>{t('entityTab.fixLink')}</Link>
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
      <AskForWaiver
        check={check}
        entityRef={entityRef}
        entityName={entity.metadata.title ?? entity.metadata.name}
        scorecardRef={scorecardRef}
      />
    </>
  );
}
