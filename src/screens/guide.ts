import type { SituationId } from '../routine/model/codes';

/** The advice of one situation, and the way from it to an alarm or a report. */
export interface SituationScreen {
  kind: 'guide';
  situation: SituationId;
  /** The draft that an alarm or a report from here is written under. Undefined: it is read beside an incident. */
  draft?: string | undefined;
  /** Whether the person's party is remembered. */
  hasParty?: boolean;
  /** The incident whose tasks it was opened from. */
  incident?: string | undefined;
}

/** The choice of situations. */
export interface GuideMenu {
  kind: 'guide';
  situation?: undefined;
}

export type GuideScreen = SituationScreen | GuideMenu;
