import type { FilesScreen } from '../files';
import type { CallScreen, GuideScreen, PreventionScreen, RiskScreen } from '../guide';
import type { HomeScreen } from '../home';
import type { OkayScreen } from './okay';

/** Screens of what is beside incidents. */
export type BesideScreen =
  | GuideScreen
  | CallScreen
  | FilesScreen
  | RiskScreen
  | HomeScreen
  | OkayScreen
  | PreventionScreen;
