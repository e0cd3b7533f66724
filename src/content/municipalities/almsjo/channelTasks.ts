import { reported } from '../../../routine/plan/blocks';
import { day } from '../../../routine/plan/fields';
import { type TaskWords, task } from '../../../routine/plan/tasks';
import { usualTasks } from '../library/channelTasks';

/** Almsjö's own beside the library's: damage is photographed before it is repaired. No sender is ever answered. */
export const tasks = [
  task('photograph-damage', reported('kinds', 'vandalism'), { fields: [day('date')], reasons: ['repaired'] }),
  ...usualTasks.filter(({ as }) => as !== 'reply' && as !== 'send'),
];

export const taskWords: Readonly<Record<string, TaskWords>> = {
  'photograph-damage': {
    title: 'Är skadan fotograferad?',
    short: 'Skadan är fotograferad',
    help: ['Ta bilder innan något städas eller lagas. Rör inget som kan ha spår.'],
    done: 'Bilderna är tagna',
    fields: { date: 'Dag då bilderna togs' },
    reasons: { repaired: 'Det är redan lagat' },
  },
};
