import type { SituationId } from '../routine/model/codes';
import type { CallPart } from '../routine/rules/report/phoneCall';

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
  /** The incident beside which it is read: nothing new begins from it. */
  incident?: string | undefined;
}

export type GuideScreen = SituationScreen | GuideMenu;

/** The checklist of a call that is going on. `savedAt`: when it was saved last; times in ISO. */
export interface CallScreen {
  kind: 'call';
  draft: string;
  part: CallPart;
  values: Readonly<Record<string, string>>;
  savedAt?: string | undefined;
  now: string;
}
