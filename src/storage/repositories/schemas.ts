import { z } from 'zod';
import type { ViewEntry } from '../../app/ports/audit';
import type { CardRow, DeliveryRow } from '../../app/ports/delivery';
import type { Draft, PersonRow } from '../../app/ports/people';
import type { MunicipalityState, PersonState } from '../../app/ports/states';
import { contactSchema } from '../../routine/model/contact';
import { historySchema, incidentSchema } from '../../routine/model/incident';
import {
  code,
  count,
  day,
  instant,
  name,
  oneOf,
  person,
  sealedCode,
  text,
} from '../../routine/model/sensitivity';
import { RowCodec } from '../sealing/rowCodec';

/** Says, when compiled, that a schema describes just the rows of a port. */
const codecOf = <T>(schema: z.ZodType<T>) => new RowCodec(schema);

const head = z.object({ seq: count(), mac: code() });
export const headRow = new RowCodec(head);

/** The head of the history stands sealed with the incident: an older head cannot be put back alone. */
export const incidentRow = new RowCodec(z.object({ incident: incidentSchema, head }));

export const historyRow = new RowCodec(z.object({ entry: historySchema, mac: code() }));

const viewEntry: z.ZodType<ViewEntry> = z.object({
  at: instant(),
  by: person(),
  what: sealedCode(),
  as: sealedCode(),
  purpose: text().optional(),
});
export const viewRow = new RowCodec(z.object({ entry: viewEntry, mac: code() }));

export const cardRow = codecOf<CardRow>(
  z.object({
    person: person(),
    activityId: code(),
    hash: code(),
    older: z.array(code()),
    formOpenUntil: count().optional(),
    formIn: code().optional(),
    opened: z.array(code()).optional(),
    unshrunk: z.array(code()).optional(),
    epoch: count(),
    puttingUntil: count().optional(),
    failures: count(),
    retryAt: count().optional(),
  }),
);

export const deliveryRow = codecOf<DeliveryRow>(
  z.object({
    // Ends with a person's id.
    key: person(),
    person: person(),
    claimer: code(),
    leaseUntil: count(),
    attempts: count(),
    retryAt: count().optional(),
    sentAt: instant().optional(),
    activityId: code().optional(),
    failed: oneOf(['unreachable', 'dead']).optional(),
    failedAt: instant().optional(),
  }),
);

/** The contact list as it was written last. */
const listState = z.object({
  rev: count(),
  /** Row key to the code of the seal that belongs there. */
  seals: z.record(code(), code()),
  /** Of the history of its changes. */
  head,
});
export type ListState = z.infer<typeof listState>;
export const listRow = new RowCodec(listState);

export const contactRow = new RowCodec(contactSchema);

const address = z.object({
  serviceUrl: code(),
  conversationId: person(),
  userId: person(),
  botId: code(),
  tenantId: code().optional(),
});

export const personRow = codecOf<PersonRow>(
  z.object({
    person: person(),
    name: name(),
    email: name().optional(),
    address: address.optional(),
    party: name().optional(),
    // Sealed: beside the tombstones it would say who was in which erased incident.
    draft: sealedCode().optional(),
  }),
);

/** Leads from an e-mail to the person who has it. */
export const emailRow = new RowCodec(z.object({ person: person() }));

export const draftRow = codecOf<Draft>(
  z.object({
    id: code(),
    person: person(),
    page: code(),
    values: z.record(code(), text()),
    updatedAt: instant(),
    shownIn: z.array(code()).optional(),
  }),
);

export const personState = codecOf<PersonState>(
  z.object({
    person: person(),
    rev: count(),
    hour: count().optional(),
    // An item names an incident.
    snoozed: z.array(z.object({ item: sealedCode(), until: day() })),
    news: z.array(z.object({ id: code(), kind: code(), at: instant() })),
  }),
);

export const townState = codecOf<MunicipalityState>(
  z.object({
    rev: count(),
    since: instant().optional(),
    drills: z.array(z.object({ id: code(), at: instant(), by: person() })),
    answers: z.array(z.object({ drill: code(), person: person(), at: instant() })),
  }),
);
