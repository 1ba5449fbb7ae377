import { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How the issue of a team and a campaign is opened. */
export type IssueOpener =
  | {
      via: 'template';
      /** The ref of a scaffolder template. */
      templateRef: string;
      /** What its form is filled with; `{{title}}` and its like stand for what the campaign says. */
      parameters: Record<string, string>;
    }
  | { via: 'webhook'; url: string; secret: string };

/** A sort of campaign. */
export interface CampaignKind {
  id: string;
  title: string;
  issue?: IssueOpener;
}

const KEY = 'scorecards.campaigns.kinds';

/** The sorts of campaigns that somebody configured, by their ids. */
export function readCampaignKinds(
  config: RootConfigService,
): Map<string, CampaignKind> {
  const kinds = config.getOptionalConfig(KEY);
  return new Map(
    kinds?.keys().map(id => {
      const kind = kinds.getConfig(id);
      return [
        id,
        {
          id,
          title: kind.getOptionalString('title') ?? id,
          issue: readIssue(id, kind.getOptionalConfig('issue')),
        },
      ];
    }),
  );
}

function readIssue(
  id: string,
  issue: Config | undefined,
): IssueOpener | undefined {
  if (!issue) {
    return undefined;
  }
  const template = issue.getOptionalString('template');
  const webhook = issue.getOptionalConfig('webhook');
  if ((template === undefined) === (webhook === undefined)) {
    throw new InputError(
      `'${KEY}.${id}.issue' takes either 'template' or 'webhook'`,
    );
  }
  if (webhook) {
    return {
      via: 'webhook',
      url: webhook.getString('url'),
      secret: webhook.getString('secret'),
    };
  }
  const parameters = issue.getOptionalConfig('parameters');
  const { kind } = parseEntityRef(String(template), {
    defaultKind: 'template',
  });
  if (kind.toLocaleLowerCase('en-US') !== 'template') {
    throw new InputError(
      `'${KEY}.${id}.issue.template' names a template, such as template:default/open-issue`,
    );
  }
  return {
    via: 'template',
    templateRef: String(template),
    parameters: Object.fromEntries(
      parameters?.keys().map(name => [name, parameters.getString(name)]) ?? [],
    ),
  };
}
