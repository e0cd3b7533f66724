import type { PlanWords } from '../../../routine/model/words';
import { CHOICES, REPORT_FIELDS } from '../../fields';
import { STATUS } from '../../texts/victim';
import { CHECKS } from '../library/checkWords';
import { STEP_FIELDS, STEPS } from '../library/words';
import { sections } from './sections';

const { support, assessed, police, talk } = STATUS.rows;

/** The words of the plan: those of the library. */
export const words = {
  steps: STEPS,
  sections,
  fields: STEP_FIELDS,
  report: REPORT_FIELDS,
  choices: CHOICES,
  checks: CHECKS,
  status: {
    'initial-support': support,
    assess: assessed,
    'contact-police': police,
    'follow-up-talk': talk,
  },
} satisfies PlanWords;
