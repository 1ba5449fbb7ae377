import { LinkButton } from '@backstage/core-components';
import {
  EmptyPanel,
  RelativeTime,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

/** Nothing fires: good news where alerts are heard of at all, and no news where they are not. */
export function Quiet(props: {
  heardAt: string | undefined;
  lookedAt: string;
  onlyPaging: boolean;
}) {
  const { heardAt, lookedAt, onlyPaging } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return heardAt ? (
    <EmptyPanel
      title={
        onlyPaging ? t('homeWidget.nothingSuch') : t('homeWidget.quietTitle')
      }
    >
      {t('homeWidget.quiet', {
        when: <RelativeTime time={lookedAt} />,
        heard: <RelativeTime time={heardAt} />,
      })}
    </EmptyPanel>
  ) : (
    <EmptyPanel
      title={t('homeWidget.unknownTitle')}
      action={
        <LinkButton variant="outlined" size="small" to={links.coverage()}>
          {t('homeWidget.unknownAction')}
        </LinkButton>
      }
    >
      {t('homeWidget.unknown')}
    </EmptyPanel>
  );
}
