import type { PlanWords } from '../../../routine/model/words';
import { CHOICES, REPORT_FIELDS } from '../../fields';
import { STEP_CARD } from '../../texts/pages';
import { CHECKS, SECTIONS, STEP_FIELDS, STEPS } from '../../texts/steps';
import { STATUS, SUPPORT } from '../../texts/victim';

const { support, assessed, police, talk } = STATUS.rows;

/** The words of the plan: those of the shared library, beside what belongs to single steps. */
export const words = {
  steps: {
    ...STEPS,
    'police-report-restricted': { ...STEPS['police-report-restricted'], beside: STEP_CARD.restricted },
    'police-report-link': { ...STEPS['police-report-link'], beside: STEP_CARD.linkStated },
    'assess-professional-support': { ...STEPS['assess-professional-support'], answers: SUPPORT },
  },
  sections: SECTIONS,
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
