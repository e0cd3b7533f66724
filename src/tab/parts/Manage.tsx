import { Button } from '@fluentui/react-components';
import type { ButtonView } from '../../cards/view';
import { TAB } from '../../content/texts/tab/pages';

/** What else may be done with a row, unfolded by who wants it. `name`: of the row, for who hears it. */
export const Manage = (props: {
  name: string;
  presses: readonly ButtonView[];
  press(button: ButtonView): void;
}) => {
  const { name, presses, press } = props;
  return presses.length > 0 ? (
    <details className="manage">
      <summary aria-label={TAB.manageOf(name)}>{TAB.manage}</summary>
      <div className="buttons">
        {presses.map((one) => (
          <Button
            key={one.title}
            size="small"
            aria-label={`${one.title}: ${name}`}
            onClick={() => press(one)}
          >
            {one.title}
          </Button>
        ))}
      </div>
    </details>
  ) : null;
};
