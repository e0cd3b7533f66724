import { z } from 'zod';

/*
 * What comes back from a client is untrusted: ids are opaque, access is decided on the server, and the inputs (the rest
 * of an action's object) are checked by the fields of the form they belong to.
 */

/** An id as `newId` makes them: so long that no fixed id, such as that of the contact list, is one. */
export const newIdText = () => z.string().regex(/^[a-z0-9]{26}$/);
/**
 * The id of an incident. One that cannot be one stands for an incident that is not there: the answer is the same, and
 * so is the way to it. (A dash stands in no id that could be made.)
 */
export const incidentId = () => newIdText().catch('no-such-incident');
/** An id or a code, such as a step's. */
export const keyText = () => z.string().regex(/^[A-Za-z0-9.+-]{1,80}$/);
/** The id of a planned talk; empty on a form that is about none. */
export const talk = () => keyText().or(z.literal(''));
