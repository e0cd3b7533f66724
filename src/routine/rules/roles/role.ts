/** A role of a person in an incident. One person may have several. */
export type Role =
  | 'victim'
  /** Bound by e-mail and asked "Gäller det dig?" content-free. */
  | 'maybeVictim'
  /** Had their name hidden, and may take that back. */
  | 'struck'
  | 'reporter'
  /** Reported for the victim, who lets them see how it goes. */
  | 'follower'
  /** The same, and the report. */
  | 'confidant'
  | 'lead'
  /** Stands by, and has led: reads on. */
  | 'standby'
  /** Stands by and has not led: knows whom to ring, and does what was handed to them. */
  | 'helper'
  /** The overseer, asked beside those who may lead: knows whom to ring, and leads only by taking over. */
  | 'overseer'
  /** Leads or has led, and holds a post of the municipality's own: no outsider to it. */
  | 'official'
  /** Asked to lead, has not answered. */
  | 'candidate'
  /** Said "Jag kan inte"; may still take it as long as nobody leads. */
  | 'declined'
  | 'strategist'
  /** The strategist, who got it for some steps alone and reads what those show. */
  | 'stepStrategist'
  /** Told that something came in, without content. */
  | 'toldStrategist'
  | 'filer'
  /** Told that somebody has been silent for too long: may take over, and reads nothing before that. */
  | 'escalated'
  /** Told of silence, or asked to ring someone: by reference only. */
  | 'informed'
  /** The second of the two persons of 3.2.3. */
  | 'confirmer'
  /** Holds the party's list of next of kin and is asked for it now: nothing else of the incident is theirs. */
  | 'kinHolder';

/** All roles of a person in an incident. */
export type Roles = ReadonlySet<Role>;
