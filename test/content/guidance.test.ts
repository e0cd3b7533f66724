import { present } from '../../src/cards/present';
import { almsjo } from '../../src/content/municipalities/almsjo';
import { defineMunicipality } from '../../src/content/municipalities/municipality';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { SITUATIONS, type SituationId } from '../../src/routine/model/codes';
import { rowsOf } from '../access/policy';
import { declaration } from '../support/lindvik';

/*
 * Bilaga 2 of the plan, line by line: the card that carries it, and by which words. The plan's lines are named, not
 * copied. `*`: 112 with what to say, on the strip.
 */
const PLAN = `
line                               | card       | words
1 each situation is its own        | threatened | Inget läge är det andra likt
1 break it yourself or call someone | threatened | Kan du själv bryta det, eller kan en kollega komma?
1 112: place, who, what, injuries, number | threatened | Säg var du är, vem du är, vad som händer, om någon är skadad och vilket nummer du ringer från.
1 calm                             | threatened | Var lugn.
1 careful, not to make it worse    | threatened | Var försiktig, så blir det inte värre.
1 call for help                    | threatened | Ropa på hjälp.
1 listen actively                  | threatened | Lyssna noga.
1 take them seriously              | threatened | Ta den som är arg på allvar.
1 gain time by talking             | threatened | Prata, så vinner du tid.
1 no threats, no counter-arguments | threatened | Hota inte tillbaka. Säg inte emot.
1 keep to the matter               | threatened | Håll dig till saken.
1 help colleagues and others       | threatened | Hjälp den som är utsatt.
1 own alarm, else 112              | threatened | Utlös ditt larm om du har ett, annars ring 112.
1 distance                         | threatened | Håll avstånd.
1 a way out                        | threatened | Stå så att du kan gå därifrån.
1 give in, defend no valuables     | threatened | Gör som personen vill. Försvara inga saker.
1 make colleagues notice           | threatened | Få dina kollegor att se vad som händer.
1 violence: get away               | threatened | Blir det våld? Ta dig därifrån.
2 own decisions may be needed      | armed      | Ibland behöver du själv bestämma vad som är bäst.
2 all who take part know the routine | armed    | alla som är med vid en träff bör veta vad de gör
2 rooms, windows, doors; where is it safe | armed | Se efter var dörrar, fönster och rum finns. Var är det tryggt?
2 away from who has a weapon       | armed      | Bort från den som har vapen. Få med dig de andra.
2 a safe room or meeting place     | armed      | Gå till en trygg plats, eller dit där alla skulle samlas.
2 silence phones, dim lights       | armed      | Stäng av ljudet på telefonen och på annat som låter. Släck ljus som syns.
2 112 as soon as possible          | armed      | Ring 112 så fort du kan.
2 follow the police                | armed      | Gör som polisen säger.
3 all stay indoors                 | outside    | Stanna inne. Säg åt alla andra att stanna inne.
3 lock the doors into the building | outside    | Lås dörrarna in till huset.
3 112                              | outside    | Ring 112.
3 judge by what is known of rooms, exits, alarms, locks | outside | Tänk på det du vet om huset: rum, vägar ut, larm och lås.
3 not by windows                   | outside    | Håll dig borta från fönster.
3 wait for the police              | outside    | Vänta på polisen.
4 evacuation is the rule           | inside     | Utrym. Gå ut, och få med dig de andra. Det gäller hot, våld och brand.
4 else stay, lock yourselves in    | inside     | Stanna kvar, och lås in dig i ett rum om det går.
4 who is outside leaves            | inside     | Står du utanför? Gå inte in. Gå därifrån direkt.
4 do not lock the doors into the building | inside | Lås inte dörrarna in till huset.
4 112                              | inside     | Ring 112.
4 rooms, exits, alarms, locks      | inside     | Tänk på rum, vägar ut, larm och lås.
4 quickly and silently to a safer place | inside | Finns det en säkrare plats? Gå dit snabbt och tyst.
4 silence phones, dim lights       | inside     | Stäng av ljudet på telefonen och på annat som låter. Släck ljus som syns.
5 talk with the caller             | phone      | Prata om du kan.
5 calm, friendly, no interrupting  | phone      | Var lugn och vänlig. Avbryt inte.
5 do not hang up or switch off     | phone      | Lägg inte på. Stäng inte av telefonen.
5 loudspeaker if others are near   | phone      | Är det fler i rummet? Då kan högtalaren vara bra.
5 as much as can be had            | phone      | Fråga så mycket du kan.
5 write it down, during the call   | phone      | Skriv ner det, helst under samtalet.
5 note the number                  | phone      | Skriv upp numret om du ser det.
5 the officer at once              | phone      | Säg till partiets säkerhetsansvarig direkt.
5 the strategist                   | phone      | Säg också till kommunens säkerhetsstrateg.
5 consider a police report         | phone      | Tänk igenom om det ska bli en polisanmälan.
5 bomb threat: always 112          | phone      | Bombhot? Ring alltid 112.
5 threat assessment, with whom     | phone      | Det gör partiets säkerhetsansvarig med kommunens säkerhetsstrateg, polisen och kanske fler.
5 the source is examined           | phone      | De går noga igenom var hotet kommer ifrån.
6 electronic traces                | email      | E-post lämnar spår som inte syns.
6 save it                          | email      | Ta inte bort det. Spara det.
6 when it came                     | email      | Skriv upp när det kom.
6 the officer sees it; the strategist if needed | email | Visa det för partiets säkerhetsansvarig. Säg till kommunens säkerhetsstrateg om det behövs.
6 police report; serious always; follow the police | email | Allvarliga hot och brott bör alltid anmälas. Gör sedan som polisen säger.
6 an address: judged by four       | email      | Då bedömer du det med partiets säkerhetsansvarig, kommunens säkerhetsstrateg om hen är med, och polisen.
6 the officer sends it             | email      | Svaret skickas av partiets säkerhetsansvarig.
6 what the answer says             | email      | Där står att hotet tas på allvar, att det inte är okej och att det polisanmäls.
6 perhaps the IT unit              | email      | Kommunens it-enhet kan kanske spåra vem som skickade det.
7 what is posted is public         | social     | Det du lägger ut på nätet kan alla läsa, också den som vill hota.
7 it stays and spreads             | social     | Det kan spridas och finnas kvar fast du har tagit bort det.
7 be prepared                      | social     | Tänk ut i förväg vad du gör om det händer dig.
7 copy message and address, or a picture | social | Kopiera och spara både texten och sidans adress, eller ta en skärmbild.
7 the officer sees it; the strategist if needed | social | Visa det för partiets säkerhetsansvarig. Säg till kommunens säkerhetsstrateg om det behövs.
7 police report; serious always; follow the police | social | Allvarliga hot och brott bör alltid anmälas. Gör sedan som polisen säger.
7 an address: judged by four       | social     | Då bedömer du det med partiets säkerhetsansvarig
7 the officer sends it             | social     | Svaret skickas av partiets säkerhetsansvarig.
7 what the answer says             | social     | Där står att hotet tas på allvar, att det inte är okej och att det polisanmäls.
7 perhaps the IT unit              | social     | Kommunens it-enhet kan kanske spåra vem som skickade det.
8 what it may be                   | object     | Det kan vara en okänd väska, ett paket eller ett brev.
8 explosives, chemicals, infection | object     | I det kan finnas sprängämne, gift eller smitta.
8 do not touch                     | object     | Rör det inte.
8 messengers show identification   | object     | be bud visa legitimation.
8 do not open if unsure of the sender | object  | Öppna inte om du är osäker på vem som har skickat det.
8 a sealed bag, of a letter or parcel already in the hand | object | Håller du redan i ett brev eller paket? Lägg det i en tät plastpåse om det går. Ett föremål flyttas aldrig.
8 people away                      | object     | Gå därifrån, och få bort alla andra.
8 on the body: rinse, call care    | object     | Har du fått något på kroppen? Skölj av dig och ring vården direkt.
8 whose is it                      | object     | Försök få veta om det är någons.
8 danger: close the room, 112, follow the police | object | Är det fara? Spärra av rummet och ring 112. Gör som polisen säger.
8 the officer, the strategist if needed | object | Säg till partiets säkerhetsansvarig. Säg till kommunens säkerhetsstrateg om det behövs.
8 when, how, who handled it        | object     | Skriv upp när det kom och hur, och vilka som har tagit i det.
9 do not touch without need        | letter     | Rör brevet så lite du kan.
9 no fingerprints                  | letter     | Undvik fingeravtryck.
9 handled with care, kept for the police | letter | Var försiktig med det. Spara det åt polisen, som kan hitta spår.
9 a sealed bag                     | letter     | Lägg det i en tät plastpåse om det går.
9 the officer sees it; the strategist if needed | letter | Visa det för partiets säkerhetsansvarig. Säg till kommunens säkerhetsstrateg om det behövs.
9 police report; serious always; follow the police | letter | Allvarliga hot och brott bör alltid anmälas. Gör sedan som polisen säger.
`;

