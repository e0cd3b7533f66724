import type { ByChannel } from '../../../routine/model/routine';
import { allOf, anyOf, not, reported } from '../../../routine/plan/blocks';
import { day, name, text } from '../../../routine/plan/fields';
import { task, warning } from '../../../routine/plan/tasks';

/*
 * Bilaga 2 inside an incident: what is done, and what must not be done, by the way that a threat came.
 */

const time = { id: 'time', kind: 'time' } as const;

const email = reported('channel', 'email');
const messages = reported('channel', 'sms', 'social');
const electronic = reported('channel', 'email', 'sms', 'social');
const letter = reported('channel', 'letter');
const object = reported('channel', 'object');
const phone = reported('channel', 'phone');
const bomb = reported('kinds', 'bomb');

/** The tasks of the plan. The steps do the rest: the officer told, the strategist, the police report. */
export const usualTasks: ByChannel['tasks'] = [
  task('people-away', object),
  task('on-body', object, { reasons: ['nobody'] }),
  task('whose', object, { fields: [text('whose')], reasons: ['known'] }),
  task('isolate', object, { reasons: ['notHeld'] }),
  task('delivered', object, {
    fields: [day('date'), time, text('how'), text('handled')],
    reasons: ['found'],
  }),
  task('bomb-112', anyOf(phone, bomb), { reasons: ['noBomb'] }),
  task('number', phone, { fields: [name('number')], reasons: ['hidden'] }),
  task('written-down', phone, { reasons: ['nobodyRemembers'] }),
  task('assessment', anyOf(phone, bomb), { as: 'assessment', reasons: ['police'] }),
  task('keep-letter', letter, { reasons: ['police'] }),
  task('save-email', email, { fields: [day('date'), time], reasons: ['gone'] }),
  task('save-message', messages, { fields: [text('address')], reasons: ['gone'] }),
  task('shown', reported('channel', 'email', 'sms', 'social', 'letter'), { reasons: ['gone'] }),
  task('trace', electronic, { as: 'trace', reasons: ['known', 'police'] }),
  task('reply', electronic, { as: 'reply', reasons: ['noAddress'] }),
  task('send-reply', electronic, { as: 'send', reasons: ['changed'] }),
];

/** The things that must not be touched, deleted or answered. */
export const usualWarnings: ByChannel['warnings'] = [
  warning('bomb', bomb),
  warning('object', object),
  warning('letter', letter),
  warning('phone', phone),
  warning('email', email),
  warning('message', messages),
  warning('vandalism', allOf(reported('kinds', 'vandalism'), not(object))),
];
