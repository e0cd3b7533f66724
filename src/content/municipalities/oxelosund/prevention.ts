import { BOOKLET, type Prevention } from '../library/prevention';

const PAGE = 'https://www.oxelosund.se/kommun-och-politik/for-dig-som-ar-fortroendevald/';

/** By section 2 of the plan. */
export const prevention: Prevention = {
  courses: [
    {
      id: 'introduktion',
      title: 'Introduktion för nya',
      detail: 'I början av varje mandatperiod. Om hot och våld, och om hur du får stöd. Kommunen bjuder in.',
      isForNew: true,
    },
    {
      id: 'trygg-politiker',
      title: 'Trygg politiker',
      detail: 'Kurs på webben. Gå den när du är ny, och igen före ett val.',
      url: PAGE,
      isForNew: true,
    },
    BOOKLET,
  ],
  links: [{ title: 'Trygg och säker politiker', url: PAGE }],
};
