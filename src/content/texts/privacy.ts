/* How data is used: told before anything is reported (GDPR, article 13). */

import type { Names } from '../names';

export const PRIVACY = {
  button: 'Så används dina uppgifter',
  title: 'Så används dina uppgifter',
  lines: (municipality: string, draftDays: number, { firstContact, strategist, filer }: Names) => [
    `${municipality} ansvarar för dina uppgifter. De finns här så att du kan få hjälp, och så att rutinen vid hot blir följd.`,
    'Ditt namn, ditt konto i Teams och din e-post sparas för att jag ska nå dig. Det parti och det telefonnummer som du larmar eller rapporterar med minns jag till nästa gång. Vill du inte det? Be mig glömma det: knappen finns under Rapportera hot.',
    `Det du skriver läser den som hjälper dig: ditt partis ${firstContact.short}, eller ${strategist.title}. Du ser på ditt kort vilka de är. Väljer du kommunen får partiet inget veta.`,
    `Deras ersättare läser också när de har tagit emot. Säger du ja till en polisanmälan får ${filer.definite} läsa det som polisen behöver.`,
    'Ditt kort visar när någon har läst, och i vilken roll.',
    `Det du skickar sparas tills kommunen bestämmer att det ska raderas. Det du inte skickar ser ingen annan, och det raderas efter ${draftDays} dagar.`,
    'Du kan be kommunen att få se, rätta eller radera det som gäller dig. Är du inte nöjd? Klaga hos IMY, imy.se.',
    'Frågor? Kommunens dataskyddsombud svarar.',
  ],
  more: 'Läs mer hos kommunen',
};
