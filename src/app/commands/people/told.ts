import { partyNamed } from '../../../content/choices';
import { isAsked } from '../../../routine/model/fields';
import type { Incident, Report } from '../../../routine/model/incident';
import type { Routine } from '../../../routine/model/routine';
import { folded } from '../../../routine/rules/victim/several';
import { routeTold, type Together } from '../../../routine/transitions/beside/joined';
import type { Beginning } from '../../../routine/transitions/reporting';
import { boardIn, isOfOther, isRegistering, suspectsIn, toldBeside } from '../../../screens/forms';
import type { Caller } from '../../bot';
import type { Deps } from '../../deps';
import type { Draft } from '../../ports/people';

/* Of whom a report tells, and who tells it. */

/** Whether an official who writes for others has put their own name: then it is about themselves. */
const isOfWriter = (values: Draft['values'], { name }: Pick<Caller, 'name'>): boolean =>
  isRegistering(values) && name !== '' && folded(values.victimName ?? '') === folded(name);

/** Whether a draft tells of whoever writes it. */
export const isAboutWriter = ({ values }: Pick<Draft, 'values'>, caller: Pick<Caller, 'name'>): boolean =>
  !isOfOther(values) || isOfWriter(values, caller);

/** Whom a draft tells of, on the form itself. */
export const victimTold = (draft: Draft, caller: Caller): Beginning['victim'] => {
  const { person, name } = caller;
  return isAboutWriter(draft, caller) ? { person, name } : { name: draft.values.victimName ?? '' };
};

/** Who reports, as the incident keeps it: what they are to the victim, and what the victim is said to want. */
export const reporterOf = (draft: Draft, caller: Caller): Incident['reporter'] => {
  const { person, name } = caller;
  return isAboutWriter(draft, caller)
    ? { person, name, kind: 'self' }
    : reporterOfOthers(draft.values, caller);
};

function reporterOfOthers(values: Draft['values'], { person, name }: Caller): Incident['reporter'] {
  const { relation, partyMay } = values;
  const isRegistered = isRegistering(values);
  const knows = isRegistered ? 'chosen' : values.knows;
  return {
    person,
    name,
    kind: knows === 'chosen' ? 'proxy' : 'other',
    relation,
    knows: knows === 'chosen' || knows === 'yes' ? knows : 'no',
    partyMay: partyMay === 'yes' || partyMay === 'no' ? partyMay : 'unknown',
    ...(isRegistered
      ? { came: values.came === 'inPerson' ? ('inPerson' as const) : ('phone' as const) }
      : {}),
  };
}

export const reportIn = ({ values }: Draft, { pages }: Routine): Partial<Report> =>
  Object.fromEntries(
    pages
      .flatMap((page) => page.fields)
      .filter((spec) => isAsked(spec, values))
      .flatMap(({ id }) => (values[id] ? [[id, values[id]]] : [])),
  );

export const beginningOf = (
  draft: Draft,
  caller: Caller,
  isMunicipality: boolean,
): Omit<Beginning, 'reference' | 'suspects'> => ({
  id: draft.id,
  via: 'report',
  acute: false,
  route: routeTold(isMunicipality ? 'municipality' : 'party', {
    isSelf: isOfWriter(draft.values, caller),
    partyMay: draft.values.partyMay,
  }),
  party: draft.values.party ?? '',
  board: boardIn(draft.values),
  reporter: reporterOf(draft, caller),
  victim: victimTold(draft, caller),
});

/** Fields that are known of the first alone. */
const OF_THE_FIRST = { phone: undefined, board: undefined };

/** Those whom a draft tells of beside the first one, with what holds for all of them. */
export function togetherOf(
  { municipality }: Pick<Deps, 'municipality'>,
  draft: Draft,
  { caller, isMunicipality }: { caller: Caller; isMunicipality: boolean },
): Together {
  const { all } = toldBeside(draft.values, partyNamed(municipality));
  return {
    others: all.map((one) => (folded(one.name) === folded(caller.name) ? { ...one, isSelf: true } : one)),
    reporter: reporterOfOthers(draft.values, caller),
    report: { ...reportIn(draft, municipality.routine), ...OF_THE_FIRST },
    route: isMunicipality ? 'municipality' : 'party',
    board: boardIn(draft.values),
    suspects: suspectsIn(draft.values),
  };
}
