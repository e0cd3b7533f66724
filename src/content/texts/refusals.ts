import type { Problem, RefusalReason } from '../../routine/model/refusal';
import type { Names } from '../names';
import { REGISTER } from './people/aloud';
import { EDIT_LIST, ROW_FAULTS } from './people/contactList';
import { MASKS } from './printed/takeDocument';
import { shortDay } from './time';

/** A sentence for each refusal of the routine. Each says what to do next. */
export const REFUSALS: Readonly<Record<Exclude<RefusalReason, 'noOtherContact'>, string>> = {
  notYours: 'Det här steget gör någon annan. Tryck på Tillbaka för att se läget.',
  alreadyEnded: 'Det är redan gjort. Här är läget nu.',
  partErased:
    'En del av ärendet är raderad, så det kan inte öppnas igen. Har det hänt mer? Skriv rapportera hot.',
  notOpen: 'Steget är inte öppet nu. Här är läget.',
  closed: 'Ärendet är avslutat. Öppna det igen om du vill ändra något.',
  reasonNeeded: 'Skriv kort varför.',
  reportMade: 'Anmälan är redan gjord. Är något fel? Ring den som leder ärendet.',
  secondPersonNeeded: 'Två personer ska vara överens. Skicka förslaget, så frågar jag den andra.',
  victimReads: 'Den utsatte har inte sagt ja till det här. Ändra förslaget, eller vänta på svaret.',
  victimDecided: 'Den utsatte har svarat själv, och bara hen kan ändra det. Prata med hen om svaret.',
  notReadyToClose: 'Allt är inte klart än. Se vad som återstår.',
  badInput: 'Titta på det som är markerat och försök igen. Det du skrev finns kvar.',
  noSuchPerson: 'Jag hittar ingen med den e-posten här. Se om den är rätt skriven.',
  noPart: 'Hen är inte med i ärendet längre, eller har inget konto. Ring i stället.',
  sameWords: 'Ändra texten först. Eller svara nej och skriv varför.',
  reportFull: 'Rapporten rymmer inte mer text. Har något nytt hänt? Skriv det i en ny rapport.',
  changedMeanwhile: EDIT_LIST.again,
  lastStrategist: ROW_FAULTS.lastStrategist,
  replyNotAgreed: 'Alla som är med ska vara tillfrågade och säga ja. Välj annars att inte svara.',
  replyNeedsReport:
    'I svaret står att hotet polisanmäls. Den utsatte behöver därför först säga ja till en anmälan.',
  ringFirst: 'Ingen har pratat med den utsatte än. Välj Vi har pratat efter samtalet. Sedan kan du avsluta.',
  undoLate:
    'Det går inte att ångra längre: tiden är ute, eller så har någon gått vidare. Här är läget. Blev det fel? Ring den som leder ärendet.',
  notOne: 'De här två kan inte bli ett. Välj ett annat ärende, eller ha kvar båda.',
  otherReaders:
    'Det är inte samma personer som läser de två ärendena. Ha kvar båda, och fråga den utsatte vem som får läsa.',
  alreadyBound: 'Den utsatte har redan ett konto i ärendet.',
  isSuspect: 'Den personen är inblandad, så jag frågar inte hen. Se om e-posten är rätt skriven.',
};

/** Nobody else can be asked to lead. */
export const noOtherContact = ({ strategist }: Names): string =>
  `Det finns ingen annan att välja just nu. Ring ${strategist.title}.`;

export const refusalText = (reason: RefusalReason, names: Names): string =>
  reason === 'noOtherContact' ? noOtherContact(names) : REFUSALS[reason];

/** A sentence for what is wrong with a field that was typed in. */
export function problemText(problem: Problem): string {
  switch (problem.kind) {
    case 'required':
      return 'Fyll i det här.';
    case 'tooLong':
      return `Korta texten. Du har skrivit ${problem.length} tecken, ${problem.max} får plats.`;
    case 'badDate':
      return 'Skriv datum som 2026-12-01 och tid som 10.30.';
    case 'future':
      return 'Dagen har inte varit än. Välj i dag eller tidigare.';
    case 'past':
      return 'Dagen har redan varit. Välj i dag eller senare.';
    case 'pastLast':
      return `Den sista dagen är ${shortDay(problem.day)}. Välj den dagen eller tidigare.`;
    case 'badChoice':
      return 'Välj ett av svaren i listan.';
    case 'notAlone':
      return 'Välj antingen Ingen eller vilka som ska få veta.';
    case 'badSigns':
      return 'Skriv bara ord, siffror, punkt och streck.';
    case 'mask':
      return MASKS.faults[problem.fault](problem.line);
    case 'nobody':
      return `Jag vet inte vem du menar på rad ${problem.line}. Skriv namnet som på listan, eller e-posten.`;
    case 'told':
      return REGISTER.faults[problem.fault](problem.line);
    case 'row':
      return ROW_FAULTS[problem.fault];
  }
}
