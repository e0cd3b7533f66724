/** A kind of sealed row, the type of its values, and the names of what stands open. */
export interface RowKind<T, Open extends string = string> {
  /** Bound into the seal: a row of one kind does not open as another. Never changed, or what is stored is lost. */
  readonly name: string;
  /**
   * Properties that stand open beside the sealed value, bound into the seal. Never changed either: with one more, no row
   * that is stored opens. What should stand open from now on is a new kind, and the old one stays for what is stored.
   */
  readonly open: readonly Open[];
  /** Never set: says which type the values have. */
  readonly like?: T;
}

/** The kind of row of that name. */
export const rowKind = <T, Open extends string = never>(
  name: string,
  open: readonly Open[] = [],
): RowKind<T, Open> => ({ name, open });
