import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  CatalogTable,
  catalogTranslationRef,
  type CatalogTableColumnsFunc,
  type CatalogTableRow,
} from '@backstage/plugin-catalog';
import {
  CatalogFilterLayout,
  EntityListProvider,
} from '@backstage/plugin-catalog-react';
import { Container, Header } from '@backstage/ui';
import { createScorecardLevelColumn } from '@fairlead/backstage-plugin-scorecards';
import { ReactNode } from 'react';

const levelColumn = createScorecardLevelColumn<CatalogTableRow>({
  scorecardRef: 'scorecard:default/production-readiness',
});

const columns: CatalogTableColumnsFunc = context => [
  ...CatalogTable.defaultColumnsFunc(context),
  levelColumn,
];

/** The list of the catalog, with the level of each entity as its last column. */
export function CatalogPage(props: { filters: ReactNode }) {
  const orgName = useApi(configApiRef).getString('organization.name');
  const { t } = useTranslationRef(catalogTranslationRef);
  return (
    <EntityListProvider pagination>
      <Header title={t('indexPage.title', { orgName })} />
      <Container>
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            {props.filters}
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <CatalogTable columns={columns} />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </Container>
    </EntityListProvider>
  );
}
