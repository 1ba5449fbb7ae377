import { Entity, isGroupEntity } from '@backstage/catalog-model';
import { usePermission } from '@backstage/plugin-permission-react';
import { deliveryFrictionCreatePermission } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { deliveryTranslationRef } from '../translation';
import { FrictionDialog } from './FrictionDialog';

/** The way to a report of friction, for those who may send one. It is reported of what a team owns, not of the team. */
export function ReportFriction(props: { entity: Entity }) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { allowed } = usePermission({
    permission: deliveryFrictionCreatePermission,
  });
  const [isOpen, setIsOpen] = useState(false);
  if (!allowed || isGroupEntity(props.entity)) {
    return null;
  }
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setIsOpen(true)}>
        {t('friction.report')}
      </Button>
      {isOpen && (
        <FrictionDialog
          entity={props.entity}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
