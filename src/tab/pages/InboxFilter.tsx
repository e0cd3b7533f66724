import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { TAB } from '../../content/texts/tab/pages';

/** The part of the list that is asked for; '' where nothing is. Days as YYYY-MM-DD. */
export interface Filter {
  state: string;
  since: string;
  until: string;
  reference: string;
}

export const NO_FILTER: Filter = { state: '', since: '', until: '', reference: '' };

/** Whether a part is asked for. */
export const isFiltering = (filter: Filter): boolean => Object.values(filter).some((value) => value !== '');

interface FieldsProps {
  filter: Filter;
  follows: boolean;
  change(more: Partial<Filter>): void;
}

const Fields = ({ filter, follows, change }: FieldsProps) => (
  <>
    <Field label={TAB.filters.state}>
      <Select value={filter.state} onChange={(_, { value }) => change({ state: value })}>
        <option value="">{TAB.filters.all}</option>
        {Object.entries(TAB.filters.states)
          .filter(([one]) => one !== 'followed' || follows)
          .map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
      </Select>
    </Field>
    {(['since', 'until'] as const).map((one) => (
      <Field key={one} label={TAB.filters[one]}>
        <Input type="date" value={filter[one]} onChange={(_, { value }) => change({ [one]: value })} />
      </Field>
    ))}
    <Field label={TAB.search}>
      <Input
        maxLength={20}
        value={filter.reference}
        onChange={(_, { value }) => change({ reference: value })}
      />
    </Field>
  </>
);

/** The choice of a part of the list: by state, by days and by reference; never by whom it is about. */
export const InboxFilter = ({ choose, follows }: { choose(filter: Filter): void; follows: boolean }) => {
  const [filter, setFilter] = useState(NO_FILTER);
  return (
    <search>
      <form
        className="filter"
        onSubmit={(event) => {
          event.preventDefault();
          choose({ ...filter, reference: filter.reference.trim() });
        }}
      >
        <Fields
          filter={filter}
          follows={follows}
          change={(more) => setFilter((before) => ({ ...before, ...more }))}
        />
        <div className="buttons">
          <Button type="submit">{TAB.searchDo}</Button>
          {isFiltering(filter) ? (
            <Button
              appearance="subtle"
              onClick={() => {
                setFilter(NO_FILTER);
                choose(NO_FILTER);
              }}
            >
              {TAB.clear}
            </Button>
          ) : null}
        </div>
      </form>
    </search>
  );
};
