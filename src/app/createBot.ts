import { readAction } from '../cards/actions';
import { helpCard } from '../cards/pages/report';
import { beginMunicipality } from './aggregates/municipality';
import type { Bot } from './bot';
import { arrived, left, seen } from './commands/installation';
import { onPress, onText, withMark } from './commands/router';
import { dispatchSafely, sweep } from './delivery/sweep';
import type { Deps } from './deps';
import { checkRoutines } from './queries/routineVersions';
import { background } from './runtime/background';
import { whenUnavailable } from './runtime/failures';
import { newId } from './runtime/ids';

/** The bot: everything it does between an activity in and a card out. */
export function createBot(deps: Deps): Bot {
  const claimer = newId(deps);
  const place = (deps.random(1)[0] ?? 0) / 256;
  const after = background(deps);
  const lookAfter = (touched: readonly string[]) => {
    for (const id of touched) after.begin(() => dispatchSafely(deps, id, claimer));
  };
  return {
    async onMessage(caller, text) {
      const answer = await onText(deps, caller, text);
      lookAfter([...(answer.also ?? []), ...(await whenUnavailable(seen(deps, caller), () => []))]);
      return answer;
    },
    async onAction(press) {
      const action = readAction(press.verb, press.data);
      if (!action) return { view: helpCard() };
      const { view, touched, also = [], isWide } = await onPress(deps, press, withMark(action));
      lookAfter(touched ? [touched, ...also] : also);
      if (isWide) after.begin(() => sweep(deps, claimer, place));
      return { view };
    },
    async onInstall(caller, member) {
      lookAfter(await arrived(deps, caller, member));
    },
    async onSeen(caller) {
      lookAfter(await seen(deps, caller));
    },
    async onUninstall(caller) {
      lookAfter(await left(deps, caller));
    },
    async begin() {
      after.begin(() => checkRoutines(deps));
      await beginMunicipality(deps);
    },
    sweep: () => sweep(deps, claimer, place),
    idle: () => after.idle(),
  };
}
