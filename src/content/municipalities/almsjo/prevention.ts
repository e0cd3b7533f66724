import { BOOKLET, type Prevention } from '../library/prevention';

/** Invented: one course of its own, and no introduction. */
export const prevention: Prevention = {
  courses: [
    {
      id: 'trygga-uppdrag',
      title: 'Trygga uppdrag',
      detail: 'En kväll på kommunhuset, två gånger om året.',
      isForNew: true,
    },
    { ...BOOKLET, isForNew: false },
  ],
  links: [{ title: 'Almsjö kommun', url: 'https://almsjo.example/politiker' }],
};
