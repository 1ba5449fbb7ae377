import { PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { deliveryTranslationRef } from '../translation';
import { DeliveryPage } from './DeliveryPage';

/** The portal page with a header of its own, for apps that draw none. */
export function LegacyDeliveryPage() {
  const { t } = useTranslationRef(deliveryTranslationRef);
  return (
    <PageWithHeader themeId="tool" title={t('portal.title')}>
      <DeliveryPage />
    </PageWithHeader>
  );
}