const cardOf = (situation: SituationId, municipality = oxelosund) => {
  const view = present({ kind: 'guide', situation, draft: 'd', hasParty: false }, municipality);
  if (view.name !== 'card') throw new Error('It is a card.');
  return view.data;
};

/** All that is read on a card, in order. */
const textOf = (situation: SituationId): string => {
  const { danger, lines, below } = cardOf(situation);
  return [...danger, ...lines, below.title, ...below.lines].join('\n');
};

describe('the advice of Bilaga 2', () => {
  it.each(rowsOf(PLAN))('$line', ({ card = '', words = '' }) => {
    expect(textOf(card as SituationId)).toContain(words);
  });

  it('is told of in every situation, in the plan’s order', () => {
    const numbers = rowsOf(PLAN).map(({ line = '', card }) => `${line[0]} ${card}`);
    expect([...new Set(numbers)]).toEqual(SITUATIONS.map((situation, index) => `${index + 1} ${situation}`));
  });

  it('has 112 first, with what to say, where something is going on; else after no more than one line', () => {
    const goingOn = SITUATIONS.filter((situation) => oxelosund.guidance[situation].isGoingOn);
    expect(goingOn).toEqual(['threatened', 'armed', 'outside', 'inside', 'phone', 'object']);
    for (const situation of SITUATIONS) {
      const { danger, links, buttons } = cardOf(situation);
      expect(danger[0]).toMatch(/Ring 112/);
      expect(links.map(({ url }) => url)).toEqual(goingOn.includes(situation) ? ['tel:112'] : []);
      if (goingOn.includes(situation))
        expect(danger[1]).toMatch(/var du är.*vem du är.*vad som händer.*skadad.*nummer.*politiska uppdrag/);
      expect(buttons.map(({ verb }) => verb)).toContain('reportSituation');
    }
  });

  it.each([oxelosund, almsjo])('locks the house outside, and never inside: $name', ({ guidance }) => {
    const outside = [...guidance.outside.first, ...guidance.outside.later.lines].join(' ');
    const inside = [...guidance.inside.first, ...guidance.inside.later.lines].join(' ');
    expect(outside).toMatch(/Lås dörrarna in till huset/);
    expect(outside).toMatch(/^Stanna inne/);
    expect(outside).not.toMatch(/utrym|gå ut|lås inte/i);
    expect(guidance.inside.first[0]).toMatch(/^Utrym\. Gå ut/);
    expect(guidance.inside.first[1]).toBe('Lås inte dörrarna in till huset.');
    expect(inside.replace('Lås inte dörrarna', '')).not.toMatch(/lås (?:dörr|alla|ytter)/i);
    // To lock oneself in is of a room, and only where one cannot get out.
    expect(guidance.inside.first.join(' ')).not.toMatch(/lås in(?!te)/i);
    expect(guidance.inside.later.lines[0]).toMatch(/lås in dig i ett rum/);
  });

  it('is the municipality’s to change, a situation at a time', () => {
    const own = { ...oxelosund.guidance.letter, title: 'Brev med hot' };
    const changed = defineMunicipality({ ...declaration, guidance: { letter: own } });
    expect(cardOf('letter', changed).title).toBe('Brev med hot');
    expect(cardOf('email', changed).title).toBe(oxelosund.guidance.email.title);
  });
});
