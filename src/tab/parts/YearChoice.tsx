import { Select } from '@fluentui/react-components';
import { OVERVIEW } from '../../content/texts/tab/overview';

/** The year of a page on all incidents. */
export const YearChoice = (props: { year: string; years: readonly string[]; choose(year: string): void }) => (
  <Select aria-label={OVERVIEW.year} value={props.year} onChange={(_, { value }) => props.choose(value)}>
    {props.years.map((one) => (
      <option key={one}>{one}</option>
    ))}
  </Select>
);
