import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import MenuBookIcon from '@material-ui/icons/MenuBookOutlined';
import { useEntityRunbooks } from '../api/queries';
import { useEntityRunbooksLink, usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

/** The way to the runbook of what fires on the entity, else to its first one, as a link of the About card. */
export function useRunbookIconLink() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { data } = useEntityRunbooks(entityRef);
  const tabLink = useEntityRunbooksLink();
  const links = usePageLinks();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const icon = <MenuBookIcon />;
  const firing = data?.firing.find(({ runbook }) => runbook);
  if (firing?.runbook) {
    return {
      icon,
      label: t('aboutLink.fires'),
      title: t('aboutLink.firesTitle', {
        alert: firing.alert,
        runbook: firing.runbook.title,
      }),
      href: links.runbook(firing.runbook.id, {
        alert: firing.alert,
        entity: entityRef,
      }),
    };
  }
  const first = data?.runbooks[0];
  return {
    icon,
    label: t('aboutLink.runbook'),
    title: first?.title,
    href: first ? links.runbook(first.id) : tabLink(entityRef),
    disabled: !first,
  };
}
