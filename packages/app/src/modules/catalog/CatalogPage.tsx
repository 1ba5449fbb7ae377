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

/** Names have room, the level stands beside them, and tags, which are filters already, leave that room. */
const columns: CatalogTableColumnsFunc = context => {
  const [name, ...rest] = CatalogTable.defaultColumnsFunc(context);
  return [
    { ...name, cellStyle: { minWidth: 200 } },
    levelColumn,
    ...rest.filter(({ field }) => field !== 'entity.metadata.tags'),
  ];
};

/** The list of the catalog, with the level of each entity beside its name. */
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
