import type { CheckWords } from '../../../routine/model/words';

/** Bilaga 5 part 2. */
export const CHECKS: Readonly<Record<string, CheckWords>> = {
  contacts: {
    title: 'Första kontakten',
    labels: {
      strategistContacted: 'Har säkerhetsstrategen kontaktats?',
      comment: 'Kommentar om första kontakten',
    },
  },
  police: {
    title: 'Polisen',
    labels: {
      policeContacted: 'Har polisen kontaktats för råd?',
      reported: 'Är polisanmälan gjord?',
      comment: 'Kommentar om polisen',
    },
  },
  support: {
    title: 'Stöd direkt',
    labels: {
      supported: 'Fick den utsatte stöd direkt?',
      relatives: 'Har någon sagt det till de anhöriga?',
      supportPerson: 'Har den utsatte valt en stödperson?',
      supporter: 'Vem gav stöd först?',
      chosen: 'Vem valdes som stödperson?',
    },
  },
  company: {
    title: 'Vård och sällskap',
    labels: {
      toCare: 'Följde någon med till vården och väntade där?',
      onTheWay: 'Var någon med på vägen, och tills stödpersonen kom?',
      who: 'Vilka höll sällskap?',
      measures: 'Vilka stödåtgärder är i gång?',
    },
  },
  information: { title: 'De som har fått veta', labels: { informed: 'Vilka har fått veta?' } },
};
