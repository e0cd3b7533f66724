import type { DeliveryChange } from '../../src/app/ports/delivery';
import type { PersonId } from '../../src/routine/model/contact';

/** Which notices the card that is about to be posted to someone holds: what stood in the claims before it. */
export class Claims {
  private readonly keys = new Map<PersonId, string[]>();

  /** A save of delivery rows beside an aggregate. `onAnswer`: of a notice that the answer to a press has told. */
  note(
    { deliveries = [] }: Pick<DeliveryChange, 'deliveries'>,
    realNow: number,
    onAnswer: (key: string, person: PersonId) => void,
  ): void {
    for (const { value } of deliveries) if (value.claimer === 'answer') onAnswer(value.key, value.person);
    // A claim that ended without a send, for a pause had begun, is in no card.
    for (const { value } of deliveries)
      if (value.leaseUntil <= realNow)
        this.keys.set(
          value.person,
          (this.keys.get(value.person) ?? []).filter((key) => key !== value.key),
        );
    const claims = deliveries.map(({ value }) => value).filter((value) => value.leaseUntil > realNow);
    for (const { person } of claims)
      this.keys.set(
        person,
        claims.filter((one) => one.person === person).map(({ key }) => key),
      );
  }

  /** Of the card that is posted now. */
  take(person: PersonId): string[] {
    const keys = this.keys.get(person) ?? [];
    this.keys.delete(person);
    return keys;
  }
}
