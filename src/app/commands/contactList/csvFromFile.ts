import { fileText } from '../../../content/fileText';
import { nothingHere } from '../../../screens/screen';
import { changeOffers } from '../../aggregates/offers';
import type { Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import { personAggregateId } from '../../ports/states';
import { isListFile } from '../evidence/offered';
import { tryCsv } from './csv';
import { readEditor } from './editor';

/** "Läs som kontaktlista": a file that was sent in the chat is tried, line by line, and is no evidence: it is deleted. */
export async function csvFromFile(
  deps: Deps,
  { caller }: Press,
  { offer: id }: { offer: string },
): Promise<Outcome> {
  if (!(await readEditor(deps, caller))) return { screen: nothingHere };
  const offers = (await deps.persons.read(caller.person)).state.offers ?? [];
  const offer = offers.find((one) => one.id === id && one.place === undefined);
  const [file] = offer?.files ?? [];
  const bytes = offer && file && isListFile(offer) ? await deps.files.get(file) : undefined;
  // Pressed twice, or a day later: the page on which it may be pasted.
  if (!bytes) return tryCsv(deps, { caller }, {});
  const tried = await tryCsv(deps, { caller }, { text: fileText(bytes) });
  await changeOffers(deps, caller.person, (all) =>
    all.map((one) => (one.id === id && one.place === undefined ? { ...one, files: [], until: one.at } : one)),
  );
  return { ...tried, also: [personAggregateId(caller.person)] };
}
