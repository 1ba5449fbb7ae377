import { parseEntityRef } from '@backstage/catalog-model';
import {
  Campaign,
  CampaignRegression,
} from '@fairlead/backstage-plugin-scorecards-common';
import { IssueOpener } from './readCampaignKinds';

/** What an issue is about. */
export interface IssueSubject {
  campaign: Campaign;
  teamRef: string;
  regressions: readonly CampaignRegression[];
  /** Where the portal is. */
  baseUrl: string;
}

/** What a webhook is sent, and sent again where nobody knows whether it arrived. */
export function describeIssue(subject: IssueSubject): string {
  const { campaign, teamRef, regressions } = subject;
  return JSON.stringify({
    event: 'campaign-issue',
    id: `${campaign.id}/${teamRef}`,
    campaign: {
      id: campaign.id,
      title: campaign.title,
      why: campaign.why,
      owner: campaign.ownerRef,
      scorecard: campaign.scorecardRef,
      deadline: campaign.deadline,
      url: urlOf(subject),
    },
    team: teamRef,
    turnedToFail: regressions,
  });
}

/** The page of a scaffolder template with its form filled in. */
export function templateLink(
  { templateRef, parameters }: Extract<IssueOpener, { via: 'template' }>,
  subject: IssueSubject,
): string {
  const { campaign, teamRef, regressions } = subject;
  const values: Record<string, string> = {
    title: campaign.title,
    why: campaign.why,
    deadline: campaign.deadline.slice(0, 10),
    team: teamRef,
    url: urlOf(subject),
    checks: regressions
      .map(({ entityRef, checkId }) => `- ${entityRef}: ${checkId}`)
      .join('\n'),
  };
  const filled = Object.fromEntries(
    Object.entries(parameters).map(([name, text]) => [
      name,
      text.replace(/\{\{\s*(\w+)\s*\}\}/g, (all, key) =>
        Object.hasOwn(values, key) ? values[key] : all,
      ),
    ]),
  );
  const { namespace, name } = parseEntityRef(templateRef, {
    defaultKind: 'template',
    defaultNamespace: 'default',
  });
  const form = new URLSearchParams({ formData: JSON.stringify(filled) });
  return `/create/templates/${encodeURIComponent(
    namespace,
  )}/${encodeURIComponent(name)}?${form}`;
}

function urlOf({ baseUrl, campaign }: IssueSubject): string {
  return `${baseUrl}/scorecards/campaigns/${campaign.id}`;
}
