import {
  Sidebar,
  SidebarDivider,
  SidebarItem,
  SidebarPage,
  SidebarSpace,
} from '@backstage/core-components';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { Settings as SidebarSettings } from '@backstage/plugin-user-settings';
import ScorecardsIcon from '@material-ui/icons/AssignmentTurnedInOutlined';
import CatalogIcon from '@material-ui/icons/Category';
import JourneyIcon from '@material-ui/icons/ExploreOutlined';
import ApisIcon from '@material-ui/icons/Extension';
import HomeIcon from '@material-ui/icons/Home';
import RunbooksIcon from '@material-ui/icons/MenuBookOutlined';
import DeliveryIcon from '@material-ui/icons/Timeline';
import type { ReactNode } from 'react';
import { Logo } from './Logo';

export function Root({ children }: { children: ReactNode }) {
  return (
    <SidebarPage>
      <Sidebar>
        <Logo />
        <SidebarSearchModal />
        <SidebarDivider />
        <SidebarItem icon={HomeIcon} to="/" text="Home" />
        <SidebarItem icon={JourneyIcon} to="onboarding" text="My journey" />
        <SidebarItem icon={CatalogIcon} to="catalog" text="Catalog" />
        <SidebarItem icon={ScorecardsIcon} to="scorecards" text="Scorecards" />
        <SidebarItem icon={DeliveryIcon} to="delivery" text="Delivery" />
        <SidebarItem icon={RunbooksIcon} to="runbooks" text="Runbooks" />
        <SidebarItem icon={ApisIcon} to="api-docs" text="APIs" />
        <SidebarSpace />
        <SidebarDivider />
        <NotificationsSidebarItem />
        <SidebarSettings />
      </Sidebar>
      {children}
    </SidebarPage>
  );
}
