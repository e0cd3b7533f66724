import { Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { TAB } from '../../content/texts/tab/pages';

/** So long may something take before it says that it is under way. */
const PATIENCE = 400;

/** That something is under way, once it takes a while. It stands there all the time, so that a screen reader hears it come. */
export const Progress = ({ isBusy, label = TAB.loading }: { isBusy: boolean; label?: string }) => {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    const timer = isBusy ? setTimeout(() => setSlow(true), PATIENCE) : undefined;
    return () => clearTimeout(timer);
  }, [isBusy]);
  return (
    <div className="progress" role="status">
      {isSlow ? <Spinner size="tiny" label={label} /> : null}
    </div>
  );
};
