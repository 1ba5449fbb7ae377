import {
  RepositoryPlace,
  SourceNaming,
  withoutSettings,
} from '@fairlead/backstage-plugin-delivery-node';
import { LOGIN_ANNOTATION, REPO_ANNOTATION } from '../read/observation';
import { repositoryOfUrl } from '../read/payload';

/** Names of projects and repositories may have blanks, and little that would lead elsewhere in a URL. */
const NAME = /^(?!\.{1,2}$)[^\\/:*?"<>|#%&{}@;,\p{C}]{1,64}$/u;

const HOSTS = /(^|\.)(dev\.azure\.com|visualstudio\.com)$/;

const SSH =
  /^(?:ssh:\/\/)?git@ssh\.dev\.azure\.com(?::22)?[:/]v3\/[^/]+\/(.+)$/;

/** `project/repository`, or any URL by which one gets to it. */
function parse(text: string): string | undefined {
  const slug = SSH.exec(text)?.[1] ?? repositoryOfUrl(text) ?? text;
  const names = slug.split('/').filter(Boolean);
  return names.length === 2 && names.every(name => NAME.test(name))
    ? names.join('/').toLowerCase()
    : undefined;
}

/** `https://dev.azure.com/org/project/_git/repo?path=/services/cart/catalog-info.yaml`: the branch stands apart. */
function locate(url: URL): RepositoryPlace | undefined {
  const value = repositoryOfUrl(url.href)?.toLowerCase();
  if (value === undefined) {
    return undefined;
  }
  const path = url.searchParams.get('path') ?? '';
  const segments = path.split('/').filter(Boolean);
  const isFile = !path.endsWith('/') && /\.[^.]+$/.test(segments.at(-1) ?? '');
  const folder = withoutSettings(isFile ? segments.slice(0, -1) : segments);
  return {
    value,
    folders: folder ? [folder] : [],
    isOwnHost: HOSTS.test(url.hostname),
  };
}

/** By what the catalog names repositories and users of Azure DevOps. */
export const AZURE_DEVOPS_NAMING: SourceNaming = {
  repositories: [
    {
      annotation: REPO_ANNOTATION,
      example: 'project/repository',
      form: 'project/repository',
      parse,
      locate,
    },
  ],
  login: LOGIN_ANNOTATION,
};
