import { troubleCard } from '../cards/pages/trouble';
import { type Naming, whomToRing } from '../cards/scene';
import { COMMON, TOO_BIG } from '../content/texts/common';
import type { Words } from '../teams/inbound/answers';
import { groupSentence, guestCard, slowCard } from '../teams/inbound/doorCards';

/** Cards and sentences that the door answers with by itself. */
export const doorWords = (naming: Naming): Words => ({
  fallback: COMMON.fallback,
  summary: COMMON.summary,
  groupChat: (toRing) => groupSentence(naming, toRing),
  tooBig: TOO_BIG,
  guest: (toRing) => guestCard(naming, toRing),
  slow: (toRing) => slowCard(naming, toRing),
  trouble: (id, press, toRing) =>
    troubleCard(
      id,
      press,
      toRing.map((contact) => whomToRing(naming, contact)),
    ),
});
