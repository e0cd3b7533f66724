import { troubleCard } from '../cards/pages/trouble';
import { type Naming, whomToRing } from '../cards/scene';
import { COMMON, TOO_BIG } from '../content/texts/common';
import { GROUP_CHAT } from '../content/texts/report';
import type { Words } from '../teams/inbound/answers';
import { guestCard, slowCard } from '../teams/inbound/doorCards';

/** Cards and sentences that the door answers with by itself. */
export const doorWords = (naming: Naming): Words => ({
  fallback: COMMON.fallback,
  summary: COMMON.summary,
  groupChat: GROUP_CHAT,
  tooBig: TOO_BIG,
  guest: guestCard(naming),
  slow: (toRing) => slowCard(naming, toRing),
  trouble: (id, press, toRing) =>
    troubleCard(
      id,
      press,
      toRing.map((contact) => whomToRing(naming, contact)),
    ),
});
