import type { FilesScreen } from '../files';
import type { CallScreen, GuideScreen, PreventionScreen, RiskScreen } from '../guide';
import type { HomeScreen } from '../home';
import type { OkayScreen } from './okay';
import type { PracticeScreen } from './practice';

/** Screens of what is beside incidents. */
export type BesideScreen =
  | GuideScreen
  | CallScreen
  | FilesScreen
  | RiskScreen
  | HomeScreen
  | OkayScreen
  | PracticeScreen
  | PreventionScreen;
