import type { SituationId } from '../routine/model/codes';
import type { Contact } from '../routine/model/contact';
import type { CallPart } from '../routine/rules/report/phoneCall';
import type { Refused } from './refused';

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

/** One's own risk analysis: the questions, the forms behind them, and what somebody shows. Times in ISO. */
export interface RiskScreen {
  kind: 'risk';
  page: 'questions' | 'remind' | 'share' | 'read' | 'promise';
  /** The day (YYYY-MM-DD) on which they are reminded. */
  day?: string | undefined;
  /** Their own, as long as they show it: to whom, and who has read it. */
  shared?: { at: string; to: readonly string[]; looks: readonly { name: string; at: string }[] } | undefined;
  /** Analyses that others show them. */
  toRead?: readonly { id: string; at: string }[] | undefined;
  /** The party that stands chosen. */
  party?: string | undefined;
  /** The outcome of the press. */
  notice?: 'nobody' | 'stopped' | 'gone' | undefined;
  /** Of what is to be promised first. */
  share?: string | undefined;
  read?: { name: string; at: string; values: Readonly<Record<string, string>> } | undefined;
  now: string;
  refusal?: Refused | undefined;
}

/** The courses that are offered before anything happens, and what this person has noted of it; `counted`: to the strategist alone. */
export interface PreventionScreen {
  kind: 'prevention';
  taken: readonly { course: string; at: string; isOfThisTerm: boolean }[];
  counted?: { counts: Readonly<Record<string, number>>; notPromised: readonly Contact[] } | undefined;
}
