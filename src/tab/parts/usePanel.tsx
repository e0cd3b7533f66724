import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ButtonView } from '../../cards/view';
import type { Answered, Client } from '../client';
import { CardPanel, type CardPanelProps } from './CardPanel';
import { Progress } from './Progress';
import { Fault } from './states';
import { useOnce } from './useOnce';

/** A view that is opened in place of a page, and the fault where it could not be. */
export interface OpenedPanel {
  panel: Answered | undefined;
  fault: unknown;
  isBusy: boolean;
  /** @returns whether the view was opened */
  press(button: Pick<ButtonView, 'verb' | 'data'>): Promise<boolean>;
  close(): void;
}

/** The panel of a page. @param again fetches the page anew, once the panel is closed */
export function usePanel(client: Client, again: () => void): OpenedPanel {
  const [panel, setPanel] = useState<Answered>();
  const [fault, setFault] = useState<unknown>();
  const once = useOnce();
  const failed = (error: unknown): boolean => {
    setFault(error);
    return false;
  };
  return {
    panel,
    fault,
    isBusy: once.isBusy,
    async press({ verb, data }) {
      const opened = once.run(async () => {
        setFault(undefined);
        setPanel(await client.press({ verb, data }));
      });
      return opened === undefined ? false : opened.then(() => true, failed);
    },
    close() {
      setPanel(undefined);
      again();
    },
  };
}

/** The way back above a panel or a page. */
export const WayBack = ({ to, leave }: { to: string; leave(): void }) => (
  <Button appearance="subtle" className="way-back" onClick={leave}>
    ← {to}
  </Button>
);

/** A panel in place of its page, with the way back. `isTitled`: nothing above it names the page. */
export const PanelInPlace = (
  props: { to: string; opened: OpenedPanel; isTitled?: boolean } & Pick<CardPanelProps, 'client' | 'instead'>,
) => {
  const { to, opened, isTitled, client, instead } = props;
  return opened.panel ? (
    <>
      <WayBack to={to} leave={opened.close} />
      {isTitled ? <h1>{to}</h1> : null}
      <CardPanel client={client} first={opened.panel} takesFocus instead={instead} />
    </>
  ) : null;
};

/** What stands above a page that is there: it could not be fetched anew, a panel could not be opened, or something is under way. */
export const Faults = (props: { error: unknown; again(): void; fault?: unknown; isBusy: boolean }) => {
  const { error, again, fault, isBusy } = props;
  return (
    <>
      <Progress isBusy={isBusy} />
      {error ? <Fault error={error} again={again} /> : null}
      {fault ? <Fault error={fault} /> : null}
    </>
  );
};
