/** A kind of sealed row, and the type of its values. */
export interface RowKind<T> {
  /** Bound into the seal: a row of one kind does not open as another. Never changed, or what is stored is lost. */
  readonly name: string;
  /** Properties that stand open beside the sealed value, bound into the seal. */
  readonly open: readonly string[];
  /** Never set: says which type the values have. */
  readonly like?: T;
}

/** Names a kind of row. */
export const rowKind = <T>(name: string, open: readonly string[] = []): RowKind<T> => ({ name, open });
