import { mayOpen, PAGES, type Page } from '../../routine/acts/pages';
import { type Act, may } from '../../routine/rules/roles/may';
import type { Viewing } from '../../screens/scene';

/** Lists of an incident that are opened by a verb of their own. */
const LISTS: readonly Act[] = ['seeDeliveries', 'seeLooks', 'readLog'];

/** The pages of an incident that its viewer may open, and the lists of it. */
export const pagesOf = (viewing: Viewing): Page[] =>
  PAGES.filter((page) => mayOpen(viewing, viewing.viewer, page, ''));
export const listsOf = ({ viewer }: Viewing): Act[] => LISTS.filter((act) => may(viewer.roles, act));
