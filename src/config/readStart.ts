import { municipalityNamed } from '../content/municipalities';
import type { Routine } from '../routine/model/routine';
import { type ContactRow, readContactRows } from './contactList';
import { fileOf } from './openStorage';
import { BadStart, type Env, type ProductionConfig, productionConfig } from './settings';

/** The settings of a start, and the rows of the file that one of them names. */
export interface StartInput {
  config: ProductionConfig;
  /** Undefined: no file was named. */
  contacts: ContactRow[] | undefined;
}

const contactsIn = (file: string | undefined, routine: Routine): ContactRow[] | undefined =>
  file ? readContactRows(fileOf('CONTACT_LIST', file), routine) : undefined;

/**
 * All that a start reads before it touches anything outside.
 * @throws BadStart that names every fault of the settings and of the file, so that one try is enough to mend them
 */
export function readStart(env: Env): StartInput {
  const faults: string[] = [];
  const tried = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BadStart)) throw error;
      faults.push(error.message);
      return undefined;
    }
  };
  const config = tried(() => productionConfig(env));
  const contacts = tried(() => contactsIn(env.CONTACT_LIST, municipalityNamed(env.MUNICIPALITY).routine));
  if (!config || faults.length > 0) throw new BadStart(faults.join('\n'));
  return { config, contacts };
}
