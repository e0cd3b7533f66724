import { readAction } from '../screens/actions';
import { note } from '../screens/screen';
import { beginMunicipality } from './aggregates/municipality';
import type { Bot } from './bot';
import { viewOf } from './chat/message';
import { arrived, keepAddress, left } from './commands/installation';
import { onText } from './commands/onText';
import { onPress, withHashedOnce } from './commands/router';
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
  const dispatchAfter = (touched: readonly string[]) => {
    for (const id of touched) after.begin(() => dispatchSafely(deps, id, { claimer }));
  };
  return {
    async onMessage(caller, text) {
      const { screen, also = [], sent } = await onText(deps, caller, text);
      const view = viewOf(deps, screen);
      dispatchAfter([...also, ...(await whenUnavailable(keepAddress(deps, caller), () => []))]);
      return sent ? { view, sent } : { view };
    },
    async onAction(press) {
      const action = readAction(press.verb, press.data);
      if (!action) return { view: viewOf(deps, note('help')) };
      const { screen, touched, also = [], isWide } = await onPress(deps, press, withHashedOnce(action));
      const view = viewOf(deps, screen);
      dispatchAfter(touched ? [touched, ...also] : also);
      if (isWide) after.begin(() => sweep(deps, claimer, place));
      return { view };
    },
    async onInstall(caller, member) {
      dispatchAfter(await arrived(deps, caller, member));
    },
    async onSeen(caller) {
      dispatchAfter(await keepAddress(deps, caller));
    },
    async onUninstall(caller) {
      dispatchAfter(await left(deps, caller));
    },
    async begin() {
      after.begin(() => checkRoutines(deps));
      await beginMunicipality(deps);
    },
    sweep: () => sweep(deps, claimer, place),
    idle: () => after.idle(),
  };
}
