import { Content, Header, Page } from '@backstage/core-components';
import { CatalogSearchResultListItem } from '@backstage/plugin-catalog';
import {
  SearchBar,
  SearchPagination,
  SearchResult,
} from '@backstage/plugin-search-react';

export function SearchResults() {
  return (
    <Page themeId="home">
      <Header title="Search" />
      <Content>
        <SearchBar />
        <SearchPagination />
        <SearchResult>
          <CatalogSearchResultListItem />
        </SearchResult>
      </Content>
    </Page>
  );
}
