import { type Contact, isActive } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { isAs, postOf } from '../../model/posts';
import type { Roster } from '../../model/situation';
import { eachOnce, isExcluded, whoOf } from '../succession';

/** Whether a row is of the incident's own: of a party that does not have it nobody stands on its cards. */
const isOwn = ({ party }: Contact, incident: Incident): boolean =>
  party === undefined || (incident.route === 'party' && party === incident.party);

/** Those of the list who may be named as part of what happened: everyone who could be told of it or rung for it, once each. */
export const mayBeNamed = ({
  incident,
  contacts,
  routine,
}: Roster & { readonly incident?: Incident }): Contact[] =>
  eachOnce(
    contacts.filter((contact) => {
      const post = postOf(routine.posts, contact);
      return (
        isActive(contact) &&
        post !== undefined &&
        !isAs(post, 'police') &&
        (!incident || (isOwn(contact, incident) && !isExcluded(incident, whoOf(contact))))
      );
    }),
  );
