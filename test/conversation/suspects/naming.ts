import { BUTTON } from '../../../src/content/texts/common';
import { SUSPECTS } from '../../../src/content/texts/people/suspects';
import { inputs } from '../../support/cardReading';
import type { OpenId } from '../../support/openId';
import type { Person, Town } from '../../support/town';
import { NAME } from '../here';
import { DAY, openCast, theIncident } from '../support';
import { looksOf, sentTo } from './looks';

/* Naming somebody of the chain as part of it, and looking around as that person. */

export type Cast = Awaited<ReturnType<typeof openCast>>;
export type Who = 'strategist' | 'chief' | 'officer' | 'deputyStrategist';

/** The row of somebody among those who may be named, as the card that stands open has it. */
export const rowFor = (eva: Person, who: Who): string =>
  inputs(eva.card())
    .flatMap(({ choices }) => choices)
    .find(({ title }) => title.startsWith(NAME[who]))?.value ?? 'nobody';

/** Alarms or begins a report, and says before whom it is not to reach. */
export async function without(eva: Person, who: readonly Who[], button: string = BUTTON.alarmMunicipality) {
  await eva.say('rapportera hot');
  await eva.press(SUSPECTS.beforeButton);
  return eva.press(button, { [SUSPECTS.field]: who.map((one) => rowFor(eva, one)).join(';') });
}

/** Says of what goes on that some are part of it. */
export async function nameNow(eva: Person, who: readonly Who[]) {
  await eva.press(BUTTON.changeContact);
  await eva.press(SUSPECTS.button);
  return eva.press(SUSPECTS.save, { [SUSPECTS.field]: who.map((one) => rowFor(eva, one)).join(';') });
}

/** Two towns have the same list, row by row; Eva's party is remembered. */
export const twin = (openId: OpenId) => {
  let next = 0;
  const byte = () => {
    next += 37;
    return next % 256;
  };
  return { openId, rowIds: (size: number) => Uint8Array.from({ length: size }, byte) };
};

export async function openTwin(openId: OpenId): Promise<Cast> {
  const cast = await openCast(twin(openId));
  const { people } = cast.town.tables;
  const held = await people.read(cast.eva.userId);
  if (held) await people.save({ ...held.value, party: 'S' }, held.etag);
  return cast;
}

export const whyOf = async (town: Town, eva: Person) =>
  (await theIncident(town, eva))?.declined.map(({ why }) => why);

/** Some days, at the end of which one person looks around; something of the incident is late then. */
export async function daysOf(openId: OpenId, { town }: Pick<Cast, 'town'>, person: Person, from: number) {
  await town.later(DAY);
  const first = await looksOf(town, { openId, person });
  await town.later(2 * DAY);
  const [open] = await town.tables.index.open();
  if (open) await town.tables.agenda.wake(open.id, town.now.getTime() - 600_000, 1_000);
  const second = await looksOf(town, { openId, person });
  return { looks: [...first, ...second], sent: sentTo(town, person).slice(from) };
}
